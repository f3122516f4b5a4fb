"""`dateline read`: pages in, articles out."""

import datetime as dt
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from dateline.config import settings as read_settings
from dateline.records import Document, to_json
from dateline.run.documents import documents
from dateline.run.tally import Tally
from dateline.views.page_options import last_day, page_options
from dateline.views.table import print_articles


@click.command()
@page_options
@click.option("--workers", type=click.IntRange(min=0), default=None, help="Processes that extract; default: the setting run.workers.")
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
    tally = Tally()
    found = _counted(documents(paths, settings=chosen, today=last_day(today), kind=kind, stdin=sys.stdin.buffer), tally)
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
