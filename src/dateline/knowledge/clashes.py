"""What a user's own rows override among those that ship."""

from collections.abc import Iterable, Iterator
from typing import Final

from dateline.knowledge.dates import first_day, last_day
from dateline.knowledge.library import Knowledge
from dateline.knowledge.own import OwnRow, Problem

_APART: Final = 0.5  # degrees: nearer, two rows mean one place


def clashes(rows: Iterable[OwnRow], known: Knowledge) -> Iterator[Problem]:
    """A clash for each name of a row that what ships tells otherwise."""
    for row in rows:
        yield from (Problem(row.at, "clash", f"{told}; yours wins") for told in _TOLD[row.table](row, known))


def _actor(row: OwnRow, known: Knowledge) -> Iterator[str]:
    cells = row.cells
    first, last = first_day(cells["first"]), last_day(cells["last"])
    own = (cells["country"], cells["sectors"], cells["office"])
    for name in [cells["name"], *filter(None, cells["aliases"].split("|"))]:
        for held in known.actors.named(name):
            apart = (last and held.first and last < held.first) or (first and held.last and held.last < first)
            told = (held.country or "", " ".join(held.sectors), held.office or "")
            if not apart and told != own:
                yield f"{name} is also {' '.join(filter(None, told))} [{held.source}]"


def _agent(row: OwnRow, known: Knowledge) -> Iterator[str]:
    held = known.agents.match(row.cells["phrase"].split())
    if held and held.phrase == row.cells["phrase"] and " ".join(held.sectors) != row.cells["sectors"]:
        yield f"{held.phrase} is also {' '.join(held.sectors) or 'of no sector'}"


def _outlet(row: OwnRow, known: Knowledge) -> Iterator[str]:
    held = known.outlets.named(row.cells["name"], country=row.cells["country"])
    if held and (held.country, held.state) != (row.cells["country"], row.cells["state"]):
        yield f"{held.name} is also of {held.country}, linked to a state: {held.state} [{held.source}]"


def _country_name(row: OwnRow, known: Knowledge) -> Iterator[str]:
    for held in known.countries.named(row.cells["name"]):
        if held.id != row.cells["id"]:
            yield f"{held.name} is also the {held.form} of {known.countries.country(held.id).name}"


def _place(row: OwnRow, known: Knowledge) -> Iterator[str]:
    lat, lon = float(row.cells["lat"]), float(row.cells["lon"])
    for held in known.gazetteer.candidates(row.cells["name"]):
        if held.country == row.cells["country"] and max(abs(held.lat - lat), abs(held.lon - lon)) > _APART:
            yield f"{held.name}, {held.admin1 or '–'} is also at {held.lat:.2f} {held.lon:.2f}"


_TOLD: Final = {"actors": _actor, "agents": _agent, "outlets": _outlet, "country_names": _country_name, "places": _place}
