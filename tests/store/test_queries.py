import base64
import datetime as dt
import json
from typing import TYPE_CHECKING

import pytest

from dateline.errors import UsageError
from dateline.store.queries.actors import actors
from dateline.store.queries.articles import articles_page
from dateline.store.queries.cells import cells
from dateline.store.queries.claims import claims_page, count_claims, every_claim
from dateline.store.queries.facets import facets
from dateline.store.queries.filters import Box, Days, Filters
from dateline.store.queries.network import network
from dateline.store.queries.paging import Order
from dateline.store.queries.places import places_of
from dateline.store.queries.search import BEGIN, END, search
from dateline.store.queries.series import series
from dateline.store.store import Store

if TYPE_CHECKING:
    from tests.store.conftest import Clock, Make, Write

MAY, JUNE = dt.date(2023, 5, 1), dt.date(2023, 6, 10)


@pytest.fixture
def full(store: Store, write: "Write", clock: "Clock", make: "type[Make]") -> Store:
    """Three claims that hold, one that was superseded in February."""
    rebels = make.party("Wagner Group", "RUS", "PRM", "REB")
    write(
        make.document("Strike", make.claim("c-1"), make.claim("c-old", type="AID", quad=2), day=MAY),
        make.document(
            "Talks",
            make.claim("c-2", type="CONSULT", quad=1, score=4.0, day=JUNE, last=dt.date(2023, 6, 12), where=make.suva, modes=("visit",),
                       actors=(make.russia, rebels), recipients=(), origin="Émile Zola", confidence=0.9),
            text="A minister visited the islands and spoke of soldiers.",
            outlet="Fiji Times",
            day=JUNE,
        ),
    )  # fmt: skip
    clock.on(2, 1)
    write(
        make.document("Strike", make.claim("c-1"), day=MAY),
        make.document("Apart", make.claim("c-3", day=None, where=make.apia, status="negated", confidence=0.1, recipients=(rebels,))),
        maker="coder 2",
    )
    return store


CASES = [
    (Filters(), "c-1 c-2 c-3"),
    (Filters(types=("ASSAULT", "AID")), "c-1 c-3"),
    (Filters(modes=("visit",)), "c-2"),
    (Filters(modes=("Visit", "VISIT", "", "visi", "_isit", "%")), ""),
    (Filters(actors=tuple(f"nobody {number}" for number in range(2000))), ""),
    (Filters(statuses=("negated",)), "c-3"),
    (Filters(quads=(1, 2)), "c-2"),
    (Filters(actors=("RUS",)), "c-1 c-2 c-3"),
    (Filters(actors=("RUS REB",)), "c-2"),
    (Filters(actors=("wagner  GROUP",)), "c-2"),
    (Filters(recipients=("UKR", "REB")), "c-1 c-3"),
    (Filters(parties=("PRM",)), "c-2 c-3"),
    (Filters(countries=("UKR", "WSM")), "c-1 c-3"),
    (Filters(places=("suva",)), "c-2"),
    (Filters(places=("703448",)), "c-1"),
    (Filters(places=("9" * 30, "9" * 5000)), ""),
    (Filters(precisions=("country",)), ""),
    (Filters(box=Box(20, 40, 40, 60)), "c-1"),
    (Filters(box=Box(170, -30, -160, 0)), "c-2 c-3"),
    (Filters(days=Days(dt.date(2023, 6, 11), None)), "c-2"),
    (Filters(days=Days(None, dt.date(2023, 6, 9))), "c-1"),
    (Filters(days=Days(dt.date(2023, 6, 13), None)), ""),
    (Filters(published=Days(JUNE, JUNE)), "c-2"),
    (Filters(origins=("emile zola",)), "c-2"),
    (Filters(outlets=("FIJI times",)), "c-2"),
    (Filters(articles=("a-Strike",)), "c-1"),
    (Filters(confidence=0.5), "c-1 c-2"),
    (Filters(text="minister visiting"), "c-2"),
    (Filters(text='"hit the city"'), "c-1 c-3"),
    (Filters(text='"city the hit"'), ""),
    (Filters(text="drone -talks -strike"), "c-3"),
    (Filters(text="minist*"), "c-2"),
    (Filters(text="(city) AND OR NEAR:"), ""),
    (Filters(text="visited", types=("ASSAULT",)), ""),
    (Filters(known_on=dt.date(2023, 12, 31)), ""),
    (Filters(known_on=dt.date(2024, 1, 1)), "c-1 c-2 c-old"),
    (Filters(known_on=dt.date(2024, 2, 1)), "c-1 c-2 c-3"),
    (Filters(known_on=dt.date.max), "c-1 c-2 c-3"),
    (Filters(known_on=dt.date(2024, 1, 31), types=("AID",)), "c-old"),
]


def test_every_filter_narrows_every_query(full: Store) -> None:
    for filters, wanted in CASES:
        ids = sorted(told.claim.id for told in claims_page(full, filters).items)
        assert ids == wanted.split(), filters
        assert count_claims(full, filters) == len(ids), filters
        assert sum(cell.claims for cell in cells(full, filters, zoom=3)) == len(ids), filters
        assert sum(place.claims for place in places_of(full, filters)) == len(ids), filters
        assert sum(count.claims for count in facets(full, filters)["type"]) == len(ids), filters
        assert sum(listed.claims for listed in articles_page(full, filters).items) == len(ids), filters
        assert sum(point.claims for point in series(full, filters, step="month")) == len([one for one in ids if one != "c-3"]), filters


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        ("newest", "c-2 c-1 c-3"),
        ("oldest", "c-3 c-1 c-2"),
        ("surest", "c-2 c-1 c-3"),
        ("added", "c-2 c-1 c-3"),
        ("latest", "c-3 c-1 c-2"),
    ],
)
def test_pages_of_one_give_all_in_order(full: Store, order: Order, wanted: str) -> None:
    found: list[str] = []
    after = None
    while True:
        page = claims_page(full, order=order, limit=1, after=after)
        found += [told.claim.id for told in page.items]
        after = page.following
        if after is None:
            break
    assert found == wanted.split()
    assert [told.claim.id for told in every_claim(full, order=order)] == found


def test_a_cursor_stays_right_while_others_write(full: Store, write: "Write", make: "type[Make]") -> None:
    first = claims_page(full, order="newest", limit=2)
    write(make.document("New", make.claim("c-4", day=dt.date(2024, 1, 1))))
    rest = claims_page(full, order="newest", limit=2, after=first.following)
    assert [told.claim.id for told in rest.items] == ["c-3"]


def test_articles_come_page_by_page_the_last_added_first(full: Store) -> None:
    first = articles_page(full, limit=2)
    assert [one.id for one in first.items] == ["a-Apart", "a-Talks"]
    assert [one.id for one in articles_page(full, limit=2, after=first.following).items] == ["a-Strike"]
    assert [one.id for one in articles_page(full, Filters(known_on=dt.date(2024, 1, 5))).items] == ["a-Talks", "a-Strike"]


def test_cells_lie_where_the_claims_are_and_join_as_the_zoom_falls(full: Store) -> None:
    world = cells(full, zoom=0)
    assert sum(cell.claims for cell in world) == 3
    kyiv = next(cell for cell in cells(full, zoom=8) if cell.place == "Kyiv")
    assert [kyiv.lat, kyiv.lon] == pytest.approx([50.45, 30.52])
    assert (kyiv.claims, kyiv.places, kyiv.quads, kyiv.coarse) == (1, 1, (0, 0, 0, 1), 0)


def test_a_map_of_some_days_has_what_began_long_before(full: Store, write: "Write", make: "type[Make]") -> None:
    months = [make.claim(f"c-{month}", day=dt.date(2023, month, 1), last=dt.date(2023, 12, 31)) for month in (1, 11, 12)]
    write(make.document("Siege", *months))
    for first, wanted in ((dt.date(2023, 12, 20), 3), (dt.date(2023, 11, 15), 2), (dt.date(2024, 1, 1), 0)):
        filters = Filters(days=Days(first, first + dt.timedelta(days=1)))
        assert count_claims(full, filters) == sum(cell.claims for cell in cells(full, filters, zoom=3)) == wanted


def test_the_network_says_who_acts_on_whom(full: Store) -> None:
    edges = network(full, level="name")
    assert {(edge.actor.name, edge.recipient.name, edge.claims) for edge in edges} == {
        ("Russian army", "Ukraine", 1),
        ("Russian army", "Wagner Group", 1),
    }
    by_country = network(full)
    assert {(edge.actor.country, edge.recipient.country, edge.quads) for edge in by_country} == {
        ("RUS", "UKR", (0, 0, 0, 1)),
        ("RUS", "RUS", (0, 0, 0, 1)),
    }
    assert {edge.recipient.sectors for edge in network(full, level="sectors")} == {("GOV",), ("PRM", "REB")}


def test_actors_are_counted_on_both_sides(full: Store) -> None:
    found = {one.name: (one.acted, one.received) for one in actors(full)}
    assert found == {"Russian army": (3, 0), "Ukraine": (0, 1), "Wagner Group": (1, 1)}
    assert [one.name for one in actors(full, named="wagner")] == ["Wagner Group"]


def test_facets_count_the_claims_asked_for(full: Store) -> None:
    told = facets(full, Filters(actors=("RUS",)))
    assert [(count.value, count.claims) for count in told["outlet"]] == [("EFE", 2), ("Fiji Times", 1)]
    assert [(count.value, count.claims) for count in told["actor"]] == [("RUS", 3)]
    assert [(count.value, count.claims) for count in told["quad"]] == [("4", 2), ("1", 1)]


def test_series_split_and_step(full: Store) -> None:
    points = series(full, step="week", split="type")
    assert [(str(point.first), point.split, point.claims, point.score) for point in points] == [
        ("2023-05-01", "ASSAULT", 1, -9.0),
        ("2023-06-05", "CONSULT", 1, 4.0),
    ]


def test_search_shows_the_words_around_and_counts_claims(full: Store) -> None:
    found = search(full, Filters(text="soldier"))
    assert found.articles == 1
    assert (found.hits[0].article, found.hits[0].claims) == ("a-Talks", 1)
    assert f"{BEGIN}soldiers{END}" in found.hits[0].snippet
    assert search(full, Filters(text="soldier", types=("AID",))).articles == 0


def test_an_accent_that_stands_alone_parts_no_word(full: Store, write: "Write", make: "type[Make]") -> None:
    write(make.document("Café", text="Shells hit a caf\u00e9 at noon."))
    assert search(full, Filters(text="cafe\u0301")).articles == 1


def cursor(told: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(told).encode()).decode()


def test_what_makes_no_sense_is_refused(full: Store) -> None:
    for wrong in (
        lambda: claims_page(full, limit=0),
        lambda: claims_page(full, after="nonsense"),
        lambda: claims_page(full, order="newest", after=claims_page(full, order="oldest", limit=1).following),
        lambda: cells(full, zoom=99),
        lambda: search(full, Filters()),
        lambda: count_claims(full, Filters(text="-only -without")),
        lambda: claims_page(full, after=cursor(["newest", "", 10**30])),
        lambda: claims_page(full, after=cursor(["newest", 0.5, 1])),
        lambda: claims_page(full, after=base64.urlsafe_b64encode(b"[" * 10_000).decode()),
        lambda: articles_page(full, after="9" * 30),
        lambda: search(full, Filters(text="city"), offset=-1),
        lambda: search(full, Filters(text="city"), offset=10**30),
        lambda: Box(0, 10, 0, -10),
        lambda: Box(0, 0, float("nan"), 10),
        lambda: Days(JUNE, MAY),
        lambda: Filters(actors=("\udcff",)),
        lambda: Filters(text="\udcff"),
    ):
        with pytest.raises(UsageError):
            wrong()
