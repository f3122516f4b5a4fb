"""ACLED's layout of 31 columns, as of March 2023, so that tools made for it read our claims. None of its data is used."""

from collections.abc import Iterator
from typing import Final

from dateline.records import Article, Claim, Party, Where
from dateline.store.layouts.layout import Cell, Layout, Line, Unfit
from dateline.store.layouts.parts import country, country_name, days, least, name, outlet, sentence, took_place

_COLUMNS: Final = (
    *("event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type"),
    *("actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting"),
    *("iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision"),
    *("source", "source_scale", "notes", "fatalities", "tags", "timestamp"),
)
# By type and mode, the nearest that ACLED has; a type without a mode stands for all of its modes that are not listed.
_POLITICAL, _PROTEST, _STRATEGIC = "Political violence", "Demonstrations", "Strategic developments"
_CIVILIANS, _REMOTE, _BATTLES = "Violence against civilians", "Explosions/Remote violence", "Battles"
_KINDS: Final = {
    ("PROTEST", ""): (_PROTEST, "Protests", "Peaceful protest"),
    ("PROTEST", "riot"): (_PROTEST, "Riots", "Violent demonstration"),
    ("PROTEST", "vandalize"): (_PROTEST, "Riots", "Violent demonstration"),
    ("COERCE", "arrest"): (_STRATEGIC, _STRATEGIC, "Arrests"),
    ("COERCE", "seize"): (_STRATEGIC, _STRATEGIC, "Looting/property destruction"),
    ("RETREAT", "ceasefire"): (_STRATEGIC, _STRATEGIC, "Agreement"),
    ("RETREAT", "withdraw"): (_STRATEGIC, _STRATEGIC, "Non-violent transfer of territory"),
    ("ASSAULT", "abduct"): (_POLITICAL, _CIVILIANS, "Abduction/forced disappearance"),
    ("ASSAULT", "sexual"): (_POLITICAL, _CIVILIANS, "Sexual violence"),
    ("ASSAULT", "aerial"): (_POLITICAL, _REMOTE, "Air/drone strike"),
    ("ASSAULT", "drone"): (_POLITICAL, _REMOTE, "Air/drone strike"),
    ("ASSAULT", "suicide-attack"): (_POLITICAL, _REMOTE, "Suicide bomb"),
    ("ASSAULT", "heavy-weapons"): (_POLITICAL, _REMOTE, "Shelling/artillery/missile attack"),
    ("ASSAULT", "explosives"): (_POLITICAL, _REMOTE, "Remote explosive/landmine/IED"),
    ("ASSAULT", "crowd-control"): (_PROTEST, "Protests", "Protest with intervention"),
    ("ASSAULT", "destroy"): (_STRATEGIC, _STRATEGIC, "Looting/property destruction"),
}
_ARMED: Final = frozenset(("GOV", "MIL", "COP", "SPY", "REB", "PRM", "UAF", "PRE", "CRM"))
_WHO: Final = {
    **dict.fromkeys(("GOV", "MIL", "COP", "SPY", "JUD", "LEG"), "State forces"),
    **dict.fromkeys(("REB", "PRE"), "Rebel group"),
    **dict.fromkeys(("PRM", "UAF", "CRM"), "Political militia"),
}
_KINDS_OF_ACTORS: Final = (
    *("State forces", "Rebel group", "Political militia", "Identity militia", "Rioters", "Protesters", "Civilians"),
    "External/Other forces",
)
_BODIES: Final = frozenset(("UNO", "IGO", "EUR", "NGO", "MNC"))
_WEEK, _MONTH = 7, 31
_PRECISION: Final = {"city": 1, "admin1": 3, "region": 3, "country": 3}
_PLACES: Final = 4  # decimals


def _rows(claim: Claim, article: Article) -> Iterator[Line | Unfit]:
    told, kind = days(claim), _kind(claim)
    if not took_place(claim):
        yield Unfit(f"told as {claim.status}")
    elif kind is None:
        yield Unfit(f"ACLED has no {claim.type}")
    elif told is None:
        yield Unfit("no day is told")
    else:
        length = (told[1] - told[0]).days + 1
        precision = 1 if length == 1 else 2 if length <= _WEEK else 3
        where = claim.where
        held = country(where.country) if where else None
        first = (f"{(where.country or '') if where else ''}{claim.id.removeprefix('c-')}", told[0].isoformat(), told[0].year, precision)
        yield (*first, *kind, *_sides(claim), held.numeric if held else None, None, *_place(where), *_told(claim, article))


def _kind(claim: Claim) -> tuple[str, str, str] | None:
    for mode in (*claim.modes, ""):
        if held := _KINDS.get((claim.type, mode)):
            return held
    if claim.type != "ASSAULT":
        return None
    return (_POLITICAL, _CIVILIANS, "Attack") if not _fighters(claim.recipients) else (_POLITICAL, _BATTLES, "Armed clash")


def _fighters(parties: tuple[Party, ...]) -> bool:
    return any(_ARMED & set(party.sectors) for party in parties)


def _sides(claim: Claim) -> tuple[Cell, ...]:
    one, other = _inter(claim.actors, claim), _inter(claim.recipients, claim)
    civilians = "Civilian targeting" if claim.type == "ASSAULT" and other == "Civilians" else None
    return (*_named(claim.actors), one, *_named(claim.recipients), other, _interaction(one, other), civilians)


def _interaction(one: str | None, other: str | None) -> str | None:
    """Both kinds in the order of ACLED's codes, whoever of them acts."""
    kinds = sorted(filter(None, (one, other)), key=_KINDS_OF_ACTORS.index)
    return f"{kinds[0]} only" if len(kinds) == 1 else "-".join(kinds) or None


def _named(parties: tuple[Party, ...]) -> tuple[Cell, Cell]:
    return name(parties[0]) if parties else None, "; ".join(name(party) or "" for party in parties[1:]) or None


def _inter(parties: tuple[Party, ...], claim: Claim) -> str | None:
    if not parties:
        return None
    party = parties[0]
    if claim.type == "PROTEST" and party in claim.actors:
        return "Rioters" if "riot" in claim.modes else "Protesters"
    if party.country in _BODIES:
        return "External/Other forces"
    return next((_WHO[sector] for sector in party.sectors if sector in _WHO), "Civilians")


def _place(where: Where | None) -> tuple[Cell, ...]:
    if where is None:
        return (None,) * 8
    lat, lon = (None if degrees is None else round(degrees, _PLACES) for degrees in (where.lat, where.lon))
    point = (where.name or where.text, lat, lon, _PRECISION.get(where.precision or ""))
    return (country_name(where.country), where.admin1, None, None, *point)


def _told(claim: Claim, article: Article) -> tuple[Cell, ...]:
    size = least(claim, "size")
    tags = f"crowd size=at least {size}" if size is not None and claim.type == "PROTEST" else None
    return outlet(article), None, sentence(claim, article), least(claim, "dead"), tags, None


ACLED: Final = Layout(
    name="acled",
    columns=_COLUMNS,
    rows=_rows,
    lost=(
        "whether it happened: claims told as negated, future or hypothetical have no row",
        "events that are no disorder (talks, aid, accusations, sanctions …) have no row",
        "source chains: only the outlet",
        "direction, which the layout does not define: actor1 is our actor, actor2 our recipient",
        "the last day of events of several days; claims without a day have no row",
        "counts of people but for the dead, of whom only the least",
        "contexts, offices, Wikidata items, bases, confidence, the address and the title of the article",
    ),
    by_us=(
        "one row is one claim, not one event: copies and retellings are not joined",
        "event and sub-event types are the nearest that our type and mode have; every ASSAULT on armed parties is an armed clash",
        "fatalities is the least that the words allow, and empty, not 0, where they do not say",
        "event_id_cnty is the country's three letters, where it is known, and the claim's id",
        "assoc_actor_1 and assoc_actor_2 are the actors and recipients after the first; inter1 and inter2 follow from sectors",
        "geo_precision is 3 for a province and for a whole country",
        "region, admin2, admin3, source_scale and timestamp are empty",
    ),
)
