"""`dateline add`: pages, or records that are coded already, into a store."""

import datetime as dt
import sys

import click

from dateline.views.coder_options import Chosen, coder_options
from dateline.views.page_options import last_day, pages_to_code
from dateline.views.store_options import opened, store_option


@click.command()
@pages_to_code()
@store_option
@coder_options
@click.option("--processes", type=click.IntRange(min=1), default=None, help="Processes that code; default: one for each core.")
@click.option("--maker", default="unknown", show_default=True, help="What coded the JSON lines; pages are coded by this version.")
def add(
    *,
    paths: tuple[str, ...],
    target: str,
    kind: str | None,
    today: dt.datetime | None,
    chosen: Chosen,
    processes: int | None,
    maker: str,
) -> None:
    """Code pages and keep them in a store, which is made where there is none.

    PATH is what `dateline read` takes, or JSON lines that `dateline code` wrote. Pages that the store has already from the same version
    and options are not coded again, so a run that was stopped goes on where it was. What another version or other options coded before
    is superseded, and kept. The bytes of the pages are kept too.
    """
    from dateline.read import inputs
    from dateline.run.spread import Sources
    from dateline.views.adding import Adding

    found = list(inputs(paths, limits=chosen.settings.read))
    sources = Sources(found=found, limits=chosen.settings.read, kind=kind, stdin=sys.stdin.buffer)
    with opened(target, create=True) as store:
        adding = Adding(store, recipe=chosen.recipe, today=today.date() if today else None, processes=processes, lines_by=maker)
        adding.add(sources, last_day=last_day(today))
    click.echo(str(adding), err=True)
    if adding.tally.dropped:
        raise click.exceptions.Exit(1)
