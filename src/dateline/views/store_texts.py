"""A claim or an article of a store as a text for people."""

from collections.abc import Iterator, Sequence

from dateline.records import Article, Document
from dateline.store.queries.claims import Told, Whole
from dateline.views.claim_table import claim_cells

_ROWS = ("when", "type", "who", "to whom", "where", "trigger", "on whose word")


def claim_text(whole: Whole) -> str:
    """What is claimed, its sentence, its article, and its history."""
    claim, told = whole.told.claim, whole.told
    rows = [("claim", claim.id), *zip(_ROWS, claim_cells(claim), strict=True), ("confidence", f"{claim.confidence:.2f}")]
    rows += [("sentence", " ".join(claim.sentence.within(whole.article.text).split()))]
    rows += [("why", reason) for reason in claim.why]
    rows += [("article", f"{told.article.id}  {told.article.title or ''}"), *_published(whole.article)]
    return "\n".join([*_aligned(rows), *_history(whole.history)])


def article_text(document: Document, *, pages: int) -> str:
    """What an article says, and what was coded from it."""
    article = document.article
    if article is None:
        return ""
    rows = [("article", article.id), ("title", article.title or "–"), *_published(article), ("pages kept", str(pages))]
    claims = [f"{claim.id}  {'  '.join(claim_cells(claim)[:5])}" for claim in document.claims]
    return "\n".join([*_aligned(rows), "", article.body.within(article.text), "", *claims])


def _published(article: Article) -> list[tuple[str, str]]:
    day = article.published
    return [("outlet", article.outlet or "–"), ("published", f"{day.last or '?'} ({day.basis})"), ("url", article.url or "–")]


def _aligned(rows: Sequence[tuple[str, str]]) -> Iterator[str]:
    return (f"{name:14} {value}" for name, value in rows)


def _history(history: Sequence[Told]) -> Iterator[str]:
    for told in history:
        until = f"until {told.until:%Y-%m-%d %H:%M}" if told.until else "holds now"
        yield f"{'coded':14} {told.since:%Y-%m-%d %H:%M} by {told.maker}, {until}"
