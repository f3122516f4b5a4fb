"""Who a name stands for on a day: the row of the tables that fits the name, the title and the country best."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from dateline.knowledge.actors import Actors, Known
from dateline.knowledge.names import transcribed
from dateline.knowledge.people import surnames
from dateline.mentions.actors.offices import RANKS, rank, same_office

_GRACE: Final = dt.timedelta(days=45)  # stories name a holder by an office a while before and after a handover
_HEADS: Final = 5  # of the ranks: presidents to chancellors
_STALE: Final = dt.timedelta(days=1500)  # a spell whose end no source tells: longer than most terms last beyond it
_BEYOND: Final = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"})

Held = Literal["now", "past", "later", "unknown"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a story tells of a bearer of a name, beside it: offices, countries and sectors that its titles name, countries it is about."""

    offices: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    sectors: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
    former: bool = False


@dataclass(frozen=True, slots=True)
class Identity:
    """The row that a name stands for; `held` says how its spell lies to the day asked for, `unknown` where no day was."""

    known: Known
    held: Held

    @property
    def sectors(self) -> tuple[str, ...]:
        """The row's; those of a former holder; none yet for one to come."""
        if self.known.kind != "person" or self.held in {"now", "unknown"}:
            return self.known.sectors
        return ("ELI",) if self.held == "past" else ()

    @property
    def office(self) -> str | None:
        """The office where it was held on the day."""
        return self.known.office if self.held == "now" else None

    @property
    def basis(self) -> str:
        """Where this is from, in words."""
        row = self.known
        if row.kind != "person" or not row.office:
            return f"table: {row.name} [{row.source}]"
        return f"table: {row.office} {row.first or '…'} to {row.last or 'now'} [{row.source}]"


def person(name: str, actors: Actors, *, day: dt.date | None, evidence: Evidence) -> Identity | None:
    """The person called `name`, None where no row fits or nothing decides between several."""
    full = actors.named(name) or actors.spelled(name) or _shortened(name, actors)
    rows = [row for row in full if row.kind == "person"]
    alone = not rows or " " not in name
    if not rows:
        rows = list(_by_surname(name, actors))
    fitting = [row for row in rows if _fits(row, evidence, alone=alone)] or _in_the_news(rows, day, evidence)
    people = {(transcribed(row.name), row.country) for row in fitting}
    if len(people) > 1:
        fitting = _likeliest(fitting, day, evidence)
        people = {(transcribed(row.name), row.country) for row in fitting}
    if not fitting or (alone and len(people) > 1):
        return None
    found = spell(fitting, day=day, evidence=evidence)
    other = found.held in {"past", "later"} and evidence.offices and not evidence.former
    return None if other and not any(_office_fits(row, evidence) for row in fitting) else found  # of the same name, in another office


def body(name: str, actors: Actors, *, day: dt.date | None, evidence: Evidence) -> Identity | None:
    """The organisation, group, firm or body called `name`."""
    rows = [row for row in actors.named(name) if row.kind != "person"]
    if own := [row for row in rows if row.own]:
        return spell(own, day=day, evidence=evidence)
    stated = evidence.countries
    near = [row for row in rows if row.country in stated] if stated else []
    if stated and rows and not near:
        near = [row for row in rows if row.country in _BEYOND or row.country is None]
        if not near and len({row.country for row in rows}) > 1:
            return None
    chosen = near or rows
    if len({row.country for row in chosen}) > 1 and evidence.about:
        chosen = [row for row in chosen if row.country in evidence.about] or chosen
    return spell(chosen, day=day, evidence=evidence) if chosen else None


def spell(rows: Sequence[Known], *, day: dt.date | None, evidence: Evidence) -> Identity:
    """The row that holds on `day`, the one of a stated office or the highest first; else the one that ended last, as no longer held."""
    if day is None:
        told = [row for row in rows if _office_fits(row, evidence)]
        return Identity(min(told or rows, key=lambda row: (*_order(row, evidence), row.id)), "now" if told else "unknown")
    if holding := _holding(rows, day, evidence):
        return Identity(min(holding, key=lambda row: _order(row, evidence)), "now")
    before = [row for row in rows if row.first is None or row.first <= day]
    if not before:
        return Identity(min(rows, key=_start), "later")
    last = max(before, key=lambda row: (row.last or dt.date.max, _start(row)))
    return Identity(last, "past" if (last.last and last.last < day) or evidence.former else "now")


def _holding(rows: Sequence[Known], day: dt.date, evidence: Evidence) -> list[Known]:
    """The rows that hold on `day`; failing them those of a stated office that is just over or to come, or whose end nobody knows."""
    holding = [row for row in rows if row.on(day) and not (evidence.former and _office_fits(row, evidence))]
    if holding or evidence.former:
        return holding
    around = [row for row in rows if _office_fits(row, evidence) and _around(row, day)]
    return around or [row for row in rows if not row.ends and row.last and row.last < day <= row.last + _STALE]


def _order(row: Known, evidence: Evidence) -> tuple[bool, bool, int, bool, int]:
    """Users' own rows first, then a stated office, then by rank, then the latest."""
    return not row.own, not _office_fits(row, evidence), rank(row.office), row.sectors[:1] == ("LEG",), -_start(row).toordinal()


def _around(row: Known, day: dt.date) -> bool:
    first, last = row.first or dt.date.min, row.last or dt.date.max
    return (first <= day or first - day <= _GRACE) and (day <= last or day - last <= _GRACE)


def _start(row: Known) -> dt.date:
    return row.first or dt.date(1900, 1, 1)


def _office_fits(row: Known, evidence: Evidence) -> bool:
    return row.office is not None and any(same_office(row.office, office, row.country) for office in evidence.offices)


def _fits(row: Known, evidence: Evidence, *, alone: bool) -> bool:
    """Whether nothing that the story says speaks against `row`; a surname alone needs something that speaks for it."""
    if evidence.countries and row.country not in evidence.countries:
        return False
    if not alone:
        return True
    return _office_fits(row, evidence) or bool(evidence.countries and evidence.sectors.intersection(row.sectors))


def _in_the_news(rows: Sequence[Known], day: dt.date | None, evidence: Evidence) -> list[Known]:
    """Who a surname alone stands for: `Obama said`. One who holds a high office on the day, of a country that the story is about."""
    if day is None or evidence.offices:
        return []
    countries = evidence.countries or evidence.about
    return [row for row in rows if row.office in RANKS and row.on(day) and row.country in countries]


def at_the_head(surname: str, actors: Actors, day: dt.date) -> Known | None:
    """The head of a state or government on `day` who is called `surname`, where there is just one: `the Trump administration`."""
    found = [row for row in actors.surnamed(surname) if row.office in RANKS[:_HEADS] and row.on(day)]
    return found[0] if len({row.country for row in found}) == 1 else None


def _likeliest(rows: Sequence[Known], day: dt.date | None, evidence: Evidence) -> list[Known]:
    """Of several people of one name users' own, and those whom the title, the day and the story's countries speak for."""
    for test in (
        lambda row: row.own,
        lambda row: _office_fits(row, evidence),
        lambda row: day is None or row.on(day),
        lambda row: row.country in evidence.about,
    ):
        kept = [row for row in rows if test(row)]
        rows = kept or rows
    return list(rows)


def _shortened(name: str, actors: Actors) -> tuple[Known, ...]:
    """The rows of a name that is told with more names in the middle than the tables have: Vladimir Lvovich X, Donald J. Trump."""
    words = [word for word in name.split() if len(word.strip(".")) > 1]
    short = f"{words[0]} {words[-1]}" if len(words) > 1 else name
    return () if short == name else actors.named(short) or actors.spelled(short)


def _by_surname(name: str, actors: Actors) -> Iterable[Known]:
    """The rows whose name holds all words of `name`, found by the last of them."""
    words = set(transcribed(name).split())
    for part in surnames(name):
        found = [row for row in actors.surnamed(part) if words <= set(transcribed(row.name).split())]
        if found:
            return found
    return [row for row in actors.surnamed(name) if row.kind == "person"]


def acronym(name: str) -> str:
    """The initials of the capitalised words of `name`."""
    words = [word for word in name.replace("-", " ").split() if word[:1].isupper()]
    return "".join(word[0] for word in words) if len(words) > 1 else ""


def who(name: str, actors: Actors, *, day: dt.date | None) -> Identity | None:
    """Whoever a name alone stands for on a day: a person, else a body."""
    nothing = Evidence()
    return person(name, actors, day=day, evidence=nothing) or body(name, actors, day=day, evidence=nothing)
