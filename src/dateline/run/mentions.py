"""Documents → their articles with what each mentions."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import msgspec

from dateline.extract.limits import ExtractLimits
from dateline.knowledge.library import Knowledge
from dateline.language import Analysis, Engine
from dateline.language.capitals import in_capitals, recased, spellings
from dateline.language.phrases import Phrases
from dateline.mentions.read import mentions
from dateline.mentions.times import clock_phrases
from dateline.mentions.written import as_written
from dateline.records import Article, Document, Dropped, Mentioned, Mentions, Sentence, WordVectors
from dateline.run.guard import guarded


@dataclass(frozen=True, slots=True)
class Reader:
    """The language engine, told which clock phrases to leave whole, with the tables that resolve mentions."""

    engine: Engine
    knowledge: Knowledge

    def __call__(self, article: Article) -> tuple[Sequence[Sentence], Mentions]:
        """The sentences of an article and what they mention."""
        sentences, found, _ = self.with_vectors(article)
        return sentences, found

    def with_vectors(self, article: Article) -> tuple[Sequence[Sentence], Mentions, WordVectors]:
        """The same, with the vectors of words that a model of coding goes on from; copy in capitals is read as if it were running text."""
        analysis = self._read(article.text)
        if not in_capitals(article.text):
            return analysis.sentences, mentions(article, analysis.sentences, self.knowledge), analysis.vectors
        text = recased(article.text, analysis.sentences, spellings())
        analysis = self._read(text)
        found = mentions(msgspec.structs.replace(article, text=text), analysis.sentences, self.knowledge)
        return analysis.sentences, as_written(found, article.text), analysis.vectors

    def _read(self, text: str) -> Analysis:
        return self.engine.read(text, unbroken=Phrases(clock_phrases()))


def mentioned(documents: Iterable[Document], *, read: Reader, limits: ExtractLimits) -> Iterator[Mentioned]:
    """One record for each document, in order; an article in another language than the engine's, or too slow to read, says so."""
    for document in documents:
        if document.article is None:
            yield Mentioned(article=None, dropped=document.dropped)
            continue
        found = guarded(document.article, lambda article: read(article)[1], stage="mentions", seconds=limits.seconds)
        dropped = (*document.dropped, found) if isinstance(found, Dropped) else document.dropped
        yield Mentioned(article=document.article, mentions=None if isinstance(found, Dropped) else found, dropped=dropped)
