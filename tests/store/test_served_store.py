import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from tests.store.conftest import Make, Write

from dateline.store.queries.claims import count_claims
from dateline.store.queries.facets import FACETS, facets
from dateline.store.queries.kept_pages import kept_pages
from dateline.store.queries.state import holdings, reached
from dateline.store.store import Store
from dateline.views.http.served_store import ServedStore, TooSlow

ENDLESS = text("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n")


def test_a_served_store_answers_cannot_write_and_gives_up(store: Store, target: str, write: Write, make: type[Make]) -> None:
    before = reached(store)
    write(make.document("one", make.claim("c-1", confidence=0.95), make.claim("c-2", modes=("drone", "aerial"), day=None)))
    assert before != reached(store)
    with ServedStore.open(target) as served:
        assert count_claims(served) == holdings(served).claims == 2
        assert kept_pages(served, "a-one") == ()
        with pytest.raises(DBAPIError), served.reading() as connection:
            connection.execute(text("DELETE FROM drops"))
        with pytest.raises(TooSlow), served.bounded(0.3).reading() as connection:
            connection.execute(ENDLESS)
        with served.writing() as connection:
            connection.execute(text("UPDATE codings SET maker = maker"))
        told = {name: {count.value: count.claims for count in counts} for name, counts in facets(served).items()}
    assert set(told) == set(FACETS)
    assert told["mode"] == {"drone": 2, "aerial": 1}
    assert told["confidence"] == {"0.9": 1, "0.5": 1}
    assert told["day"] == {"2023-05-01": 1}
    assert told["place"] == {"Kyiv": 2}
