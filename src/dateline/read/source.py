"""An opened input: its bytes unzipped, its first bytes known, its size bounded."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final, cast

from dateline.errors import BadInput, LimitExceeded
from dateline.read.gunzip import MAGIC, Unzipped
from dateline.read.limits import ReadLimits
from dateline.records import Dropped, Page

HEAD: Final = 65_536  # bytes by which the kind is known
_GZIPS: Final = 2  # layers of gzip taken off: some tools zip what is zipped already; a third is no accident
_BUFFER: Final = 262_144


class Bounded(io.RawIOBase):
    """`head` and then the rest of a stream, up to a number of bytes; `fault` says that there were more."""

    def __init__(self, head: bytes, rest: BinaryIO, *, most: int) -> None:
        super().__init__()
        self.fault: LimitExceeded | None = None
        self._head = memoryview(head)
        self._rest = rest
        self._left = most

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """How many bytes were put into `buffer`; 0 at the end."""
        if self._left <= 0:
            self.fault = LimitExceeded("too-large", "the file holds more bytes than read.file_bytes allows")
            return 0
        view = memoryview(buffer).cast("B")[: self._left]
        chunk = self._head[: len(view)] or self._rest.read(len(view))
        self._head = self._head[len(chunk) :]
        view[: len(chunk)] = chunk
        self._left -= len(chunk)
        return len(chunk)


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """What a reader gets. `stream` stands at the first byte and gives the unzipped bytes; `head` is their beginning."""

    path: str  # as it is told to people; never opened
    name: str  # the file's name, or "" for standard input
    head: bytes
    stream: BinaryIO
    limits: ReadLimits
    zips: int  # layers of gzip that were taken off
    file: Path | None  # the file itself, where it can be opened again and read from any place
    faults: Callable[[], BadInput | None]  # what ended `stream` too early, once it has ended

    def at(self, member: str | int) -> str:
        """The path of a member of this input."""
        return f"{self.path}#{member}"

    def whole(self) -> bytes:
        """All bytes; raises LimitExceeded("too-large") beyond `read.page_bytes`, and BadInput where the stream is damaged."""
        content = self.stream.read(self.limits.page_bytes + 1)
        if len(content) > self.limits.page_bytes:
            raise LimitExceeded("too-large", f"more than {self.limits.page_bytes:,} bytes")
        self.ended()
        return content

    def ended(self) -> None:
        """To be called at the end of `stream`: raises BadInput where it ended too early."""
        if fault := self.faults():
            raise fault

    def dropped(self, member: str | int, error: BadInput) -> Dropped:
        """A member that did not become a page."""
        return Dropped(path=self.at(member), stage="read", reason=error.reason, detail=error.detail)


Reader = Callable[[Source], Iterator[Page | Dropped]]


def opened(raw: BinaryIO, *, path: str, name: str, file: Path | None, limits: ReadLimits) -> Source:
    """`raw` with up to two layers of gzip taken off; raises LimitExceeded("gzip-bomb") where there are more."""
    layers: list[Unzipped] = []
    head = _head(raw)
    stream = cast(BinaryIO, io.BufferedReader(Bounded(head, raw, most=limits.file_bytes), _BUFFER))
    while head.startswith(MAGIC):
        if len(layers) == _GZIPS:
            raise LimitExceeded("gzip-bomb", f"zipped more than {_GZIPS} times")
        layers.append(Unzipped(stream, limits=limits, outer=layers[0] if layers else None))
        inner = cast(BinaryIO, layers[-1])
        head = _head(inner)
        stream = cast(BinaryIO, io.BufferedReader(Bounded(head, inner, most=limits.file_bytes), _BUFFER))
    last = cast(Bounded, cast(io.BufferedReader, stream).raw)

    def faults() -> BadInput | None:
        return next((layer.fault for layer in layers if layer.fault), None) or last.fault

    if not head and (fault := faults()):
        raise fault
    return Source(path=path, name=name, head=head, stream=stream, limits=limits, zips=len(layers), file=file, faults=faults)


def _head(stream: BinaryIO) -> bytes:
    parts: list[bytes] = []
    missing = HEAD
    while missing and (part := stream.read(missing)):
        parts.append(part)
        missing -= len(part)
    return b"".join(parts)
