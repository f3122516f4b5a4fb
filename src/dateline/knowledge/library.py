"""All look-ups in one: what the finders of mentions are handed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from dateline.errors import UsageError
from dateline.knowledge.actors import Actors, actors
from dateline.knowledge.agents import Agents, agents
from dateline.knowledge.countries import Countries, countries
from dateline.knowledge.gazetteer import Gazetteer, gazetteer
from dateline.knowledge.members import Members, members
from dateline.knowledge.outlets import Outlets, outlets
from dateline.knowledge.own import own_rows, problems

_SHOWN: Final = 3  # errors of users' tables that a message names


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What the world knows, by subject."""

    countries: Countries
    actors: Actors
    agents: Agents
    outlets: Outlets
    members: Members
    gazetteer: Gazetteer


def knowledge(own: Sequence[Path] = ()) -> Knowledge:
    """The look-ups over the tables that ship, with the rows of users' files `own` on top. UsageError where such a file has errors."""
    return _with(_own(own)) if own else _shipped()


@cache
def _shipped() -> Knowledge:
    return _with({})


def _with(held: Mapping[str, Sequence[Mapping[str, str]]]) -> Knowledge:
    return Knowledge(
        countries=countries(tuple(held.get("country_names", ()))),
        actors=actors(held.get("actors", ())),
        agents=agents(held.get("agents", ())),
        outlets=outlets(held.get("outlets", ())),
        members=members(),
        gazetteer=gazetteer(held.get("places", ())),
    )


def _own(files: Sequence[Path]) -> Mapping[str, Sequence[Mapping[str, str]]]:
    """The cells of users' rows, by table."""
    rows = [row for file in files for row in own_rows(file)]
    if faults := [f"{problem.at}: {problem.message}" for problem in problems(rows)]:
        more = f" and {len(faults) - _SHOWN} more; see `dateline knowledge check`" if len(faults) > _SHOWN else ""
        raise UsageError("; ".join(faults[:_SHOWN]) + more)
    tables: dict[str, list[Mapping[str, str]]] = {}
    for row in rows:
        tables.setdefault(row.table, []).append(row.cells)
    return tables
