"""Who wrote a page's article: its byline split into people, and the agency among them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from lxml.html import HtmlElement

from dateline.extract.html.concepts import BIT, roles
from dateline.extract.html.head import Head
from dateline.extract.html.linked import Linked
from dateline.knowledge.cities import cities
from dateline.knowledge.names import folded

_NAMES: Final = (
    "author",
    "article:author",
    "og:article:author",
    "sailthru.author",
    "byl",
    "parsely-author",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "byline",
)
_BY: Final = re.compile(
    r"\s*(?:(?:written |reported |posted |published )?by|with|mit|von|por|par|di|da|door|oleh|af|av|yazan|автор|text|texte|texto"
    r"|words|autor(?:in)?)\b\s*:?\s*(?=\S)",
    re.IGNORECASE,
)
_AND: Final = re.compile(r"\s*[;,、，]\s*|\s+(?:and|und|og|och|et|y|e|en|i|a|dan|ve|és|и|та|with|&|/|\|)\s+|\s*[|•·]\s*", re.IGNORECASE)
_ROLE: Final = re.compile(r"(?<=[가-힣]) ?기자$|(?<=[^\x00-\x7f])記者$")  # a reporter's title written after the name
_BRACKETED: Final = re.compile(r"\s*[(\[（][^()\[\]（）]{1,60}[)\]）]\s*$")
_NO_NAME: Final = re.compile(r"https?:|www\.|@\w|\d{3}|\.(?:com|html|php)\b.*/|[<>{}=]")
# What stands in an author field and names nobody.
_EMPTY: Final = frozenset(
    [
        "admin",
        "administrator",
        "author",
        "guest",
        "none",
        "null",
        "undefined",
        "redaktion",
        "editor",
        "unknown",
        "by",
        "von",
        "webmaster",
        "root",
        "user",
    ]
)
_LONGEST: Final = 70  # characters of one name
_MOST: Final = 12  # names; more is a masthead
_BYLINE: Final = 160  # characters of a visible byline; longer ones are portraits of the writer
_SEEN: Final = 40  # marked elements looked at
_AGENCIES: Final = {
    "ap": "AP",
    "associated press": "AP",
    "the associated press": "AP",
    "reuters": "Reuters",
    "afp": "AFP",
    "agence france-presse": "AFP",
    "dpa": "dpa",
    "deutsche presse-agentur": "dpa",
    "efe": "EFE",
    "agencia efe": "EFE",
    "ansa": "ANSA",
    "tass": "TASS",
    "xinhua": "Xinhua",
    "apa": "APA",
    "sda": "SDA",
    "keystone-sda": "SDA",
    "belga": "Belga",
    "anp": "ANP",
    "pap": "PAP",
    "ctk": "ČTK",
    "čtk": "ČTK",
    "tt": "TT",
    "ntb": "NTB",
    "ritzau": "Ritzau",
    "lusa": "Lusa",
    "antara": "ANTARA",
    "pti": "PTI",
    "press trust of india": "PTI",
    "ani": "ANI",
    "ians": "IANS",
    "kyodo": "Kyodo",
    "kyodo news": "Kyodo",
    "jiji press": "Jiji",
    "yonhap": "Yonhap",
    "bernama": "Bernama",
    "anadolu agency": "AA",
    "anadolu ajansı": "AA",
    "interfax": "Interfax",
    "ria novosti": "RIA Novosti",
    "ukrinform": "Ukrinform",
    "europa press": "Europa Press",
    "upi": "UPI",
    "pa media": "PA",
    "press association": "PA",
    "the canadian press": "CP",
    "canadian press": "CP",
    "aap": "AAP",
    "sapa": "SAPA",
    "mena": "MENA",
    "irna": "IRNA",
    "wam": "WAM",
    "vna": "VNA",
    "sid": "SID",
    "bloomberg": "Bloomberg",
}


def people(root: HtmlElement, *, head: Head, linked: Linked, outlets: Sequence[str]) -> tuple[str, ...]:
    """The writers. Linked data is believed first, then the head's tags, then what is marked as byline on the page.

    The outlet's own name counts as a writer only where none of these names a person.
    """
    sites = frozenset(_key(name) for name in outlets)
    declared = _split([*linked.people, *linked.bodies])
    if any(_key(name) not in sites for name in declared):
        return declared
    for source in _sources(root, head):
        named = tuple(name for name in _split(source) if _key(name) not in sites)
        if named:
            return named
    return declared


def _sources(root: HtmlElement, head: Head) -> Iterator[Sequence[str]]:
    """Where else writers may be named, one after the other: looking at the page itself is slow and mostly needless."""
    yield from (head.all(name) for name in _NAMES)
    yield _marked(root)
    yield _visible(root)


def agency(byline: Iterable[str], *, bodies: Iterable[str], outlets: Iterable[str]) -> str | None:
    """The wire agency that a byline credits, by its usual short name; else the first of `bodies` that has an agency's name.

    `bodies` are writers that the page's data declares as organisations: desks of the outlet, agencies, and people by mistake.
    """
    known = (_AGENCIES.get(name.casefold().strip(" .")) for name in byline)
    sites = frozenset(map(_key, outlets))
    foreign = (name for name in _split(bodies) if _WIRE.search(name) and not _of_site(name, sites))
    return next(filter(None, known), None) or next(foreign, None)


_WIRE: Final = re.compile(
    r"^[^\W\d_]+$|\b(?:wire|press|agency|agence|agencia|agência|agenzia|agentur|ajansı|агентство|newswire)\b", re.IGNORECASE
)


def of_site(byline: Sequence[str], outlets: Iterable[str]) -> bool:
    """Whether `byline` names nobody but the outlet."""
    sites = frozenset(map(_key, outlets))
    return all(_key(name) in sites for name in byline)


def _of_site(name: str, sites: Iterable[str]) -> bool:
    """Whether `name` is one of `sites`, a part of it, or made from it: `Delta` and `Delta Post Online` are of the Delta Post."""
    key = _key(name)
    return any(key in site or site in key for site in sites if site)


def _split(raw: Iterable[str]) -> tuple[str, ...]:
    names: list[str] = []
    for text in raw:
        whole = _trimmed(text)
        parts = [part for part in map(_trimmed, _AND.split(whole)) if part]
        names += (
            parts if len(parts) > 1 and all(_part(part) for part in parts) else [parts[0] if len(parts) > 1 and _part(parts[0]) else whole]
        )
    unique = {_key(name): name for name in reversed(names) if _nameable(name)}
    return tuple(reversed(unique.values()))[:_MOST]


def _part(text: str) -> bool:
    """Whether `text` could be one of several writers: two words or more, or an agency."""
    return _nameable(text) and (" " in text or text.casefold() in _AGENCIES or not text.isascii())


def _trimmed(text: str) -> str:
    clean = _ROLE.sub("", _BRACKETED.sub("", " ".join(text.split())))
    return _BY.sub("", clean, count=1).strip(" ,;:|–-•·/") if _BY.match(clean) else clean.strip(" ,;:|–-•·/")


def _nameable(name: str) -> bool:
    return 1 < len(name) <= _LONGEST and not _NO_NAME.search(name) and name.casefold() not in _EMPTY and any(map(str.isalpha, name))


def _key(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))


def _marked(root: HtmlElement) -> list[str]:
    """Names that are declared to be the author's."""
    found = root.xpath(".//*[contains(concat(' ', @rel, ' '), ' author ') or @itemprop='author' or @itemprop='creator']")[:_SEEN]
    texts = [_line(inner) for element in found if not _beside(element) for inner in (element.xpath(".//*[@itemprop='name']") or [element])]
    return [text for text in dict.fromkeys(texts) if text and len(text) <= _LONGEST and ":" not in text[3:]][:_MOST]


def _visible(root: HtmlElement) -> list[str]:
    """The first byline on the page: an element whose names say author or byline, and nothing else; its links if it has several."""
    for element in root.iter("address", "p", "div", "span", "li", "ul", "a", "h2", "h3", "h4", "section"):
        names = element.get("class") or ""
        if not names or not roles(names) & BIT["author"] or _beside(element):
            continue
        text = _line(element)
        if not 3 < len(text) <= _BYLINE:  # noqa: PLR2004
            continue
        links = [line for link in element.iter("a", "li") if len(line := _line(link)) > 3 and " " in line]  # noqa: PLR2004
        inner = [line for line in dict.fromkeys(links) if personal(line)]
        if inner:
            return inner
        if personal(_trimmed(text)):
            return [text]
    return []


def by(text: str) -> bool:
    """Whether `text` opens with a word that leads a byline."""
    return _BY.match(text) is not None


def credited(text: str) -> tuple[str, ...]:
    """The writers that a line of the page names."""
    return _split([text])


def _line(element: HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())


def personal(text: str) -> bool:
    """Whether `text` looks like names of people: two to ten words, most with a capital, no digits."""
    words = text.split()
    capitals = sum(word[0].isupper() for word in words)
    return 2 <= len(words) <= 10 and capitals * 4 >= len(words) * 3 and not any(map(str.isdigit, text))  # noqa: PLR2004


def named(text: str) -> bool:
    """Whether `text`, which no "by" leads, is people's names and nothing else."""
    names = credited(text)
    return bool(names) and all(person(name) and folded(name) not in cities() for name in names)


def person(name: str) -> bool:
    """Whether `name` reads like one person's. Stricter than `personal`: desks of an outlet and jobs look alike."""
    words = name.split()
    shaped = _NAME.fullmatch(name) and not _DESK.search(name) and not _GLUED.search(name)
    return bool(shaped) and all(not word[0].islower() or word in _PARTICLES for word in words)


# Two lines that nothing parts: "Ann PoeCorrespondent". McDonald and DeLuca have fewer letters before the second capital.
_GLUED: Final = re.compile(r"[^\W\d_A-Z]{3}[A-Z][a-z]")
_PARTICLES: Final = frozenset("de del della di da dos das van von der den al el bin ibn la le y ter ten du af av zu".split())  # noqa: SIM905
_NAME: Final = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,5}")
_DESK: Final = re.compile(
    r"\b(?:desk|staff|reporters?|correspondents?|editors?|editorial|redaktion|redaction|rédaction|redacción|redação|redazione|newsroom|team"
    r"|bureau|agency|agencies|agence|agencia|writers?|press|news|service|online|radio|tv|media|times|post|updated?|published|world|africa|asia|europe"
    r"|america|east|west|north|south|politics|sports?|business|opinion|read|min|редакция|агентство)\b",
    re.IGNORECASE,
)


def _beside(element: HtmlElement) -> bool:
    """Whether `element` stands in a comment, a related-articles box or a picture."""
    own = f"{element.get('class') or ''} {element.get('id') or ''}"
    if roles(own) & (BIT["comment"] | BIT["caption"]):
        return True
    above = (f"{outer.get('class') or ''} {outer.get('id') or ''}" for _, outer in zip(range(4), element.iterancestors(), strict=False))
    return any(roles(names) & (BIT["comment"] | BIT["related"]) for names in above)
