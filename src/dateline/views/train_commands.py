"""`dateline train`: the shipped models, made again."""

from pathlib import Path

import click


@click.group()
def train() -> None:
    """Train a shipped model; docs say on what and for how long."""


@train.command()
@click.argument("directory", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("out", type=click.Path(dir_okay=False, path_type=Path))
def lines(directory: Path, out: Path) -> None:
    """The line model for plain scraped text, from saved pages in DIRECTORY, written to OUT."""
    from dateline.learn.lines import train as train_lines

    train_lines(directory, out)
    click.echo(f"wrote {out}")
