"""What people type into a search box → a question to the full text: words, "phrases", -words, beginnings*."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final, NamedTuple

from sqlalchemy import ColumnElement, Select, func, literal, literal_column, select

from dateline.errors import UsageError
from dateline.store.queries.trees import articles_text
from dateline.store.tables import articles

_TERM: Final = re.compile(r'(?P<no>-?)(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
_WORD: Final = re.compile(r"\w+")
_CONFIGURATION: Final[ColumnElement[str]] = literal_column("'english'::regconfig")


class Term(NamedTuple):
    """Words that stand side by side; `beginning`: of the last only the beginning is given; `without`: they must not be there."""

    words: tuple[str, ...]
    without: bool = False
    beginning: bool = False


def terms(text: str) -> tuple[Term, ...]:
    """The terms of a question. UsageError where there is no word that must be there."""
    found = []
    for match in _TERM.finditer(unicodedata.normalize("NFC", text).replace("\0", " ")):  # an accent of its own would part a word
        told = match["word"] or match["phrase"] or ""
        if words := tuple(_WORD.findall(told)):
            found.append(Term(words, without=bool(match["no"]), beginning=match["word"] is not None and told.endswith("*")))
    if all(term.without for term in found):
        raise UsageError(f"need at least one word to look for, got {text!r}")
    return tuple(found)


def found_in(text: str, *, on_server: bool) -> Select[tuple[int]]:
    """The numbers of the articles that have what `text` asks for."""
    asked = terms(text)
    if on_server:
        return select(articles.c.no).where(matches_server(asked))
    return select(articles_text.c.rowid).where(matches_file(asked))


def matches_file(asked: Sequence[Term]) -> ColumnElement[bool]:
    """For SQLite's FTS5: every word between quotation marks, so that nothing is taken for an operator."""
    wanted = " AND ".join(_quoted(term) for term in asked if not term.without)
    unwanted = " OR ".join(_quoted(term) for term in asked if term.without)
    return articles_text.c.articles_text.op("MATCH")(literal(f"({wanted}) NOT ({unwanted})" if unwanted else wanted))


def _quoted(term: Term) -> str:
    return f'"{" ".join(term.words)}"' + "*" * term.beginning


def matches_server(asked: Sequence[Term]) -> ColumnElement[bool]:
    """For PostgreSQL."""
    return literal_column("articles.words").op("@@")(tsquery(asked))


def tsquery(asked: Sequence[Term]) -> ColumnElement[str]:
    """The terms as PostgreSQL asks for them."""
    parts = []
    for term in asked:
        if term.beginning:
            one = func.to_tsquery(_CONFIGURATION, " <-> ".join(term.words) + ":*")
        else:
            one = func.phraseto_tsquery(_CONFIGURATION, " ".join(term.words))
        parts.append(func.tsquery_not(one) if term.without else one)
    whole = parts[0]
    for part in parts[1:]:
        whole = func.tsquery_and(whole, part)
    return whole
