"""The store on generated articles: how fast it takes claims, and how fast it answers over a million.

    python benchmarks/store.py [CLAIMS]

Articles are the bundled examples' claims again and again, each under an id of its own, on other days and at 20,000 places, of which few
are named often and most seldom, as in the news. Loading is set beside a peer in the same run: Python's sqlite3 with `executemany` and one
table of the same claims, articles and full text, without history, parties, places or indexes of queries. Each query is asked once
unmeasured, then seven times: median, least and most.
"""

import datetime as dt
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from dateline.config import Settings
from dateline.read import inputs
from dateline.records import Claim, Document, When, Where, digest, to_json
from dateline.run.recipe import Recipe
from dateline.run.spread import Sources, spread
from dateline.store.queries.actors import actors
from dateline.store.queries.cells import cells
from dateline.store.queries.claims import claims_page, count_claims
from dateline.store.queries.facets import facet, facets
from dateline.store.queries.filters import Box, Days, Filters
from dateline.store.queries.network import network
from dateline.store.queries.search import search
from dateline.store.queries.series import series
from dateline.store.store import Store
from dateline.store.writer import Coded, Writer

EXAMPLES = Path(__file__).parent.parent / "examples/pages"
ARTICLES = 100_000  # whose loading is timed
CLAIMS = 1_000_000  # over which queries are timed
PLACES = 20_000
BATCH = 2_000
PEER = 10_000  # articles
ROUNDS = 7
PEER_TABLES = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
CREATE TABLE articles (no INTEGER PRIMARY KEY, id, text);
CREATE TABLE claims (article, id, type, status, record);
CREATE VIRTUAL TABLE words USING fts5 (text, content='articles', content_rowid='no', tokenize='porter unicode61');
"""
YEAR = Days(dt.date(2022, 1, 1), dt.date(2022, 12, 31))


def main() -> None:
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else CLAIMS
    made = articles(coded())
    with tempfile.TemporaryDirectory() as folder:
        print(f"peer: {peer(Path(folder) / 'peer.sqlite', made):,.0f} articles a second into plain tables")
        with Store.open(Path(folder) / "store.sqlite", create=True) as store:
            load(store, made, most=wanted)
            store.settle()
            began = time.perf_counter()
            store.columns()
            print(f"columns of all claims read in {time.perf_counter() - began:.1f} s")
            ask(store)


def coded() -> list[Document]:
    """The bundled examples with claims."""
    limits = Settings()
    sources = Sources(found=list(inputs([str(EXAMPLES)], limits=limits.read)), limits=limits.read)
    found = spread(sources.pages(), Recipe(limits=limits.extract), today=dt.date(2026, 6, 1), processes=1)
    return [document for _, document in found if document.claims]


def articles(documents: list[Document]) -> Iterator[Document]:
    """New articles without end, the same on every run."""
    chance = random.Random(7)
    number = 0
    while True:
        document = chance.choice(documents)
        number += 1
        assert document.article is not None
        article = msgspec.structs.replace(document.article, id=digest("a", number), key=str(number))
        claims = tuple(moved(claim, number, chance) for claim in document.claims)
        yield msgspec.structs.replace(document, article=article, claims=claims)


def moved(claim: Claim, number: int, chance: random.Random) -> Claim:
    """The claim on another day and at another place."""
    place = int(chance.paretovariate(0.6)) % PLACES
    point = (place * 7919 % 14_000 / 100 - 60, place * 104_729 % 36_000 / 100 - 180)
    where = Where(text="x", basis="made", name=f"Place {place}", country=f"{place % 200:03}", lat=point[0], lon=point[1], geonameid=place,
                  precision="city" if place % 5 else "country")  # fmt: skip
    day = dt.date(2015, 1, 1) + dt.timedelta(days=chance.randrange(4_000))
    return msgspec.structs.replace(claim, id=digest("c", claim.id, number), when=When(first=day, last=day, basis="stated"), where=where)


def peer(file: Path, made: Iterator[Document]) -> float:
    """Articles a second."""
    some = [next(made) for _ in range(PEER)]
    with sqlite3.connect(file) as connection:
        connection.executescript(PEER_TABLES)
        began = time.perf_counter()
        for start in range(0, PEER, BATCH):
            part = list(enumerate(some[start : start + BATCH], start=start))
            told = [(number, one.article.id, one.article.text) for number, one in part if one.article]
            connection.executemany("INSERT INTO articles VALUES (?, ?, ?)", told)
            connection.executemany("INSERT INTO words (rowid, text) VALUES (?, ?)", [(number, text) for number, _, text in told])
            rows = [(number, claim.id, claim.type, claim.status, to_json(claim)) for number, one in part for claim in one.claims]
            connection.executemany("INSERT INTO claims VALUES (?, ?, ?, ?, ?)", rows)
            connection.commit()
    return PEER / (time.perf_counter() - began)


def load(store: Store, made: Iterator[Document], *, most: int) -> None:
    """Fills the store, and tells how long the first articles took; making them is not counted."""
    writer = Writer(store, maker="benchmark")
    spent = cpu = 0.0
    loaded = claims = 0
    rates: list[float] = []
    while claims < most:
        batch = [Coded(next(made)) for _ in range(BATCH)]
        began, busy = time.perf_counter(), time.process_time()
        claims += writer.write(batch).claims
        loaded += BATCH
        spent += time.perf_counter() - began
        cpu += time.process_time() - busy
        rates.append(BATCH / (time.perf_counter() - began))
        if loaded == ARTICLES or (claims >= most and loaded < ARTICLES):
            print(f"{loaded:,} articles, {claims:,} claims in {spent:.1f} s ({cpu:.1f} s of one processor)")
            print(f"articles a second, by batch: median {statistics.median(rates):,.0f} ({min(rates):,.0f} to {max(rates):,.0f})")
    print(f"{loaded:,} articles and {claims:,} claims in all")


def ask(store: Store) -> None:
    """Prints how long each question takes."""
    print(f"milliseconds, median of {ROUNDS} (least to most)")
    for name, question in questions(store).items():
        question()
        times = []
        for _ in range(ROUNDS):
            began = time.perf_counter()
            question()
            times.append(1000 * (time.perf_counter() - began))
        print(f"{name:40} {statistics.median(times):8.1f}  ({min(times):.1f} to {max(times):.1f})")


def questions(store: Store) -> dict[str, Callable[[], object]]:
    """What is asked, by name."""
    europe = Box(-10, 35, 40, 60)
    return {
        "map of the world": lambda: cells(store, zoom=2),
        "map of the world, ASSAULT that happened": lambda: cells(store, Filters(types=("ASSAULT",), statuses=("happened",)), zoom=2),
        "map of Europe": lambda: cells(store, Filters(box=europe), zoom=5),
        "map of Europe, a year": lambda: cells(store, Filters(box=europe, days=YEAR), zoom=5),
        "map of the world, a year": lambda: cells(store, Filters(days=YEAR), zoom=2),
        "map of the world, a month": lambda: cells(store, Filters(days=Days(YEAR.first, dt.date(2022, 1, 31))), zoom=2),
        "map of the world, by an actor": lambda: cells(store, Filters(actors=("KEN MIL",)), zoom=2),
        "map of the world, confidence": lambda: cells(store, Filters(confidence=0.5), zoom=2),
        "map of the world, as known on a day": lambda: cells(store, Filters(known_on=dt.date(2100, 1, 1)), zoom=2),
        "claims, the newest 50": lambda: claims_page(store),
        "claims, ASSAULT in a country": lambda: claims_page(store, Filters(types=("ASSAULT",), countries=("005",))),
        "claims, by an actor": lambda: claims_page(store, Filters(actors=("KEN MIL",))),
        "claims, in articles that say": lambda: claims_page(store, Filters(text="convoy attack")),
        "claims, those of a low confidence": lambda: claims_page(store, Filters(confidence=0.1, types=("AID",))),
        "count of claims, confidence": lambda: count_claims(store, Filters(confidence=0.5)),
        "map of the world, articles that say": lambda: cells(store, Filters(text="convoy attack"), zoom=2),
        "search": lambda: search(store, Filters(text='"relief convoy" -vote')),
        "series by month, a type": lambda: series(store, Filters(types=("AID",)), step="month"),
        "series by month, all by quad class": lambda: series(store, step="month", split="quad"),
        "facet of types": lambda: facet(store, "type"),
        "all facets": lambda: facets(store),
        "network of countries, a month": lambda: network(store, Filters(days=Days(YEAR.first, dt.date(2022, 1, 31)))),
        "network of countries": lambda: network(store),
        "actors, a month": lambda: actors(store, Filters(days=Days(YEAR.first, dt.date(2022, 1, 31)))),
    }


if __name__ == "__main__":
    main()
