"""`dateline evaluate muc4`: claims measured against incidents, registered by `evaluate`."""

from pathlib import Path

import click


@click.command()
@click.argument("directory", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--errors", is_flag=True, help="Also list each document and slot that is missed, made up or wrong.")
def muc4(directory: Path, *, errors: bool) -> None:
    """Incidents of one test set of MUC-3 or MUC-4: F1 of documents, and of incidents found the share that is right, by slot."""
    from dateline.coding.judge import judge
    from dateline.coding.lexicon import SHIPPED, Lexicon, load
    from dateline.config import Settings
    from dateline.knowledge.library import knowledge
    from dateline.language import engine
    from dateline.learn.incidents.scores import evaluate
    from dateline.ontology import plover
    from dateline.run.coding import coded
    from dateline.run.mentions import Reader

    held, ontology, limits = knowledge(), plover(), Settings().extract
    read, lexicon = Reader(engine(), held), Lexicon(load(SHIPPED, ontology))
    found = evaluate(
        directory,
        lambda documents: coded(documents, read=read, lexicon=lexicon, ontology=ontology, limits=limits, judge=judge()),
        held.countries,
        errors=errors,
    )
    for line in found.lines():
        click.echo(line)
