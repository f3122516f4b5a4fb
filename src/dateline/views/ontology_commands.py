"""`dateline ontology`: a coding scheme of one's own, checked."""

from pathlib import Path

import click


@click.group()
def ontology() -> None:
    """Look after coding schemes."""


@ontology.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def check(file: Path) -> None:
    """Say whether FILE, an ontology in YAML, holds together; exit code 2 with the reasons where it does not."""
    from dateline.ontology import load

    held = load(file)
    modes = sum(len(one.modes) for one in held.types.values())
    click.echo(f"{held.name} {held.version}: {len(held.types)} types, {modes} modes, {len(held.contexts)} contexts; sound")
