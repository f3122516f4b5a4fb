"""`dateline evaluate`: the scores of what Dateline ships, on data that it has not seen."""

from pathlib import Path

import click

from dateline.views.coding_scores import polnear
from dateline.views.incident_scores import muc4
from dateline.views.language_commands import entities, syntax
from dateline.views.mention_scores import actors, places, times

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.group()
def evaluate() -> None:
    """Measure a stage against gold data; docs/reference says what counts as right."""


@evaluate.command()
@click.argument("directory", type=_FOLDER)
@click.option("--errors", is_flag=True, help="Also list the pages that are not wholly right.")
def extract(directory: Path, *, errors: bool) -> None:
    """Body, title, day and authors of saved news pages (the layout of fundus' test fixtures)."""
    from dateline.learn.extraction import evaluate as scores

    _print(scores(directory, errors=errors).lines())


@evaluate.command()
@click.argument("directory", type=_FOLDER)
def blocks(directory: Path) -> None:
    """Body F1 of the same pages, each by a block model that has seen no page of its publisher: five folds, some minutes."""
    from dateline.learn.blocks import held_out

    found = held_out(directory)
    _print([f"body F1 {sum(found) / len(found):.3f}", "by fold " + ", ".join(f"{score:.3f}" for score in found)])


@evaluate.command()
@click.argument("directory", type=_FOLDER)
@click.option("--folds", type=click.IntRange(min=2), default=5, help="Parts that publishers are split into; each is held out once.")
def lines(directory: Path, *, folds: int) -> None:
    """Lines kept in plain scraped text, made of the same pages; cross-validated by publisher."""
    from dateline.learn.lines import evaluate as scores

    _print(scores(directory, folds=folds).lines())


@evaluate.command()
@click.argument("directory", type=_FOLDER)
@click.option("--truth", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Hand-checked openings, tab-separated.")
def dateline(directory: Path, *, truth: Path | None) -> None:
    """Place, day and agency of the openings of wire stories (the layout of MUC-4)."""
    from dateline.learn.datelines import evaluate as scores

    _print(scores(directory, truth=truth).lines())


def _print(found: tuple[str, ...] | list[str]) -> None:
    for line in found:
        click.echo(line)


for command in (syntax, entities, actors, times, places, polnear, muc4):
    evaluate.add_command(command)
