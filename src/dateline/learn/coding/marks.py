"""Sentences with inline marks, as `corpora/claims/GUIDE.md` describes them, → their text and the claims in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, get_args

from dateline.errors import UsageError
from dateline.ontology import Ontology
from dateline.records import Span
from dateline.records.claim import Status

ROLES: Final = {"a": "actor", "r": "recipient", "p": "place", "t": "time", "s": "source", "c": "cue"}
_MARKED: Final = re.compile(r"\[([^\[\]]*)\]\{([^{}]*)\}")
_ROLE: Final = re.compile(rf"(\d+)([{''.join(ROLES)}])")
_STATUSES: Final = frozenset(get_args(Status))


@dataclass(frozen=True, slots=True)
class MarkedClaim:
    """A claim by hand: its trigger, and by role of ROLES the spans that fill it."""

    type: str
    modes: tuple[str, ...]
    status: str
    trigger: Span
    roles: dict[str, list[Span]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence with all its claims; where not `whole`, others may be in it that nobody marked."""

    text: str
    claims: tuple[MarkedClaim, ...]
    at: str  # file and line, or the corpus' own id
    whole: bool = True
    doubtful: tuple[Span, ...] = ()  # words that may or may not be triggers: nothing is learned from them


def marked(file: Path, ontology: Ontology) -> Iterator[Marked]:
    """The sentences of a file, one a line; UsageError names the line of a mark that is wrong."""
    with file.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            if line.strip() and not line.startswith("#"):
                yield parsed(line.strip(), ontology, at=f"{file.name}:{number}")


def parsed(line: str, ontology: Ontology, *, at: str) -> Marked:
    """A line with marks as its text and its claims; UsageError where a mark is wrong."""
    text, spans = _plain(line)
    if re.search(r"[\[\]{}]", text):
        raise UsageError(f"{at}: need marks as [words]{{1 TYPE}}, found a bracket by itself or a mark within a mark: {text}")
    triggers: dict[str, MarkedClaim] = {}
    roles: list[tuple[str, str, Span]] = []
    for span, marks in spans:
        for mark in marks.split(";"):
            role = _ROLE.fullmatch(mark.strip())
            if role:
                roles.append((role[1], ROLES[role[2]], span))
            else:
                number, claim = trigger(mark, span, ontology, at=at)
                if triggers.setdefault(number, claim) is not claim:
                    raise UsageError(f"{at}: need one trigger a claim, found two of claim {number}")
    for number, name, span in roles:
        if number not in triggers:
            raise UsageError(f"{at}: need a trigger for claim {number}, found only its {name}")
        triggers[number].roles.setdefault(name, []).append(span)
    return Marked(text, tuple(triggers.values()), at)


def _plain(line: str) -> tuple[str, list[tuple[Span, str]]]:
    """The text without its marks, and each marked span with what it is marked as."""
    pieces: list[str] = []
    spans = []
    length = last = 0
    for found in _MARKED.finditer(line):
        before = line[last : found.start()]
        start = length + len(before)
        length = start + len(found[1])
        pieces += [before, found[1]]
        spans.append((Span(start=start, end=length), found[2]))
        last = found.end()
    return "".join([*pieces, line[last:]]), spans


def trigger(mark: str, span: Span, ontology: Ontology, *, at: str) -> tuple[str, MarkedClaim]:
    """`1 TYPE mode status` as the number of the claim and the claim."""
    number, *words = mark.split()
    type_ = words[0] if words else ""
    rest = words[1:]
    if type_ not in ontology.types or any(word not in _STATUSES and word not in ontology.types[type_].modes for word in rest):
        raise UsageError(f"{at}: need a type, its modes and a status, or a role, found {mark!r}")
    modes = tuple(word for word in rest if word not in _STATUSES)
    status = next((word for word in rest if word in _STATUSES), "happened")
    return number, MarkedClaim(type_, modes, status, span)
