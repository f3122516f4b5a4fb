"""Web archives (WARC, as it is, gzipped, zstandard or LZ4): each answer of a server that holds text is a page."""

import io
import math
import mmap
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Final, cast

from fastwarc.warc import ArchiveIterator, WarcHeader, WarcRecord, WarcRecordType

from dateline.errors import BadInput, LimitExceeded
from dateline.read.gunzip import MAGIC
from dateline.read.http_body import body
from dateline.read.kinds import looks_like_html, readable, refuse_binary
from dateline.read.source import Source
from dateline.records import Dropped, Form, Page

_FORMS: Final[dict[str, Form]] = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "text"}
_UNSAID: Final = ("", "application/octet-stream", "unknown/unknown")  # types that say nothing: the content is looked at
_CODINGS: Final = (b"transfer-encoding", b"content-encoding")
_CODING_LENGTHS: Final = tuple(len(name) for name in _CODINGS)
_ANSWERS: Final = frozenset({200, 203, 206})  # of HTTP: a page is in them
_SNIFFED: Final = 1024  # bytes looked at for binary content: enough, and next to free
_MOST_DAMAGES: Final = 100  # places of one archive to start anew from; beyond this it is no archive
_PROBE: Final = 512  # zipped bytes that show whether a gzip member begins a record
_SUFFIXES: Final = (".gz", ".zst", ".lz4")
_JUDGED_AFTER: Final = 1_000_000  # unzipped bytes: small archives of blanks zip better than any bomb
_ZIPPED: Final = (MAGIC, b"\x28\xb5\x2f\xfd", b"\x5d\x2a\x4d\x18", b"\x04\x22\x4d\x18")


@dataclass(slots=True)
class _Course:
    """How far the reading of one archive has come, and what it passed over."""

    last: int = -1  # where the record at hand starts, in bytes of the file; -1 before the first
    unzipped: int = 0  # bytes of the records' blocks so far, as they declare them
    damages: int = 0
    types: Counter[str] = field(default_factory=Counter)
    statuses: Counter[str] = field(default_factory=Counter)


def warc_pages(source: Source) -> Iterator[Page | Dropped]:
    """The pages of the archive, in its order; at the end, counts of what else it holds.

    A page's path ends in `#` and the offset of its record, in bytes of the file as stored (where two layers of gzip were taken off, or from
    standard input, of the unzipped stream). After damage, reading starts anew at the next record, if the file can be searched for one.
    """
    file = source.file if source.zips <= 1 else None
    course = _Course()
    start: int | None = 0
    while start is not None:
        stood = course.last
        try:
            yield from _from(start, file=file, source=source, course=course)
            break
        except _CutShort:
            pass  # told where it was found
        except BadInput as error:
            yield source.dropped(course.last, error)
        except OSError as error:
            if start == 0 or course.last > stood:  # else it is the same damage, met again while looking for its end
                yield source.dropped(max(course.last, start), BadInput("bad-warc", str(error)))
        course.damages += 1
        start = _next_start(file, after=max(course.last, start)) if file and course.damages < _MOST_DAMAGES else None
    if course.last < 0 and not course.damages:
        raise BadInput("bad-warc", "no record in it")
    yield from _passed(source, course)
    if not file:
        source.ended()


class _CutShort(BadInput):
    """A record that is shorter than it says: it may have swallowed those behind it."""


class _Forward(io.RawIOBase):
    """A stream that cannot go back, but knows where it stands: FastWARC asks for that, and breaks where it gets no answer."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__()
        self._stream = stream
        self._at = 0

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """How many bytes were put into `buffer`; 0 at the end."""
        view = memoryview(buffer).cast("B")
        chunk = self._stream.read(len(view))
        view[: len(chunk)] = chunk
        self._at += len(chunk)
        return len(chunk)

    def tell(self) -> int:
        """Bytes given so far."""
        return self._at


def _from(start: int, *, file: Path | None, source: Source, course: _Course) -> Iterator[Page | Dropped]:
    if file is None:
        yield from _records(cast(BinaryIO, _Forward(source.stream)), source=source, course=course)
        return
    if start == 0 and _zipped(source) == file.name.lower().endswith(_SUFFIXES):  # by its path FastWARC is faster, and trusts the name
        yield from _records(file, source=source, course=course)
        return
    with file.open("rb") as stream:
        stream.seek(start)
        yield from _records(stream, source=source, course=course)


def _records(stream: Path | BinaryIO, *, source: Source, course: _Course) -> Iterator[Page | Dropped]:
    """What the records from here on give; raises OSError at a damaged one, and BadInput at one that must not be read past."""
    records = ArchiveIterator(stream, parse_http=False, fsspec_args=False)
    most, end = _most_unzipped(source), _end(source)
    for record in records:
        course.last = record.stream_pos
        course.unzipped += record.content_length
        if course.unzipped > most and end == math.inf:
            course.unzipped -= record.content_length
            raise LimitExceeded("gzip-bomb", f"the records claim more than {most:,} bytes")
        try:
            if record.stream_pos + record.content_length > end:
                raise _CutShort("truncated", f"the record says {record.content_length:,} bytes, more than the file has")
            page = _page(record, source=source, course=course)
        except _CutShort as error:
            yield source.dropped(record.stream_pos, error)
            raise
        except BadInput as error:
            yield source.dropped(record.stream_pos, error)
            continue
        if page:
            yield page


def _zipped(source: Source) -> bool:
    return source.zips > 0 or source.head.startswith(_ZIPPED)


def _end(source: Source) -> float:
    """Behind which byte no record can end: that is known for a file that is not zipped."""
    return source.file.stat().st_size if source.file and not _zipped(source) else math.inf


def _most_unzipped(source: Source) -> int:
    """How many bytes all records together may hold."""
    if not source.file or not _zipped(source):
        return source.limits.file_bytes
    return min(source.limits.file_bytes, max(_JUDGED_AFTER, source.limits.unzip_ratio * source.file.stat().st_size))


def _page(record: WarcRecord, *, source: Source, course: _Course) -> Page | None:
    """The record's page; None where it is of another kind (then it is counted, if it holds something that was fetched)."""
    kind = record.record_type
    if kind == WarcRecordType.response:
        return _answer(record, source=source, course=course)
    if kind in (WarcRecordType.resource, WarcRecordType.conversion):
        return _stored(record, source=source, course=course)
    return None


def _answer(record: WarcRecord, *, source: Source, course: _Course) -> Page | None:
    try:
        record.parse_http(auto_decode="none")
    except OSError as error:
        raise BadInput("bad-warc", f"the HTTP headers: {error}") from error
    if not record.is_http_parsed:
        if record.content_length or not record.headers.get(WarcHeader.CONTENT_TYPE):
            raise _CutShort("truncated", "the record ends within its headers")
        return _stored(record, source=source, course=course)
    headers = record.http_headers
    if headers.status_code is None:
        raise _CutShort("truncated", "the record ends within its HTTP headers")
    if headers.status_code not in _ANSWERS:
        course.statuses[str(headers.status_code)] += 1
        return None
    stated = (record.http_content_type or "").lower()
    if not _wanted(stated, record, course):
        return None
    content = _read(record, most=source.limits.page_bytes)
    codings = _codings(record)
    if codings:
        transfer, coding = codings.get(b"transfer-encoding", ""), codings.get(b"content-encoding", "")
        content = body(content, transfer=transfer, coding=coding, most=source.limits.page_bytes)
    return _made(record, content, stated, encoding=record.http_charset, source=source, course=course)


def _codings(record: WarcRecord) -> dict[bytes, str]:
    """The HTTP headers that tell how the body is coded. Asking FastWARC for each by name takes several times as long."""
    return {
        lower: value.decode("latin-1")
        for name, value in record.http_headers.items_bytes()
        if len(name) in _CODING_LENGTHS and (lower := name.lower()) in _CODINGS
    }


def _stored(record: WarcRecord, *, source: Source, course: _Course) -> Page | None:
    """A record that holds its content without the HTTP message around it, as WET files and some crawlers do."""
    stated, _, parameters = (record.headers.get(WarcHeader.CONTENT_TYPE) or "").lower().partition(";")
    if not _wanted(stated.strip(), record, course):
        return None
    content = _read(record, most=source.limits.page_bytes)
    charset = parameters.partition("charset=")[2].strip(" \"'") or None
    return _made(record, content, stated.strip(), encoding=charset, source=source, course=course)


def _wanted(stated: str, record: WarcRecord, course: _Course) -> bool:
    if stated not in _FORMS and stated not in _UNSAID:
        course.types[stated] += 1
        return False
    if stated == "text/plain" and (record.headers.get(WarcHeader.WARC_TARGET_URI) or "").endswith("/robots.txt"):
        course.types["robots.txt"] += 1  # every crawl has them, and they are for robots
        return False
    return True


def _read(record: WarcRecord, *, most: int) -> bytes:
    length = record.content_length
    if length > most:
        raise LimitExceeded("too-large", f"{length:,} bytes")
    content: bytes = record.reader.read(length) if record.reader else b""
    if len(content) < length:
        raise _CutShort("truncated", f"the record says {length:,} bytes and has {len(content):,}")
    return content


def _made(record: WarcRecord, content: bytes, stated: str, *, encoding: str | None, source: Source, course: _Course) -> Page | None:
    head = content[:_SNIFFED]
    form = _FORMS.get(stated)
    if form is None:
        try:
            refuse_binary(head)
        except BadInput:
            course.types[stated or "no type"] += 1
            return None
        form = "html" if looks_like_html(readable(head)) else "text"
    if not head.startswith(b"<"):  # what begins with a tag begins as no binary format does
        refuse_binary(head)
    return Page(
        path=source.at(record.stream_pos),
        content=content,
        form=form,
        encoding=encoding,
        key=record.record_id,
        url=record.headers.get(WarcHeader.WARC_TARGET_URI),
        fetched=record.record_date,
    )


def _passed(source: Source, course: _Course) -> Iterator[Dropped]:
    for reason, counts in (("http-status", course.statuses), ("not-text", course.types)):
        for what, count in sorted(counts.items()):
            yield Dropped(path=source.path, stage="read", reason=reason, detail=f"{what}: {count}")


def _next_start(file: Path, *, after: int) -> int | None:
    """Where the next record begins behind the byte `after`; None where there is none."""
    with file.open("rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as content:
        magic = next((magic for magic in _ZIPPED if content[:4].startswith(magic)), b"\nWARC/")
        at = content.find(magic, after + 1)
        while at >= 0:
            if magic == b"\nWARC/":
                return at + 1
            if magic != MAGIC or _begins_record(content[at : at + _PROBE]):
                return at
            at = content.find(magic, at + 1)
    return None


def _begins_record(zipped: bytes) -> bool:
    try:
        return zlib.decompressobj(31).decompress(zipped, 16).startswith(b"WARC/")
    except zlib.error:
        return False
