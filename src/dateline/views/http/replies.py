"""Answers: bytes, zipped where the client takes that; JSON with an ETag, or 304 where the store has not changed since."""

import gzip
import re
from collections.abc import Callable, Mapping
from importlib.metadata import version
from typing import Final

import msgspec
from fastapi import Request
from starlette.responses import Response

from dateline.records import digest
from dateline.store.queries.state import reached
from dateline.store.store import Store

JSON: Final = "application/json"
ZIPPED: Final[Mapping[str, str]] = {"Content-Encoding": "gzip"}
LEVEL: Final = 4  # of gzip: a megabyte of claims takes 8 ms, and a seventh of it is left
_SMALLEST: Final = 1000  # bytes: what is smaller goes in one packet as it is
_NEVER: Final = re.compile(r"q=0(\.0*)?")


def reply(request: Request, store: Store, answer: Callable[[], object]) -> Response:
    """The answer as JSON; without asking for it where the client has it already."""
    tag = etag(request, store)
    if is_known(request, tag):
        return unchanged(tag)
    return sent(request, json_bytes(answer()), kind=JSON, headers={"ETag": tag})


def json_bytes(answer: object) -> bytes:
    """The answer as JSON, UTF-8."""
    return msgspec.json.encode(answer)


def sent(request: Request, body: bytes, *, kind: str, headers: Mapping[str, str] | None = None, status: int = 200) -> Response:
    """The bytes as an answer, zipped where the client takes that and it is worth it. To be called where taking a while holds up nobody."""
    told = {**(headers or {}), "Content-Type": kind}
    if len(body) >= _SMALLEST and takes_gzip(request):
        body, told = gzip.compress(body, LEVEL, mtime=0), {**told, **ZIPPED}
    return Response(body, status, told)


def takes_gzip(request: Request) -> bool:
    """Whether the client says that it can unzip (RFC 9110, section 12.5.3)."""
    given = (one.lower().partition(";") for one in ",".join(request.headers.getlist("accept-encoding")).split(","))
    taken = {name.strip(): not _NEVER.fullmatch(quality.replace(" ", "")) for name, _, quality in given}
    return taken.get("gzip", taken.get("*", False))


def etag(request: Request, store: Store) -> str:
    """What names the answer to this request as long as the store learns nothing: asked for before the answer, so never too new.

    It is weak, so that it is the same for the answer zipped and as it is.
    """
    held = reached(store)
    asked = (request.scope["path"], request.scope["query_string"])
    whole = digest("e", version("dateline"), store.target, held.articles, held.pages, held.codings, str(held.changed), *asked)
    return f'W/"{whole}"'


def is_known(request: Request, tag: str) -> bool:
    """Whether the client has the answer with this tag."""
    given = request.headers.get("if-none-match", "")
    return tag.removeprefix("W/") in {one.strip().removeprefix("W/") for one in given.split(",")}


def unchanged(tag: str, headers: Mapping[str, str] | None = None) -> Response:
    """That what the client has still holds; with the headers of the whole answer, as a browser takes these for those it kept."""
    return Response(status_code=304, headers={**(headers or {}), "ETag": tag})
