"""Who wrote a story, from the line or phrase that says so."""

import re
from typing import Final

_BY: Final = re.compile(
    r"(?:By|BY|Por|POR|Par|PAR|Von|VON|Di|DI|Da|Door|DOOR|Oleh|OLEH|Af|Av)\s*:?\s+(?=[^\W\d_])|(?:Автор|Author|Reported by)\s*:?\s+"
)
_ROLE: Final = re.compile(r"\s*(?:\||•|·|/|\s[-–—]\s?|\n|\bin [A-Z]|\bfor [A-Z]|\bat [A-Z]|,\s+(?=[a-z])|@)")
_PARTS: Final = re.compile(r",? (?:and|AND|y|et|und|e|en|dan|with|WITH|и) |, ?| & |; ?")
_NAME: Final = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,4}")
_SMALL: Final = frozenset("de del della di da dos van von der den al el bin ibn ben la le y ter ten".split())  # noqa: SIM905
_ROLE_WORDS: Final = (
    "correspondent reporter editor staff writer bureau chief news agency agencies press desk service team senior special writers "
    "journalist international world political affairs security analyst"
)
_ROLES: Final = frozenset(_ROLE_WORDS.split())
_LONGEST: Final = 160  # code points: three names with roles; a longer line is prose


def people(line: str) -> tuple[str, ...]:
    """The people that `line` names as its writers: `By Ann Poe and Bo Lund, Staff Writers` gives two; () where it is no byline."""
    line = line.strip()
    begun = _BY.match(line)
    if not begun or len(line) > _LONGEST:
        return ()
    rest = line[begun.end() :]
    if role := _ROLE.search(rest):
        rest = rest[: role.start()]
    names = tuple(name for part in _PARTS.split(rest.rstrip(" .,:")) if (name := _name(part.strip())))
    return tuple(dict.fromkeys(names))


def _name(part: str) -> str | None:
    if not _NAME.fullmatch(part):
        return None
    words = part.split(" ")
    if any(word.lower().strip(".") in _ROLES for word in words) or not all(word[0].isupper() or word in _SMALL for word in words):
        return None
    return part.title() if part.isupper() else part
