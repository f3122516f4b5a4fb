"""Codes the articles of a store anew, as if a month had passed.

    python code_anew.py STORE

Protests then lie on other days, and all claims are surer.
"""

import datetime as dt
import sys

import msgspec

from dateline.records import Claim, Document, When
from dateline.store.queries.articles import article, articles_page
from dateline.store.store import Store
from dateline.store.writer import Coded, Writer

LATER = dt.datetime.now(tz=dt.UTC) + dt.timedelta(days=30)


def main(target: str) -> None:
    """Adds the later codings to the store."""
    with Store.open(target, clock=lambda: LATER) as store:
        found = [article(store, line.id) for line in articles_page(store, limit=1000).items]
        Writer(store, maker="a later coder").write([Coded(anew(document)) for document in found if document])
        store.settle()


def anew(document: Document) -> Document:
    """The document as a later coder reads it."""
    return msgspec.structs.replace(document, claims=tuple(surer(claim) for claim in document.claims))


def surer(claim: Claim) -> Claim:
    """The claim as a later coder reads it."""
    if claim.type != "PROTEST":
        return msgspec.structs.replace(claim, confidence=0.99)
    return msgspec.structs.replace(claim, confidence=0.99, when=When(first=dt.date(2024, 1, 1), last=dt.date(2024, 1, 2), basis="stated"))


if __name__ == "__main__":
    main(sys.argv[1])
