import time

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from dateline.store.queries.claims import count_claims
from dateline.views.http.served_store import ServedStore, TooSlow

ENDLESS = text("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n")


def test_a_question_that_takes_too_long_is_given_up(target: str) -> None:
    with ServedStore.open(target) as store:
        began = time.monotonic()
        with pytest.raises(TooSlow, match=r"more than 0\.2 seconds"), store.bounded(0.2).reading() as connection:
            connection.execute(ENDLESS)
        assert time.monotonic() - began < 5
        assert count_claims(store) > 0


def test_reading_cannot_write_and_writing_can(target: str) -> None:
    with ServedStore.open(target) as store:
        with pytest.raises(OperationalError, match="readonly"), store.reading() as connection:
            connection.execute(text("DELETE FROM tallies"))
        with store.writing() as connection:
            connection.execute(text("UPDATE tallies SET claims = claims"))
