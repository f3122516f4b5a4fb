"""What requests for lists, counts and maps may ask beside the filters."""

from typing import Annotated, Final

from pydantic import Field

from dateline.store.queries.cells import DEEPEST
from dateline.store.queries.network import Level
from dateline.store.queries.paging import MOST, Order
from dateline.store.queries.series import Split, Step
from dateline.views.http.asked import Asked, Cursor, Name

_FURTHEST: Final = 1_000_000

Limit = Annotated[int, Field(ge=1, le=MOST, description="How many at most.")]
Offset = Annotated[int, Field(ge=0, le=_FURTHEST, description="How many to leave out: the `following` of the page before.")]


class AskedClaims(Asked):
    """Claims, page by page."""

    order: Annotated[Order, Field(description="`newest` and `oldest` go by the day of the event, `added` and `latest` by the store.")] = (
        "newest"
    )
    limit: Limit = 50
    after: Cursor = None


class AskedArticles(Asked):
    """Articles, page by page."""

    limit: Limit = 50
    after: Annotated[str | None, Field(pattern=r"^[0-9]{1,18}$", description="The `following` of the page before.")] = None


class AskedNames(Asked):
    """Actors or places."""

    named: Annotated[Name | None, Field(description="Part of the name of an actor, the beginning of that of a place.")] = None
    limit: Limit = 50
    offset: Offset = 0


class AskedWords(Asked):
    """Full text; `q` is needed."""

    limit: Limit = 20
    offset: Annotated[int, Field(ge=0, le=10_000)] = 0


class AskedFacets(Asked):
    """Counts."""

    limit: Limit = 20


class AskedSeries(Asked):
    """A time series."""

    step: Annotated[Step, Field(description="Weeks begin on Monday.")] = "day"
    split: Annotated[Split | None, Field(description="A point for each value of it.")] = None


class AskedCells(Asked):
    """A map."""

    zoom: Annotated[int, Field(ge=0, le=DEEPEST, examples=[5])]
    limit: Annotated[int, Field(ge=1, le=5000)] = 5000


class AskedNetwork(Asked):
    """A network."""

    level: Annotated[Level, Field(description="What makes two parties one node.")] = "country"
    limit: Limit = 100
    offset: Offset = 0
