"""What stands before every request: the host, the token, the size and the pace of the body, and how many are in hand."""

import asyncio
from collections import Counter
from collections.abc import Mapping
from http import HTTPStatus
from types import MappingProxyType
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dateline.views.http.access import Access
from dateline.views.http.headers import DATA
from dateline.views.http.problems import LATER, problem

BODY_BYTES: Final = 5_000_000
_SECONDS: Final = 20.0  # in which a body has to arrive
_WHOLE_SECONDS: Final = 600.0  # in which a request has to be done with, to the last byte that a slow client takes in
EXPORTS: Final = 4  # at once, each until its last byte is sent
_IN_HAND: Final[Mapping[str, int]] = MappingProxyType({"/api/v1/exports/": EXPORTS, "": 64})
"""How many requests at once, by what their paths begin with."""
_API: Final = "/api/"
_READING: Final = ("GET", "HEAD")
_KEEPING: Final = "/api/v1/articles"


class Guard:
    """Lets a request through, or answers it with a problem."""

    def __init__(self, app: ASGIApp, *, access: Access) -> None:
        self._app, self._access = app, access
        self._in_hand = Counter[str]()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        told = _dressed(send)
        refusal = self._refusal(scope)
        if refusal is not None:
            await refusal(scope, receive, told)
            return
        kinds = _kinds(scope)
        self._in_hand.update(kinds)
        try:
            async with asyncio.timeout(_WHOLE_SECONDS):
                await self._through(scope, receive, told)
        finally:
            self._in_hand.subtract(kinds)

    async def _through(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] in _READING:
            await self._app({**scope, "method": "GET"}, receive, send)  # the server leaves out the body that HEAD does not want
            return
        try:
            async with asyncio.timeout(_SECONDS):
                body = await _body(receive)
        except TimeoutError:
            await problem(408, f"the body took more than {_SECONDS:g} seconds")(scope, receive, send)
            return
        except ClientDisconnect:  # what came of the body is not what was meant, and nobody waits for an answer
            return
        if body is None:
            await _too_large()(scope, receive, send)
        else:
            await self._app(scope, _again(body, receive), send)

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        return self._misled(headers) or self._unallowed(scope, headers) or self._too_much(scope, headers)

    def _misled(self, headers: Headers) -> Response | None:
        if len(headers.getlist("host")) != 1 or not self._access.knows(headers["host"]):
            return problem(421, "this server does not answer for that host; --allow-host names others")
        if "content-length" in headers and "transfer-encoding" in headers:  # a proxy may see the body end elsewhere than we do
            return problem(400, "need a length or chunks, got both", headers={"Connection": "close"})
        return None

    def _unallowed(self, scope: Scope, headers: Headers) -> Response | None:
        path, method = scope["path"], scope["method"]
        if method not in _READING and _from_elsewhere(headers):
            return problem(403, "the request comes from a page of another site")
        return self._without_token(headers, writes=method == "POST" and path == _KEEPING) if path.startswith(_API) else None

    def _too_much(self, scope: Scope, headers: Headers) -> Response | None:
        if headers.get("content-length", "0").isdecimal() and int(headers.get("content-length", "0")[:18]) > BODY_BYTES:
            return _too_large()
        if any(self._in_hand[kind] >= _IN_HAND[kind] for kind in _kinds(scope)):
            return problem(503, "too many requests of this kind are in hand", headers=LATER)
        return None

    def _without_token(self, headers: Headers, *, writes: bool) -> Response | None:
        if writes and self._access.token is None:
            return problem(403, "this server only reads: it was started without a --token")
        if (writes or self._access.guarded) and not self._access.allows(headers.get("authorization", "")):
            return problem(401, "need the header Authorization: Bearer TOKEN", headers={"WWW-Authenticate": "Bearer"})
        return None


def _kinds(scope: Scope) -> list[str]:
    return [begin for begin in _IN_HAND if scope["path"].startswith(begin)]


def _from_elsewhere(headers: Headers) -> bool:
    """Whether a browser says that another site's page sends this."""
    origin = headers.get("origin")
    return headers.get("sec-fetch-site", "none") not in {"none", "same-origin"} or (
        origin is not None and origin.partition("://")[2].lower() != headers["host"].lower()
    )


def _too_large() -> Response:
    return problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"need a body of at most {BODY_BYTES:,} bytes")


async def _body(receive: Receive) -> bytes | None:
    """The whole body; None where it is too large. ClientDisconnect where the client is gone before its end."""
    held = bytearray()
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        held += message.get("body", b"")
        if len(held) > BODY_BYTES:
            return None
        if not message.get("more_body", False):
            return bytes(held)


def _again(body: bytes, receive: Receive) -> Receive:
    """The body once, then what comes after it."""
    given = iter([body])

    async def receive_again() -> Message:
        for one in given:
            return {"type": "http.request", "body": one, "more_body": False}
        return await receive()

    return receive_again


def _dressed(send: Send) -> Send:
    """Every answer has the headers of data, unless it brings others."""

    async def dressed(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in DATA.items():
                headers.setdefault(name, value)
        await send(message)

    return dressed
