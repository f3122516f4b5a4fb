"""What the table of who was who on which day is drawn from: a candidate, a day for it, and country codes by the names of the sources."""

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Final

FIRST_DAY: Final = dt.date(1990, 6, 1)
MARGIN: Final = dt.timedelta(days=45)
LONGEST: Final = 60  # code points of a name that a story would write out


@dataclass(frozen=True, slots=True)
class Candidate:
    """Someone or something that can act, and what a day makes of it; `office` is empty where the source does not tell."""

    name: str
    day: dt.date
    country: str
    sector: str
    office: str
    source: str

    def named(self, name: str) -> "Candidate":
        """The same under another name."""
        return replace(self, name=name)


def day_within(name: str, first: dt.date, last: dt.date) -> dt.date:
    """A day between two others that hangs on the name alone."""
    digest = int.from_bytes(hashlib.sha256(name.encode()).digest()[1:5], "big")
    return first + dt.timedelta(days=digest % (max((last - first).days, 0) + 1))


@cache
def countries(folder: Path) -> Mapping[str, str]:
    """ISO 3166 alpha-3 by FIPS code and by English name."""
    found = {}
    for line in (folder / "geonames_cities15000" / "countryInfo.tsv").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            _, iso3, _, fips, name, *_ = line.split("\t")
            found[fips] = iso3
            found[name.lower()] = iso3
    return found | {key.lower(): code for key, code in _OTHER_NAMES.items()}


_OTHER_NAMES: Final = {
    "Myanmar (Burma)": "MMR",
    "Russia (Soviet Union)": "RUS",
    "DR Congo (Zaire)": "COD",
    "Cambodia (Kampuchea)": "KHM",
    "Yemen (North Yemen)": "YEM",
    "United States of America": "USA",
    "Bosnia-Herzegovina": "BIH",
    "Zimbabwe (Rhodesia)": "ZWE",
    "Ivory Coast": "CIV",
    "Congo": "COG",
    "Serbia (Yugoslavia)": "SRB",
    "Madagascar (Malagasy)": "MDG",
    "Turkey": "TUR",
    "Czech Republic": "CZE",
    "Democratic Republic of the Congo": "COD",
    "Republic of the Congo": "COG",
    "People's Republic of China": "CHN",
    "The Gambia": "GMB",
    "Russian Federation": "RUS",
    "Czechia": "CZE",
    "Cape Verde": "CPV",
    "East Timor": "TLS",
    "Eswatini": "SWZ",
}
