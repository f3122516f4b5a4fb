"""`dateline lexicon`: the trigger tables, checked."""

from pathlib import Path

import click


@click.group()
def lexicon() -> None:
    """Look after trigger tables."""


@lexicon.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path), required=False)
@click.option(
    "--ontology", "scheme", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Its coding scheme; default: PLOVER."
)
def check(folder: Path | None, scheme: Path | None) -> None:
    """Say which rows of FOLDER (default: the shipped tables) clash, which are dead, and which families lack an example; exit code 1 if any.

    A row clashes with one of another type that asks for the same; it is dead where an earlier row of its type says all that it says. A
    family is the rows of one trigger and type.
    """
    from dateline.coding.check import faults
    from dateline.coding.lexicon import SHIPPED, load
    from dateline.ontology import load as load_ontology
    from dateline.ontology import plover

    ontology = load_ontology(scheme) if scheme else plover()
    senses = load(folder or SHIPPED, ontology)
    found = list(faults(senses, ontology))
    for fault in found:
        click.echo(fault)
    words = len({(sense.trigger, sense.pos) for sense in senses})
    click.echo(f"{len(senses)} senses of {words} triggers, {len({sense.type for sense in senses})} types; {len(found)} faults")
    if found:
        raise click.exceptions.Exit(1)
