"""The day on which a story was published, and on what that rests."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from dateline.extract.clues import looked_back_on, told
from dateline.extract.dateline import Opening
from dateline.extract.years import Evidence, worked_out
from dateline.knowledge.anchors import Anchors, Bound, anchors
from dateline.records import Dateline, Published

_TURN: Final = dt.timedelta(days=1)  # the world's days differ by one
_OLD: Final = dt.timedelta(days=60)  # a story whose dateline is older than this against its publication may be of any year


def published(
    *,
    text: str,
    body_start: int,
    opening: Opening | None,
    metadata: dt.date | None,
    given: dt.date | None,
    fetched: dt.date | None,
    today: dt.date,
    known: Anchors | None = None,
) -> Published:
    """The day of publication of the story `text[body_start:]`, with each step of the reasoning.

    Order of trust: what was `given` with the page; sound `metadata`; a dateline with its year; a dateline whose year can be worked out
    from facts that the story names (`known`; by default the table that is shipped), from weekdays, and from the day of archiving. Where
    several years remain all are listed; where nothing bounds them the day is unknown. `today` is the day of processing: a bound, no guess.
    """
    if given:
        return _day(given, "given", f"{given} was given with the page")
    latest = min(fetched or today, today) + _TURN
    doubts: tuple[str, ...] = ()
    if metadata and metadata <= latest:
        return _day(metadata, "metadata", f"the page's metadata say {metadata}")
    if metadata:
        doubts = (f"the page's metadata say {metadata}, which is after the page was read or archived",)
    if not opening or not opening.month or not opening.day:
        return Published(why=(*doubts, "neither metadata nor a dateline tell the day"))
    if opening.year:
        return _stated(opening.year, opening.month, opening.day, latest, doubts)
    if not _exists(2000, opening.month, opening.day):
        return Published(why=(*doubts, "the dateline's day does not exist"))
    start = max(opening.end, body_start)
    evidence = Evidence(
        bounds=_bounds(text, start, today, known or anchors()),
        told=told(text, start),
        weekday=opening.weekday,
        fetched=fetched,
        today=today,
    )
    found = worked_out(opening.month, opening.day, evidence)
    return _because(found, doubts)


def dateline_record(opening: Opening, text: str, published: Published) -> Dateline:
    """The dateline of `text` as a record. Its date is known where it states a year, or where the day of publication tells it."""
    return Dateline(
        text=text[opening.start : opening.end],
        start=opening.start,
        end=opening.end,
        place=opening.place,
        places=opening.places,
        agency=opening.agency,
        date=_date(opening, published),
        year=opening.year,
        month=opening.month,
        day=opening.day,
    )


def _bounds(text: str, start: int, today: dt.date, known: Anchors) -> Sequence[Bound]:
    """What the story's words say about the earliest and latest day on which it can have been written."""
    past = [Bound(((past.first, None),), f"it looks back on “{past.words}”") for past in looked_back_on(text[start:], today=today)]
    return [*past, *known.bounds(text, start=start)]


def _stated(year: int, month: int, day: int, latest: dt.date, doubts: tuple[str, ...]) -> Published:
    if not _exists(year, month, day):
        return Published(why=(*doubts, f"the dateline says {year}-{month:02}-{day:02}, a day that does not exist"))
    found = dt.date(year, month, day)
    if found > latest:
        return Published(why=(*doubts, f"the dateline says {found}, which is after the page was read or archived"))
    return _because(_day(found, "dateline", f"the dateline says {found}"), doubts)


def _date(opening: Opening, published: Published) -> dt.date | None:
    """The dateline's day; without a stated year it is the last such day before publication, if that is known and near."""
    if not opening.month or not opening.day:
        return None
    if opening.year:
        return dt.date(opening.year, opening.month, opening.day) if _exists(opening.year, opening.month, opening.day) else None
    if published.last is None or published.first != published.last:
        return None
    last = published.last
    days = [
        dt.date(year, opening.month, opening.day)
        for year in (last.year - 1, last.year, last.year + 1)
        if _exists(year, opening.month, opening.day)
    ]
    near = [day for day in days if -_TURN <= last - day <= _OLD]
    return near[-1] if near else None


def _exists(year: int, month: int, day: int) -> bool:
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True


def _day(day: dt.date, basis: str, why: str) -> Published:
    kind = {"given": "given", "metadata": "metadata"}.get(basis, "dateline")
    return Published(first=day, last=day, basis=kind, years=(day.year,), why=(why,))  # type: ignore[arg-type]


def _because(found: Published, doubts: tuple[str, ...]) -> Published:
    if not doubts:
        return found
    return Published(first=found.first, last=found.last, basis=found.basis, years=found.years, why=(*doubts, *found.why))
