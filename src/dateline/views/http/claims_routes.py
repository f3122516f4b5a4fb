"""Claims and articles over HTTP: lists, and one of them with all that belongs to it."""

from typing import Annotated, Final

from fastapi import APIRouter, Path, Query, Request
from sqlalchemy.exc import ArgumentError, ProgrammingError
from starlette.responses import Response

from dateline.errors import UsageError
from dateline.records import Claim, Document
from dateline.store.queries.articles import article, articles_page
from dateline.store.queries.claims import claim, claims_page, count_claims
from dateline.store.queries.kept_pages import kept_pages
from dateline.views.explanation import explanation
from dateline.views.http.answers import Articles, Claims, Number, OneArticle, OneClaim, Section
from dateline.views.http.asked import Asked, Then
from dateline.views.http.asked_of_lists import AskedArticles, AskedClaims
from dateline.views.http.described import answering
from dateline.views.http.problems import Refused
from dateline.views.http.replies import reply
from dateline.views.http.service import Served, Service
from dateline.views.http.whereabouts import page_without_folder, without_folders

router: Final = APIRouter(tags=["claims"])

Id = Annotated[str, Path(min_length=1, max_length=200, pattern=r"^[^\x00/]+$")]


@router.get("/claims", responses=answering(Claims))
def list_claims(request: Request, served: Served, asked: Annotated[AskedClaims, Query()]) -> Response:
    """Claims, page by page."""
    return reply(request, served.store, lambda: _claims(served, asked))


def _claims(served: Service, asked: AskedClaims) -> Claims:
    try:
        page = claims_page(served.store, asked.filters(), order=asked.order, limit=asked.limit, after=asked.after)
    except (ArgumentError, ProgrammingError, UnicodeEncodeError) as error:
        if asked.after is None:
            raise
        raise UsageError(f"need a cursor that an answer gave, got {asked.after!r}") from error  # its values cannot be compared
    return Claims(items=page.items, following=page.following)


@router.get("/claims/count", responses=answering(Number))
def count(request: Request, served: Served, asked: Annotated[Asked, Query()]) -> Response:
    """How many claims."""
    return reply(request, served.store, lambda: Number(claims=count_claims(served.store, asked.filters())))


@router.get("/claims/{id}", responses=answering(OneClaim))
def one_claim(request: Request, served: Served, id: Id, asked: Annotated[Then, Query()]) -> Response:
    """One claim with its article, its history, its pages, and how it came about."""

    def answer() -> OneClaim:
        found = claim(served.store, id, known_on=asked.moment())
        if found is None:
            raise _none("claim", id, asked)
        whole = _article(found.article.id, served, asked)
        return OneClaim(
            told=found.told,
            document=whole.document,
            history=found.history,
            pages=whole.pages,
            explanation=_explained(found.told.claim, whole.document, served),
        )

    return reply(request, served.store, answer)


def _explained(claim: Claim, document: Document, served: Service) -> tuple[Section, ...]:
    """The explanation, without where this machine keeps its tables."""
    if document.article is None:
        return ()
    told = explanation(claim, document, document.article, ontology=served.ontology, lexicon=served.lexicon)
    folder = f"{served.lexicon}/"
    return tuple(Section(heading=heading, lines=tuple(line.replace(folder, "") for line in lines)) for heading, lines in told)


@router.get("/articles", responses=answering(Articles))
def list_articles(request: Request, served: Served, asked: Annotated[AskedArticles, Query()]) -> Response:
    """Articles with claims that are asked for, page by page, the last added first."""

    def answer() -> Articles:
        page = articles_page(served.store, asked.filters(), limit=asked.limit, after=asked.after)
        return Articles(items=page.items, following=page.following)

    return reply(request, served.store, answer)


@router.get("/articles/{id}", responses=answering(OneArticle))
def one_article(request: Request, served: Served, id: Id, asked: Annotated[Then, Query()]) -> Response:
    """One article with all that was coded from it."""
    return reply(request, served.store, lambda: _article(id, served, asked))


def _article(id: str, served: Service, asked: Then) -> OneArticle:
    document = article(served.store, id, known_on=asked.moment())
    if document is None:
        raise _none("article", id, asked)
    pages = kept_pages(served.store, id, known_on=asked.moment())
    return OneArticle(document=without_folders(document), pages=tuple(map(page_without_folder, pages)))


def _none(what: str, id: str, asked: Then) -> Refused:
    return Refused(404, f"no {what} {id}{f' as known on {asked.known_on}' if asked.known_on else ''}")
