"""Documents → their claims."""

from collections.abc import Iterable, Iterator

import msgspec

from dateline.coding.code import claims
from dateline.coding.lexicon import Lexicon
from dateline.extract.limits import ExtractLimits
from dateline.ontology import Ontology
from dateline.records import Article, Claim, Document, Dropped
from dateline.run.guard import guarded
from dateline.run.mentions import Reader


def coded(
    documents: Iterable[Document], *, read: Reader, lexicon: Lexicon, ontology: Ontology, limits: ExtractLimits
) -> Iterator[Document]:
    """Each document with its claims, in order; an article in another language than the engine's, or too slow to code, says so."""

    def code(article: Article) -> tuple[Claim, ...]:
        sentences, mentions = read(article)
        return claims(article, sentences, mentions, lexicon=lexicon, ontology=ontology)

    for document in documents:
        if document.article is None:
            yield document
            continue
        found = guarded(document.article, code, stage="coding", seconds=limits.seconds)
        if isinstance(found, Dropped):
            yield msgspec.structs.replace(document, dropped=(*document.dropped, found))
        else:
            yield msgspec.structs.replace(document, claims=found)
