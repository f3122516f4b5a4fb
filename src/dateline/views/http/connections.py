"""Connections: how many there may be, and how long each may keep the server waiting."""

import asyncio
from collections.abc import Callable
from http import HTTPStatus
from typing import Final

import h11
from starlette.responses import Response
from uvicorn.protocols.http.h11_impl import H11Protocol

from dateline.views.http.headers import DATA
from dateline.views.http.problems import LATER, problem

CONNECTIONS: Final = 200
HEADERS_SECONDS: Final = 10.0  # from the connection, or from the first byte of a further request, until all of its headers are there
READING_SECONDS: Final = 20.0  # in which a client has to take in some of the answer that waits for it


class BoundedConnection(H11Protocol):
    """A connection that ends where its client is too slow with its headers, or with taking in an answer.

    Bodies have their bound in the guard, and pauses between two requests in uvicorn.
    """

    headers_seconds = HEADERS_SECONDS
    reading_seconds = READING_SECONDS
    connections_at_once = CONNECTIONS

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        """A client has connected: refused where there are too many."""
        super().connection_made(transport)
        self._headers, self._reading = _Timer(self.loop), _Timer(self.loop)
        if len(self.connections) > self.connections_at_once:
            self._end(problem(503, "too many connections are open", headers=LATER))
        else:
            self._watch_headers()

    def connection_lost(self, exc: Exception | None) -> None:
        """The client is gone, or was sent away."""
        self._headers.stop()
        self._reading.stop()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Something came; no byte gives more time, only a whole request does."""
        if not self.transport.is_closing():
            super().data_received(data)
            self._watch_headers()

    def on_response_complete(self) -> None:
        """An answer is on its way: what closes the connection behind it must not wait for a client that never takes it in."""
        super().on_response_complete()
        if self.transport.is_closing():
            self._watch_reading()

    def timeout_keep_alive_handler(self) -> None:
        """Nothing came after the last answer."""
        super().timeout_keep_alive_handler()
        self._watch_reading()

    def pause_writing(self) -> None:
        """The client takes in less than it is sent."""
        super().pause_writing()
        self._watch_reading()

    def resume_writing(self) -> None:
        """It has caught up, but for what is left where the connection closes behind it."""
        super().resume_writing()
        self._reading.stop()
        if self.transport.is_closing():
            self._watch_reading()

    def send_400_response(self, msg: str) -> None:
        """What came is no HTTP."""
        self._end(problem(400, msg))

    def _watch_headers(self) -> None:
        if self.cycle is not None and not self.cycle.response_complete:
            self._headers.stop()
        else:
            self._headers.start(self.headers_seconds, self._headers_late)

    def _headers_late(self) -> None:
        began, _ = self.conn.trailing_data
        self._end(problem(408, f"the headers took more than {self.headers_seconds:g} seconds") if began else None)

    def _watch_reading(self) -> None:
        self._reading.start(self.reading_seconds, self.transport.abort)

    def _end(self, told: Response | None) -> None:
        """Ends the connection, with an answer where no other is in hand."""
        if self.cycle is not None:
            self.cycle.disconnected = True  # whoever is at work on an answer need not send it
            self.cycle.message_event.set()
        if told is not None and self.conn.our_state is h11.IDLE:
            headers = [*told.raw_headers, *((name.encode(), value.encode()) for name, value in DATA.items()), (b"connection", b"close")]
            answer = h11.Response(status_code=told.status_code, headers=headers, reason=HTTPStatus(told.status_code).phrase.encode())
            for event in (answer, h11.Data(data=bytes(told.body)), h11.EndOfMessage()):
                self.transport.write(self.conn.send(event) or b"")
        self.transport.close()
        self._watch_reading()


class _Timer:
    """Something that happens later, unless it is stopped. Started again while it runs, it keeps its time."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._due: asyncio.TimerHandle | None = None

    def start(self, seconds: float, then: Callable[[], None]) -> None:
        if self._due is None:
            self._due = self._loop.call_later(seconds, then)

    def stop(self) -> None:
        if self._due is not None:
            self._due.cancel()
            self._due = None
