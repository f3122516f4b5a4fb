"""Who a name stands for on a day: the row of the tables that fits the name, the title and the country best."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.knowledge.actors import Actors, Known, bare
from dateline.knowledge.names import transcribed
from dateline.knowledge.people import surnames

_GRACE: Final = dt.timedelta(days=45)  # stories name a holder by an office a while before and after a handover
_STALE: Final = dt.timedelta(days=1500)  # a spell whose end no source tells: longer than most terms last beyond it
_RANKS: Final = ("president", "prime minister", "king", "supreme leader", "foreign minister", "defence minister")
# Offices that go by several names, as states and the press call them.
_ALIKE: Final = (
    frozenset(
        {
            "army chief",
            "chairman of the joint chiefs of staff",
            "chief of defence",
            "chief of staff of the armed forces",
            "chief of the defence force",
            "chief of the defence forces",
            "chief of the defence staff",
            "chief of the general staff",
            "commander of the armed forces",
            "commander of the ground forces",
        }
    ),
    frozenset({"secretary of state", "foreign secretary", "foreign minister"}),
    frozenset({"defence secretary", "defence minister"}),
    frozenset({"chancellor", "prime minister"}),
    frozenset({"secretary general", "secretary-general", "UN secretary-general"}),
    frozenset({"spokesman of the government", "government spokesman"}),
    frozenset({"spokesman of the presidency", "spokesman of the president"}),
    frozenset({"secretary of the security council", "secretary of the Security Council"}),
)


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
    """The row that a name stands for; `held` says that its office was held on the day asked for, None that no day was."""

    known: Known
    held: bool | None

    @property
    def sectors(self) -> tuple[str, ...]:
        """The row's, or those of a former holder."""
        return ("ELI",) if self.held is False and self.known.kind == "person" else self.known.sectors

    @property
    def office(self) -> str | None:
        """The office where it was held on the day."""
        return None if self.held is False else self.known.office

    @property
    def basis(self) -> str:
        """Where this is from, in words."""
        row = self.known
        if row.kind != "person" or not row.office:
            return f"table: {row.name} [{row.source}]"
        spell = f"{row.first or '…'} to {row.last or 'now'}"
        return f"table: {row.office} {spell} [{row.source}]"


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
    return spell(fitting, day=day, evidence=evidence)


def body(name: str, actors: Actors, *, day: dt.date | None, evidence: Evidence) -> Identity | None:
    """The organisation, group, firm or body called `name`."""
    rows = [row for row in actors.named(name) if row.kind != "person"]
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


_BEYOND: Final = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"})


def spell(rows: Sequence[Known], *, day: dt.date | None, evidence: Evidence = Evidence()) -> Identity:
    """The row that holds on `day`, the one of a stated office or the highest first; else the one that ended last, as no longer held."""
    if day is None:
        return Identity(min(rows, key=lambda row: (not _office_fits(row, evidence), _rank(row), -_start(row).toordinal())), None)
    holding = [row for row in rows if row.on(day) and not (evidence.former and _office_fits(row, evidence))]
    if not holding and not evidence.former:
        holding = [row for row in rows if _office_fits(row, evidence) and _around(row, day)]
    if not holding and not evidence.former:
        holding = [row for row in rows if not row.ends and row.last and row.last < day <= row.last + _STALE]
    if holding:
        return Identity(
            min(holding, key=lambda row: (not _office_fits(row, evidence), not row.own, _rank(row), -_start(row).toordinal())), True
        )
    before = [row for row in rows if row.first is None or row.first <= day]
    if not before:
        return Identity(min(rows, key=_start), None)
    last = max(before, key=lambda row: (row.last or dt.date.max, _start(row)))
    return Identity(last, not ((last.last and last.last < day) or evidence.former))


def _around(row: Known, day: dt.date) -> bool:
    first, last = row.first or dt.date.min, row.last or dt.date.max
    return (first <= day or first - day <= _GRACE) and (day <= last or day - last <= _GRACE)


def _start(row: Known) -> dt.date:
    return row.first or dt.date(1900, 1, 1)


def _rank(row: Known) -> int:
    if row.office in _RANKS:
        return _RANKS.index(row.office)
    return len(_RANKS) + (0 if row.office else 1) + (row.sectors[:1] == ("LEG",))


def _office_fits(row: Known, evidence: Evidence) -> bool:
    return bool(row.office) and any(same_office(row.office or "", office) for office in evidence.offices)


def names_of(office: str) -> frozenset[str]:
    """The names that `office` goes by."""
    return next((group for group in _ALIKE if office in group), frozenset({office}))


def same_office(one: str, other: str) -> bool:
    """Whether two offices are one under two names, or one is told more closely than the other."""
    return other in names_of(one) or one.startswith(f"{other} of") or other.startswith(f"{one} of")


def _fits(row: Known, evidence: Evidence, *, alone: bool) -> bool:
    """Whether nothing that the story says speaks against `row`; a surname alone needs something that speaks for it."""
    if evidence.countries and row.country not in evidence.countries:
        return False
    if not alone:
        return True
    return _office_fits(row, evidence) or bool(evidence.countries and evidence.sectors.intersection(row.sectors))


def _in_the_news(rows: Sequence[Known], day: dt.date | None, evidence: Evidence) -> list[Known]:
    """Who a surname alone stands for: `Obama said`. One who holds a high office on the day, of a country that the story is about."""
    if day is None or evidence.countries or evidence.offices:
        return []
    return [row for row in rows if row.office in _RANKS and row.on(day) and row.country in evidence.about]


def _likeliest(rows: Sequence[Known], day: dt.date | None, evidence: Evidence) -> list[Known]:
    """Of several people of one name those whom the title, the day and the story's countries speak for."""
    for test in (
        lambda row: _office_fits(row, evidence),
        lambda row: day is None or row.on(day),
        lambda row: row.country in evidence.about,
    ):
        kept = [row for row in rows if test(row)]
        rows = kept or rows
    return list(rows)


def _shortened(name: str, actors: Actors) -> tuple[Known, ...]:
    """The rows of a name that is told with more parts than the tables have: Vladimir Lvovich X, Donald J. Trump, Hugo X Y."""
    words = [word for word in name.split() if len(word.strip(".")) > 1]
    if len(words) < 2:  # noqa: PLR2004
        return ()
    tries = [f"{words[0]} {words[-1]}", " ".join(words[:2]), " ".join(words[-2:])]
    return next((found for short in tries if short != name and (found := actors.named(short) or actors.spelled(short))), ())


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


def same_name(one: str, other: str) -> bool:
    """Whether two names of bodies are the same but for case, accents and an article."""
    return bare(one) == bare(other)


def who(name: str, actors: Actors, *, day: dt.date | None) -> Identity | None:
    """Whoever a name alone stands for on a day: a person, else a body."""
    nothing = Evidence()
    return person(name, actors, day=day, evidence=nothing) or body(name, actors, day=day, evidence=nothing)
