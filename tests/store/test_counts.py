"""What is counted is what is listed: counts come from columns in memory, lists from the database, and both must say the same."""

import datetime as dt
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import fields

import numpy as np
import pytest
from tests.store.conftest import APIA, KYIV, SUVA, Clock, Make, Write

from dateline.errors import BadRecord
from dateline.records import Claim, Document, Party, Where
from dateline.store.columns.columns import Columns
from dateline.store.queries.actors import actors
from dateline.store.queries.articles import articles_page, documents
from dateline.store.queries.cells import cells
from dateline.store.queries.claims import Told, count_claims, every_claim
from dateline.store.queries.facets import facets
from dateline.store.queries.filters import Box, Days, Filters
from dateline.store.queries.network import Level, Node, network
from dateline.store.queries.places import places_of
from dateline.store.queries.search import search
from dateline.store.queries.series import series
from dateline.store.store import Store

ROUNDS = 150
MOST = 1000
NOWHERE = Where(text="the border", basis="x", name="Border", country="TJK")
PROVINCE = Where(text="Odesa", basis="x", name="Odesa", country="UKR", lat=46.5, lon=30.7, precision="admin1")
PLACES = (KYIV, SUVA, APIA, NOWHERE, PROVINCE, None)
TYPES = (("ASSAULT", 4, -9.0), ("AID", 2, 7.0), ("CONSULT", 1, 4.0), ("ODD", 7, 0.0))
STATUSES = ("happened", "negated", "future")
ORIGINS = ("Émile Zola", "emile zola", "Mayor Klitschko", None)
OUTLETS = ("EFE", "Fiji Times", "Osh Valley Courier")
FIRST = dt.date(2023, 1, 1)


def people(make: type[Make]) -> Sequence[Party]:
    return (
        make.russia,
        make.ukraine,
        make.party("Wagner Group", "RUS", "PRM", "REB"),
        make.party("wagner group", "RUS", "PRM", "REB"),
        make.party("PKK", None, "REB"),
        make.party("Gunmen", None),
    )


def made(chance: random.Random, make: type[Make], name: str) -> Document:
    """An article with some claims, by chance."""
    who = people(make)
    claims = []
    for number in range(chance.randrange(5)):
        type, quad, score = chance.choice(TYPES)
        day = FIRST + dt.timedelta(days=chance.randrange(400)) if chance.random() < 0.8 else None
        claims.append(
            make.claim(
                f"c-{name}-{number}",
                type=type,
                quad=quad,
                score=score,
                day=day,
                last=day + dt.timedelta(days=chance.choice((0, 0, 3, 90))) if day else None,
                where=chance.choice(PLACES),
                actors=chance.sample(who, chance.randrange(4)),
                recipients=chance.sample(who, chance.randrange(4)),
                modes=tuple(chance.sample(("drone", "visit", "aerial"), chance.randrange(3))),
                confidence=chance.randrange(11) / 10,
                origin=chance.choice(ORIGINS),
                status=chance.choice(STATUSES),
            )
        )
    text = chance.choice(("Drones hit the city overnight.", "A minister visited the islands."))
    day = FIRST + dt.timedelta(days=chance.randrange(400)) if chance.random() < 0.7 else None
    return make.document(name, *claims, text=text, outlet=chance.choice(OUTLETS), day=day)


@pytest.fixture
def crowded(store: Store, write: Write, clock: Clock, make: type[Make]) -> Store:
    """Sixty articles, a third of them coded again in later months; asked for columns between the writes, so that these catch up."""
    chance = random.Random(5)
    for month in (1, 2, 3, 4):
        clock.on(month, 1)
        names = range(60) if month == 1 else chance.sample(range(60), 20)
        write(*(made(chance, make, str(name)) for name in names), maker=f"coder {month}")
        store.columns()
    return store


def asked(chance: random.Random) -> Filters:
    """Some filters, by chance one to three."""
    day = FIRST + dt.timedelta(days=chance.randrange(400))
    days = chance.choice((Days(day, day + dt.timedelta(days=60)), Days(day, None), Days(None, day)))
    every: dict[str, Sequence[object]] = {
        "types": [("ASSAULT",), ("AID", "ODD"), ("NONE",)],
        "modes": [("drone",), ("drone", "visit")],
        "statuses": [("happened",), ("negated", "future")],
        "quads": [(4,), (1, 2), (7,)],
        "actors": [("RUS",), ("RUS REB",), ("WAGNER group",), ("PKK",), ("nobody",), ("REB", "UKR")],
        "recipients": [("UKR",), ("Gunmen",), ("GOV", "MIL")],
        "parties": [("RUS",), ("PRM",), ("Ukraine", "Gunmen")],
        "countries": [("UKR",), ("FJI", "TJK")],
        "places": [("kyiv",), ("703448", "Suva"), ("Border",)],
        "precisions": [("city",), ("admin1", "country")],
        "box": [Box(20, 40, 40, 60), Box(170, -30, -160, 0), Box(-180, -90, 180, 90)],
        "days": [days],
        "published": [days],
        "origins": [("emile ZOLA",), ("Mayor Klitschko", "nobody")],
        "outlets": [("efe",), ("Fiji Times", "nobody")],
        "articles": [("a-1", "a-2", "a-99")],
        "confidence": [0.0, 0.5, 1.0],
        "text": ["drones", "minister -visited", '"the islands"'],
        "known_on": [dt.date(2023, 12, 31), dt.date(2024, 1, 15), dt.date(2024, 3, 1), dt.date(2025, 1, 1)],
    }
    chosen = chance.sample(sorted(every), chance.randrange(1, 4))
    return Filters(**{name: chance.choice(every[name]) for name in chosen})  # type: ignore[arg-type]


def values(told: Told) -> Iterator[tuple[str, str]]:
    """What a claim counts for, facet by facet, as its record has it."""
    claim = told.claim
    yield from (("type", claim.type), ("status", claim.status), ("quad", str(claim.quad)))
    yield ("confidence", f"0.{min(9, int(claim.confidence * 10))}")
    yield from (("mode", mode) for mode in claim.modes)
    if claim.where is not None:
        yield from (("country", str(claim.where.country)), ("place", str(claim.where.name)))
    if claim.when is not None:
        yield ("day", str(claim.when.first))
    if claim.sources:
        yield ("origin", str(claim.sources[-1].name))
    yield ("outlet", str(told.article.outlet))
    for role, parties in (("actor", claim.actors), ("recipient", claim.recipients)):
        yield from ((role, country) for country in sorted({party.country for party in parties if party.country}))


def node(party: Party, level: Level) -> Node:
    sectors = party.sectors if level == "sectors" else ()
    return Node(party.name.casefold() if level == "name" and party.name else None, party.country, sectors)


def edges(claims: Sequence[Claim], level: Level) -> Counter[tuple[Node, Node]]:
    found = Counter[tuple[Node, Node]]()
    for claim in claims:
        ends = {(node(a, level), node(b, level)) for a in claim.actors for b in claim.recipients}
        found.update(end for end in ends if level == "name" or (end[0].country and end[1].country))
    return found


def test_every_count_is_that_of_the_claims_listed(crowded: Store) -> None:
    chance = random.Random(11)
    met = 0
    for filters in [Filters(), *(asked(chance) for _ in range(ROUNDS))]:
        told = list(every_claim(crowded, filters))
        claims = [one.claim for one in told]
        met += bool(claims)
        assert count_claims(crowded, filters) == len(claims), filters
        have = {(name, count.value): count.claims for name, counts in facets(crowded, filters, limit=MOST).items() for count in counts}
        assert have == Counter(value for one in told for value in values(one)), filters
        pointed = [claim for claim in claims if claim.where is not None and claim.where.lat is not None]
        drawn = cells(crowded, filters, zoom=6)
        assert sum(cell.claims for cell in drawn) == len(pointed), filters
        assert [sum(cell.quads[quad - 1] for cell in drawn) for quad in (1, 2, 4)] == [
            sum(claim.quad == quad for claim in pointed) for quad in (1, 2, 4)
        ], filters
        assert sum(place.claims for place in places_of(crowded, filters, limit=MOST)) == sum(claim.where is not None for claim in claims)
        check_series(crowded, filters, claims)
        check_parties(crowded, filters, claims)
        check_articles(crowded, filters, told)
    assert met > ROUNDS / 2


def check_series(store: Store, filters: Filters, claims: Sequence[Claim]) -> None:
    dated = [(claim.when.first, claim) for claim in claims if claim.when is not None and claim.when.first is not None]
    points = {(point.first, point.split): point for point in series(store, filters, step="month", split="status")}
    assert {key: point.claims for key, point in points.items()} == Counter((day.replace(day=1), claim.status) for day, claim in dated), (
        filters
    )
    for (first, status), point in points.items():
        scores = [claim.score for day, claim in dated if (day.replace(day=1), claim.status) == (first, status)]
        assert point.score == pytest.approx(sum(scores) / len(scores)), filters


def check_parties(store: Store, filters: Filters, claims: Sequence[Claim]) -> None:
    acted = Counter((str(party.name).casefold(), party.country, party.sectors) for claim in claims for party in claim.actors)
    received = Counter((str(party.name).casefold(), party.country, party.sectors) for claim in claims for party in claim.recipients)
    have = {(one.name.casefold(), one.country, one.sectors): (one.acted, one.received) for one in actors(store, filters, limit=MOST)}
    assert have == {who: (acted[who], received[who]) for who in acted | received}, filters
    for level in ("name", "country", "sectors"):
        drawn = {(lower(edge.actor), lower(edge.recipient)): edge.claims for edge in network(store, filters, level=level, limit=MOST)}
        assert drawn == edges(claims, level), (filters, level)


def check_articles(store: Store, filters: Filters, told: Sequence[Told]) -> None:
    """Articles without claims that are asked for are listed where only their text and the day of knowledge narrow."""
    counted = Counter(one.article.id for one in told)
    listed: dict[str, int] = {}
    after = None
    while (page := articles_page(store, filters, limit=7, after=after)).items:
        listed |= {one.id: one.claims for one in page.items}
        if (after := page.following) is None:
            break
    assert {id: number for id, number in listed.items() if number} == counted, filters
    assert (listed.keys() == counted.keys()) or filters == Filters(known_on=filters.known_on), filters
    assert {one.article.id: len(one.claims) for one in documents(store, filters) if one.article} == listed, filters
    if filters.text is not None:
        found = search(store, filters, limit=MOST)
        assert {hit.article: hit.claims for hit in found.hits if hit.claims} == counted, filters
        assert found.articles == len(found.hits), filters
        assert found.articles == len(counted) or filters == Filters(text=filters.text, known_on=filters.known_on), filters


def lower(node: Node) -> Node:
    return Node(node.name.casefold() if node.name else None, node.country, node.sectors)


def same(one: Columns, other: Columns) -> bool:
    groups = ((one.claims, other.claims), (one.parties, other.parties), (one.pairs, other.pairs), (one.places, other.places))
    pairs = ((getattr(a, field.name), getattr(b, field.name)) for a, b in groups for field in fields(a))
    return all(np.array_equal(a, b, equal_nan=a.dtype.kind == "f") for a, b in pairs) and (one.actors.who, one.legends) == (
        other.actors.who,
        other.legends,
    )


def test_columns_that_caught_up_are_those_read_at_once(crowded: Store, target: str) -> None:
    with Store.open(target) as anew:
        assert same(crowded.columns(), anew.columns())
        assert crowded.columns() is crowded.columns()


def test_what_was_once_read_never_changes(crowded: Store, write: Write, make: type[Make]) -> None:
    before = crowded.columns()
    held = before.claims.until.copy()
    write(make.document("1", make.claim("c-new")), maker="another")
    assert crowded.columns() is not before
    assert np.array_equal(before.claims.until, held)


def test_a_gap_in_the_numbers_is_told(crowded: Store, make: type[Make]) -> None:
    from sqlalchemy import insert

    from dateline.store.tables import places

    with crowded.writing() as connection:
        connection.execute(insert(places).values(no=999, key="far", name="Far", name_key="far"))
    with pytest.raises(BadRecord, match="numbered from"), Store.open(crowded.target) as anew:
        anew.columns()
