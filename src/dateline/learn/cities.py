"""Distils the names of capitals and large cities from GeoNames (CC BY 4.0) into the table that datelines are checked against.

`python -m dateline.learn.cities cities15000.zip > src/dateline/knowledge/cities.txt`
"""

import csv
import io
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from dateline.knowledge.names import folded

_NAME, _ASCII, _OTHERS, _CLASS, _PEOPLE = 1, 2, 3, 7, 14  # columns of GeoNames' main table
_LARGE: Final = 200_000  # people: smaller cities stand in a dateline with day or agency, which tell enough
_SHORTEST: Final = 4  # letters of another name: shorter ones are airport codes


def names(archive: Path) -> list[str]:
    """The folded names, sorted: capitals and large cities in their own and in plain letters, capitals in other Latin and Cyrillic forms."""
    with zipfile.ZipFile(archive) as whole, whole.open(whole.namelist()[0]) as raw:
        rows = csv.reader(io.TextIOWrapper(raw, "utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE)
        return sorted({name for row in rows for name in _of(row)})


def _of(row: list[str]) -> Iterator[str]:
    capital = row[_CLASS] == "PPLC"
    if not capital and int(row[_PEOPLE]) < _LARGE:
        return
    plain = {row[_NAME], row[_ASCII], row[_ASCII].removesuffix(" City")}
    others = {name for name in row[_OTHERS].split(",") if len(name) >= _SHORTEST and _european(name)} if capital else set()
    yield from (folded(name) for name in plain | others if name and not name.isdigit())


def _european(name: str) -> bool:
    return name[0].isupper() and not name.isupper() and all(letter < "\u0250" or "\u0400" <= letter < "\u0530" for letter in name)


if __name__ == "__main__":
    print("\n".join(names(Path(sys.argv[1]))))
