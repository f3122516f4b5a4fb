"""The application: routes, errors, the guard before them, and the description."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Final

import anyio.to_thread
from fastapi import FastAPI

from dateline.views.http.about_routes import health_router
from dateline.views.http.about_routes import router as about
from dateline.views.http.claims_routes import router as claims
from dateline.views.http.code_routes import router as coding
from dateline.views.http.counts_routes import router as counts
from dateline.views.http.described import PROBLEMS, describe
from dateline.views.http.export_routes import router as exports
from dateline.views.http.guard import Guard
from dateline.views.http.page_routes import router as pages
from dateline.views.http.problems import tell_problems
from dateline.views.http.service import Service
from dateline.views.http.workbench import Workbench, shipped

PREFIX: Final = "/api/v1"
_THREADS: Final = 12  # questions at once: as many connections as a store has, less some for writing
_ABOUT: Final = "Conflict reporting as claims that can be checked. Every question takes `known_on`: as the store knew it then."


def application(service: Service, *, workbench: Path | None = None) -> FastAPI:
    """What answers requests. `workbench` is the folder of its files; None: what ships."""
    app = FastAPI(
        title="Dateline",
        version=version("dateline"),
        description=_ABOUT,
        openapi_url=None,  # answered as all else is; and with it go pages that load scripts from elsewhere
        redirect_slashes=False,
        lifespan=_life,
        responses=PROBLEMS,
    )
    app.state.service = service
    for router in (about, claims, pages, counts, exports, coding):
        app.include_router(router, prefix=PREFIX)
    app.include_router(health_router)
    app.add_route("/{path:path}", Workbench(workbench or shipped()).answer, methods=["GET"], include_in_schema=False)
    tell_problems(app)
    describe(app)
    app.add_middleware(Guard, access=service.access)
    return app


@asynccontextmanager
async def _life(app: FastAPI) -> AsyncIterator[None]:
    """From the first request to the last: how many are worked on at once, and the end of those that do not end by themselves."""
    anyio.to_thread.current_default_thread_limiter().total_tokens = _THREADS
    yield
    service: Service = app.state.service
    service.store.end()
    service.desk.close()
