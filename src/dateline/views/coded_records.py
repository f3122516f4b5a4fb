"""Coded records: those that a file holds, or those that coding it gives."""

import datetime as dt
import re
from collections.abc import Iterator
from contextlib import closing, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, Final

from dateline.errors import BadInput, BadRecord, UsageError
from dateline.read.source import Source, opened
from dateline.records import SCHEMA, Document, Dropped, from_json
from dateline.run.recipe import Recipe
from dateline.run.spread import Sources, spread

_CODED: Final = re.compile(rb'\s*\{\s*"schema"\s*:\s*"' + re.escape(SCHEMA.encode()) + rb'"')


def records(sources: Sources, recipe: Recipe, *, today: dt.date) -> Iterator[Document]:
    """The records of all sources in order: read where they are `dateline code`'s JSON lines, zipped or not, and coded where they are pages.

    `sources.stdin` must be seekable. UsageError names the line that is no record.
    """
    for source in sources.found:
        if is_coded(source, sources):
            yield from held(str(source), sources)
        else:
            placed = replace(sources, found=[source]).pages()
            yield from (document for _, document in spread(placed, recipe, today=today, processes=1))


def is_coded(source: str | Dropped, sources: Sources) -> bool:
    """Whether a source holds `dateline code`'s JSON lines, zipped or not."""
    if isinstance(source, Dropped) or sources.kind is not None:
        return False
    try:
        with _opened(source, sources) as raw:
            return _CODED.match(_unzipped(raw, source, sources).head) is not None
    except (OSError, BadInput):
        return False  # the reader tells why
    finally:
        if source == "-" and sources.stdin is not None:
            sources.stdin.seek(0)


def held(source: str, sources: Sources) -> Iterator[Document]:
    """The records that a file holds, in order. UsageError names the line that is no record."""
    with _opened(source, sources) as raw:
        for number, line in enumerate(_unzipped(raw, source, sources).stream, start=1):
            if not line.strip():
                continue
            try:
                yield from_json(line, Document)
            except BadRecord as error:
                raise UsageError(f"line {number} of {source} is no record of `dateline code`: {error}") from error


def _opened(source: str, sources: Sources) -> closing[BinaryIO] | nullcontext[BinaryIO]:
    return nullcontext(sources.stdin) if source == "-" and sources.stdin is not None else closing(Path(source).open("rb", buffering=0))


def _unzipped(raw: BinaryIO, source: str, sources: Sources) -> Source:
    return opened(raw, path=source, name="", file=None, limits=sources.limits)
