"""POLECAT, the global event data set on PLOVER: 40 columns, tab-separated."""

from collections.abc import Iterator
from importlib.metadata import version
from typing import Final

from dateline.ontology import plover
from dateline.records import Article, Claim, Party, Where
from dateline.store.layouts.layout import QUOTES, Cell, Layout, Line, Unfit
from dateline.store.layouts.parts import country_name, days, name, outlet, took_place

_BETWEEN: Final = "; "


def _side_columns(side: str) -> tuple[str, ...]:
    country = (f"{side} Name", f"{side} Country", f"{side} COW")
    return (*country, f"Primary {side} Sector", f"{side} Sectors", f"{side} Title", f"{side} Name Raw", f"Wikipedia {side} ID")


_COLUMNS: Final = (
    *("Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts"),
    *_side_columns("Actor"),
    *_side_columns("Recipient"),
    *("Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type"),
    *("Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version"),
)


def _rows(claim: Claim, article: Article) -> Iterator[Line | Unfit]:
    told = days(claim)
    if not took_place(claim):
        yield Unfit(f"told as {claim.status}")
    elif told is None:
        yield Unfit("no day is told")
    else:
        event = (
            f"{told[0]:%Y%m%d}-{claim.id.removeprefix('c-')}_{claim.type}",
            told[0].isoformat(),
            claim.type,
            _BETWEEN.join(claim.modes),
            claim.score,
            plover().quads.get(claim.quad, str(claim.quad)),
            _BETWEEN.join(claim.contexts),
        )
        yield (*event, *_side(claim.actors), *_side(claim.recipients), *_place(claim.where), *_story(article))


def _side(parties: tuple[Party, ...]) -> tuple[Cell, ...]:
    sectors = list(dict.fromkeys(sector for party in parties for sector in party.sectors))
    return (
        _BETWEEN.join(name(party) or "" for party in parties),
        _BETWEEN.join(dict.fromkeys(party.country for party in parties if party.country)),
        None,
        sectors[0] if sectors else None,
        _BETWEEN.join(sectors),
        _BETWEEN.join(party.office for party in parties if party.office),
        _BETWEEN.join(party.text for party in parties),
        None,
    )


def _place(where: Where | None) -> tuple[Cell, ...]:
    if where is None:
        return (None,) * 10
    town = where.name if where.precision == "city" else None
    country = country_name(where.country)
    return (where.name, town, None, where.admin1, country, where.lat, where.lon, where.geonameid, where.text, where.precision)


def _story(article: Article) -> tuple[Cell, ...]:
    day = article.published.first
    return (outlet(article), day.isoformat() if day else None, None, None, None, article.language, f"dateline {version('dateline')}")


POLECAT: Final = Layout(
    name="polecat",
    columns=_COLUMNS,
    rows=_rows,
    separator="\t",
    lost=(
        "whether it happened: claims told as negated, future or hypothetical have no row",
        "source chains: only the outlet",
        "the words, where they stand, and why they were coded so; the address and the title of the article",
        "whose country, sectors and title are whose where there are several actors or recipients",
        "counts of people",
        "the last day of events of several days; claims without a day have no row",
        "confidence",
    ),
    by_us=(
        "Actor COW, Recipient COW, District, Story People, Story Organizations and Story Locations are empty",
        "Wikipedia IDs are empty: actors carry Wikidata items",
        "one row is one claim, not one event: copies and retellings are not joined",
        "several values stand with '; ' between them; Feature Type is city, admin1, region or country",
        "Publication Date is the first on which the article can have been published",
        QUOTES,
    ),
)
