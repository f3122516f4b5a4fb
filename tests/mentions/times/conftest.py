import datetime as dt
from collections.abc import Callable

import pytest

from dateline.language import Engine, engine
from dateline.mentions.times import times
from dateline.records import Article, Dateline, Published, Span
from dateline.records.mention import TimeMention

Teller = Callable[..., tuple[TimeMention, ...]]


@pytest.fixture(scope="session")
def english() -> Engine:
    return engine("english")


@pytest.fixture(scope="session")
def told(english: Engine) -> Teller:
    """The times of a text that was published on a day, between two days, or nobody knows when."""

    def find(text: str, first: str = "", last: str = "", dateline: Dateline | None = None) -> tuple[TimeMention, ...]:
        days = [dt.date.fromisoformat(day) for day in (first, last or first) if day]
        published = Published(first=days[0], last=days[1], basis="given") if days else Published()
        body = Span(start=0, end=len(text))
        return times(Article(id="a", path="a", text=text, body=body, published=published, dateline=dateline), english(text))

    return find
