"""Claims with a point as GeoJSON (RFC 7946), one feature each."""

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from dateline.records import Document
from dateline.views.rows import rows_of


def geojson_lines(documents: Iterable[Document], *, unfit: Counter[str]) -> Iterator[bytes]:
    """One feature collection; the properties are the columns of the table of claims. `unfit` counts the claims that have no point."""
    yield b'{"type":"FeatureCollection","features":['
    before = b"\n"
    for document in documents:
        for row in rows_of(document):
            lat, lon = row.pop("where_lat"), row.pop("where_lon")
            if lat is None or lon is None:
                unfit["no point is known"] += 1
                continue
            point = {"type": "Point", "coordinates": [lon, lat]}
            yield before + msgspec.json.encode({"type": "Feature", "id": row["claim_id"], "geometry": point, "properties": row})
            before = b",\n"
    yield b"\n]}\n"
