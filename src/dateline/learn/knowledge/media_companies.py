"""Distils the companies behind state-linked outlets from the State Media Matrix of the Alliance for Securing Democracy (MIT).

`python -m dateline.learn.knowledge.media_companies State_Media_Matrix.csv > media_companies_distilled.csv`

A company that is itself an outlet of the tables is left out.
"""

import csv
import sys
from pathlib import Path
from typing import Final

from dateline.knowledge.actors import COLUMNS
from dateline.knowledge.countries import countries
from dateline.knowledge.outlets import Outlets, outlets
from dateline.learn.knowledge.outlets import BRACKETED, COUNTRIES, ENCODING, SOURCE, TYPES

_STATE: Final = {"yes": "JRN GOV", "no": "JRN"}


def rows(matrix: Path, known: Outlets) -> list[tuple[str, ...]]:
    """One row a company, by country and name, in the columns of actors."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    with matrix.open(encoding=ENCODING, newline="") as lines:
        for row in csv.DictReader(lines):
            named, place = row["Media company"].strip().rstrip("* "), row["Country"].strip()
            code = COUNTRIES.get(place) or countries().code(place)
            kind = row["Typology"].strip().rstrip("?")
            match = BRACKETED.match(named)
            name, short = (match[1], match[2]) if match else (named, "")
            if code and kind in TYPES and name and known.named(name) is None:
                found.setdefault((code, name), (name, short, "company", code, _STATE[TYPES[kind][0]], "", "", "", "", "", SOURCE))
    return [row for _, row in sorted(found.items())]


if __name__ == "__main__":
    table = csv.writer(sys.stdout, lineterminator="\n")
    table.writerow(COLUMNS)
    table.writerows(rows(Path(sys.argv[1]), outlets()))
