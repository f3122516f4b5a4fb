"""A service, opened: the store, and the desk that codes."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from threading import Thread
from typing import Final

from sqlalchemy.exc import DBAPIError

from dateline.coding.lexicon import SHIPPED
from dateline.errors import DatelineError
from dateline.ontology import load, plover
from dateline.read.limits import ReadLimits
from dateline.run.recipe import Recipe
from dateline.run.storing import maker_of
from dateline.views.http.access import Access
from dateline.views.http.bench import bench
from dateline.views.http.desk import Desk
from dateline.views.http.served_store import ServedStore
from dateline.views.http.service import Service

_GRACE: Final = 3.0  # times the limit on one page, after which the process that codes is taken to hang


@contextmanager
def opened(target: str, recipe: Recipe, limits: ReadLimits, *, access: Access) -> Iterator[Service]:
    """What requests are answered from, as long as the block lasts. UsageError where there is no store, or a file of the recipe is wrong."""
    desk = Desk(partial(bench, recipe, limits), seconds=recipe.limits.seconds * _GRACE)
    with ServedStore.open(target) as store:
        reading = Thread(target=_read_ahead, args=(store,), daemon=True)
        reading.start()
        try:
            yield Service(
                store=store,
                desk=desk,
                access=access,
                maker=maker_of(recipe, today=None),
                ontology=load(recipe.ontology) if recipe.ontology else plover(),
                lexicon=recipe.lexicon or SHIPPED,
                name=target.rsplit("/", 1)[-1].split("?", maxsplit=1)[0],
            )
        finally:
            desk.close()
            store.end()
            reading.join()


def _read_ahead(store: ServedStore) -> None:
    """Reads the columns before the first count waits for them. What goes wrong is told to whoever asks."""
    with suppress(DatelineError, DBAPIError):
        store.columns()
