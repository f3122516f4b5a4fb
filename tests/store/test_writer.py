import datetime as dt
import random
import time
from itertools import count
from multiprocessing import Pipe, get_context
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import delete, func, select, update
from sqlalchemy.exc import DBAPIError

from dateline.records import Document, Dropped, Page
from dateline.store.check import findings
from dateline.store.queries.articles import article, documents, source_pages
from dateline.store.queries.claims import claim, claims_page, count_claims
from dateline.store.queries.facets import facet
from dateline.store.queries.filters import Filters
from dateline.store.queries.kept_pages import kept_pages
from dateline.store.standing import seen
from dateline.store.store import Store
from dateline.store.tables import articles, claims, drops
from dateline.store.writer import Coded, Writer, Written

if TYPE_CHECKING:
    from tests.store.conftest import Clock, Make, Write


def test_a_document_comes_back_as_it_went_in(store: Store, write: "Write", make: "type[Make]") -> None:
    one = make.document("one", make.claim("c-1"), make.claim("c-2", day=None, where=None, origin=None, actors=()))
    write(one)
    assert article(store, "a-one") == one
    assert list(documents(store)) == [one]


def test_the_same_again_changes_nothing(store: Store, make: "type[Make]") -> None:
    writer = Writer(store, maker="coder 1")
    one = Coded(make.document("one", make.claim("c-1")))
    assert writer.write([one]) == Written(articles=1, claims=1)
    assert Writer(store, maker="coder 1").write([one, one]) == Written(unchanged=2)
    assert count_claims(store) == 1


def test_a_rerun_supersedes_and_keeps_maker_and_time(store: Store, write: "Write", clock: "Clock", make: "type[Make]") -> None:
    write(make.document("one", make.claim("c-1"), make.claim("c-2")))
    clock.on(2, 1)
    write(make.document("one", make.claim("c-1", confidence=0.9)), maker="coder 2")
    held = claims_page(store).items
    assert [(told.claim.id, told.claim.confidence, told.maker) for told in held] == [("c-1", 0.9, "coder 2")]
    whole = claim(store, "c-1")
    assert whole is not None
    assert [(told.maker, told.since.month, told.until and told.until.month) for told in whole.history] == [
        ("coder 2", 2, None),
        ("coder 1", 1, 2),
    ]
    assert claim(store, "c-2") is not None
    assert claim(store, "c-2", known_on=dt.date(2024, 2, 2)) is None
    before = claim(store, "c-1", known_on=dt.date(2024, 1, 15))
    assert before is not None
    assert [told.maker for told in before.history] == ["coder 1"]
    assert all(finding.well for finding in findings(store))


def test_an_article_twice_in_one_batch_keeps_the_later_coding(store: Store, write: "Write", make: "type[Make]") -> None:
    write(make.document("one", make.claim("c-1")), make.document("one", make.claim("c-2")))
    assert [told.claim.id for told in claims_page(store).items] == ["c-2"]


def test_a_page_is_kept_byte_for_byte_and_known_again(store: Store, make: "type[Make]") -> None:
    page = Page(path="one.html", content=b"<p>Drones \xff\x00 hit</p>" * 50, form="html", url="https://example.org/1")
    assert not seen(store, page, maker="coder 1")
    Writer(store, maker="coder 1").write([Coded(make.document("one", make.claim("c-1")), page)])
    assert source_pages(store, "a-one") == (page,)
    assert seen(store, page, maker="coder 1")
    assert not seen(store, page, maker="coder 2")


def test_a_page_read_otherwise_by_another_maker_counts_once_and_both_keep_it(store: Store, clock: "Clock", make: "type[Make]") -> None:
    page, again = (Page(path="one.html", content=content, form="html") for content in (b"<p>Drones</p>", b"<p>Drones!</p>"))
    Writer(store, maker="coder 1").write([Coded(make.document("one", make.claim("c-1")), page) for page in (page, again)])
    store.columns()
    clock.on(2, 1)
    Writer(store, maker="coder 2").write([Coded(make.document("two", make.claim("c-2")), page)])
    assert [told.claim.id for told in claims_page(store).items] == ["c-2", "c-1"]  # the other page still says so
    Writer(store, maker="coder 2").write([Coded(make.document("two", make.claim("c-2")), again)])
    assert [told.claim.id for told in claims_page(store).items] == ["c-2"]
    assert [count.claims for count in facet(store, "type")] == [1]
    assert [told.claim.id for told in claims_page(store, Filters(known_on=dt.date(2024, 1, 31))).items] == ["c-1"]
    assert [source_pages(store, id) for id in ("a-one", "a-two")] == [(page, again)] * 2
    assert source_pages(store, "a-two", known_on=dt.date(2024, 1, 31)) == ()
    assert [len(kept_pages(store, "a-two", known_on=dt.date(2024, month, 2))) for month in (1, 2)] == [0, 2]
    Writer(store, maker="coder 1").write([Coded(make.document("one", make.claim("c-1")), page) for page in (page, again)])
    assert [told.claim.id for told in claims_page(store).items] == ["c-1"]
    assert seen(store, page, maker="coder 1")
    assert all(finding.well for finding in findings(store))


def test_a_dropped_page_is_kept_with_its_reason_once(store: Store) -> None:
    page = Page(path="x.html", content=b"nothing", form="html")
    told = Document(article=None, dropped=(Dropped(path="x.html", stage="extract", reason="no-text"),))
    for _ in range(2):
        Writer(store, maker="coder 1").write([Coded(told, page)])
    assert seen(store, page, maker="coder 1")
    with store.reading() as connection:
        assert connection.execute(select(drops.c.reason)).scalars().all() == ["no-text"]


def test_claims_cannot_be_edited_or_removed(store: Store, write: "Write", make: "type[Make]") -> None:
    write(make.document("one", make.claim("c-1")))
    for statement in (update(claims).values(type="AID"), delete(claims), update(articles).values(text="other")):
        with pytest.raises(DBAPIError), store.writing() as connection:
            connection.execute(statement)
    assert [told.claim.type for told in claims_page(store).items] == ["ASSAULT"]


def test_a_batch_that_fails_leaves_nothing_and_the_writer_goes_on(store: Store, make: "type[Make]") -> None:
    writer = Writer(store, maker="coder 1")
    broken = make.document("two", make.claim("c-2", type=None))  # type: ignore[arg-type]
    with pytest.raises(DBAPIError):
        writer.write([Coded(make.document("one", make.claim("c-1"))), Coded(broken)])
    assert count_claims(store) == 0
    writer.write([Coded(make.document("one", make.claim("c-1")))])
    assert all(finding.well for finding in findings(store))
    assert len(claims_page(store, Filters(places=("Kyiv",))).items) == 1


def test_readers_see_the_store_as_it_was_while_one_writes(store: Store, write: "Write", make: "type[Make]") -> None:
    write(make.document("one", make.claim("c-1")))
    with store.reading() as reader:
        count = select(func.count()).select_from(claims)
        assert reader.execute(count).scalar_one() == 1
        write(make.document("two", make.claim("c-2")))
        assert reader.execute(count).scalar_one() == 1
    assert count_claims(store) == 2


def test_characters_that_no_database_holds_keep_their_place(store: Store, write: "Write", make: "type[Make]") -> None:
    write(make.document("one", make.claim("c-1"), text="Drones\0hit."))
    held = article(store, "a-one")
    assert held is not None
    assert held.article is not None
    assert held.article.text == "one. Drones\ufffdhit."


TOGETHER = 3  # articles of one transaction
CLAIMS = 20  # of each


def some(batch: int, maker: str, make: "type[Make]") -> list[Coded]:
    """The articles of a batch with their pages, as this maker codes them."""
    ids = [f"{batch}-{at}" for at in range(TOGETHER)]
    claims = [make.claim(f"c-{number}", origin=maker) for number in range(CLAIMS)]
    return [Coded(make.document(id, *claims), Page(path=id, content=id.encode() * 5000, form="text")) for id in ids]


def writes(target: str, first: int, told: Connection, make: "type[Make]") -> None:
    """Batches from that number on, each coded by two makers, one after the other; tells of each when it is safe."""
    with Store.open(target) as store:
        for batch in count(first):
            for maker in ("coder 1", "coder 2"):
                Writer(store, maker=maker).write(some(batch, maker, make))
            told.send(batch)


def killed(target: str, first: int, seconds: float, make: "type[Make]") -> int:
    """Lets `writes` write, and kills it so long after its first batch; the number of the first batch that it told nothing of."""
    ours, theirs = Pipe(duplex=False)
    writer = get_context("fork").Process(target=writes, args=(target, first, theirs, make))
    writer.start()
    last = int(ours.recv())
    time.sleep(seconds)
    writer.kill()
    writer.join()
    while ours.poll():
        last = int(ours.recv())
    return last + 1


def makers_of(store: Store) -> dict[int, list[str]]:
    """By batch: of each of its articles, who coded the claims that hold. Each must have all of them, and its page."""
    found: dict[int, list[str]] = {}
    for one in documents(store):
        assert one.article is not None
        name = one.article.id.removeprefix("a-")
        makers = {claim.sources[-1].name for claim in one.claims}
        assert (len(one.claims), len(makers)) == (CLAIMS, 1)
        assert [page.content for page in source_pages(store, one.article.id)] == [name.encode() * 5000]
        found.setdefault(int(name.split("-")[0]), []).extend(makers)
    return found


def test_kill_9_at_any_moment_leaves_whole_batches_and_all_that_were_told(target: str, make: "type[Make]") -> None:
    Store.open(target, create=True).close()
    chance, first = random.Random(3), 0
    for _ in range(8):
        told = killed(target, first, chance.uniform(0, 0.1), make)
        with Store.open(target) as store:
            found = makers_of(store)
            assert [finding for finding in findings(store) if not finding.well] == []
        whole = {batch for batch, makers in found.items() if makers == ["coder 2"] * TOGETHER}
        assert whole >= set(range(told))
        assert {batch: found[batch] for batch in found.keys() - whole} in ({}, {max(found): ["coder 1"] * TOGETHER})
        first = max(found) + (max(found) in whole)
