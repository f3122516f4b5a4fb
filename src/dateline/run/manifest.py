"""The manifest beside an output file: which inputs are in it and how far, where their lines stand, and what was counted."""

import datetime as dt
import os
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from dateline.errors import BadRecord, UsageError
from dateline.records import Dropped, Record, from_json, to_json
from dateline.run.tally import Counts


class Input(Record, frozen=True, kw_only=True):
    """What an input was when it was read: the same again is not coded again. `changed` is in nanoseconds since 1970."""

    path: str
    size: int
    changed: int


class Entry(Record, frozen=True, kw_only=True):
    """Input number `number`: its first `pages` pages are the bytes [`start`, `end`) of the output; `whole`: there are no more."""

    number: int
    input: Input
    pages: int
    start: int
    end: int
    whole: bool
    counts: Counts = Counts()


class Head(Record, frozen=True, kw_only=True):
    """The first line. `made` is a digest of all options; `today` the latest day of publication that was allowed."""

    schema: Literal["dateline.manifest/1"] = "dateline.manifest/1"
    made: str
    today: dt.date


class Manifest(Record, frozen=True, kw_only=True):
    """A manifest as read: one entry for each input, in the order of the output."""

    head: Head
    entries: tuple[Entry, ...] = ()


def beside(file: Path) -> Path:
    """Where the manifest of an output file stands."""
    return file.with_name(f"{file.name}.manifest")


def identity(source: str | Dropped) -> Input:
    """An input as it is now; standard input, and what cannot be looked at, is never the same again."""
    if isinstance(source, Dropped):
        return Input(path=source.path, size=0, changed=0)
    path = source.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    try:
        status = os.stat(source) if source != "-" else None  # noqa: PTH116 -- a name may be no Unicode
    except OSError:
        status = None
    if status is None:
        return Input(path=path, size=-1, changed=time.time_ns())
    return Input(path=path, size=status.st_size, changed=status.st_mtime_ns)


def manifest(file: Path, *, at: Path | None = None) -> Manifest | None:
    """The manifest of an output file, beside it or `at` another place; None where either is missing. UsageError where it is damaged.

    The last entry of an input holds. What was cut short is left out: half a last line, and entries of more bytes than the output has.
    """
    try:
        head, *lines = (at or beside(file)).read_bytes().split(b"\n")[:-1] or [b""]
        size = file.stat().st_size
    except FileNotFoundError:
        return None
    if not head:
        return None
    try:
        found = {entry.number: entry for entry in (from_json(line, Entry) for line in lines)}
        return Manifest(head=from_json(head, Head), entries=tuple(entry for entry in found.values() if entry.end <= size))
    except BadRecord as error:
        raise UsageError(f"{beside(file)} is damaged ({error}); remove it and the output beside it, and run again") from error


def lines_of(head: Head, entries: Sequence[Entry]) -> bytes:
    """A manifest, as it is written."""
    return b"".join(to_json(record) + b"\n" for record in (head, *entries))
