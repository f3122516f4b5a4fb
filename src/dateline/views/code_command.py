"""`dateline code`: pages in, claims out."""

import datetime as dt
import sys
from pathlib import Path

import click

from dateline.config import settings as read_settings
from dateline.views.page_options import last_day, own_knowledge, page_options, write


@click.command()
@page_options
@own_knowledge
@click.option(
    "--ontology",
    "scheme",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A coding scheme of one's own; default: PLOVER.",
)
@click.option(
    "--lexicon", "triggers", type=click.Path(exists=True, file_okay=False, path_type=Path), help="A folder of one's own trigger tables."
)
def code(
    *,
    paths: tuple[str, ...],
    form: str | None,
    kind: str | None,
    today: dt.datetime | None,
    file: Path | None,
    overrides: tuple[str, ...],
    own: tuple[Path, ...],
    scheme: Path | None,
    triggers: Path | None,
) -> None:
    """Code pages: who is said to have done what to whom, when, where – and on whose word.

    PATH is what `dateline read` takes. One JSON line leaves for each page that goes in.
    """
    from dateline.coding.lexicon import SHIPPED, Lexicon, load
    from dateline.knowledge.library import knowledge
    from dateline.language import engine
    from dateline.ontology import load as load_ontology
    from dateline.ontology import plover
    from dateline.run.coding import coded
    from dateline.run.documents import documents
    from dateline.run.mentions import Reader
    from dateline.views.claim_table import print_claims

    chosen = read_settings(file, overrides=overrides)
    ontology = load_ontology(scheme) if scheme else plover()
    lexicon = Lexicon(load(triggers or SHIPPED, ontology))
    pages = documents(paths, settings=chosen, today=last_day(today), kind=kind, stdin=sys.stdin.buffer)
    found = coded(pages, read=Reader(engine(), knowledge(own)), lexicon=lexicon, ontology=ontology, limits=chosen.extract)
    write(found, form, print_claims)
