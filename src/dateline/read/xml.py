"""XML of news formats as a tree, without entity bombs, within bounds."""

import codecs
import re
from collections.abc import Iterator
from html.entities import html5
from typing import Final
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from dateline.errors import BadInput, LimitExceeded

_DEPTH: Final = 200  # of elements; a judgement, far beyond what the formats' own structure needs
_OWN_ENTITIES: Final = re.compile(r"<!ENTITY\b", re.IGNORECASE)
_NAMED: Final = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,30};)")
_XML_NAMED: Final = frozenset({"amp;", "lt;", "gt;", "quot;", "apos;"})
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_DECLARED: Final = re.compile(rb"""<\?xml\b[^>]{0,200}?encoding\s{0,5}=\s{0,5}["']([\w.:-]{2,40})""")
DECLARATION: Final = re.compile(r"^\s*<\?xml\b[^>]{0,400}\?>")
_LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"


class _Shallow(TreeBuilder):
    """Builds a tree of bounded depth, so that walking and freeing it is safe."""

    depth = 0

    def start(self, tag: str, attrs: dict[str, str], /) -> Element:
        self.depth += 1
        if self.depth > _DEPTH:
            raise LimitExceeded("too-deep", f"elements nested more than {_DEPTH} deep")
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> Element:
        self.depth -= 1
        return super().end(tag)


def tree(content: bytes) -> Element:
    """The root element of `content`.

    HTML's named entities are understood, whether or not the document type is at hand. Raises BadInput("xml-entities") for a document that
    declares its own, BadInput("bad-xml"), LimitExceeded("too-deep").
    """
    text = characters(content)
    refuse_entities(text)
    parser = DefusedXMLParser(target=_Shallow())
    try:
        parser.feed(_NAMED.sub(_character, _FORBIDDEN.sub("", DECLARATION.sub("", text))))
        root: Element = parser.close()
    except (ParseError, ValueError) as error:
        reason = "xml-entities" if isinstance(error, DefusedXmlException) else "bad-xml"
        raise BadInput(reason, str(error)[:200]) from error
    return root


def refuse_entities(text: str) -> None:
    """Raise BadInput("xml-entities") where a document declares entities of its own."""
    if _OWN_ENTITIES.search(text):
        raise BadInput("xml-entities", "the document declares entities of its own")


def characters(content: bytes) -> str:
    """`content` by its mark, as UTF-8, or by what it declares; what it declares wrongly is read as windows-1252."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", "replace")
    if content.startswith((b"<\x00", b"\x00<")):
        return content.decode("utf-16-le" if content[1] == 0 else "utf-16-be", "replace")
    declared = _DECLARED.search(content, 0, 400)
    for encoding in ("utf-8-sig", declared[1].decode("ascii") if declared else "utf-8"):
        try:
            return content.decode(encoding)
        except (UnicodeError, LookupError):
            continue
    return content.decode("windows-1252", "replace")


def _character(found: re.Match[str]) -> str:
    name = found[1]
    known = None if name in _XML_NAMED else html5.get(name)
    return "".join(f"&#{ord(one)};" for one in known) if known else found[0]


def local(element: Element) -> str:
    """The element's name without its name space; "" for comments and instructions."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def children(element: Element, name: str) -> Iterator[Element]:
    """The children of this name, of whatever name space."""
    return (child for child in element if local(child) == name)


def descendants(element: Element, name: str) -> Iterator[Element]:
    """The element itself and all below it that bear this name, in the order of the document."""
    return (one for one in element.iter() if local(one) == name)


def at(element: Element | None, *path: str) -> Element | None:
    """The first element that is reached by this path of names; None where it leads nowhere."""
    for name in path:
        element = next(children(element, name), None) if element is not None else None
    return element


def words(element: Element | None) -> str | None:
    """All text inside, white space folded; None where there is none."""
    return " ".join("".join(element.itertext()).split()) or None if element is not None else None


def language(element: Element) -> str | None:
    """Its xml:lang."""
    return element.get(_LANGUAGE)
