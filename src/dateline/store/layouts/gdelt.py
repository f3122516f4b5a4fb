"""GDELT 2.0: Events (61 columns) and Mentions (16), tab-separated and without a head, as its files are."""

import datetime as dt
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from dateline.records import Article, Claim, Party, Where
from dateline.store.layouts.cameo import actor_code, event_code, goldstein, quad
from dateline.store.layouts.layout import QUOTES, Cell, Layout, Line, Unfit
from dateline.store.layouts.parts import country, country_name, days, name, number, outlet, pairs, took_place

_ACTOR: Final = "Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code".split()
_GEO: Final = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
_EVENT: Final = ("IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale")
_COUNTS: Final = ("NumMentions", "NumSources", "NumArticles", "AvgTone")
_NONE, _COUNTRY, _US_STATE, _US_TOWN, _TOWN, _STATE = range(6)  # Geo_Type
_NOWHERE: Final = (_NONE, *(None,) * (len(_GEO) - 1))
_WEB, _CITATION = 1, 2  # MentionType
_ROOT, _BASE = 2, 3  # digits
_NO_OFFSET: Final = -1
_PER_CENT: Final = 100
_MIDNIGHT: Final = "000000"


def _event_columns() -> tuple[str, ...]:
    actors = [f"Actor{side}{column}" for side in (1, 2) for column in _ACTOR]
    places = [f"{whose}Geo_{column}" for whose in ("Actor1", "Actor2", "Action") for column in _GEO]
    dates = ("GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate")
    return (*dates, *actors, *_EVENT, *_COUNTS, *places, "DATEADDED", "SOURCEURL")


def _fit(claim: Claim) -> Unfit | tuple[str, dt.date]:
    """The code and the day of a claim, or why it has no row."""
    told, code = days(claim), event_code(claim)
    if not took_place(claim):
        return Unfit(f"told as {claim.status}")
    if told is None:
        return Unfit("no day is told")
    return (code, told[0]) if code is not None else Unfit("CAMEO has no such event")


def _events(claim: Claim, article: Article) -> Iterator[Line | Unfit]:
    fit = _fit(claim)
    if isinstance(fit, Unfit):
        yield fit
        return
    code, day = fit
    for at, (actor, recipient) in enumerate(pairs(claim)):
        base = code[:_BASE]
        event = (1, code, base, code[:_ROOT], quad(code), goldstein(code), 1, 1, 1, None)
        yield (
            *_dated(number(claim.id, at), day),
            *_actor(actor),
            *_actor(recipient),
            *event,
            *_NOWHERE,
            *_NOWHERE,
            *_geo(claim.where),
            _added(article),
            article.url,
        )


def _added(article: Article) -> int | None:
    """When GDELT would have met the article: the day of publication, at midnight."""
    day = article.published.last
    return int(f"{day:%Y%m%d}{_MIDNIGHT}") if day else None


def _dated(id: int, day: dt.date) -> tuple[Cell, ...]:
    """GDELT's fraction takes every month for one of thirty days."""
    fraction = round(day.year + (day.month * 30 + day.day) / 365, 4)
    return id, int(f"{day:%Y%m%d}"), int(f"{day:%Y%m}"), day.year, fraction


def _actor(party: Party | None) -> tuple[Cell, ...]:
    held = actor_code(party)
    types = (*held.types, None, None, None)[:3]
    return (held.code, (name(party) or "").upper(), held.country, held.group, None, None, None, *types)


def _geo(where: Where | None) -> tuple[Cell, ...]:
    if where is None or where.lat is None:
        return _NOWHERE
    town, state = (_US_TOWN, _US_STATE) if where.country == "USA" else (_TOWN, _STATE)
    kind = {"country": _COUNTRY, "city": town}.get(where.precision or "", state)
    held = country(where.country)
    full = ", ".join(dict.fromkeys(filter(None, (where.name or where.text, where.admin1, country_name(where.country)))))
    return kind, full, held.fips if held else None, None, None, where.lat, where.lon, None


def _mentions(claim: Claim, article: Article) -> Iterator[Line | Unfit]:
    fit = _fit(claim)
    if isinstance(fit, Unfit):
        yield fit
        return
    for at, (actor, recipient) in enumerate(pairs(claim)):
        yield (
            number(claim.id, at),
            _added(article),
            _added(article),
            _WEB if article.url else _CITATION,
            _source(article),
            article.url or article.key or article.path,
            None,
            actor.start if actor else _NO_OFFSET,
            recipient.start if recipient else _NO_OFFSET,
            claim.trigger.start,
            1,
            round(claim.confidence * _PER_CENT),
            len(article.text),
            None,
            None,
            None,
        )


def _source(article: Article) -> str | None:
    """The domain of the address, as GDELT has it; the outlet where there is none."""
    host = urlsplit(article.url).hostname if article.url else None
    return host.removeprefix("www.") if host else outlet(article)


_LOST: Final = (
    "whether it happened: claims told as negated, future or hypothetical have no row",
    "source chains",
    "PLOVER's contexts, and all modes but the first; types and modes become the nearest CAMEO code",
    "counts of people",
    "the last day of events of several days; claims without a day have no row",
    "the words, but for where they stand; why they were coded so; the title of the article",
    "offices, Wikidata items, bases",
)
EVENTS: Final = Layout(
    name="gdelt",
    columns=_event_columns(),
    rows=_events,
    separator="\t",
    head=False,
    lost=(*_LOST, "confidence"),
    by_us=(
        "a claim of several actors or recipients has a row for each pair",
        "NumMentions, NumSources and NumArticles are 1, as claims are not joined, and so is IsRootEvent",
        "Actor1CountryCode and Actor2CountryCode are ISO's three letters, as CAMEO's are but for a few",
        "GoldsteinScale and QuadClass are those of ICEWS's table for the CAMEO code, not PLOVER's",
        "DATEADDED is the day of publication at midnight",
        "AvgTone, ethnic and religious codes, Actor1Geo and Actor2Geo, ADM codes and FeatureID are empty",
        "a point of a country or a province is its middle, as in GDELT: see ActionGeo_Type",
        QUOTES,
    ),
)
MENTIONS: Final = Layout(
    name="gdelt-mentions",
    columns=(
        *("GLOBALEVENTID", "EventTimeDate", "MentionTimeDate", "MentionType", "MentionSourceName", "MentionIdentifier", "SentenceID"),
        *("Actor1CharOffset", "Actor2CharOffset", "ActionCharOffset", "InRawText", "Confidence", "MentionDocLen", "MentionDocTone"),
        *("MentionDocTranslationInfo", "Extras"),
    ),
    rows=_mentions,
    separator="\t",
    head=False,
    lost=_LOST,
    by_us=(
        "offsets are code points of the article's text as Dateline holds it",
        "SentenceID, tone, translation and extras are empty",
        "MentionType is 1 for articles with an address, else 2",
        "EventTimeDate and MentionTimeDate are the day of publication at midnight, as DATEADDED of the events is",
        QUOTES,
    ),
)
