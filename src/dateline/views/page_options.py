"""What every command that reads pages takes, and how it writes its records."""

import datetime as dt
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final, TypeVar

import click

from dateline.read import KINDS
from dateline.records import Document, Mentioned, to_json

Command = Callable[..., None]
Outcome = TypeVar("Outcome", Document, Mentioned)  # a record of a page, with what was dropped from it

settings_options: Final = (
    click.option("--settings", "file", type=click.Path(path_type=Path, dir_okay=False), default=None, help="A settings file (TOML)."),
    click.option("--set", "overrides", multiple=True, metavar="SECTION.NAME=VALUE", help="One setting; may be repeated."),
)
_PATHS: Final = click.argument("paths", nargs=-1, required=True, metavar="PATH…")
_READING: Final = (
    click.option(
        "--as", "kind", type=click.Choice(sorted(KINDS)), default=None, help="What the input is; default: found out from the content."
    ),
    click.option(
        "--today",
        type=click.DateTime(["%Y-%m-%d"]),
        default=None,
        help="The latest day that anything can have been published on; default: today.",
    ),
)
own_knowledge = click.option(
    "--knowledge", "own", multiple=True, type=click.Path(exists=True, dir_okay=False, path_type=Path), help="A table of one's own."
)


def pages_to_code(*forms: str) -> Callable[[Command], Command]:
    """Gives a command the pages' paths and how they are read; `forms` are the formats that it can write, where there is a choice."""
    form = click.option("--format", "form", type=click.Choice(forms), default=None, help="Default: table on a terminal, jsonl elsewhere.")
    return _dressed(_PATHS, *([form] if forms else []), *_READING)


def _dressed(*options: Callable[[Command], Command]) -> Callable[[Command], Command]:
    def dressed(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return dressed


def page_options(command: Command) -> Command:
    """Gives a command the pages' paths, how they are read, and the settings; it writes tables or JSON lines."""
    return pages_to_code("table", "jsonl")(_dressed(*settings_options)(command))


def last_day(today: dt.datetime | None) -> dt.date:
    """The latest day that anything can have been published on."""
    return today.date() if today else dt.datetime.now(tz=dt.UTC).date()


def write(found: Iterable[Outcome], form: str | None, print_tables: Callable[[Iterable[Outcome]], int]) -> None:
    """Write the records, as tables or as JSON lines; exit code 1 if anything was dropped."""
    as_tables = (form or ("table" if sys.stdout.isatty() else "jsonl")) == "table"
    if print_tables(found) if as_tables else _write_lines(found):
        raise click.exceptions.Exit(1)


def _write_lines(found: Iterable[Outcome]) -> int:
    dropped = 0
    out = sys.stdout.buffer
    for record in found:
        out.write(to_json(record) + b"\n")
        dropped += len(record.dropped)
    out.flush()
    return dropped
