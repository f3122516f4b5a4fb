"""`dateline read`: pages in, articles out."""

import datetime as dt
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from dateline.config import settings as read_settings
from dateline.read import KINDS
from dateline.records import Document, to_json
from dateline.run.documents import documents
from dateline.run.tally import Tally
from dateline.views.table import print_articles


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option(
    "--format", "form", type=click.Choice(["table", "jsonl"]), default=None, help="Default: table on a terminal, jsonl elsewhere."
)
@click.option(
    "--as", "kind", type=click.Choice(sorted(KINDS)), default=None, help="What the input is; default: found out from the content."
)
@click.option("--workers", type=click.IntRange(min=0), default=None, help="Processes that extract; default: the setting run.workers.")
@click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    default=None,
    help="The latest day that anything can have been published on; default: today.",
)
@click.option("--settings", "file", type=click.Path(path_type=Path, dir_okay=False), default=None, help="A settings file (TOML).")
@click.option("--set", "overrides", multiple=True, metavar="SECTION.NAME=VALUE", help="One setting; may be repeated.")
def read(
    *,
    paths: tuple[str, ...],
    form: str | None,
    kind: str | None,
    workers: int | None,
    today: dt.datetime | None,
    file: Path | None,
    overrides: tuple[str, ...],
) -> None:
    """Read pages and write their articles.

    PATH is a file, a folder, a glob or - for standard input: text, HTML, WARC, RSS, Atom, JSON Feed, NewsML-G2, NITF, ninjs, JSON lines or
    CSV, each also gzipped. One JSON line leaves for each page that goes in; a page without an article says why.
    """
    if workers is not None:
        overrides = (*overrides, f"run.workers={workers}")
    chosen = read_settings(file, overrides=overrides)
    day = today.date() if today else dt.datetime.now(tz=dt.UTC).date()
    tally = Tally()
    found = _counted(documents(paths, settings=chosen, today=day, kind=kind, stdin=sys.stdin.buffer), tally)
    if (form or ("table" if sys.stdout.isatty() else "jsonl")) == "table":
        print_articles(found)
    else:
        _write_lines(found)
    click.echo(str(tally), err=True)
    if tally.dropped:
        raise click.exceptions.Exit(1)


def _counted(found: Iterable[Document], tally: Tally) -> Iterator[Document]:
    for document in found:
        tally.add(document)
        yield document


def _write_lines(found: Iterable[Document]) -> None:
    out = sys.stdout.buffer
    for document in found:
        out.write(to_json(document) + b"\n")
    out.flush()
