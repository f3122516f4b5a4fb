"""What a noun phrase makes of those whom it names: sectors and office, by a table of agent nouns and patterns."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Final, Literal, NamedTuple, cast

from dateline.knowledge.spellings import forms

AgentKind = Literal["person", "group", "body", "office"]

_TABLE: Final = "tables/agents.csv"
_STAR: Final = "*"
_IGNORED: Final = frozenset(("the", "a", "an", "'s", "’s", "'", "’"))
_OWNERS: Final = frozenset(("'s", "’s", "'", "’"))
_PREPOSITIONS: Final = frozenset("of for to in at on from with against by near under inside close without within who which that".split())
_LONGEST: Final = 8  # words of a phrase that are looked at, on each side of its head
_FORMER: Final = frozenset(
    "former ex then onetime erstwhile deposed ousted toppled overthrown retired late disgraced dismissed sacked".split()
)
_IN_PLACE_OF: Final = {"deputy": "deputy", "vice": "deputy", "assistant": "assistant", "acting": "acting", "junior": "junior"}
_ONCE_ELITE: Final = frozenset(("GOV", "LEG", "JUD", "SPY", "PTY", "OPP", "MIL", "COP", "ELI"))
_LEADING: Final = ("chief", "leader", "head", "commander", "director", "chairman")
_ONCE_LEADER: Final = frozenset(("leader", "commander", "chief", "head", "warlord", "chairman", "boss"))

_SPOKEN_FOR: Final = frozenset("government army military navy presidency parliament opposition junta".split())


@dataclass(frozen=True, slots=True)
class Agent:
    """What `phrase`, a row of the table, says of those whom it names.

    `sectors` is empty where the words alone do not tell (a spokesman). `kind`: a `person`; a `group` that acts as one (a crowd, a
    battalion); a `body` (a ministry, a court); an `office`, held by one at a time, whose usual name `office` gives: "defence minister"
    for a secretary of defense. `former` holders are ELI, and keep the office that they left in `office`, with "former" before it.
    """

    phrase: str
    sectors: tuple[str, ...]
    kind: AgentKind
    office: str = ""
    former: bool = False


class _Shape(NamedTuple):
    """Where the words of a row stand: so many `before` and `after` its head; `star` is -1 where it stands in front, 1 at the end."""

    before: int
    after: int
    star: int


class Agents:
    """The table, found by the head of a phrase and as many of the words around it as a row has."""

    def __init__(self, rows: Iterable[Agent]) -> None:
        table = tuple(rows)
        phrases = [row.phrase.split() for row in table]
        self._forms: Mapping[str, str] = forms(word for words in phrases for word in words)
        self._rows: dict[str, Agent] = {}
        shapes: dict[str, set[_Shape]] = {}
        for row, phrase in zip(table, phrases, strict=True):
            words = [self._forms.get(word, word) for word in phrase]
            head, shape = _shape(words)
            self._rows.setdefault(" ".join(words), row)
            shapes.setdefault(head, set()).add(shape)
        self._shapes: Mapping[str, tuple[_Shape, ...]] = {head: tuple(found) for head, found in shapes.items()}

    def __len__(self) -> int:
        return len(self._rows)

    def match(self, words: Sequence[str], *, head: int | None = None) -> Agent | None:
        """The row with most of the words of a noun phrase around its head; None where no row has the head.

        `words` are in lower case, in the singular where that is known, in the order of the text, with any complement: `former deputy
        minister of defence`. `head` is the index of the governing word: where it is not given, the last before a preposition.
        A name in the phrase (`spokesman for Hamas`) says nothing here: `sectors` is then empty, or what the pattern falls back on.
        """
        at = _head(words) if head is None else head
        if at < 0 or (self._forms.get(words[at], words[at]) not in self._shapes and "-" not in words[at]):
            return None
        plain, at, owned = _plain(words, at)
        if not plain:
            return None
        phrase = [self._forms.get(word, word) for word in plain]
        found = self._best(phrase, at)
        return _modified(found[0], phrase[max(owned, 0) : at - found[1]], phrase[at]) if found else None

    def _best(self, words: list[str], at: int) -> tuple[Agent, int] | None:
        """The best row, and how many words before the head belong to it."""
        best: tuple[float, Agent, int] | None = None
        for shape in self._shapes.get(words[at], ()):
            before, after, star = shape
            if before > at or at + after >= len(words):
                continue
            key = " ".join(words[at - before : at + after + 1])
            weight: float = 1 + before + after - (star > 0)  # a preposition that leads to a star tells nothing
            if not star and (row := self._rows.get(key)):
                candidate = (weight, row, before)
            elif star and (made := self._starred(key, words, at, shape)):
                candidate = (weight + made[0], made[1], before)
            else:
                continue
            if best is None or candidate[0] > best[0]:
                best = candidate
        return best and (best[1], best[2])

    def _starred(self, key: str, words: list[str], at: int, shape: _Shape) -> tuple[float, Agent] | None:
        """The row with a star for `key`, filled in, and what it weighs besides its words: more where the star's words are known."""
        before, after, star = shape
        row = self._rows.get(f"{_STAR} {key}" if star < 0 else f"{key} {_STAR}")
        inner = words[: at - before] if star < 0 else words[at + after + 1 :]
        if row is None or not inner:
            return None
        if _STAR not in row.sectors:
            return 0.5, row
        place = len(inner) - 1 if star < 0 else _head(inner)
        found = self._best(inner, place) if place >= 0 else None
        known = found[0] if found and found[0].sectors else None
        if known and (led := self._led(inner[: place + 1], words[at])):
            return 0.5, led
        return (0.5 if known else -0.5), _filled(row, known)

    def _led(self, body: list[str], head: str) -> Agent | None:
        """The row for the chief of `body`, without the words in front that say of which country it is, where `head` leads it."""
        if head not in _LEADING:
            return None
        keys = (" ".join([*body[first:], "chief"]) for first in range(len(body)))
        return next((row for key in keys if (row := self._rows.get(key))), None)


def agents(own: Iterable[Mapping[str, str]] = ()) -> Agents:
    """The table that the package brings, a user's `own` rows in front."""
    return Agents([*map(_agent, own), *_shipped()]) if own else _all()


@cache
def _all() -> Agents:
    return Agents(_shipped())


@cache
def _shipped() -> tuple[Agent, ...]:
    text = files("dateline.knowledge").joinpath(_TABLE).read_text(encoding="utf-8")
    rows = [_agent(row) for row in csv.DictReader(text.splitlines())]
    return (*rows, *_turned(rows))


def _agent(row: Mapping[str, str]) -> Agent:
    return Agent(row["phrase"], tuple(row["sectors"].split()), cast("AgentKind", row["kind"]), row["office"])


def _turned(rows: Iterable[Agent]) -> Iterator[Agent]:
    """What a row for `X minister`, `X secretary`, `X department` or `X chief` says of `minister of X`, `X ministry`, `head of X` and so on.

    A row of the table comes first.
    """
    for row in rows:
        field, _, title = row.phrase.rpartition(" ")
        if not field or _STAR in row.phrase:
            continue
        if title == "minister" and row.kind == "office":
            yield Agent(f"minister of {field}", row.sectors, "office", row.office)
            yield Agent(f"minister for {field}", row.sectors, "office", row.office)
            for phrase in (f"{field} ministry", f"ministry of {field}", f"ministry for {field}"):
                yield Agent(phrase, row.sectors, "body")
        elif title in ("chief", "leader") and row.kind == "office":
            for head in _LEADING:
                yield Agent(f"{head} of {field}", row.sectors, "office", row.office)
                yield Agent(f"{field} {head}", row.sectors, "office", row.office)
        elif (title == "secretary" and row.kind == "office") or (title == "department" and row.kind == "body"):
            yield replace(row, phrase=f"{title} of {field}")


def _head(words: Sequence[str]) -> int:
    """The index of the last word before the first preposition that has a word before it; -1 without words."""
    for index, word in enumerate(words):
        if word in _PREPOSITIONS and index:
            return index - 1
    return len(words) - 1


def _shape(words: list[str]) -> tuple[str, _Shape]:
    """The head of a row, and where its other words stand around it."""
    star = -1 if words[0] == _STAR else 1 if words[-1] == _STAR else 0
    bare = words[1:] if star < 0 else words[:-1] if star else words
    at = _head(bare)
    return bare[at], _Shape(at, len(bare) - 1 - at, star)


def _plain(words: Sequence[str], at: int) -> tuple[list[str], int, int]:
    """The words near the head without articles and hyphens; the index of the head among them, and of the first word after an owner's."""
    plain: list[str] = []
    place, owned = -1, 0
    for index in range(max(at - _LONGEST, 0), min(at + _LONGEST + 1, len(words))):
        word = words[index]
        if word in _IGNORED:
            owned = len(plain) if word in _OWNERS and index < at else owned
        else:
            plain += word.split("-") if "-" in word else (word,)
        if index == at:
            place = len(plain) - 1
    return (plain, place, owned) if place >= 0 and "" not in plain else ([], -1, 0)


def _filled(row: Agent, inner: Agent | None) -> Agent:
    """`row` with its star put for by what the words in its place say; by what it falls back on where they say nothing."""
    sectors = inner.sectors if inner else tuple(code for code in row.sectors if code != _STAR)
    office = row.office
    if _STAR in office:
        named = inner is not None and inner.kind == "body" and (" " in inner.phrase or inner.phrase in _SPOKEN_FOR)
        office = office.replace(_STAR, f"the {_usual(inner.phrase)}") if inner and named else office.partition(" ")[0]
    return replace(row, sectors=tuple(code for code in sectors if code != _STAR), office=office)


def _usual(body: str) -> str:
    """`foreign ministry` for `ministry of foreign affairs`."""
    match = re.fullmatch(r"(ministry|department) (?:of|for) (?:the )?(.+)", body)
    name = f"{match[2]} {match[1]}" if match else body
    return name.replace("foreign affairs ", "foreign ")


def _modified(agent: Agent, before: Sequence[str], head: str) -> Agent:
    """`agent` as the words before it make it: deputies keep the sectors; who once held an office is of the elites, others civilians."""
    if agent.kind in ("group", "body"):
        return agent
    if agent.office:
        for word in reversed(before):
            if word in _IN_PLACE_OF:
                agent = replace(agent, office=f"{_IN_PLACE_OF[word]} {agent.office}")
    if _FORMER.isdisjoint(before):
        return agent
    elite = agent.office or not _ONCE_ELITE.isdisjoint(agent.sectors) or head in _ONCE_LEADER
    office = f"former {agent.office}" if agent.office else ""
    return replace(agent, sectors=("ELI",) if elite else ("CVL",), office=office, former=True)
