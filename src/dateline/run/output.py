"""A file of coded pages that outlives whatever stops its run: a part and its manifest grow side by side, and become the file at the end."""

import os
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import BinaryIO, Final, Self

import msgspec

from dateline.errors import UsageError
from dateline.records import Document
from dateline.run.manifest import Entry, Head, Input, beside, lines_of
from dateline.run.spread import At
from dateline.run.tally import Tally

try:
    import fcntl
except ImportError:  # not a Unix system: nothing keeps two runs apart
    fcntl = None  # type: ignore[assignment]

_KEPT_EVERY: Final = 1.0  # seconds of work that may be lost
_CHUNK: Final = 1 << 20


def part_of(file: Path) -> Path:
    """Where the lines go before the run is whole."""
    return file.with_name(f"{file.name}.part")


class Output:
    """The part of one run. `begun` are the entries that it has already; `old`, by input, those of an earlier whole file, copied from it."""

    def __init__(
        self, file: Path, *, head: Head, first: bytes, inputs: Sequence[Input], begun: Sequence[Entry], old: Mapping[Input, Entry]
    ) -> None:
        self._file, self._part, self._inputs, self._old = file, part_of(file), inputs, old
        start = begun[-1].end if begun else 0
        self._lines = _locked(self._part)
        _replaced(beside(self._part), lines_of(head, begun))
        self._lines.truncate(start)
        self._lines.seek(start)
        self._journal = beside(self._part).open("ab")
        self._kept = time.monotonic()
        self._unkept: list[Entry] = []
        self._tally = Tally()
        for entry in begun:
            self._tally.include(entry.counts)
        self._end = start
        if not begun:
            self._write(first)
        self._entry = begun[-1] if begun and not begun[-1].whole else self._begin(len(begun))
        self._counted = _tally(self._entry)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """What is done stays on the disk; nothing where the run is whole."""
        if not self._lines.closed:
            self._keep()
            self._lines.close()
            self._journal.close()

    @property
    def tally(self) -> Tally:
        """What is counted in the file so far."""
        return self._tally

    @property
    def wanted(self) -> dict[int, int]:
        """By source what `Sources.pages` need not give again."""
        done = dict.fromkeys(range(self._entry.number), -1)
        copied = {number: -1 for number, one in enumerate(self._inputs) if number > self._entry.number and one in self._old}
        now = -1 if self._entry.whole else self._entry.pages
        return done | copied | {self._entry.number: now}

    def add(self, at: At, lines: bytes, document: Document) -> None:
        """Appends the lines of one page."""
        while self._entry.number < at.source:
            self._next()
        self._write(lines)
        self._tally.add(document)
        self._counted.add(document)
        self._entry = msgspec.structs.replace(self._entry, pages=at.page + 1, end=self._end)
        if time.monotonic() - self._kept > _KEPT_EVERY:
            self._keep()

    def finish(self) -> None:
        """The part becomes the file, in one step."""
        while self._entry.number < len(self._inputs):
            self._next()
        self._keep()
        self._lines.close()
        self._journal.close()
        self._part.replace(self._file)
        beside(self._part).replace(beside(self._file))

    def _begin(self, number: int) -> Entry:
        """The entry of an input, its lines copied where an earlier file has them."""
        mine = self._inputs[number] if number < len(self._inputs) else Input(path="", size=-1, changed=0)
        old = self._old.get(mine)
        empty = Entry(number=number, input=mine, pages=0, start=self._end, end=self._end, whole=False)
        if old is None:
            return empty
        with self._file.open("rb") as lines:
            lines.seek(old.start)
            left = old.end - old.start
            while left and (chunk := lines.read(min(left, _CHUNK))):
                self._write(chunk)
                left -= len(chunk)
        self._tally.include(old.counts)
        return msgspec.structs.replace(empty, pages=old.pages, end=self._end, whole=True, counts=old.counts)

    def _next(self) -> None:
        """The input is whole; on to the next."""
        self._unkept.append(self._snapshot(whole=True))
        self._entry = self._begin(self._entry.number + 1)
        self._counted = _tally(self._entry)

    def _snapshot(self, *, whole: bool) -> Entry:
        return msgspec.structs.replace(self._entry, whole=whole, counts=self._counted.counts())

    def _write(self, lines: bytes) -> None:
        self._lines.write(lines)
        self._end += len(lines)

    def _keep(self) -> None:
        """First the lines, then the entries that vouch for them, each forced to the disk."""
        now = [self._snapshot(whole=self._entry.whole)] if self._entry.number < len(self._inputs) and self._entry.pages else []
        for stream, data in (
            (self._lines, b""),
            (self._journal, b"".join(msgspec.json.encode(one) + b"\n" for one in [*self._unkept, *now])),
        ):
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        self._unkept.clear()
        self._kept = time.monotonic()


def _tally(entry: Entry) -> Tally:
    tally = Tally()
    tally.include(entry.counts)
    return tally


def _locked(file: Path) -> BinaryIO:
    """The file, open for this process alone where the system can say so; UsageError where another has it."""
    stream = os.fdopen(os.open(file, os.O_RDWR | os.O_CREAT, 0o666), "r+b")
    if fcntl is not None:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            stream.close()
            raise UsageError(f"another run is writing {file}") from error
    return stream


def _replaced(file: Path, content: bytes) -> None:
    """Writes a file that is never seen half written."""
    new = file.with_name(f"{file.name}.new")
    new.write_bytes(content)
    new.replace(file)
