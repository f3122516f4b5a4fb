"""`dateline code`: pages in, claims out."""

import datetime as dt
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from dateline.config import settings as read_settings
from dateline.read import KINDS
from dateline.records import Document, to_json


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option(
    "--format", "form", type=click.Choice(["table", "jsonl"]), default=None, help="Default: table on a terminal, jsonl elsewhere."
)
@click.option(
    "--as", "kind", type=click.Choice(sorted(KINDS)), default=None, help="What the input is; default: found out from the content."
)
@click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    default=None,
    help="The latest day that anything can have been published on; default: today.",
)
@click.option(
    "--knowledge", "own", multiple=True, type=click.Path(exists=True, dir_okay=False, path_type=Path), help="A table of one's own."
)
@click.option(
    "--ontology",
    "scheme",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A coding scheme of one's own; default: PLOVER.",
)
@click.option(
    "--lexicon", "triggers", type=click.Path(exists=True, file_okay=False, path_type=Path), help="A folder of one's own trigger tables."
)
@click.option("--settings", "file", type=click.Path(path_type=Path, dir_okay=False), default=None, help="A settings file (TOML).")
@click.option("--set", "overrides", multiple=True, metavar="SECTION.NAME=VALUE", help="One setting; may be repeated.")
def code(
    *,
    paths: tuple[str, ...],
    form: str | None,
    kind: str | None,
    today: dt.datetime | None,
    own: tuple[Path, ...],
    scheme: Path | None,
    triggers: Path | None,
    file: Path | None,
    overrides: tuple[str, ...],
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
    day = today.date() if today else dt.datetime.now(tz=dt.UTC).date()
    pages = documents(paths, settings=chosen, today=day, kind=kind, stdin=sys.stdin.buffer)
    found = coded(pages, read=Reader(engine(), knowledge(own)), lexicon=lexicon, ontology=ontology, limits=chosen.extract)
    write = print_claims if (form or ("table" if sys.stdout.isatty() else "jsonl")) == "table" else _write_lines
    if write(found):
        raise click.exceptions.Exit(1)


def _write_lines(found: Iterable[Document]) -> int:
    dropped = 0
    out = sys.stdout.buffer
    for record in found:
        out.write(to_json(record) + b"\n")
        dropped += len(record.dropped)
    out.flush()
    return dropped
