"""Commands that measure the coder, registered by `evaluate`."""

from pathlib import Path

import click


@click.command()
@click.argument("directory", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--errors", is_flag=True, help="Also list each span that is missed or made up.")
@click.option("--limit", type=click.IntRange(min=1), help="Read the first texts only.")
def polnear(directory: Path, *, errors: bool, limit: int | None) -> None:
    """Sources, cues and contents of attributions in a folder with the layout of PolNeAR: F1 of spans that overlap, 0 to 1."""
    from dateline.knowledge.library import knowledge
    from dateline.language import engine
    from dateline.learn.coding.attribution_scores import evaluate

    for line in evaluate(directory, engine(), knowledge(), errors=errors, limit=limit).lines():
        click.echo(line)
