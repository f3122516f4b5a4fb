"""What every command that works on a store takes: which store, and which claims of it."""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, TypeVar, get_args

import click

from dateline.errors import UsageError
from dateline.records.claim import Status
from dateline.store.queries.filters import Box, Days, Filters

if TYPE_CHECKING:
    from dateline.store.store import Store

Command = TypeVar("Command", bound=Callable[..., Any])

DEFAULT: Final = "dateline.sqlite"
VARIABLE: Final = "DATELINE_STORE"
_DAY: Final = click.DateTime(["%Y-%m-%d"])

store_option = click.option(
    "--store",
    "target",
    default=DEFAULT,
    envvar=VARIABLE,
    show_default=True,
    show_envvar=True,
    help="The store: a file, or postgresql://user@host/name.",
)


def _several(name: str, field: str, text: str) -> Callable[[Command], Command]:
    return click.option(name, field, multiple=True, help=f"{text} May be repeated.")


_FILTERS: Final = (
    _several("--type", "types", "Type of event."),
    _several("--mode", "modes", "Mode of the type."),
    click.option("--status", "statuses", multiple=True, type=click.Choice(get_args(Status)), help="Told how. May be repeated."),
    _several("--actor", "actors", "Who did it: a country (RUS), a sector (REB), both (RUS MIL), or a name."),
    _several("--recipient", "recipients", "To whom; as --actor."),
    _several("--party", "parties", "Either of them; as --actor."),
    _several("--country", "countries", "Country where it happened, ISO 3166 alpha-3."),
    _several("--place", "places", "Place where it happened: a name, or a GeoNames number."),
    click.option("--box", nargs=4, type=float, default=None, help="Part of the map: west south east north, in degrees."),
    click.option("--from", "first", type=_DAY, default=None, help="Events from this day on."),
    click.option("--to", "last", type=_DAY, default=None, help="Events up to this day."),
    click.option("--published-from", "told_first", type=_DAY, default=None, help="Articles published from this day on."),
    click.option("--published-to", "told_last", type=_DAY, default=None, help="Articles published up to this day."),
    _several("--origin", "origins", "Who is said to have said it first."),
    _several("--outlet", "outlets", "Who published the article."),
    click.option("--confidence", type=click.FloatRange(0, 1), default=None, help="At least this confidence."),
    click.option("--text", default=None, help='Articles that say: words, "phrases", -words, beginnings*.'),
    click.option("--known-on", type=_DAY, default=None, help="As the store knew it at the end of that day (UTC)."),
)


def filter_options(command: Command) -> Command:
    """Gives a command the filters; `filters_of` makes them of what it is called with."""
    for option in reversed(_FILTERS):
        command = option(command)
    return command


def filters_of(
    *,
    first: dt.datetime | None,
    last: dt.datetime | None,
    told_first: dt.datetime | None,
    told_last: dt.datetime | None,
    box: tuple[float, float, float, float] | None,
    known_on: dt.datetime | None,
    **same: Any,  # noqa: ANN401 -- the options that are named as the fields are; click has checked them
) -> Filters:
    """The filters that were given."""
    return Filters(
        days=_days(first, last),
        published=_days(told_first, told_last),
        box=Box(*box) if box else None,
        known_on=known_on.date() if known_on else None,
        **same,
    )


def _days(first: dt.datetime | None, last: dt.datetime | None) -> Days | None:
    return Days(first.date() if first else None, last.date() if last else None) if first or last else None


@contextmanager
def opened(target: str, *, create: bool = False) -> Iterator["Store"]:
    """The store, for as long as the block lasts. UsageError where the database cannot go on: a full disk, a lock, a damaged file."""
    from sqlalchemy.exc import DBAPIError, OperationalError

    from dateline.store.store import Store

    with Store.open(target, create=create) as store:
        try:
            yield store
        except DBAPIError as error:
            told = f"{error.orig}".strip().split("\n", 1)[0]
            whole = "; what was kept is whole, and the same again goes on from there"
            raise UsageError(f"{store.target}: {told}{whole if create and isinstance(error, OperationalError) else ''}") from error
