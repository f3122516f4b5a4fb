"""Text as the rest of the system may rely on it: one form for one thing, done once."""

import re
import unicodedata
from typing import Final

import ftfy

# Line breaks of all kinds; a form feed or a paragraph separator parts paragraphs.
_LINE_BREAK: Final = re.compile("\r\n|[\r\x85\u2028\x0b]")
_PARAGRAPH_BREAK: Final = re.compile("[\x0c\u2029]")
# C0 and C1 controls but tab and newline, Unicode's tags, specials that never print, soft hyphens, zero-width and bidirectional marks.
_UNSEEN: Final = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
# Joiners carry meaning inside words of Arabic and Indic scripts and of emoji; beside Latin, digits, spaces or an edge they are debris.
_STRAY_JOINER: Final = re.compile(
    "(?:^|(?<=[\x00-\u024f\u2000-\u2bff\u3000\u200c\u200d]))[\u200c\u200d]+|[\u200c\u200d]+(?=[\x00-\u024f\u3000]|$)"
)
# A byte that leads in UTF-8 followed by one that trails, as windows-1252, windows-1251 and Mac Roman show them: no mojibake is without
# such a pair, and ftfy's own test costs some sixty times as much.
# One class in front of all: the search for it is quick.
_PERHAPS_MOJIBAKE: Final = re.compile(
    "[\xc2-\xf4\u0413\u0420-\u0422\u0432\u201a\u221a](?:"
    "(?<=[\xc2-\xf4])[\x80-\xbf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
    "|(?<=[\u0413\u0420-\u0422\u0432])[\xa0-\xbb\u0401-\u040f\u0451-\u045f\u0490\u0491\u2013-\u203a\u20ac\u2116\u2122]"
    "|(?<=\u201a)\xc4|(?<=\u221a)[^ ])"
)
# Written so that the common single space is no match: this runs over every character of every page.
_ODD_SPACE: Final = "\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_SPACES: Final = re.compile(f"[{_ODD_SPACE}][ {_ODD_SPACE}]*| [ {_ODD_SPACE}]+")
_LINE_EDGES: Final = re.compile(" \n ?|\n ")
# Besides what is not printable, all that the patterns above look for: most pages hold none of it, and a few looks are cheaper than six.
_UNTIDY: Final = ("  ", " \n", "\n ", "\n\n\n")
_BLANK_LINES: Final = re.compile("\n{3,}")


def normalise(text: str) -> str:
    r"""`text` in NFC with `\n` line ends, single spaces, and no control, zero-width or lone surrogate characters.

    Mojibake is undone (ftfy). At most one blank line stands between paragraphs; none at either end. Typographic quotes, dashes and
    case stay as they are. Time is linear in the length.
    """
    if not text.isascii():
        text = _mended(text)
    if not _clean(text):
        text = _PARAGRAPH_BREAK.sub("\n\n", _LINE_BREAK.sub("\n", text))
        text = _LINE_EDGES.sub("\n", _SPACES.sub(" ", _UNSEEN.sub("", text)))
    if not text.isascii():
        text = unicodedata.normalize("NFC", _STRAY_JOINER.sub("", text) if "\u200c" in text or "\u200d" in text else text)
    return (_BLANK_LINES.sub("\n\n", text) if "\n\n\n" in text else text).strip(" \n")


def _clean(text: str) -> bool:
    """Whether `text` surely holds no controls, odd spaces or spaces out of place; Python prints no character of those kinds."""
    return text.replace("\n", "").isprintable() and not any(untidy in text for untidy in _UNTIDY)


def one_line(text: str) -> str:
    """`normalise(text)` with every run of white space as one space: for titles, names and labels."""
    return " ".join(normalise(text).split())


def _mended(text: str) -> str:
    """Surrogate pairs joined, lone ones replaced by U+FFFD, and mojibake undone where ftfy's heuristic sees some."""
    try:
        text.encode("utf-16-le")  # quicker than any search for them
    except UnicodeEncodeError:
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return ftfy.fix_encoding(text) if _PERHAPS_MOJIBAKE.search(text) else text
