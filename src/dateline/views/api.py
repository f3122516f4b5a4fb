"""The coder as a Python object: `dateline.load()`."""

import datetime as dt
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, cast

from dateline.config import Settings
from dateline.config import settings as read_settings
from dateline.errors import BadInput
from dateline.read import inputs
from dateline.read.jsonl import object_page
from dateline.records import Article, Document, Dropped, Page
from dateline.run.recipe import Models, Recipe
from dateline.run.spread import At, Placed, Sources, spread

Day = dt.date | str
Text = str | tuple[str, Day | None] | Mapping[str, object] | Document | Article
Paths = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]

_ISO: Final = re.compile(r"\d{4}-\d\d-\d\d")


class Coder:
    """Codes texts, and the pages of files. Made by `load`; its models are loaded once, and can be used any number of times."""

    def __init__(self, recipe: Recipe, models: Models, settings: Settings) -> None:
        self._recipe = recipe
        self._models = models
        self._settings = settings

    def __repr__(self) -> str:
        return f"<dateline.Coder with {len(self._models.lexicon):,} senses of {self._models.ontology.name}>"

    def code(self, texts: Text | Iterable[Text], *, today: dt.date | None = None, processes: int = 1) -> Iterator[Document]:
        """A record for each text, in order, as it is coded.

        A text is a string; a pair of a string and its day of publication; a mapping with `text` or `html`, and `id`, `url`, `title`,
        `outlet`, `published` … where known (the names that JSON lines may have); or a record. What cannot be coded says why in `dropped`.
        `today` is the latest day of publication that is possible; None: today's. With several `processes` each loads models of its own, and
        a script has to keep its work below `if __name__ == "__main__":`.
        """
        placed = ((At(0, number), _page(text, path=f"text#{number + 1}")) for number, text in enumerate(_several(texts)))
        return self._coded(placed, today=today, processes=processes)

    def read(self, paths: Paths, *, kind: str | None = None, today: dt.date | None = None, processes: int = 1) -> Iterator[Document]:
        """A record for each page of files, folders or globs, in order, as `dateline code` would write it.

        `kind` says what the files are, where that is not to be found out. Raises NoSuchInput where a path leads nowhere.
        """
        named = [paths] if isinstance(paths, (str, os.PathLike)) else paths
        limits = self._settings.read
        sources = Sources(found=list(inputs([os.fspath(path) for path in named], limits=limits)), limits=limits, kind=kind)
        return self._coded(sources.pages(), today=today, processes=processes)

    def _coded(self, placed: Iterator[Placed], *, today: dt.date | None, processes: int) -> Iterator[Document]:
        day = today or dt.datetime.now(tz=dt.UTC).date()
        if processes == 1:
            work = self._models.on(day)
            return (work(page) for _, page in placed)
        return (document for _, document in spread(placed, self._recipe, today=day, processes=processes))


def load(
    *,
    engine: str = "english",
    lexicon: Path | str | None = None,
    ontology: Path | str | None = None,
    knowledge: Sequence[Path | str] = (),
    settings: Path | str | None = None,
) -> Coder:
    """A coder, ready to work; takes a second or two.

    `engine` is a language engine or `engine:model`, `lexicon` a folder of trigger tables, `ontology` a file, `knowledge` tables of one's
    own, `settings` a settings file; None is what ships. UsageError where one of them is wrong.
    """
    chosen = read_settings(Path(settings) if settings else None)
    recipe = Recipe(
        engine=engine,
        knowledge=tuple(Path(file) for file in knowledge),
        ontology=Path(ontology) if ontology else None,
        lexicon=Path(lexicon) if lexicon else None,
        limits=chosen.extract,
    )
    return Coder(recipe, recipe.models(), chosen)


def _several(texts: Text | Iterable[Text]) -> Iterable[Text]:
    """The texts, of which there may be one alone. A tuple is one text with its day where its second part is a day, or nothing."""
    if isinstance(texts, (str, Mapping, Document, Article)):
        return [texts]
    if isinstance(texts, tuple):
        match texts:
            case (str() as text, (None | dt.date()) as day):
                return [(text, day)]
            case (str() as text, str() as day) if _ISO.match(day):
                return [(text, day)]
    return cast(Iterable[Text], texts)


def _page(text: Text, *, path: str) -> Page | Dropped:
    try:
        return object_page(_row(text), path=path)
    except BadInput as error:
        return Dropped(path=path, stage="read", reason=error.reason, detail=error.detail)


def _row(text: Text) -> dict[str, object]:
    """A text as a line of JSON would have it."""
    if isinstance(text, str):
        return {"text": text}
    if isinstance(text, Article):
        return Document(article=text).to_dict()
    if isinstance(text, Document):
        return text.to_dict()
    held = dict(text) if isinstance(text, Mapping) else {"text": text[0], "published": text[1]}
    return {name: value.isoformat() if isinstance(value, dt.date) else value for name, value in held.items()}
