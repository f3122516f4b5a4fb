"""What a coder is made of, and the work it does on a page."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

import msgspec

from dateline.coding.code import MAKER as CODER
from dateline.coding.judge import Judge, judge
from dateline.coding.lexicon import SHIPPED, Lexicon
from dateline.coding.lexicon import load as load_lexicon
from dateline.extract.article import MAKER as EXTRACTOR
from dateline.extract.limits import ExtractLimits
from dateline.knowledge.library import knowledge
from dateline.language import engine
from dateline.ontology import Ontology, plover
from dateline.ontology import load as load_ontology
from dateline.records import Document, Dropped, Page, digest
from dateline.run.coding import coded
from dateline.run.documents import document
from dateline.run.mentions import Reader

Work = Callable[[Page | Dropped], Document]


@dataclass(frozen=True, slots=True)
class Models:
    """What is loaded once, and codes any number of pages."""

    read: Reader
    lexicon: Lexicon
    ontology: Ontology
    limits: ExtractLimits
    judge: Judge

    def on(self, today: dt.date) -> Work:
        """A page → its coded document, where nothing can have been published after `today`."""

        def work(page: Page | Dropped) -> Document:
            read = document(page, limits=self.limits, today=today)
            return next(coded([read], read=self.read, lexicon=self.lexicon, ontology=self.ontology, limits=self.limits, judge=self.judge))

        return work


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """All that decides how a page is coded, as names, files and numbers: small enough to be sent to another process.

    `knowledge` are a user's own tables, `ontology` a file, `lexicon` a folder of trigger tables; None is what ships.
    """

    engine: str = "english"
    knowledge: tuple[Path, ...] = ()
    ontology: Path | None = None
    lexicon: Path | None = None
    limits: ExtractLimits = field(default_factory=ExtractLimits)

    def models(self) -> Models:
        """Loads them, which takes a second or two; UsageError where one of the files is wrong."""
        ontology = load_ontology(self.ontology) if self.ontology else plover()
        lexicon = Lexicon(load_lexicon(self.lexicon or SHIPPED, ontology))
        return Models(Reader(engine(self.engine), knowledge(self.knowledge)), lexicon, ontology, self.limits, judge())

    def digest(self) -> str:
        """The same for the same version, options and contents of files: what it codes is then the same."""
        files = [
            *self.knowledge,
            *([self.ontology] if self.ontology else []),
            *(sorted(self.lexicon.glob("*.csv")) if self.lexicon else []),
        ]
        held = [part for file in files for part in (file.name, file.read_bytes())]
        return digest("r", version("dateline"), EXTRACTOR, CODER, self.engine, msgspec.json.encode(self.limits), *held)
