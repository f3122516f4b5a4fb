"""Bytes → characters, whatever the page declares and whatever it really is."""

import codecs
import re
from typing import Final

from resiliparse.parse.encoding import detect_encoding, map_encoding_to_html5

from dateline.errors import BadInput

# Longest first: the mark of UTF-32 LE begins with that of UTF-16 LE.
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META_CHARSET: Final = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]{0,200}?(?:charset|encoding)\s{0,5}=\s{0,5}["']?\s{0,5}([\w.:-]{2,40})""", re.IGNORECASE
)
_META_WITHIN: Final = 4096  # bytes; the HTML standard looks at 1,024, real pages are sloppier
_SAMPLE: Final = 1024  # bytes looked at for UTF-16 without a mark
_MOST_LOST: Final = 0.02  # of the characters: beyond this the encoding is a wrong guess or the bytes are no text
_FEW_STRAYS: Final = 0.1  # of the bytes above 0x7f: below this a UTF-8 page holds some pasted windows-1252


def decode(content: bytes, *, declared: str | None, markup: bool) -> str:
    """The characters of `content`; raises BadInput("undecodable") where no encoding makes text of it.

    Order of trust: a byte-order mark; valid UTF-8; UTF-8 with a few stray windows-1252 bytes; what was `declared` from outside; what the
    page's own markup declares (looked for when `markup`); detection. Labels are read as browsers read them (latin-1 is windows-1252).
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _tolerated(content[len(mark) :], encoding)
    if wide := _wide(content):
        return _tolerated(content, wide)
    escapes = b"\x1b$" in content[:_META_WITHIN] or b"\x1b(" in content[:_META_WITHIN]  # ISO-2022: seven bits, yet no ASCII
    if not escapes and (plain := _utf8(content)) is not None:
        return plain
    for label in (declared, _declared_inside(content) if markup else None):
        if (known := _known(label)) and (text := _strict(content, known)) is not None:
            return text
    guess = "iso2022_jp" if escapes else _known(detect_encoding(content))
    return _tolerated(content, guess or "windows-1252")


def _utf8(content: bytes) -> str | None:
    """UTF-8 text, with stray bytes read as windows-1252 where they are few; None where it is no UTF-8."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    text = content.decode("utf-8", "surrogateescape")
    strays = len(_STRAY.findall(text))
    high = len(content) - len(content.translate(None, _HIGH))
    if strays > _FEW_STRAYS * high:
        return None
    return _STRAY.sub(lambda found: _stray(found[0]), text)


_STRAY: Final = re.compile("[\udc80-\udcff]")
_HIGH: Final = bytes(range(0x80, 0x100))


def _stray(escaped: str) -> str:
    return bytes([ord(escaped) - 0xDC00]).decode("windows-1252", "replace")


def _wide(content: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of Western text is NUL."""
    sample = content[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    enough = len(sample) // 4
    if odd > enough and even * 10 < odd:
        return "utf-16-le"
    if even > enough and odd * 10 < even:
        return "utf-16-be"
    return None


def _declared_inside(content: bytes) -> str | None:
    found = _META_CHARSET.search(content, 0, _META_WITHIN)
    return found[1].decode("ascii", "replace") if found else None


def _known(label: str | None) -> str | None:
    """Python's name of the encoding that browsers take `label` for; None for UTF-8, which was tried, and for the unknown."""
    if not label:
        return None
    encoding = map_encoding_to_html5(label.strip().lower(), False)
    if encoding is None:
        return None
    try:
        name = codecs.lookup(encoding).name
    except LookupError:
        return None
    return None if name == "utf-8" else name


def _strict(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeDecodeError, UnicodeError):
        return None


def _tolerated(content: bytes, encoding: str) -> str:
    text = content.decode(encoding, "replace")
    lost = text.count("\ufffd")
    if lost > _MOST_LOST * max(len(text), 50):
        raise BadInput("undecodable", f"{lost} of {len(text)} characters make no sense as {encoding}")
    return text
