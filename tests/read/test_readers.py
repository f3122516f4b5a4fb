"""What holds for every reader, whatever it reads."""

import gzip
import io
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.errors import NoSuchInput
from dateline.read import KINDS, pages
from dateline.read.limits import ReadLimits
from dateline.records import Document, Dropped, Page, to_json
from dateline.records.reasons import REASONS

LIMITS: Final = ReadLimits()
STORY: Final = (
    "Two soldiers were wounded on Monday when their patrol came under fire near Tamar Bridge, the army said. "
    "The governor told reporters that the shots came from the other bank of the river.\n\n"
    "Nobody has claimed the attack. A witness spoke of three men in a white lorry, and of a fourth who waited by the ferry. "
    "The road was shut until Tuesday evening, and the market at Low Ferry with it, said Amina Sarkis, who sells bread there.\n"
)
PARAGRAPHS: Final = "".join(f"<p>{paragraph.strip()}</p>" for paragraph in STORY.split("\n\n"))
HTML: Final = f"<!DOCTYPE html><html><head><title>Patrol fired on</title></head><body><article>{PARAGRAPHS}</article></body></html>"


def warc_record(payload: bytes, *, url: str = "https://delta.example/patrol", content_type: str = "text/html") -> bytes:
    http = f"HTTP/1.1 200 OK\r\nContent-Type: {content_type}\r\nContent-Length: {len(payload)}\r\n\r\n".encode() + payload
    head = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:0>\r\nWARC-Date: 2024-03-05T06:07:08Z\r\nWARC-Target-URI: {url}\r\n"
        f"Content-Type: application/http;msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


SAMPLES: Final[dict[str, tuple[str, bytes]]] = {
    "text": ("patrol.txt", STORY.encode()),
    "html": ("patrol.html", HTML.encode()),
    "warc": ("crawl.warc", warc_record(HTML.encode())),
    "feed": (
        "feed.xml",
        (
            '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
            "<title>Delta Post</title>"
            f"<item><title>Patrol fired on</title><content:encoded><![CDATA[{PARAGRAPHS}]]></content:encoded></item></channel></rss>"
        ).encode(),
    ),
    "newsml": (
        "item.xml",
        (
            '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:delta:1">'
            "<contentMeta><headline>Patrol fired on</headline></contentMeta>"
            f'<contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body>{PARAGRAPHS}</body></html></inlineXML></contentSet></newsItem>'
        ).encode(),
    ),
    "nitf": ("item.nitf", f"<nitf><body><body.content>{PARAGRAPHS}</body.content></body></nitf>".encode()),
    "ninjs": ("item.json", json.dumps({"uri": "urn:delta:1", "headline": "Patrol fired on", "body_xhtml": PARAGRAPHS}).encode()),
    "jsonl": ("stories.jsonl", json.dumps({"id": "1", "text": STORY}).encode() + b"\n"),
    "csv": ("stories.csv", b'id,text\r\n1,"' + STORY.encode() + b'"\r\n'),
}


def read(path: Path | str, kind: str | None = None) -> list[Page | Dropped]:
    return list(pages(path, kind=kind, limits=LIMITS))


@pytest.fixture(params=SAMPLES)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def sample(kind: str, tmp_path: Path) -> Path:
    name, content = SAMPLES[kind]
    (tmp_path / name).write_bytes(content)
    return tmp_path / name


def _only_page(found: list[Page | Dropped]) -> Page:
    (page,) = found
    assert isinstance(page, Page), page
    return page


def test_every_kind_has_a_sample() -> None:
    assert tuple(SAMPLES) == KINDS


def test_a_sample_becomes_the_page_that_it_holds(sample: Path) -> None:
    page = _only_page(read(sample))
    assert "Nobody has claimed the attack." in page.content.decode()
    assert page.path.startswith(str(sample))


def test_the_content_counts_more_than_the_name(sample: Path, kind: str) -> None:
    other = sample.with_name("unnamed.dat")
    sample.rename(other)
    assert _only_page(read(other)).content == _only_page(read(other, kind=kind)).content


@pytest.mark.parametrize("times", [1, 2])
def test_gzip_changes_nothing(sample: Path, times: int) -> None:
    plain = _only_page(read(sample))
    zipped = sample.with_name(sample.name + ".gz")
    content = sample.read_bytes()
    for _ in range(times):
        content = gzip.compress(content)
    zipped.write_bytes(content)
    page = _only_page(read(zipped))
    assert (page.content, page.form, page.given) == (plain.content, plain.form, plain.given)


def test_gzip_members_one_after_the_other_are_one_file(sample: Path, kind: str) -> None:
    content = sample.read_bytes()
    half = len(content) if kind == "warc" else len(content) // 2  # records are never split
    zipped = sample.with_name("parts.gz")
    zipped.write_bytes(gzip.compress(content[:half]) + gzip.compress(content[half:]))
    assert _only_page(read(zipped)).content == _only_page(read(sample)).content


def test_standard_input_is_read_like_a_file(sample: Path) -> None:
    page = _only_page(list(pages("-", limits=LIMITS, stdin=io.BytesIO(sample.read_bytes()))))
    assert page.content == _only_page(read(sample)).content
    assert page.path.partition("#")[0] == "-"


def test_a_truncated_gzip_is_told_and_half_a_page_is_none(sample: Path) -> None:
    zipped = sample.with_name("cut.gz")
    whole = gzip.compress(sample.read_bytes())
    for cut in (20, len(whole) // 2):
        zipped.write_bytes(whole[:cut])
        (drop, *more) = read(zipped)
        assert isinstance(drop, Dropped)
        assert not [page for page in more if isinstance(page, Page)]
        assert drop.reason in ("truncated", "bad-json", "empty", "bad-warc", "no-text-column")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 20, "binary"),
        (b"\x89PNG\r\n\x1a\n" + bytes(2000), "binary"),
        (b"PK\x03\x04" + bytes(range(256)) * 8, "binary"),
        (bytes(range(256)) * 100, "binary"),
        (bytes(5000), "binary"),
    ],
)
def test_what_is_no_text_is_dropped_under_every_name_and_kind(kind: str, tmp_path: Path, content: bytes, reason: str) -> None:
    file = tmp_path / SAMPLES[kind][0]
    file.write_bytes(content)
    for told in (None, kind):
        (drop,) = read(file, told)
        assert isinstance(drop, Dropped)
        assert drop.reason == reason or (told == "warc" and drop.reason == "bad-warc")
        assert drop.path.startswith(str(file))


def test_every_kind_refuses_more_than_its_limit(sample: Path, kind: str) -> None:
    found = list(pages(sample, kind=kind, limits=msgspec.structs.replace(LIMITS, page_bytes=60)))
    assert not [page for page in found if isinstance(page, Page)]
    assert isinstance(found[0], Dropped)
    assert found[0].reason == "too-large"


def test_a_bomb_ends_early(kind: str, tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.gz"
    bomb.write_bytes(gzip.compress(SAMPLES[kind][1] + (b"x" if kind == "warc" else b" ") * 60_000_000, 9))
    found = list(pages(bomb, kind=kind, limits=LIMITS))
    if kind in ("warc", "jsonl"):  # what stands before the bomb stays
        assert isinstance(found[0], Page)
    assert any(isinstance(one, Dropped) and one.reason in ("gzip-bomb", "too-large", "bad-warc") for one in found)


def test_a_third_layer_of_gzip_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "thrice.gz"
    file.write_bytes(gzip.compress(gzip.compress(gzip.compress(STORY.encode()))))
    (drop,) = read(file)
    assert isinstance(drop, Dropped)
    assert drop.reason == "gzip-bomb"


def test_an_unknown_kind_is_refused_with_the_known_ones() -> None:
    with pytest.raises(NoSuchInput, match=r"text, html, warc.*found 'tablet'"):
        pages("x", kind="tablet", limits=LIMITS)


def test_a_file_that_is_gone_or_forbidden_is_unreadable(tmp_path: Path) -> None:
    for path in (tmp_path / "gone.txt", tmp_path):
        (drop,) = read(path)
        assert isinstance(drop, Dropped)
        assert drop.reason == "unreadable"


def test_a_name_that_is_no_utf8_can_still_be_written(tmp_path: Path) -> None:
    name = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")
    Path(name).write_text(STORY, encoding="utf-8")
    page = _only_page(read(name))
    page.path.encode("utf-8")
    assert page.path.endswith("caf\ufffd.txt")


def test_only_so_many_pages_are_taken_from_one_file(tmp_path: Path) -> None:
    file = tmp_path / "many.jsonl"
    file.write_text('{"text": "Rain fell in the hills."}\n' * 10, encoding="utf-8")
    found = list(pages(file, limits=msgspec.structs.replace(LIMITS, pages_per_file=3)))
    assert [isinstance(one, Page) for one in found] == [True, True, True, False]
    assert isinstance(found[3], Dropped)
    assert found[3].reason == "too-many-pages"


def test_a_long_file_is_read_only_as_far_as_its_pages_are_asked_for() -> None:
    class Endless(io.RawIOBase):
        given = 0

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
            line = b'{"text": "Rain fell in the hills on Sunday."}\n'
            part = (line * (len(buffer) // len(line) + 1))[: len(buffer) // len(line) * len(line)]
            buffer[: len(part)] = part
            self.given += len(part)
            return len(part)

    endless = Endless()
    found = pages("-", limits=LIMITS, stdin=io.BufferedReader(endless, 460_000))
    assert all(isinstance(next(found), Page) for _ in range(5))
    assert endless.given < 2_000_000


def _sound(found: list[Page | Dropped]) -> None:
    for one in found:
        if isinstance(one, Dropped):
            assert one.reason in REASONS
            to_json(Document(article=None, dropped=(one,)))
        else:
            assert msgspec.json.encode(msgspec.structs.replace(one, content=b""))  # each string can be written
            assert one.content


@given(content=st.binary(max_size=2000), kind=st.sampled_from([*KINDS, None]))
@settings(max_examples=300, deadline=2000)
def test_noise_never_raises(content: bytes, kind: str | None) -> None:
    _sound(list(pages("-", kind=kind, limits=LIMITS, stdin=io.BytesIO(content))))


def _mutated(draw: Callable[[st.SearchStrategy[int]], int], content: bytes, noise: bytes) -> bytes:
    at, length = draw(st.integers(0, len(content))), draw(st.integers(0, 60))
    return content[:at] + noise + content[at + length :]


@given(data=st.data(), kind=st.sampled_from(KINDS), zipped=st.booleans(), told=st.booleans())
@settings(max_examples=400, deadline=2000, suppress_health_check=[HealthCheck.too_slow])
def test_damage_never_raises(data: st.DataObject, kind: str, zipped: bool, told: bool) -> None:
    content = gzip.compress(SAMPLES[kind][1] * 2) if zipped else SAMPLES[kind][1] * 2
    for _ in range(data.draw(st.integers(1, 3))):
        noise = data.draw(
            st.one_of(st.binary(max_size=12), st.sampled_from([b"<", b'"', b"\x00", b"]]>", b"&#xD800;", b"\\ud800", b"{", b"\xff"]))
        )
        content = _mutated(data.draw, content, noise)
    _sound(list(pages("-", kind=kind if told else None, limits=LIMITS, stdin=io.BytesIO(content))))


@given(data=st.data(), zipped=st.booleans())
@settings(max_examples=150, deadline=4000, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
def test_a_damaged_archive_never_raises(data: st.DataObject, zipped: bool, tmp_path_factory: pytest.TempPathFactory) -> None:
    records = [warc_record(HTML.encode(), url=f"https://delta.example/{n}") for n in range(3)]
    content = b"".join(gzip.compress(record) if zipped else record for record in records)
    file = tmp_path_factory.mktemp("damaged") / "crawl.warc"
    file.write_bytes(_mutated(data.draw, content, data.draw(st.binary(max_size=12))))
    _sound(list(pages(file, kind="warc", limits=LIMITS)))
