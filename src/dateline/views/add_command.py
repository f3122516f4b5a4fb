"""`dateline add`: pages, or records that are coded already, into a store."""

import datetime as dt
import sys
from pathlib import Path

import click

from dateline.config import settings as read_settings
from dateline.views.coder_options import coder_options
from dateline.views.page_options import last_day, pages_to_code
from dateline.views.store_options import opened, store_option


@click.command()
@pages_to_code
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
    file: Path | None,
    overrides: tuple[str, ...],
    own: tuple[Path, ...],
    scheme: Path | None,
    triggers: Path | None,
    language: str,
    processes: int | None,
    maker: str,
) -> None:
    """Code pages and keep them in a store, which is made where there is none.

    PATH is what `dateline read` takes, or JSON lines that `dateline code` wrote. Pages that the store has already from the same version
    and options are not coded again, so a run that was stopped goes on where it was. What another version or other options coded before
    is superseded, and kept. The bytes of the pages are kept too.
    """
    from dateline.read import inputs
    from dateline.run.recipe import Recipe
    from dateline.run.spread import Sources
    from dateline.views.adding import Adding

    chosen = read_settings(file, overrides=overrides)
    recipe = Recipe(engine=language, knowledge=own, ontology=scheme, lexicon=triggers, limits=chosen.extract)
    found = list(inputs(paths, limits=chosen.read))
    sources = Sources(found=found, limits=chosen.read, kind=kind, stdin=sys.stdin.buffer)
    with opened(target, create=True) as store:
        adding = Adding(store, recipe=recipe, today=today.date() if today else None, processes=processes, lines_by=maker)
        adding.add(sources, last_day=last_day(today))
    click.echo(str(adding), err=True)
    if adding.tally.dropped:
        raise click.exceptions.Exit(1)
