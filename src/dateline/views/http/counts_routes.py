"""Counts over HTTP: who, where, when, how often, and full text."""

from collections.abc import Sized
from typing import Annotated, Final

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from dateline.store.queries.actors import actors
from dateline.store.queries.cells import cells
from dateline.store.queries.facets import Facet, facet, facets
from dateline.store.queries.network import network
from dateline.store.queries.places import places_of
from dateline.store.queries.search import Hits, search
from dateline.store.queries.series import series
from dateline.views.http.answers import Actors, Counts, Facets, Map, Network, Places, Series
from dateline.views.http.asked_of_lists import AskedCells, AskedFacets, AskedNames, AskedNetwork, AskedSeries, AskedWords
from dateline.views.http.described import answering
from dateline.views.http.replies import reply
from dateline.views.http.service import Served

router: Final = APIRouter(tags=["counts"])


@router.get("/actors", responses=answering(Actors))
def list_actors(request: Request, served: Served, asked: Annotated[AskedNames, Query()]) -> Response:
    """Who acts and who is acted upon, the most frequent first."""

    def answer() -> Actors:
        found = actors(served.store, asked.filters(), named=asked.named, limit=asked.limit, offset=asked.offset)
        return Actors(items=found, following=_following(found, asked))

    return reply(request, served.store, answer)


@router.get("/places", responses=answering(Places))
def list_places(request: Request, served: Served, asked: Annotated[AskedNames, Query()]) -> Response:
    """Where it happened, the places with the most claims first."""

    def answer() -> Places:
        found = places_of(served.store, asked.filters(), named=asked.named, limit=asked.limit, offset=asked.offset)
        return Places(items=found, following=_following(found, asked))

    return reply(request, served.store, answer)


@router.get("/search", responses=answering(Hits))
def find(request: Request, served: Served, asked: Annotated[AskedWords, Query()]) -> Response:
    """Articles that say `q`, the best first."""
    return reply(request, served.store, lambda: search(served.store, asked.filters(), limit=asked.limit, offset=asked.offset))


@router.get("/facets", responses=answering(Facets))
def all_facets(request: Request, served: Served, asked: Annotated[AskedFacets, Query()]) -> Response:
    """Counts by every facet."""
    return reply(request, served.store, lambda: Facets(facets=dict(facets(served.store, asked.filters(), limit=asked.limit))))


@router.get("/facets/{name}", responses=answering(Counts))
def one_facet(request: Request, served: Served, name: Facet, asked: Annotated[AskedFacets, Query()]) -> Response:
    """Counts by one facet."""
    return reply(request, served.store, lambda: Counts(items=facet(served.store, name, asked.filters(), limit=asked.limit)))


@router.get("/series", responses=answering(Series))
def time_series(request: Request, served: Served, asked: Annotated[AskedSeries, Query()]) -> Response:
    """A time series; steps without claims have no point."""
    return reply(request, served.store, lambda: Series(points=series(served.store, asked.filters(), step=asked.step, split=asked.split)))


@router.get("/cells", responses=answering(Map))
def map_cells(request: Request, served: Served, asked: Annotated[AskedCells, Query()]) -> Response:
    """A map: counts in cells that get finer with the zoom, the fullest first."""
    return reply(request, served.store, lambda: Map(cells=cells(served.store, asked.filters(), zoom=asked.zoom, limit=asked.limit)))


@router.get("/network", responses=answering(Network))
def edges(request: Request, served: Served, asked: Annotated[AskedNetwork, Query()]) -> Response:
    """Who acts on whom, the heaviest edges first."""

    def answer() -> Network:
        found = network(served.store, asked.filters(), level=asked.level, limit=asked.limit, offset=asked.offset)
        return Network(edges=found, following=_following(found, asked))

    return reply(request, served.store, answer)


def _following(found: Sized, asked: AskedNames | AskedNetwork) -> int | None:
    """The offset of the next page; None behind a page that is not full."""
    return asked.offset + asked.limit if len(found) == asked.limit else None
