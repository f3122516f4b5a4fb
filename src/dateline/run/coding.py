"""Documents → what is coded from them."""

from collections.abc import Iterable, Iterator

import msgspec

from dateline.coding.code import Coding, coding
from dateline.coding.judge import Judge
from dateline.coding.lexicon import Lexicon
from dateline.extract.limits import ExtractLimits
from dateline.ontology import Ontology
from dateline.records import Article, Document, Dropped
from dateline.run.guard import guarded
from dateline.run.mentions import Reader


def coded(
    documents: Iterable[Document],
    *,
    read: Reader,
    lexicon: Lexicon,
    ontology: Ontology,
    limits: ExtractLimits,
    judge: Judge | None = None,
) -> Iterator[Document]:
    """Each document with its claims, quotes, silences and relations, in order; by the rules alone without a `judge`.

    An article in another language than the engine's, or too slow to code, says so.
    """

    def code(article: Article) -> Coding:
        sentences, mentions, vectors = read.with_vectors(article)
        return coding(article, sentences, mentions, lexicon=lexicon, ontology=ontology, judge=judge, vectors=vectors)

    for document in documents:
        if document.article is None:
            yield document
            continue
        found = guarded(document.article, code, stage="coding", seconds=limits.seconds)
        if isinstance(found, Dropped):
            yield msgspec.structs.replace(document, dropped=(*document.dropped, found))
        else:
            held = {"claims": found.claims, "quotes": found.quotes, "silences": found.silences, "relations": found.relations}
            yield msgspec.structs.replace(document, **held)
