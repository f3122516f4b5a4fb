"""`dateline code`: pages in, claims out."""

import datetime as dt
import sys
from pathlib import Path

import click

from dateline.errors import UsageError
from dateline.views.coder_options import Chosen, coder_options
from dateline.views.page_options import last_day, pages_to_code


@click.command()
@pages_to_code("table", "jsonl", "csv", "plover")
@coder_options
@click.option("--processes", type=click.IntRange(min=1), default=None, help="Processes that code; default: one for each core.")
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    default=None,
    help="The file to write. A run that was stopped goes on where it was, and a rerun codes only what is new.",
)
def code(
    *,
    paths: tuple[str, ...],
    form: str | None,
    kind: str | None,
    today: dt.datetime | None,
    chosen: Chosen,
    processes: int | None,
    out: Path | None,
) -> None:
    """Code pages: who is said to have done what to whom, when, where – and on whose word.

    PATH is what `dateline read` takes. As jsonl, one line leaves for each page that goes in; as csv or plover, one for each claim. The
    output is the same whatever the number of processes.
    """
    from dateline.read import inputs
    from dateline.run.resume import Job, besides
    from dateline.run.spread import Sources
    from dateline.views.coded_files import code_into, code_on
    from dateline.views.forms import FORMS

    name = form or ("table" if out is None and sys.stdout.isatty() else "jsonl")
    found = list(inputs(paths, limits=chosen.settings.read))
    sources = Sources(found=besides(found, out) if out else found, limits=chosen.settings.read, kind=kind, stdin=sys.stdin.buffer)
    job = Job(sources=sources, recipe=chosen.recipe, today=today.date() if today else None, processes=processes)
    written = FORMS.get(name)
    if out is None:
        tally = code_on(job, form=written, today=last_day(today))
    elif written is None:
        raise UsageError(f"--out writes {', '.join(FORMS)}; a {name} is for the terminal")
    else:
        tally = code_into(job, out, form=written, today=last_day(today))
    click.echo(f"{tally.claims:,} claims from {tally}", err=True)
    if tally.dropped:
        raise click.exceptions.Exit(1)
