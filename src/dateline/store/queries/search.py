"""Full text: the articles that say something, best first, with the words around it."""

from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import Select, func, literal_column, select

from dateline.errors import UsageError
from dateline.store.queries.conditions import conditions, known
from dateline.store.queries.filters import Filters
from dateline.store.queries.paging import at_most, from_on
from dateline.store.queries.trees import articles_text
from dateline.store.queries.words import Term, matches_file, matches_server, terms, tsquery
from dateline.store.store import Store
from dateline.store.tables import articles, claims

BEGIN: Final = "\u2045"  # ⁅ and ⁆, which no news text has, stand around what was found
END: Final = "\u2046"
_AROUND: Final = 24  # words of a snippet


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An article that was found; in `snippet` what was found stands between BEGIN and END. `claims` are those asked for."""

    article: str
    title: str | None
    outlet: str | None
    published_first: str | None
    snippet: str
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    """Articles, the best first, and how many there are in all."""

    hits: tuple[Hit, ...]
    articles: int


def search(store: Store, filters: Filters, *, limit: int = 20, offset: int = 0) -> Hits:
    """The articles in which `filters.text` is found, and that have a claim of the rest of the filters where these narrow claims at all.

    On SQLite ranked by BM25, the title counting four times; on PostgreSQL by `ts_rank_cd`. `facets` with the same filters counts claims.
    """
    if filters.text is None:
        raise UsageError("need a text to look for")
    asked = terms(filters.text)
    found = _on_server(asked) if store.on_server else _in_file(asked)
    rest = replace(filters, text=None)
    wanted = conditions(rest, on_server=store.on_server)
    found = found.where(known(filters))
    if rest != Filters(known_on=filters.known_on):
        found = found.where(articles.c.no.in_(select(claims.c.article_no).where(wanted)))
    number = select(func.count(claims.c.no)).where(claims.c.article_no == articles.c.no, wanted).scalar_subquery()
    counted = select(func.count()).select_from(found.with_only_columns(articles.c.no).order_by(None).subquery())
    with store.reading() as connection:
        rows = connection.execute(found.add_columns(number.label("claims")).limit(at_most(limit)).offset(from_on(offset))).mappings().all()
        total = connection.execute(counted).scalar_one()
    hits = tuple(
        Hit(
            article=row["id"],
            title=row["title"],
            outlet=row["outlet"],
            published_first=row["published_first"],
            snippet=row["snippet"],
            claims=row["claims"],
        )
        for row in rows
    )
    return Hits(hits=hits, articles=total)


def _in_file(asked: tuple[Term, ...]) -> Select[tuple[str, str | None, str | None, str | None, str]]:
    told = func.snippet(literal_column("articles_text"), 1, BEGIN, END, "…", _AROUND).label("snippet")
    rank = func.bm25(literal_column("articles_text"), 4.0, 1.0)
    columns = (articles.c.id, articles.c.title, articles.c.outlet, articles.c.published_first, told)
    joined = articles_text.join(articles, articles.c.no == articles_text.c.rowid)
    return select(*columns).select_from(joined).where(matches_file(asked)).order_by(rank, articles.c.no)


def _on_server(asked: tuple[Term, ...]) -> Select[tuple[str, str | None, str | None, str | None, str]]:
    options = f"StartSel={BEGIN}, StopSel={END}, MaxWords={_AROUND}, MinWords={_AROUND // 2}, MaxFragments=1, FragmentDelimiter=…"
    told = func.ts_headline("english", articles.c.text, tsquery(asked), options).label("snippet")
    rank = func.ts_rank_cd(literal_column("articles.words"), tsquery(asked))
    columns = (articles.c.id, articles.c.title, articles.c.outlet, articles.c.published_first, told)
    return select(*columns).where(matches_server(asked)).order_by(rank.desc(), articles.c.no)
