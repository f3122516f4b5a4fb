"""`dateline train`: the shipped models, made again."""

from pathlib import Path

import click

from dateline.views.language_commands import language


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


@train.command()
@click.argument("directory", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("out", type=click.Path(dir_okay=False, path_type=Path))
def blocks(directory: Path, out: Path) -> None:
    """The block model for HTML pages, from saved pages in DIRECTORY, written to OUT."""
    from dateline.learn.blocks import train as train_blocks

    train_blocks(directory, out)
    click.echo(f"wrote {out}")


@train.command()
@click.argument("config", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--compare", is_flag=True, help="Train and score the rivals too: a linear model over parses, and the network without the rules."
)
def claims(config: Path, *, compare: bool) -> None:
    """The model of claims, from the marked sentences and labels that CONFIG names, scored on a tenth of them that is kept apart."""
    from dateline.knowledge.library import knowledge
    from dateline.language import engine
    from dateline.learn.coding.build import train as train_claims
    from dateline.run.mentions import Reader

    train_claims(config, read=Reader(engine(), knowledge()).with_vectors, say=click.echo, compare=compare)


train.add_command(language)
