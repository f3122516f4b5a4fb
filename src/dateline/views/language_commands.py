"""Commands of the language engine, registered by `evaluate` and `train`."""

from pathlib import Path

import click

from dateline.learn.language.entity_scores import Convention

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_ANY = click.Path(exists=True, path_type=Path)


@click.command()
@click.argument("treebank", type=_FILE)
@click.option("--engine", default="english", help="The engine to measure, as `name` or `name:model`.")
@click.option("--documents", type=_FILE, help="Tab-separated: measure only the documents named in its first column.")
@click.option("--split", help="With --documents: only those with this word in the last column.")
def syntax(treebank: Path, *, engine: str, documents: Path | None, split: str | None) -> None:
    """Tags, trees, lemmas and sentences from the raw text of TREEBANK, a CoNLL-U file: F1, 0 to 1."""
    from dateline.language import engine as named
    from dateline.learn.language.syntax_scores import evaluate

    chosen = None
    if documents is not None:
        rows = [line.split("\t") for line in documents.read_text(encoding="utf-8").splitlines()]
        chosen = frozenset(row[0] for row in rows if split is None or row[-1] == split)
    for line in evaluate(treebank, named(engine), documents=chosen).lines():
        click.echo(line)


@click.command()
@click.argument("corpus", type=_ANY)
@click.option("--column", type=click.IntRange(min=2), help="The column of the labels, from 1; found by itself where it is not given.")
@click.option("--model", type=click.Path(exists=True, file_okay=False, path_type=Path), help="A folder with another English model.")
@click.option("--convention", type=click.Choice(["auto", "news", "uner"]), default="auto", help="Whose idea of a name to follow.")
def entities(corpus: Path, *, column: int | None, model: Path | None, convention: Convention) -> None:
    """Names in CORPUS, a file of BIO labels or a folder of them: micro F1, 0 to 1, by label and by words alone."""
    from dateline.language import shipped_model
    from dateline.language.english import EnglishEngine
    from dateline.learn.language.entity_scores import evaluate

    engine = EnglishEngine.load(model or shipped_model())
    for line in evaluate(corpus, engine, column=column, convention=convention).lines():
        click.echo(line)


@click.command()
@click.argument("config", type=_FILE)
def language(config: Path) -> None:
    """The English language model, from the open corpora that CONFIG names. Goes on where an unfinished run stopped."""
    from dateline.learn.language.build import train

    train(config, say=click.echo)
