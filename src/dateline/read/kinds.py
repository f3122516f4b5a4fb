"""What kind of input some first bytes begin: by content, and where that leaves it open, by name."""

import codecs
import re
from typing import Final

from dateline.errors import BadInput
from dateline.read.table_shape import table_shape

# Beginnings of formats that hold no text, or hold it in a way that no reader knows.
_BINARY: Final[tuple[tuple[bytes, str], ...]] = (
    (b"%PDF-", "PDF"),
    (b"\x89PNG\r\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"RIFF", "RIFF (WebP, WAV, AVI)"),
    (b"PK\x03\x04", "zip (or an office document)"),
    (b"PK\x05\x06", "zip"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"\x7fELF", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"{\\rtf", "RTF"),
    (b"%!PS", "PostScript"),
    (b"SQLite format 3\x00", "SQLite"),
    (b"OggS", "Ogg"),
    (b"ID3", "MP3"),
    (b"fLaC", "FLAC"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
)
_BINARY_MAGICS: Final = tuple(magic for magic, _ in _BINARY)
_MAGIC_KINDS: Final[tuple[tuple[bytes, str], ...]] = (
    (b"WARC/", "warc"),
    (b"\x28\xb5\x2f\xfd", "warc"),  # zstandard: of what is read, only archives come so
    (b"\x5d\x2a\x4d\x18", "warc"),  # zstandard with the dictionary in front, as in .warc.zst
    (b"\x04\x22\x4d\x18", "warc"),  # LZ4
)
_WIDE_MARKS: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_CONTROLS: Final = bytes({*range(1, 32), 127} - set(b"\t\n\v\f\r\x1b"))
_MOST_CONTROLS: Final = 0.05  # of the bytes; noise has .10, text next to none
_MOST_NULS: Final = 0.3  # of the bytes; a text that was mangled keeps most of its letters
_NUL_SAMPLE: Final = 1024

_XML_ROOT: Final = re.compile(r"<(?![?!])(?:[\w.-]{1,40}:)?([\w.-]{1,80})[\s/>]")
_XML_KINDS: Final = {
    "html": "html",
    "rss": "feed",
    "feed": "feed",
    "RDF": "feed",
    "nitf": "nitf",
    "NewsML": "newsml",
    "newsItem": "newsml",
    "packageItem": "newsml",
    "newsMessage": "newsml",
}
_HTML_START: Final = re.compile(
    r"<(?:!doctype\s{1,9}html|html|head|body|title|meta|link|script|style|table|div|p|h[1-6]|article|section|main|header|span|br|a|b|i|font"
    r"|center|base|iframe|ul|ol|img|em|strong|blockquote|figure|nav|form)\b",
    re.IGNORECASE,
)
_HTML_TAG: Final = re.compile(r"</(?:p|div|a|span|h[1-6]|td|li|em|strong|b|i|body|html)>|<br\s?/?>", re.IGNORECASE)
_HTML_TAGS: Final = 3  # a story may tell of one tag
_COMMENT: Final = re.compile(r"\s+|<!--.{0,20000}?-->", re.DOTALL)
_JSON_FEED: Final = re.compile(r'"version"\s{0,9}:\s{0,9}"https?:(?:\\?/){2}(?:www\.)?jsonfeed\.org')
_NINJS: Final = re.compile(r'"(?:body_(?:text|x?html|\w{1,20})|bodies|headlines)"\s{0,9}:|"ninjs"|iptc\.org\\?/std\\?/ninjs')
_NINJS_TOO: Final = re.compile(r'"(?:uri|versioncreated|versionCreated|pubstatus|pubStatus|standard)"\s{0,9}:')

_NAMES: Final = {
    "txt": "text", "text": "text", "md": "text",
    "html": "html", "htm": "html", "xhtml": "html", "shtml": "html",
    "warc": "warc", "wet": "warc",
    "rss": "feed", "atom": "feed",
    "nitf": "nitf", "newsml": "newsml", "ninjs": "ninjs",
    "jsonl": "jsonl", "ndjson": "jsonl", "json": "jsonl",
    "csv": "csv", "tsv": "csv", "tab": "csv",
}  # fmt: skip


def kind_of(head: bytes, *, name: str) -> str:
    """The kind of what begins with `head` (the first 64 KB or less) and is called `name`.

    Raises BadInput: "empty", "binary", or "unknown-format" for XML that is no news.
    """
    if kind := next((kind for magic, kind in _MAGIC_KINDS if head.startswith(magic)), None):
        return kind
    refuse_binary(head)
    text = readable(head)
    return _by_markup(text) or _by_json(text) or _by_name(name, text) or ("csv" if table_shape(text) else "text")


def refuse_binary(head: bytes) -> None:
    """Raise BadInput("empty") or BadInput("binary") where `head` begins no text."""
    if not head or head.isspace():
        raise BadInput("empty", "no bytes" if not head else "nothing but white space")
    if head.startswith(_BINARY_MAGICS):
        raise BadInput("binary", f"it begins as {next(what for magic, what in _BINARY if head.startswith(magic))} does")
    if head.startswith(_WIDE_MARKS):
        return
    if len(head) - len(head.translate(None, _CONTROLS)) > _MOST_CONTROLS * len(head):
        raise BadInput("binary", "too many control characters")
    if head.count(0) > _MOST_NULS * len(head) and not _wide(head):
        raise BadInput("binary", "mostly NUL bytes")


def _wide(head: bytes) -> str | None:
    """UTF-16 without a mark: in most scripts' punctuation and all Western letters, one byte of two is NUL."""
    sample = head[:_NUL_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > len(sample) // 4 and even * 10 < odd:
        return "utf-16-le"
    return "utf-16-be" if even > len(sample) // 4 and odd * 10 < even else None


def readable(head: bytes) -> str:
    """`head` as characters, good enough to see markup and punctuation by."""
    for mark, encoding in ((codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if head.startswith(mark):
            return head[len(mark) :].decode(encoding, "replace")
    return head.removeprefix(codecs.BOM_UTF8).decode(_wide(head) or "latin-1", "replace")


def _by_markup(text: str) -> str | None:
    at = _skipped(text)
    if text.startswith("<?xml", at):
        return _xml(text, at)
    if _HTML_START.match(text, at):
        return "html"
    root = _XML_ROOT.match(text, at) or (_XML_ROOT.search(text, at) if text[at : at + 9].upper() == "<!DOCTYPE" else None)
    if root and root[1] in _XML_KINDS:
        return _XML_KINDS[root[1]]
    return "html" if text.startswith("<", at) and looks_like_html(text) else None


def _skipped(text: str) -> int:
    """Where the first thing stands that is neither white space nor a comment."""
    at = 0
    while found := _COMMENT.match(text, at):
        at = found.end()
    return at


def _xml(text: str, at: int) -> str:
    root = _XML_ROOT.search(text, at)
    if root and root[1] in _XML_KINDS:
        return _XML_KINDS[root[1]]
    if looks_like_html(text):
        return "html"
    raise BadInput("unknown-format", f"XML whose root is <{root[1] if root else '?'}>")


def looks_like_html(text: str) -> bool:
    """Whether `text` holds HTML: it starts with a tag, or has several."""
    start = text[:200].lstrip()
    if start.startswith("<") and _HTML_START.match(start):
        return True
    return sum(1 for _, _ in zip(range(_HTML_TAGS), _HTML_TAG.finditer(text), strict=False)) == _HTML_TAGS


def _by_json(text: str) -> str | None:
    start = text.lstrip()
    if not (re.match(r'\{\s{0,99}["}]', start) or re.match(r"\[\s{0,99}[{\]]", start)):
        return None
    if _JSON_FEED.search(text):
        return "feed"
    return "ninjs" if _NINJS.search(text) and _NINJS_TOO.search(text) else "jsonl"


def _by_name(name: str, text: str) -> str | None:
    """What the name says, where the content could be that."""
    plain = name.lower().removesuffix(".gz")
    kind = _NAMES.get(plain.rpartition(".")[2]) if "." in plain else None
    if kind == "text":
        return "csv" if table_shape(text) else None
    if kind is None and looks_like_html(text):
        return "html"
    return kind
