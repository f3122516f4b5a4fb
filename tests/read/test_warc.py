import datetime as dt
import gzip
import zlib
from pathlib import Path
from typing import Final

import msgspec
import pytest

from dateline.errors import BadInput
from dateline.read import pages
from dateline.read.http_body import body
from dateline.read.limits import ReadLimits
from dateline.records import Dropped, Page

LIMITS: Final = ReadLimits()
PARAGRAPH: Final = b"<p>Two soldiers were wounded on Monday when their patrol came under fire, the army said.</p>"


def _page(number: int) -> bytes:
    return b"<html><body><h1>%d</h1>" % number + PARAGRAPH * 5 + b"</body></html>"


def _record(
    payload: bytes, *, url: str, headers: str = "Content-Type: text/html", length: int | None = None, status: str = "200 OK"
) -> bytes:
    http = f"HTTP/1.1 {status}\r\n{headers}\r\n\r\n".encode() + payload
    head = f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Date: 2024-03-05T06:07:08Z\r\nWARC-Target-URI: {url}\r\n"
    head += f"Content-Type: application/http;msgtype=response\r\nContent-Length: {len(http) if length is None else length}\r\n\r\n"
    return head.encode() + http + b"\r\n\r\n"


def _read(file: Path, content: bytes, limits: ReadLimits = LIMITS) -> tuple[list[Page], list[Dropped]]:
    file.write_bytes(content)
    found = list(pages(file, limits=limits))
    return [one for one in found if isinstance(one, Page)], [one for one in found if isinstance(one, Dropped)]


def _urls(found: list[Page]) -> list[str | None]:
    return [page.url for page in found]


GOOD: Final = [_record(_page(number), url=f"https://delta.example/{number}") for number in range(3)]


@pytest.fixture(params=[False, True], ids=["plain", "gzipped"])
def zipped(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


def _joined(records: list[bytes], *, zipped: bool) -> bytes:
    return b"".join(gzip.compress(record) if zipped else record for record in records)


def test_pages_come_out_and_the_rest_is_counted_by_what_it_is(tmp_path: Path, zipped: bool) -> None:
    page = _record(_page(0), url="https://delta.example/0", headers="Content-Type: text/html; charset=latin-1")
    picture = _record(b"GIF89a" + bytes(50), url="https://delta.example/1", headers="Content-Type: image/gif")
    moved = _record(b"", url="https://delta.example/2", status="301 Moved")
    request = page.replace(b"WARC-Type: response", b"WARC-Type: request")
    revisit = page.replace(b"WARC-Type: response", b"WARC-Type: revisit")
    text = (
        b"WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: https://delta.example/3\r\nContent-Type: text/plain\r\nContent-Length: 23"
    )
    text += b"\r\n\r\nRain fell in the hills.\r\n\r\n"
    unsaid = _record(_page(4), url="https://delta.example/4", headers="Server: x")
    records = [request, page, picture, moved, revisit, text, unsaid]
    found, dropped = _read(tmp_path / "crawl.warc", _joined(records, zipped=zipped))
    assert [(page.url, page.form, page.content) for page in found] == [
        ("https://delta.example/0", "html", _page(0)),
        ("https://delta.example/3", "text", b"Rain fell in the hills."),
        ("https://delta.example/4", "html", _page(4)),
    ]
    assert found[0].fetched == dt.datetime(2024, 3, 5, 6, 7, 8, tzinfo=dt.UTC)
    assert found[0].encoding
    assert [(drop.reason, drop.detail) for drop in dropped] == [("http-status", "301: 1"), ("not-text", "image/gif: 1")]


def test_a_path_names_the_record_by_its_offset_in_the_file(tmp_path: Path, zipped: bool) -> None:
    file = tmp_path / "crawl.warc"
    found, _ = _read(file, _joined(GOOD, zipped=zipped))
    for page in found:
        start = int(page.path.partition("#")[2])
        head = file.read_bytes()[start:]
        assert (zlib.decompressobj(31).decompress(head, 5) if zipped else head).startswith(b"WARC/")


@pytest.mark.parametrize("length", [9, 60, 800, 5_000, 10**15])
def test_a_record_of_the_wrong_length_costs_no_other_record(tmp_path: Path, zipped: bool, length: int) -> None:
    wrong = _record(_page(9), url="https://delta.example/wrong", length=length)
    found, dropped = _read(tmp_path / "crawl.warc", _joined([GOOD[0], wrong, *GOOD[1:]], zipped=zipped))
    assert [url for url in _urls(found) if url != "https://delta.example/wrong"] == [f"https://delta.example/{n}" for n in range(3)]
    assert dropped
    assert {drop.reason for drop in dropped} <= {"truncated", "bad-warc", "empty", "gzip-bomb", "http-status"}


def test_garbage_between_records_costs_no_record(tmp_path: Path) -> None:
    found, dropped = _read(tmp_path / "crawl.warc", GOOD[0] + b"garbage\r\n" * 20 + GOOD[1] + GOOD[2])
    assert len(found) == 3
    assert [drop.reason for drop in dropped] == ["bad-warc"]


def test_a_damaged_gzip_member_costs_only_its_record(tmp_path: Path) -> None:
    members = [bytearray(gzip.compress(record)) for record in GOOD]
    members[1][60] ^= 0xFF
    found, dropped = _read(tmp_path / "crawl.warc.gz", b"".join(members))
    assert _urls(found) == ["https://delta.example/0", "https://delta.example/2"]
    assert [drop.reason for drop in dropped] == ["bad-warc"]


def test_a_cut_archive_keeps_what_came_before(tmp_path: Path, zipped: bool) -> None:
    whole = _joined(GOOD, zipped=zipped)
    for cut in (30, 120):
        found, dropped = _read(tmp_path / "crawl.warc", whole[: len(whole) - cut])
        assert _urls(found) == ["https://delta.example/0", "https://delta.example/1"]
        assert [drop.reason for drop in dropped] == ["truncated"]


def test_a_record_that_inflates_to_much_is_no_page_and_costs_no_other(tmp_path: Path) -> None:
    bomb = gzip.compress(_record(bytes(100_000_000), url="https://delta.example/bomb"), 9)
    file = tmp_path / "crawl.warc.gz"
    found, dropped = _read(file, gzip.compress(GOOD[0]) + bomb + gzip.compress(GOOD[1]))
    assert _urls(found) == ["https://delta.example/0", "https://delta.example/1"]
    assert [drop.reason for drop in dropped] == ["gzip-bomb"]


def test_a_large_page_is_dropped_and_not_held(tmp_path: Path) -> None:
    limits = msgspec.structs.replace(LIMITS, page_bytes=1000)
    large = _record(b"<p>" + b"x" * 2000, url="https://delta.example/large")
    found, dropped = _read(tmp_path / "crawl.warc", GOOD[0] + large + GOOD[1], limits)
    assert len(found) == 2
    assert [(drop.reason, drop.path.partition("#")[2]) for drop in dropped] == [("too-large", str(len(GOOD[0])))]


@pytest.mark.parametrize(
    ("headers", "payload"),
    [
        ("Content-Encoding: gzip", gzip.compress(_page(7))),
        ("Content-Encoding: deflate", zlib.compress(_page(7))),
        ("Content-Encoding: gzip", _page(7)),
        ("Content-Encoding: br", _page(7)),
        ("Content-Encoding: own", _page(7)),
        ("Transfer-Encoding: chunked", b"5\r\n<html\r\n%x;a=b\r\n%b\r\n0\r\n\r\n" % (len(_page(7)) - 5, _page(7)[5:])),
        ("Transfer-Encoding: chunked", _page(7)),
    ],
)
def test_a_body_is_decoded_as_far_as_it_is_coded(tmp_path: Path, headers: str, payload: bytes) -> None:
    record = _record(payload, url="https://delta.example/coded", headers=f"Content-Type: text/html\r\n{headers}")
    found, dropped = _read(tmp_path / "crawl.warc", record + GOOD[0])
    assert [page.content for page in found] == [_page(7), _page(0)]
    assert not dropped


def test_a_body_that_is_a_bomb_or_breaks_off_costs_no_other_record(tmp_path: Path) -> None:
    coded = "Content-Type: text/html\r\nContent-Encoding: gzip"
    bomb = _record(gzip.compress(bytes(50_000_000), 9), url="https://delta.example/bomb", headers=coded)
    cut = _record(gzip.compress(_page(7))[:-20], url="https://delta.example/cut", headers=coded)
    found, dropped = _read(tmp_path / "crawl.warc", bomb + cut + GOOD[0])
    assert _urls(found) == ["https://delta.example/0"]
    assert [drop.reason for drop in dropped] == ["too-large", "truncated"]


def test_a_picture_that_says_it_is_a_page_is_dropped(tmp_path: Path) -> None:
    found, dropped = _read(tmp_path / "crawl.warc", _record(b"\x89PNG\r\n\x1a\n" + bytes(200), url="https://delta.example/x.html"))
    assert not found
    assert [drop.reason for drop in dropped] == ["binary"]


def test_a_body_in_chunks_that_break_off_is_refused() -> None:
    with pytest.raises(BadInput, match="truncated"):
        body(b"5\r\nhello\r\n20\r\nworld", transfer="chunked", coding="", most=1000)
