"""Codes of states as the sources of office-holders name them."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

# What the table of countries lacks: Kosovo is no ISO entry, and Serbia stands there under a code that has been given up.
_MORE_FIPS: Final = {"kv": "XKX", "ri": "SRB", "we": "PSE", "gz": "PSE"}
_MORE_ALPHA2: Final = {"EU": "EUR", "AU_AF": "IGO", "XK": "XKX"}
_MORE_WIKIDATA: Final = {"Q1246": "XKX"}


@dataclass(frozen=True, kw_only=True)
class Countries:
    """The alpha-3 code by the Factbook's file name, by ISO alpha-2 and by Wikidata id."""

    fips: Mapping[str, str]
    alpha2: Mapping[str, str]
    wikidata: Mapping[str, str]


def countries(knowledge: Path) -> Countries:
    """The codes of all states, from the table of datasets/country-codes."""
    with (knowledge / "datasets_country_codes/data/country-codes.csv").open(encoding="utf-8", newline="") as table:
        rows = [row for row in csv.DictReader(table) if row["ISO3166-1-Alpha-3"]]
    return Countries(
        fips={**{row["FIPS"].lower(): row["ISO3166-1-Alpha-3"] for row in rows if row["FIPS"].strip()}, **_MORE_FIPS},
        alpha2={**{row["ISO3166-1-Alpha-2"]: row["ISO3166-1-Alpha-3"] for row in rows}, **_MORE_ALPHA2},
        wikidata={**{row["wikidata_id"].rsplit("/", 1)[-1]: row["ISO3166-1-Alpha-3"] for row in rows}, **_MORE_WIKIDATA},
    )
