"""The server that carries an application: HTTP/1.1 alone, each connection bounded, nothing said about itself."""

from typing import Final

import uvicorn
from fastapi import FastAPI

from dateline.views.http.connections import BoundedConnection

_BACKLOG: Final = 64  # connections taken at once, before those that are gone again are let go: well below what may be open
_PAUSE: Final = 5  # seconds between two requests of a connection
_LAST: Final = 5  # seconds in which requests in hand are finished when the server ends


def server(app: FastAPI, *, connection: type[BoundedConnection] = BoundedConnection) -> uvicorn.Server:
    """A server, to be run on sockets."""
    config = uvicorn.Config(
        app,
        http=connection,
        ws="none",
        backlog=_BACKLOG,
        log_level="error",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_keep_alive=_PAUSE,
        timeout_graceful_shutdown=_LAST,
    )
    return uvicorn.Server(config)
