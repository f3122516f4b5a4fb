"""Dated public facts that a story may name, and what they say about the day on which it can have been written."""

import csv
import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from dateline.knowledge.actors import Actors, Known, actors
from dateline.knowledge.countries import countries
from dateline.knowledge.names import transcribed

_TABLE: Final = "tables/anchors.csv"
_WITHIN: Final = 20_000  # code points of a story that are searched
_LEAD: Final = 700
_GRACE: Final = dt.timedelta(days=60)  # stories call a holder by the office a while before and after the day of a handover
_YEAR: Final = dt.timedelta(days=366)

# What the press calls an office → the office as facts have it.
_OFFICES: Final = {
    "president": "president",
    "prime minister": "prime minister",
    "premier": "prime minister",
    "chancellor": "prime minister",
    "foreign minister": "foreign minister",
    "external affairs minister": "foreign minister",
    "foreign secretary": "foreign minister",
    "secretary of state": "foreign minister",
    "defense minister": "defence minister",
    "defence minister": "defence minister",
    "defense secretary": "defence minister",
    "secretary of defense": "defence minister",
    "secretary-general": "secretary-general",
    "secretary general": "secretary-general",
    "pope": "pope",
    "king": "king",
}
# The office as the tables of actors have it, where that is not the same.
_HELD_AS: Final = {
    "chancellor": "prime minister",
    "premier": "prime minister",
    "secretary of state": "foreign minister",
    "foreign secretary": "foreign minister",
    "defence secretary": "defence minister",
}
_TAILS: Final = "|".join(re.escape(title[1:]) for title in sorted(_OFFICES, key=len, reverse=True))  # all but their first letters
_NAME: Final = r"[A-Z][\w'’.-]*(?: (?:[A-Z][\w'’.-]*|al|bin|de|da|van|von|ben|del|el)){0,4}"
# A class in front, and the beginning of a word looked for behind it: the search for a class is quick. It lets `Kresident` through.
_TITLED: Final = re.compile(rf"([PpCcFfEeSsDdKk](?<!\w.)(?i:{_TAILS})) ({_NAME})")
_COUNTERPART: Final = re.compile(rf"\bcounterpart,? ({_NAME})")
_BEFORE: Final = 40  # code points before a title, which hold what makes it another: "former US Secretary of State"
_OTHER: Final = frozenset("former ex then late vice deputy assistant under shadow acting past onetime since during future by".split())
_ACTS: Final = re.compile(
    r",?(?: (?:on|late|early) \w+)? "
    r"(?:said|says|told|announced|called|vowed|warned|condemned|confirmed|met|arrived|denied|ordered|accused)\b"
)
_CAPITALISED: Final = re.compile(r"[A-Z]\w*")
_MONTHS: Final = "January February March April May June July August September October November December".split()
_COUPS: Final = ("coup", "putsch", "military takeover")
_COUP: Final = re.compile(rf"\b(?:{'|'.join(_COUPS)})\b", re.IGNORECASE)
_SENTENCE_END: Final = re.compile(r"(?<=[a-z\d\"”)][.!?])\s+(?=[A-Z\"“])")


Spell = tuple[dt.date, dt.date | None]  # from the first day to the last, inclusive; None: open


class Bound(NamedTuple):
    """A story was written within one of `spells`, because of `why`."""

    spells: tuple[Spell, ...]
    why: str

    def allows(self, day: dt.date) -> bool:
        """Whether the story can have been written on `day`."""
        return any(first <= day and (last is None or day <= last) for first, last in self.spells)


@dataclass(frozen=True, kw_only=True, slots=True)
class Anchor:
    """A fact with dates.

    A `holder` (`name` held `office` of `state` from `first` to `last`), a `coup` (in `state`, on `first`), or a `name` that nothing had
    before `first`, and that holds a capital letter. Several spellings of a name are parted by `/`.
    """

    kind: str
    name: str
    office: str
    state: str
    first: dt.date
    last: dt.date | None
    source: str


class Anchors:
    """A table of facts, found by the words that name them."""

    def __init__(self, rows: tuple[Anchor, ...], *, actors: Actors | None = None) -> None:
        """Holders are those of `rows`, and of the tables of `actors` where they are given."""
        self._actors = actors
        self._holders: Mapping[tuple[str, str], tuple[Anchor, ...]] = _holders(rows)
        self._coups = tuple(row for row in rows if row.kind == "coup")
        self._names: Mapping[str, Anchor] = {name: row for row in rows if row.kind == "name" for name in row.name.split("/")}
        self._first_capitals = frozenset(found[0] for name in self._names if (found := _CAPITALISED.search(name)))
        longest_first = sorted(self._names, key=len, reverse=True)
        self._named = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b" if longest_first else r"(?!)")

    def bounds(self, text: str, *, start: int) -> tuple[Bound, ...]:
        """The bounds that the story `text[start:]` gets from the facts it names.

        A holder named with the office bounds the story from below; from above only where the lead names or quotes them as in office.
        """
        story = text[start : start + _WITHIN]
        return (*self._by_holders(story), *self._by_counterparts(story), *self._by_coups(story), *self._by_names(story))

    def _by_holders(self, story: str) -> Iterator[Bound]:
        for match in _TITLED.finditer(story):
            office = _OFFICES.get(match[1].lower())
            before = re.findall(r"\w+", _clause(story[max(match.start() - _BEFORE, 0) : match.start()]).lower())[-3:]
            if office and not _OTHER.intersection(before):
                yield from self._held(office, match[2], current=_current(story, match))

    def _held(self, office: str, words: str, *, current: bool) -> Iterator[Bound]:
        spells = self._spells(office, words)
        if not spells:
            return
        told = ", ".join(f"{spell.first} to {spell.last or 'now'}" for spell in spells)
        why = f"{spells[0].name.split('/')[0]} was {office} of {spells[0].state} {told} [{spells[0].source}]"
        within = tuple((spell.first - _GRACE, spell.last + _GRACE if spell.last else None) for spell in spells)
        yield Bound(within if current else ((min(first for first, _ in within), None),), why)

    def _spells(self, office: str, words: str) -> tuple[Anchor, ...]:
        """The rows for the longest beginning of `words` that names a holder: what follows a name may be capitalised too."""
        parts = words.replace("’s", "").replace("'s", "").rstrip(".").split(" ")
        parts = [part for place, part in enumerate(parts) if not place or not re.fullmatch(r"[A-Z]\.?", part)]  # Donald J. Trump
        for count in range(len(parts), 1, -1):
            name = " ".join(parts[:count])
            if found := self._holders.get((transcribed(name), office)) or self._of_actors(name, office):
                return found
        return ()

    def _of_actors(self, name: str, office: str) -> tuple[Anchor, ...]:
        """The spells in the tables of actors; one whose end no source knows is open."""
        rows = self._actors.spelled(name) if self._actors else ()
        held = (row for row in rows if row.office and row.first and _HELD_AS.get(row.office, row.office) == office)
        return tuple({(spell.first, spell.last): spell for spell in (_anchor(row, office) for row in held)}.values())

    def _by_counterparts(self, story: str) -> Iterator[Bound]:
        """`his Indonesian counterpart NAME` holds some office of the table's: the earliest bounds the story."""
        for match in _COUNTERPART.finditer(story) if "counterpart" in story else ():
            held = [spell for office in sorted(set(_OFFICES.values())) for spell in self._spells(office, match[1])]
            if held:
                first = min(held, key=lambda spell: spell.first)
                yield Bound(
                    ((first.first - _GRACE, None),),
                    f"{first.name} was {first.office} of {first.state} from {first.first} on [{first.source}]",
                )

    def _by_coups(self, story: str) -> Iterator[Bound]:
        lowered = story.lower()  # three looks at this are quicker than one at what ignores case
        if not any(word in lowered for word in _COUPS):
            return
        paragraphs = [line for line in story.split("\n") if _COUP.search(line)]
        for sentence in (found for line in paragraphs for found in _SENTENCE_END.split(line) if _COUP.search(found)):
            for coup in self._coups:
                if _names(sentence, coup.state.split("/")) and _dated(sentence, coup.first):
                    where = coup.state.split("/")[0]
                    why = f"the coup in {where} that it dates without a year, as within a year of it, was on {coup.first} [{coup.source}]"
                    yield Bound(((coup.first, coup.first + _YEAR),), why)

    def _by_names(self, story: str) -> Iterator[Bound]:
        if self._first_capitals.isdisjoint(_CAPITALISED.findall(story)):  # a tenth of the time of the pattern with all names
            return
        for name in sorted({match[0] for match in self._named.finditer(story)}):
            row = self._names[name]
            yield Bound(((row.first, None),), f"nothing was called {name} before {row.first} [{row.source}]")


def _clause(words: str) -> str:
    """The end of `words` behind the last full stop, those of initials aside: `former U.S.` stays whole."""
    return re.sub(r"\b([A-Za-z])\.", r"\1", words).rsplit(".", 1)[-1]


def _current(story: str, match: re.Match[str]) -> bool:
    """Whether the story is of the holder's time in office: named in the lead, or quoted as acting."""
    return match.start() < _LEAD or bool(_ACTS.match(story, match.end()))


def _names(sentence: str, states: list[str]) -> bool:
    """Whether `sentence` names one of `states`, `Guinea` not being found in `Guinea-Bissau`."""
    return any(name in sentence and re.search(rf"\b{re.escape(name)}(?!-)\b", sentence) for name in states)


def _dated(sentence: str, day: dt.date) -> bool:
    """Whether `sentence` names the month and day of `day`, and no year."""
    name = _MONTHS[day.month - 1]
    names = rf"(?:{name}|{name[:3]}\.?|{name[:4]}\.)"
    return bool(re.search(rf"\b(?:{names} {day.day}|{day.day} {names})(?!,? \d{{4}})(?!\d)", sentence))


def _holders(rows: tuple[Anchor, ...]) -> Mapping[tuple[str, str], tuple[Anchor, ...]]:
    held: dict[tuple[str, str], tuple[Anchor, ...]] = {}
    for row in rows:
        if row.kind == "holder":
            for name in row.name.split("/"):
                key = (transcribed(name), row.office)
                held[key] = (*held.get(key, ()), row)
    return held


def _anchor(row: Known, office: str) -> Anchor:
    state = next((country.name for country in countries() if country.id == row.country), row.country or "")
    last = row.last if row.ends else None
    return Anchor(kind="holder", name=row.name, office=office, state=state, first=row.first or dt.date.min, last=last, source=row.source)


@cache
def anchors() -> Anchors:
    """The facts that are shipped: coups and names with their days, entered by hand, and the holders of offices among the actors."""
    return Anchors(tuple(_rows((files("dateline.knowledge") / _TABLE).read_text(encoding="utf-8"))), actors=actors())


def _rows(table: str) -> Iterator[Anchor]:
    for row in csv.DictReader(table.splitlines()):
        last = dt.date.fromisoformat(row["last"]) if row["last"] else None
        first = dt.date.fromisoformat(row["first"])
        yield Anchor(
            kind=row["kind"], name=row["name"], office=row["office"], state=row["state"], first=first, last=last, source=row["source"]
        )
