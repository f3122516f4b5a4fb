"""What besides the names of places tells where an article is set: its outlet, adjectives and peoples, and turns of phrase."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

from dateline.knowledge.countries import Countries, countries
from dateline.knowledge.gazetteer import Gazetteer, Place
from dateline.knowledge.outlet_homes import outlet_homes
from dateline.records import Article
from dateline.records.reading import Reading

# In units of one name of a place in the country.
_OUTLET: Final = 0.5
_ADJECTIVE: Final = 0.4
_PHRASE: Final = 0.4
_MOST: Final = 1.5
_SOLD: Final = frozenset("io tv me co ai fm ly gg cc ws to am eu int".split())
# Words of institutions that only one country, or hardly another, has.
_PHRASES: Final = re.compile(
    r"\b(?:(?P<USA>sheriff|county commissioners?|police department|school district|state police|highway patrol|state troopers?"
    r"|district attorney|city council|high school|fire department|state senate|circuit court|superior court|community college|interstate"
    r"|gop|medicaid|attorney general['’]s office)"
    r"|(?P<GBR>councillors?|borough council|county council|constabulary|magistrates['’]? court|crown court|parish council|nhs|postcode)"
    r"|(?P<IND>crores?|lakhs?|panchayat|tehsil|lok sabha|rajya sabha)"
    r"|(?P<CAN>rcmp|provincial police)"
    r"|(?P<IRL>garda[ií]?|taoiseach|oireachtas))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What the caller knows.

    `outlet` is the alpha-3 code of the outlet's country, `home` the town that it is published in: both are worked out from the article's
    address where they are not given. `countries` tells which adjectives belong to which.
    """

    outlet: str | None = None
    home: Place | None = None
    countries: Countries = field(default_factory=countries)


def pointed_to(article: Article, readings: Sequence[Reading], hints: Hints) -> Mapping[str, float]:
    """Weights of countries, in units of one place name, by adjectives and peoples, by turns of phrase and by the outlet."""
    counts: Counter[str] = Counter()
    for reading in readings:
        for entity in reading.entities:
            if entity.kind in ("MISC", "ORG"):
                rows = hints.countries.named(reading.forms[entity.first])
                codes = {row.id for row in rows if row.form in ("adjective", "demonym")}
                if len(codes) == 1:
                    counts[codes.pop()] += 1
    weights = {code: min(_ADJECTIVE * count, _MOST) for code, count in counts.items()}
    phrases = Counter(match.lastgroup or "" for match in _PHRASES.finditer(article.text))
    for code, count in phrases.items():
        weights[code] = weights.get(code, 0.0) + min(_PHRASE * count, _MOST)
    outlet = hints.outlet or _by_domain(host(article), hints.countries)
    if outlet:
        weights[outlet] = weights.get(outlet, 0.0) + _OUTLET
    return weights


def host(article: Article) -> str:
    """The domain that the article was published on, without `www.`; "" where unknown."""
    try:
        return (urlsplit(article.url).hostname or "").removeprefix("www.") if article.url else ""
    except ValueError:
        return ""


def _by_domain(domain: str, held: Countries) -> str | None:
    end = domain.rsplit(".", 1)[-1]
    country = None if end in _SOLD or len(end) != 2 else held.by_iso2("GB" if end == "uk" else end.upper())  # noqa: PLR2004
    return country.id if country else None


def home(article: Article, gazetteer: Gazetteer) -> Place | None:
    """The town that the outlet is published in, where the table has it."""
    domain = host(article)
    held = outlet_homes().get(domain) or outlet_homes().get(domain.partition(".")[2]) if domain else None
    if held is None:
        return None
    towns = (place for place in gazetteer.candidates(held.place) if place.settled and place.country == held.country)
    return next((place for place in towns if not held.admin1 or place.admin1 == held.admin1), None)
