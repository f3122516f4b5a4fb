"""Claims as files over HTTP. A file is written whole before it is sent: an error is an error, and a slow client holds no question open."""

import gzip
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from typing import Annotated, BinaryIO, Final, Literal

from fastapi import APIRouter, Query, Request
from starlette.responses import Response, StreamingResponse

from dateline.records import Document
from dateline.store.queries.articles import documents
from dateline.views.exports import EXPORTS, LOST_IN_PARQUET, PARQUET
from dateline.views.http.answers import Format, Formats
from dateline.views.http.asked import Asked
from dateline.views.http.described import answering, answering_bytes
from dateline.views.http.problems import Refused
from dateline.views.http.replies import LEVEL, ZIPPED, etag, is_known, reply, takes_gzip, unchanged
from dateline.views.http.served_store import TooSlow
from dateline.views.http.service import Served
from dateline.views.http.whereabouts import without_folders

router: Final = APIRouter(tags=["exports"])

Name = Literal["jsonl", "csv", "parquet", "geojson", "plover", "polecat", "gdelt", "gdelt-mentions", "acled", "ucdp"]

SECONDS: Final = 120.0  # for one export
_BYTES: Final = 2_000_000_000  # of one export; beyond it the command line is the better way
_PIECE: Final = 262_144  # bytes that are sent at once
_TABLE: Final = ("text/csv; charset=utf-8", "csv")
_TABBED: Final = ("text/tab-separated-values; charset=utf-8", "tsv")
_KINDS: Final[dict[Name, tuple[str, str]]] = {
    "jsonl": ("application/jsonl", "jsonl"),
    "csv": _TABLE,
    "parquet": ("application/vnd.apache.parquet", "parquet"),
    "geojson": ("application/geo+json", "geojson"),
    "plover": ("application/jsonl", "jsonl"),
    "polecat": _TABBED,
    "gdelt": _TABBED,
    "gdelt-mentions": _TABBED,
    "acled": _TABLE,
    "ucdp": _TABLE,
}


@router.get("/exports", responses=answering(Formats))
def formats(request: Request, served: Served) -> Response:
    """The formats, and what each has no place for."""
    return reply(request, served.store, lambda: Formats(items=tuple(map(_format, _KINDS))))


def _format(name: Name) -> Format:
    media_type, ending = _KINDS[name]
    held = EXPORTS.get(name)
    lost, by_us = (held.lost, held.by_us) if held else (LOST_IN_PARQUET, ())
    return Format(name=name, media_type=media_type, file=f"claims.{ending}", lost=lost, by_us=by_us)


@router.get(
    "/exports/{name}",
    responses=answering_bytes(*sorted({kind for kind, _ in _KINDS.values()}), description="The file, as an attachment"),
)
def export(request: Request, served: Served, name: Name, asked: Annotated[Asked, Query()]) -> Response:
    """Claims as a file."""
    tag = etag(request, served.store)
    if is_known(request, tag):
        return unchanged(tag)
    zipped = takes_gzip(request) and name != PARQUET  # which is packed in itself
    counted, unfit = Counter[str](), Counter[str]()
    file = tempfile.TemporaryFile(prefix="dateline-export-")  # noqa: SIM115 -- without a name, so gone with its last use, come what may
    found = map(without_folders, documents(served.store.bounded(SECONDS), asked.filters()))
    _write(_bounded(found, counted), name, file, unfit=unfit, zipped=zipped)
    kind = _format(name)
    headers = {
        "ETag": tag,
        "Content-Type": kind.media_type,
        "Content-Disposition": f'attachment; filename="{kind.file}"',
        "Content-Length": str(file.tell()),
        "Dateline-Claims": str(counted["claims"]),
        "Dateline-Articles": str(counted["articles"]),
        "Dateline-Unfit": str(unfit.total()),
        **(ZIPPED if zipped else {}),
    }
    return StreamingResponse(_pieces(file), headers=headers)


def _bounded(found: Iterable[Document], counted: Counter[str]) -> Iterator[Document]:
    until = time.monotonic() + SECONDS
    for document in found:
        if time.monotonic() > until:
            raise TooSlow(f"the export takes more than {SECONDS:g} seconds; ask for less, or use `dateline export`")
        counted["articles"] += 1
        counted["claims"] += len(document.claims)
        yield document


def _write(found: Iterable[Document], name: Name, file: BinaryIO, *, unfit: Counter[str], zipped: bool) -> None:
    """Writes the file, and counts in `unfit` why claims are not in it."""
    if name == PARQUET:
        from dateline.views.parquet_file import write_parquet

        write_parquet(found, file)
        return
    written = 0
    with gzip.GzipFile(fileobj=file, mode="wb", compresslevel=LEVEL, mtime=0) if zipped else nullcontext(file) as out:
        for line in EXPORTS[name].lines(found, unfit):
            written += out.write(line)
            if written > _BYTES:
                raise Refused(503, f"the export is larger than {_BYTES:,} bytes; ask for less, or use `dateline export`")


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    with file:
        file.seek(0)
        while piece := file.read(_PIECE):
            yield piece
