"""Commands that measure mentions, registered by `evaluate`."""

from pathlib import Path

import click


@click.command()
@click.argument("directory", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--errors", is_flag=True, help="Also list each expression that is missed, too much, or valued otherwise.")
def times(directory: Path, *, errors: bool) -> None:
    """Time expressions and their values in TimeML files: F1, 0 to 1."""
    from dateline.language import engine
    from dateline.learn.mentions.time_scores import evaluate

    for line in evaluate(directory, engine(), errors=errors).lines():
        click.echo(line)


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--errors", is_flag=True, help="Also list each name that is missed, too much, or put elsewhere.")
def places(file: Path, *, errors: bool) -> None:
    """Places in an XML file of geoparsing corpora: F1 of names, share within 161 km, share in the right country."""
    from dateline.language import engine
    from dateline.learn.mentions.place_scores import evaluate

    for line in evaluate(file, engine(), errors=errors).lines():
        click.echo(line)


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--errors", is_flag=True, help="Also list each name that is resolved otherwise.")
def actors(file: Path, *, errors: bool) -> None:
    """Names resolved by date, in a CSV file of split, name, day, country, sectors and office: share of rows that are right."""
    from dateline.knowledge.library import knowledge
    from dateline.learn.mentions.actor_scores import evaluate

    for line in evaluate(file, knowledge(), errors=errors).lines():
        click.echo(line)
