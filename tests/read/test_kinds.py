import pytest

from dateline.errors import BadInput
from dateline.read.kinds import kind_of

STORY = "Two soldiers were wounded on Monday, the army said. Nobody has claimed the attack, and the road is shut.\n"


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (STORY, "a.txt", "text"),
        (STORY, "a", "text"),
        (STORY, "a.html", "html"),
        ("<!doctype html><p>x", "a.txt", "html"),
        ("\ufeff \n<!-- saved by a browser -->\n<HTML><p>x", "a", "html"),
        ('<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "x"><html xmlns="x"><p>x</p></html>', "a.xml", "html"),
        ("Home | News\n<p>One</p><p>Two</p><p>Three</p>", "a", "html"),
        (f"{STORY} He wrote <p> on the wall.", "a.txt", "text"),
        ('<rss version="2.0"><channel>', "a.html", "feed"),
        ('<?xml version="1.0"?>\n<!-- x --><feed xmlns="http://www.w3.org/2005/Atom">', "a.xml", "feed"),
        ('<rdf:RDF xmlns="http://purl.org/rss/1.0/">', "a", "feed"),
        ('{"version": "https:\\/\\/jsonfeed.org\\/version\\/1.1", "items": []}', "a.json", "feed"),
        ("<nitf><head/></nitf>", "a.xml", "nitf"),
        ('<!DOCTYPE nitf SYSTEM "nitf-3-5.dtd">\n<nitf><head/></nitf>', "a.xml", "nitf"),
        ('<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/">', "a", "newsml"),
        ('<nar:newsItem xmlns:nar="http://iptc.org/std/nar/2006-10-01/">', "a", "newsml"),
        ('{"uri": "urn:1", "body_text": "x"}', "a.json", "ninjs"),
        ('{"text": "x"}\n', "a", "jsonl"),
        ('[\n {"text": "x"}]', "a.txt", "jsonl"),
        ("[Photo] A man stands by the river.", "a.txt", "text"),
        ("id,text\n1,Rain fell.\n", "a", "csv"),
        ("id\ttitle\tbody\n1\tRain\tRain fell.\n", "a.txt", "csv"),
        ("Home, Article, Contact\nRain fell.\n", "a.txt", "text"),
        ("number;words\n1;Rain\n", "a.csv", "csv"),
        ("WARC/1.0\r\n", "a.txt", "warc"),
    ],
)
def test_content_comes_before_the_name(content: str, name: str, kind: str) -> None:
    assert kind_of(content.encode(), name=name) == kind


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16_is_text_with_and_without_a_mark(encoding: str) -> None:
    assert kind_of(STORY.encode(encoding), name="a") == "text"
    assert kind_of(f"<html><body>{STORY}".encode(encoding), name="a") == "html"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("<svg xmlns='x'><path d='M0'/></svg>", None),
        ("<?xml version='1.0'?><urlset><url/></urlset>", "unknown-format"),
        ("{\\rtf1 x}", "binary"),
    ],
)
def test_formats_that_no_reader_knows_are_refused(content: str, reason: str | None) -> None:
    if reason is None:
        assert kind_of(content.encode(), name="a") == "text"
        return
    with pytest.raises(BadInput) as refused:
        kind_of(content.encode(), name="a.html")
    assert refused.value.reason == reason
