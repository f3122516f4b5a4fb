"""Claims and articles over HTTP: lists, and one of them with all that belongs to it."""

from typing import Annotated, Final

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import Response

from dateline.records import Document
from dateline.store.queries.articles import article, articles_page
from dateline.store.queries.claims import Whole, claim, claims_page, count_claims
from dateline.store.queries.kept_pages import kept_pages
from dateline.views.explanation import explanation
from dateline.views.http.answers import Articles, Claims, Number, OneArticle, OneClaim, Section
from dateline.views.http.asked import Asked, Then
from dateline.views.http.asked_of_lists import AskedArticles, AskedClaims
from dateline.views.http.described import answering
from dateline.views.http.problems import Refused
from dateline.views.http.replies import reply
from dateline.views.http.service import Served, Service

router: Final = APIRouter(tags=["claims"])

Id = Annotated[str, Path(min_length=1, max_length=200, pattern=r"^[^\x00/]+$", examples=["c-202ae1b4014603c532ce"])]


@router.get("/claims", responses=answering(Claims))
def list_claims(request: Request, served: Served, asked: Annotated[AskedClaims, Query()]) -> Response:
    """Claims, page by page."""

    def answer() -> Claims:
        page = claims_page(served.store, asked.filters(), order=asked.order, limit=asked.limit, after=asked.after)
        return Claims(items=page.items, following=page.following)

    return reply(request, served.store, answer)


@router.get("/claims/count", responses=answering(Number))
def count(request: Request, served: Served, asked: Annotated[Asked, Query()]) -> Response:
    """How many claims."""
    return reply(request, served.store, lambda: Number(claims=count_claims(served.store, asked.filters())))


@router.get("/claims/{id}", responses=answering(OneClaim))
def one_claim(request: Request, served: Served, id: Id, asked: Annotated[Then, Query()]) -> Response:
    """One claim with its article, its history, its pages, and how it came about."""

    def answer() -> OneClaim:
        found = claim(served.store, id, known_on=asked.moment())
        document = article(served.store, found.article.id, known_on=asked.moment()) if found else None
        if found is None or document is None:
            raise Refused(404, f"no claim {id}{f' as known on {asked.known_on}' if asked.known_on else ''}")
        pages = kept_pages(served.store, found.article.id)
        return OneClaim(
            told=found.told, document=document, history=found.history, pages=pages, explanation=_explained(found, document, served)
        )

    return reply(request, served.store, answer)


def _explained(found: Whole, document: Document, served: Service) -> tuple[Section, ...]:
    """The explanation, without where this machine keeps its tables."""
    told = explanation(found.told.claim, document, found.article, ontology=served.ontology, lexicon=served.lexicon)
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

    def answer() -> OneArticle:
        document = article(served.store, id, known_on=asked.moment())
        if document is None:
            raise Refused(404, f"no article {id}{f' as known on {asked.known_on}' if asked.known_on else ''}")
        return OneArticle(document=document, pages=kept_pages(served.store, id))

    return reply(request, served.store, answer)
