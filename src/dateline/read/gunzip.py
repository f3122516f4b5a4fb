"""Gzip inflated as it is read, within bounds."""

import io
import zlib
from typing import BinaryIO, Final

from dateline.errors import BadInput, LimitExceeded
from dateline.read.limits import ReadLimits

MAGIC: Final = b"\x1f\x8b\x08"
_CHUNK: Final = 16_384  # zipped bytes taken at once
_JUDGED_AFTER: Final = 1_000_000  # inflated bytes: small files of blanks zip better than any bomb
_GZIP: Final = 31  # zlib's window bits for a gzip member with header and check sum


class Unzipped(io.RawIOBase):
    """The bytes of one gzip file, of one or many members.

    Damage does not raise: reading ends there, as if the file did, and `fault` says why, so that whatever was read before can stand. Bytes
    after the last member that begin no other one are passed over, as gzip itself does.
    """

    def __init__(self, zipped: BinaryIO, *, limits: ReadLimits, outer: "Unzipped | None" = None) -> None:
        super().__init__()
        self.fault: BadInput | None = None
        self.taken = 0  # zipped bytes
        self._given = 0  # inflated bytes
        self._zipped = zipped
        self._limits = limits
        self._outer = outer
        self._inflater = zlib.decompressobj(_GZIP)
        self._begun = False  # whether the inflater has seen a byte of its member
        self._over = False

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """How many bytes were put into `buffer`; 0 at the end."""
        view = memoryview(buffer).cast("B")
        while not self._over:
            chunk = self._inflated(len(view))
            self._given += len(chunk)
            if self._given > max(_JUDGED_AFTER, self._limits.unzip_ratio * self._all_taken()):
                self._end(LimitExceeded("gzip-bomb", f"more than {self._limits.unzip_ratio} bytes out per byte in"))
            elif chunk:
                view[: len(chunk)] = chunk
                return len(chunk)
        return 0

    def _all_taken(self) -> int:
        """Bytes taken from the file itself, below all layers of gzip."""
        return self._outer.taken if self._outer else self.taken

    def _inflated(self, most: int) -> bytes:
        """Up to `most` bytes; none at the seam between members, and where reading ends."""
        raw = self._inflater.unconsumed_tail or self._next_raw()
        if not raw:
            self._end(BadInput("truncated", "the gzip data ends too early") if self._begun else None)
            return b""
        try:
            chunk = self._inflater.decompress(raw, most)
        except zlib.error as error:
            # What follows a whole member and is no member itself is padding.
            self._end(BadInput("bad-gzip", str(error)) if self._begun or not self._given else None)
            return b""
        self._begun = True
        if self._inflater.eof:
            self._next_member(self._inflater.unused_data)
        return chunk

    def _next_raw(self) -> bytes:
        raw = self._left or self._zipped.read(_CHUNK)
        self.taken += 0 if self._left else len(raw)
        self._left = b""
        return raw

    _left = b""  # read beyond the end of the last member

    def _next_member(self, left: bytes) -> None:
        self._inflater = zlib.decompressobj(_GZIP)
        self._begun = False
        self._left = left

    def _end(self, fault: BadInput | None) -> None:
        self._over = True
        self.fault = self.fault or fault
