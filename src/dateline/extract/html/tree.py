"""A page's markup as a tree, within limits: what is too long, too deep or too rich in elements is refused before any work on it."""

import re
from typing import Final, cast

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from dateline.errors import BadInput, LimitExceeded
from dateline.extract.limits import ExtractLimits

_DECLARATION: Final = re.compile(r"\A\s{0,100}<\?xml[^>]{0,200}\?>")
_OPENING_TAG: Final = re.compile(r"<[a-zA-Z]")
_BLANK_LINE: Final = re.compile(r"\n[ \t\r]{0,20}\n")
_STRAY_OPENINGS: Final = 2  # scripts and comments hold "<" too: on the fixtures at most as many again as there are elements

# A tag with its quoted values. It matches whatever follows a "<" and never goes back, so that a search takes linear time.
_TAG: Final = re.compile(r"""<[a-zA-Z](?:[^<>"']++|"[^"]*+"|'[^']*+')*+""")
_SEPARATOR: Final = re.compile(r"[\s/\"']+")
_LONG_TAG: Final = 50_000  # characters
_MOST_SEPARATORS: Final = 30_000  # libxml2 takes time quadratic in the attributes of a tag: some 6 s for these
_PARSER_DEPTH: Final = 255  # libxml2 without its huge_tree drops in silence what is nested deeper

# Asked of libxml2 itself: a walk in Python takes as long as the parsing.
_COUNT: Final = etree.XPath("count(//*)")
_DEEPER: Final = etree.XPath("boolean(//*[not(*)][count(ancestor::*) >= $deepest])")
# lxml.html looks each element's class up in Python, at a third of the time of a whole extraction; one class is enough for us.
_CLASSES: Final = etree.ElementDefaultClassLookup(element=HtmlElement)


def parse(html: str, *, limits: ExtractLimits) -> HtmlElement:
    """The root element of `html`, comments and processing instructions left out.

    Raises LimitExceeded `too-long`, `too-many-elements`, `too-complex` or `too-deep`, and BadInput `no-text` where it is empty.
    """
    if len(html) > limits.html_characters:
        raise LimitExceeded("too-long", f"{len(html):,} characters, at most {limits.html_characters:,} are read")
    if not _OPENING_TAG.search(html):  # feeds and tables give plain text for HTML
        html = "".join(f"<p>{paragraph}</p>" for paragraph in _BLANK_LINE.split(html))
    openings = html.count("<") - html.count("</")
    if openings > limits.elements * _STRAY_OPENINGS:
        raise LimitExceeded("too-many-elements", f"about {openings:,} elements, at most {limits.elements:,} are read")
    if any(len(_SEPARATOR.findall(tag)) > _MOST_SEPARATORS for tag in _TAG.findall(html) if len(tag) > _LONG_TAG):
        raise LimitExceeded("too-complex", f"one tag with more than {_MOST_SEPARATORS:,} attributes or the like")
    root = _root(_DECLARATION.sub("", html).replace("\x00", ""))
    _within(root, limits=limits)
    return root


def _root(html: str) -> HtmlElement:
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False, no_network=True)
    parser.set_element_class_lookup(_CLASSES)
    try:
        root: HtmlElement = document_fromstring(html.encode("utf-8", "replace"), parser=parser, ensure_head_body=True)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise BadInput("no-text", str(error)) from error
    return root


def _within(root: HtmlElement, *, limits: ExtractLimits) -> None:
    deepest = min(limits.depth, _PARSER_DEPTH)
    if (count := int(cast(float, _COUNT(root)))) > limits.elements:
        raise LimitExceeded("too-many-elements", f"{count:,} elements, at most {limits.elements:,} are read")
    if _DEEPER(root, deepest=deepest):
        raise LimitExceeded("too-deep", f"elements nested more than {deepest} deep")
