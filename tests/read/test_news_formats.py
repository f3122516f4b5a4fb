"""NewsML-G2, NITF and ninjs."""

import io
import json
from typing import Final

import pytest

from dateline.read import pages
from dateline.read.limits import ReadLimits
from dateline.records import Dropped, Given, Page

LIMITS: Final = ReadLimits()
BODY: Final = (
    "<p>Two soldiers were&nbsp;wounded on <em>Monday</em>.</p><media><media-caption>The bridge</media-caption></media>"
    "<hl2>Road shut</hl2><p>Nobody\nhas claimed it.</p>"
)
PROSE: Final = b"Two soldiers were wounded on Monday.\n\nRoad shut\n\nNobody has claimed it."
NITF: Final = (
    '<nitf xml:lang="en"><head><docdata><doc-id id-string="d-1"/><date.issue norm="20240305T060000Z"/></docdata>'
    '<pubdata position.section="World"/></head>'
    "<body><body.head><hedline><hl1>Patrol fired on</hl1><hl2>Two hurt</hl2></hedline>"
    "<byline>By <person>Ana Ruiz</person><byttl>Reporter</byttl></byline>"
    f"<distributor>Delta Wire</distributor><dateline><location>TAMAR</location>, <story.date>March 5</story.date></dateline></body.head>"
    f"<body.content>{BODY}</body.content><body.end><tagline>Editing by nobody</tagline></body.end></body></nitf>"
)
NAR: Final = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'


def _read(content: str | bytes, kind: str | None = None) -> list[Page | Dropped]:
    return list(pages("-", kind=kind, limits=LIMITS, stdin=io.BytesIO(content if isinstance(content, bytes) else content.encode())))


def _item(content: str, guid: str = "urn:d:1") -> str:
    return (
        f'<newsItem {NAR} guid="{guid}" xml:lang="en"><itemMeta><provider literal="DW"><name>Delta Wire</name></provider>'
        "<firstCreated>2024-03-05T06:00:00+01:00</firstCreated></itemMeta>"
        "<contentMeta><by>By Ana Ruiz</by><headline>Patrol fired on</headline>"
        f"<dateline>TAMAR, March 5 -</dateline></contentMeta><contentSet>{content}</contentSet></newsItem>"
    )


def test_nitf_gives_prose_and_what_its_head_says() -> None:
    (page,) = _read('<!DOCTYPE nitf SYSTEM "nitf-3-5.dtd">' + NITF)
    assert isinstance(page, Page)
    assert (page.form, page.content, page.key) == ("prose", PROSE, "d-1")
    assert page.given == Given(
        title="Patrol fired on", section="World", byline=("Ana Ruiz",), agency="Delta Wire", dateline="TAMAR, March 5", language="en",
        published="2024-03-05T06:00:00+00:00",
    )  # fmt: skip


@pytest.mark.parametrize(
    "content",
    [
        f'<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>no</title></head><body>{BODY}</body></html></inlineXML>',
        f"<inlineXML>{NITF}</inlineXML>",
        f'<inlineData contenttype="text/html"><![CDATA[{BODY}]]></inlineData>',
        f'<inlineData contenttype="text/plain">{PROSE.decode()}</inlineData>',
    ],
)
def test_newsml_gives_prose_however_it_is_inside(content: str) -> None:
    (page,) = _read(_item(content))
    assert isinstance(page, Page)
    assert (page.form, page.content, page.key) == ("prose", PROSE, "urn:d:1")
    given = page.given
    assert (given.title, given.byline, given.agency, given.dateline) == ("Patrol fired on", ("Ana Ruiz",), "Delta Wire", "TAMAR, March 5 -")
    assert (given.language, given.published) == ("en", "2024-03-05T06:00:00+01:00")


def test_a_message_of_several_items_is_read_item_by_item() -> None:
    picture = _item('<remoteContent href="x.jpg" contenttype="image/jpeg"/>', "urn:d:2")
    text = _item("<inlineXML><html><body><p>Rain fell.</p></body></html></inlineXML>")
    first, second = _read(f"<newsMessage {NAR}><itemSet>{text}{picture}</itemSet></newsMessage>")
    assert isinstance(first, Page)
    assert isinstance(second, Dropped)
    assert (first.path, first.content) == ("-#urn:d:1", b"Rain fell.")
    assert (second.path, second.reason) == ("-#urn:d:2", "not-text")


@pytest.mark.parametrize(
    "body",
    [
        {"body_xhtml": f"<div>{BODY}</div>"},
        {"body_text": PROSE.decode()},
        {"standard": {"name": "ninjs", "version": "3.0"}, "bodies": [{"role": "main", "contentType": "text/html", "value": BODY}]},
    ],
)
def test_ninjs_gives_prose_in_all_its_versions(body: dict[str, object]) -> None:
    item = {
        "uri": "urn:d:1",
        "byline": "Ana Ruiz",
        "headline": "Patrol fired on",
        "versioncreated": "2024-03-05T06:00:00Z",
        "creditline": "Delta Wire",
    }
    (page,) = _read(json.dumps(item | body, indent=2))
    assert isinstance(page, Page)
    assert (page.form, page.content.replace(b"<p>", b""), page.key) == ("prose", PROSE, "urn:d:1")
    assert page.given == Given(title="Patrol fired on", byline=("Ana Ruiz",), agency="Delta Wire", published="2024-03-05T06:00:00+00:00")


def test_ninjs_items_without_text_are_dropped_one_by_one() -> None:
    items = [{"uri": "1", "type": "picture", "headline": "x"}, {"uri": "2", "body_text": ""}, {"uri": "3", "body_text": "Rain fell."}]
    found = _read("\n".join(json.dumps(item) for item in items), "ninjs")
    assert [one.reason if isinstance(one, Dropped) else one.key for one in found] == ["not-text", "empty", "3"]


@pytest.mark.parametrize("kind", ["nitf", "newsml"])
@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ('<!DOCTYPE nitf [<!ENTITY a "b">]><nitf>&a;</nitf>', "xml-entities"),
        ('<!DOCTYPE nitf [<!ENTITY a SYSTEM "file:///etc/passwd">]><nitf>&a;</nitf>', "xml-entities"),
        ("<nitf>" + "<block>" * 100_000, "too-deep"),
        ("<nitf><body>", "bad-xml"),
    ],
)
def test_xml_that_means_harm_or_is_broken_is_refused(kind: str, content: str, reason: str) -> None:
    (drop,) = _read(content, kind)
    assert isinstance(drop, Dropped)
    assert drop.reason == reason


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252", "iso-8859-1"])
def test_wrongly_or_rightly_declared_encodings_give_the_same_text(encoding: str) -> None:
    text = "<nitf><body><body.content><p>Café in Zürich.</p></body.content></body></nitf>"
    for declared in ("utf-8", "iso-8859-1"):
        (page,) = _read(f'<?xml version="1.0" encoding="{declared}"?>{text}'.encode(encoding), "nitf")
        assert isinstance(page, Page)
        assert page.content.decode() == "Café in Zürich."
