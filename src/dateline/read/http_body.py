"""The body of an HTTP message, with its codings undone as far as they are really there."""

import io
import zlib
from typing import Final

from fastwarc.stream_io import BrotliReader, ZstdReader

from dateline.errors import BadInput, LimitExceeded

_CHUNK_HEAD: Final = 200  # bytes at most: a size in hexadecimal and extensions that nobody uses
_DEFLATES: Final = {"gzip": (31,), "x-gzip": (31,), "deflate": (15, -15)}  # zlib's window bits; servers send deflate bare, too
_READERS: Final = {"br": BrotliReader, "zstd": ZstdReader}


def body(content: bytes, *, transfer: str, coding: str, most: int) -> bytes:
    """`content` with chunks joined and codings undone.

    Archives often keep the headers of a body that they store decoded: what is not coded as it says is taken as it is. Raises
    LimitExceeded("too-large") where it grows beyond `most` bytes, and BadInput("truncated") where a coding breaks off.
    """
    if "chunked" in transfer.lower():
        content = _joined(content)
    for name in reversed(coding.lower().split(",")):
        content = _decoded(content, name.strip(), most=most)
    return content


def _joined(content: bytes) -> bytes:
    parts: list[bytes] = []
    at = 0
    while at < len(content):
        end = content.find(b"\n", at, at + _CHUNK_HEAD)
        size = _size(content[at:end]) if end >= 0 else None
        if size is None:
            if parts:
                raise BadInput("truncated", "the chunks of the body break off")
            return content
        if size == 0:
            break
        if end + 1 + size > len(content):
            raise BadInput("truncated", "the last chunk of the body is shorter than it says")
        parts.append(content[end + 1 : end + 1 + size])
        at = end + 1 + size
        at += 2 if content.startswith(b"\r\n", at) else 1
    return b"".join(parts)


def _size(head: bytes) -> int | None:
    digits = head.partition(b";")[0].strip()
    try:
        return int(digits, 16) if digits.isalnum() else None
    except ValueError:
        return None


def _decoded(content: bytes, coding: str, *, most: int) -> bytes:
    if coding in _READERS:
        return _read(content, coding, most=most)
    for bits in _DEFLATES.get(coding, ()):
        inflater = zlib.decompressobj(bits)
        try:
            plain = inflater.decompress(content, most + 1)
        except zlib.error:
            continue
        if len(plain) > most:
            raise LimitExceeded("too-large", f"more than {most:,} bytes, unzipped")
        if not inflater.eof:
            raise BadInput("truncated", f"the body's {coding} breaks off")
        return plain
    return content


def _read(content: bytes, coding: str, *, most: int) -> bytes:
    try:
        plain = bytes(_READERS[coding](io.BytesIO(content)).read(most + 1))
    except OSError:
        return content
    if len(plain) > most:
        raise LimitExceeded("too-large", f"more than {most:,} bytes, decoded")
    return plain
