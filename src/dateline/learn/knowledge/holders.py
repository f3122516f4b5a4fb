"""Distils who held which office when from open tables into the table of actors.

`python -m dateline.learn.knowledge.holders KNOWLEDGE_FOLDER ACTORS_FOLDER > holders_distilled.csv`

From the World Factbook (public domain) the heads of states and governments of January 2026; from Wikidata those of 2021 and 2022 (CC0) and,
for thirty states, of August 2026 (CC BY-SA); from congress-legislators (CC0) the presidents of the United States and the Congress of June
2026; from PETRARCH's dictionaries (MIT) members of governments to 2014. What the tables kept by hand in the folder of actors have
(holders_*.csv) is not repeated, and their days hold.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from dateline.learn.knowledge import holders_congress, holders_factbook, holders_petrarch, holders_wikidata
from dateline.learn.knowledge.holders_countries import countries
from dateline.learn.knowledge.holders_merge import merged, settled, without_office_twice
from dateline.learn.knowledge.holders_rows import Holder, read, written

_DICTIONARIES: Final = "petrarch2_dicts/petrarch2/data/dictionaries"
_OWN: Final = "holders_distilled.csv"


def rows(knowledge: Path, actors: Path) -> list[Holder]:
    """The spells, by country, name and first day."""
    by_hand = list(read([file for file in sorted(actors.glob("holders_*.csv")) if file.name != _OWN]))
    told = without_office_twice(merged(_sources(knowledge)))
    return sorted(merged(settled(told, by_hand)), key=lambda row: (row.country, row.name, row.first, row.office))


def _sources(knowledge: Path) -> Iterator[Holder]:
    """What each source tells, the one with the best spelling of names first."""
    codes = countries(knowledge)
    yield from holders_wikidata.heads_of_2026(knowledge / "world_leaders_archive/data", codes.alpha2)
    yield from holders_wikidata.heads_of_2022(knowledge / "everypol_world_leaders_2021/data/wikidata.csv", codes.wikidata)
    yield from holders_factbook.heads(knowledge / "factbook_json", codes.fips)
    yield from holders_congress.presidents(knowledge / "us_congress/executive.yaml")
    yield from holders_congress.members(knowledge / "us_congress/legislators-current.yaml")
    names = ("Phoenix.Countries.actors.txt", "Phoenix.International.actors.txt")
    yield from holders_petrarch.members(knowledge / _DICTIONARIES / name for name in names)


if __name__ == "__main__":
    written(rows(Path(sys.argv[1]), Path(sys.argv[2])), sys.stdout)
