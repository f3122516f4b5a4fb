"""UCDP's georeferenced event data set (GED): 49 columns."""

from collections.abc import Iterator
from typing import Final

from dateline.records import Article, Claim, Party
from dateline.store.layouts.layout import Cell, Layout, Line, Unfit
from dateline.store.layouts.parts import country_name, days, name, number, outlet, sentence, took_place

_COLUMNS: Final = (
    *("id", "relid", "year", "active_year", "code_status", "type_of_violence"),
    *(f"{of}_{what}" for of in ("conflict", "dyad") for what in ("dset_id", "new_id", "name")),
    *("side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b"),
    *("number_of_sources", "source_article", "source_office", "source_date", "source_headline", "source_original"),
    *("where_prec", "where_coordinates", "where_description", "adm_1", "adm_2", "latitude", "longitude", "geom_wkt", "priogrid_gid"),
    *("country", "country_id", "region", "event_clarity", "date_prec", "date_start", "date_end"),
    *("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob"),
)
_STATE: Final = frozenset(("GOV", "MIL", "COP", "SPY"))
_ARMED: Final = frozenset(("REB", "PRM", "UAF", "PRE", "CRM"))
_STATE_BASED, _NON_STATE, _ONE_SIDED = 1, 2, 3
_WHERE: Final = {"city": 1, "region": 5, "admin1": 4, "country": 6}
_CELLS, _ROWS_OF_GRID = 720, 360  # of PRIO-GRID, half a degree each
_DATE_PREC: Final = ((1, 1), (6, 2), (7, 3), (31, 4))  # at most so many days
_LONGEST: Final = 5


def _rows(claim: Claim, article: Article) -> Iterator[Line | Unfit]:
    told, dead = days(claim), claim.quantities.get("dead")
    if not took_place(claim):
        yield Unfit(f"told as {claim.status}")
    elif claim.type != "ASSAULT":
        yield Unfit(f"GED has no {claim.type}")
    elif dead is None or not (dead.low or dead.high):
        yield Unfit("no death is told")
    elif told is None:
        yield Unfit("no day is told")
    else:
        length = (told[1] - told[0]).days + 1
        precision = next((code for most, code in _DATE_PREC if length <= most), _LONGEST)
        low, high = dead.low, dead.high
        best = low if low is not None else high
        deaths = (None, None, None, best, best, high, low, None, None)
        head = (number(claim.id), claim.id, told[0].year, None, None, _violence(claim), *(None,) * 6)
        when = (1 if length == 1 else 2, precision, f"{told[0]} 00:00:00.000", f"{told[1]} 00:00:00.000")
        sides = (None, None, _side(claim.actors), None, None, _side(claim.recipients))
        yield (*head, *sides, *_sources(claim, article), *_where(claim, article), *when, *deaths)


def _violence(claim: Claim) -> int:
    state = [bool(_STATE & set(party.sectors)) for party in (*claim.actors[:1], *claim.recipients[:1])]
    if claim.recipients and not (_STATE | _ARMED) & set(claim.recipients[0].sectors):
        return _ONE_SIDED
    return _STATE_BASED if any(state) else _NON_STATE


def _side(parties: tuple[Party, ...]) -> str | None:
    return ", ".join(filter(None, map(name, parties))) or None


def _sources(claim: Claim, article: Article) -> tuple[Cell, ...]:
    day = article.published.first
    told = day.isoformat() if day else ""
    cited = ",".join((outlet(article) or "", told, article.title or ""))
    return 1, cited, outlet(article), told or None, article.title, claim.sources[-1].name if claim.sources else None


def _where(claim: Claim, article: Article) -> tuple[Cell, ...]:
    where = claim.where
    if where is None:
        return (None, None, sentence(claim, article), *(None,) * 9)
    point = (where.lat, where.lon)
    known = where.lat is not None and where.lon is not None
    wkt = f"POINT ({where.lon} {where.lat})" if known else None
    area = (country_name(where.country), None, None)
    described = (_WHERE.get(where.precision or ""), where.name or where.text, sentence(claim, article), where.admin1, None)
    return (*described, *point, wkt, _grid(where.lat, where.lon), *area)


def _grid(lat: float | None, lon: float | None) -> int | None:
    """PRIO-GRID's number of the half-degree cell, counted from the south-west."""
    if lat is None or lon is None:
        return None
    row, column = (min(int((degrees + half) * 2), most - 1) for degrees, half, most in ((lat, 90, _ROWS_OF_GRID), (lon, 180, _CELLS)))
    return row * _CELLS + column + 1


UCDP: Final = Layout(
    name="ucdp",
    columns=_COLUMNS,
    rows=_rows,
    lost=(
        "all but ASSAULT with a death that is told: GED counts events with at least one direct death",
        "whether it happened: claims told as negated, future or hypothetical have no row",
        "source chains: only the outlet and the origin (source_original)",
        "counts of people but for the dead",
        "modes, contexts, sectors, offices, Wikidata items, bases, confidence, the address of the article",
    ),
    by_us=(
        "one row is one claim, not one event: copies and retellings are not joined, and number_of_sources is 1",
        "all deaths stand in deaths_unknown, as the words seldom say whose they are; best is the least that they allow",
        "low and high are empty where the words leave that end open",
        "relid is the claim's id, where_coordinates the place, where_description the sentence",
        "type_of_violence follows from the sectors of the first actor and the first recipient",
        "UCDP's own numbers of conflicts, dyads, sides, countries (Gleditsch and Ward) and regions are empty",
        "active_year, code_status and adm_2 are empty",
    ),
)
