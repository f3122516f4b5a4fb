"""`dateline mentions`: pages in, who, where, when and how many out."""

import datetime as dt
import sys
from pathlib import Path

import click

from dateline.config import settings as read_settings
from dateline.views.page_options import last_day, own_knowledge, page_options, write


@click.command()
@page_options
@own_knowledge
def mentions(
    *,
    paths: tuple[str, ...],
    form: str | None,
    kind: str | None,
    today: dt.datetime | None,
    file: Path | None,
    overrides: tuple[str, ...],
    own: tuple[Path, ...],
) -> None:
    """Find the actors, places, times and quantities that pages mention, each resolved, with the basis.

    PATH is what `dateline read` takes. One JSON line leaves for each page that goes in.
    """
    from dateline.knowledge.library import knowledge
    from dateline.language import engine
    from dateline.run.documents import documents
    from dateline.run.mentions import Reader, mentioned
    from dateline.views.mention_table import print_mentions

    chosen = read_settings(file, overrides=overrides)
    pages = documents(paths, settings=chosen, today=last_day(today), kind=kind, stdin=sys.stdin.buffer)
    found = mentioned(pages, read=Reader(engine(), knowledge(own)), limits=chosen.extract)
    write(found, form, print_mentions)
