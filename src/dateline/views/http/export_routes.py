"""Claims as files over HTTP. A file is written whole before it is sent: an error is an error, and a slow client holds no question open."""

import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Final, Literal

from fastapi import APIRouter, Query, Request
from starlette.background import BackgroundTask
from starlette.responses import FileResponse, Response

from dateline.records import Document
from dateline.store.queries.articles import documents
from dateline.views.exports import EXPORTS, LOST_IN_PARQUET, PARQUET
from dateline.views.http.answers import Format, Formats
from dateline.views.http.asked import Asked
from dateline.views.http.described import answering, answering_bytes
from dateline.views.http.problems import LATER, Refused
from dateline.views.http.replies import etag, is_known, reply, unchanged
from dateline.views.http.served_store import TooSlow
from dateline.views.http.service import Served

router: Final = APIRouter(tags=["exports"])

Name = Literal["jsonl", "csv", "parquet", "geojson", "plover", "polecat", "gdelt", "gdelt-mentions", "acled", "ucdp"]

SECONDS: Final = 120.0  # for one export
_BYTES: Final = 2_000_000_000  # of one export; beyond it the command line is the better way
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
    if not served.exporting.acquire(blocking=False):
        raise Refused(503, "too many exports are in hand", headers=LATER)
    file = Path(tempfile.mkstemp(prefix="dateline-export-")[1])
    try:
        counted = Counter[str]()
        found = _bounded(documents(served.store.bounded(SECONDS), asked.filters()), counted)
        unfit = _write(found, name, file)
    except BaseException:
        file.unlink()
        raise
    finally:
        served.exporting.release()
    kind = _format(name)
    told = {"Dateline-Claims": counted["claims"], "Dateline-Articles": counted["articles"], "Dateline-Unfit": unfit.total()}
    headers = {"ETag": tag, **{header: str(number) for header, number in told.items()}}
    return FileResponse(file, media_type=kind.media_type, filename=kind.file, headers=headers, background=BackgroundTask(file.unlink))


def _bounded(found: Iterable[Document], counted: Counter[str]) -> Iterator[Document]:
    until = time.monotonic() + SECONDS
    for document in found:
        if time.monotonic() > until:
            raise TooSlow(f"the export takes more than {SECONDS:g} seconds; ask for less, or use `dateline export`")
        counted["articles"] += 1
        counted["claims"] += len(document.claims)
        yield document


def _write(found: Iterable[Document], name: Name, file: Path) -> Counter[str]:
    """The file, and why claims are not in it."""
    unfit = Counter[str]()
    if name == PARQUET:
        from dateline.views.parquet_file import write_parquet

        write_parquet(found, file)
        return unfit
    written = 0
    with file.open("wb") as out:
        for line in EXPORTS[name].lines(found, unfit):
            written += out.write(line)
            if written > _BYTES:
                raise Refused(503, f"the export is larger than {_BYTES:,} bytes; ask for less, or use `dateline export`")
    return unfit
