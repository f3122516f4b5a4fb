"""Answers: JSON with an ETag, or 304 where the store has not changed since."""

from collections.abc import Callable
from importlib.metadata import version
from typing import Final

import msgspec
from fastapi import Request
from starlette.responses import Response

from dateline.records import digest
from dateline.store.queries.state import reached
from dateline.store.store import Store

JSON: Final = "application/json"


def reply(request: Request, store: Store, answer: Callable[[], object]) -> Response:
    """The answer as JSON; without asking for it where the client has it already."""
    tag = etag(request, store)
    if is_known(request, tag):
        return unchanged(tag)
    return Response(msgspec.json.encode(answer()), media_type=JSON, headers={"ETag": tag})


def etag(request: Request, store: Store) -> str:
    """What names the answer to this request as long as the store learns nothing: asked for before the answer, so never too new."""
    held = reached(store)
    url = request.url
    whole = digest("e", version("dateline"), store.target, held.articles, held.pages, held.codings, str(held.changed), url.path, url.query)
    return f'W/"{whole}"'


def is_known(request: Request, tag: str) -> bool:
    """Whether the client has the answer with this tag."""
    given = request.headers.get("if-none-match", "")
    return tag.removeprefix("W/") in {one.strip().removeprefix("W/") for one in given.split(",")}


def unchanged(tag: str) -> Response:
    """That what the client has still holds."""
    return Response(status_code=304, headers={"ETag": tag})
