"""What is served, that it lives, and the coding scheme."""

from importlib.metadata import version
from typing import Final

from fastapi import APIRouter, Request
from starlette.responses import Response

from dateline.ontology import Ontology
from dateline.store.queries.paging import MOST
from dateline.store.queries.state import holdings, reached
from dateline.views.http.answers import About, Health, Limits
from dateline.views.http.bench import PAGES
from dateline.views.http.described import answering
from dateline.views.http.guard import BODY_BYTES
from dateline.views.http.replies import JSON, json_bytes, reply, sent
from dateline.views.http.service import Served, Service

router: Final = APIRouter(tags=["about"])
health_router: Final = APIRouter(tags=["about"])


@health_router.get("/healthz", responses=answering(Health))
def health(request: Request, served: Served) -> Response:
    """That the server lives and its store answers."""
    reached(served.store)
    return sent(request, json_bytes(Health(status="ok", version=version("dateline"))), kind=JSON)


@router.get("/openapi.json", include_in_schema=False)
def description(request: Request, served: Served) -> Response:
    """The description of the API (OpenAPI 3.1)."""
    return reply(request, served.store, request.app.openapi)


@router.get("/about", responses=answering(About))
def about(request: Request, served: Served) -> Response:
    """What is served."""
    return reply(request, served.store, lambda: _about(served))


def _about(served: Service) -> About:
    held = holdings(served.store)
    return About(
        version=version("dateline"),
        store=served.name,
        articles=held.articles,
        claims=held.claims,
        first_day=held.first_day,
        last_day=held.last_day,
        makers=held.makers,
        changed=reached(served.store).changed,
        writable=served.access.token is not None,
        needs_token=served.access.guarded,
        limits=Limits(body_bytes=BODY_BYTES, pages=PAGES, items=MOST, seconds=served.store.seconds),
    )


@router.get("/ontology", responses=answering(Ontology))
def ontology(request: Request, served: Served) -> Response:
    """Types, modes, contexts, quad classes and statuses, with what they cover."""
    return reply(request, served.store, lambda: served.ontology)
