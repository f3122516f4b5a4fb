"""`dateline knowledge`: the tables of who is who, and a user's own on top of them."""

import datetime as dt
from pathlib import Path

import click

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group()
def knowledge() -> None:
    """Look into the tables of knowledge, and check one's own."""


@knowledge.command()
@click.argument("files", nargs=-1, required=True, type=_FILE, metavar="FILE…")
def check(files: tuple[Path, ...]) -> None:
    """Say what is wrong with one's own tables, and what of the shipped ones they override.

    FILE is CSV with the columns of a table that ships (actors, agents, outlets, places, country_names), or YAML with rows by table.
    Exit code 1 where a row cannot be used.
    """
    from dateline.knowledge.clashes import clashes
    from dateline.knowledge.library import knowledge as library
    from dateline.knowledge.own import own_rows, problems

    rows = [row for file in files for row in own_rows(file)]
    found = list(problems(rows)) or list(clashes(rows, library()))
    for problem in found:
        click.echo(f"{problem.at}: {problem.severity}: {problem.message}")
    errors = sum(problem.severity == "error" for problem in found)
    click.echo(f"{len(rows)} rows, {errors} errors, {len(found) - errors} clashes with what ships")
    if errors:
        raise click.exceptions.Exit(1)


@knowledge.command()
@click.argument("name")
@click.option("--day", type=click.DateTime(["%Y-%m-%d"]), default=None, help="Only what held on this day.")
@click.option("--knowledge", "own", multiple=True, type=_FILE, help="A table of one's own.")
def who(name: str, *, day: dt.datetime | None, own: tuple[Path, ...]) -> None:
    """Every row of the tables that NAME may stand for, with its dates and its source."""
    from dateline.views.knowledge_rows import rows

    for line in rows(name, day=day.date() if day else None, own=own):
        click.echo(line)
