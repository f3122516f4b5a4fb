"""A text or a file coded at once, and kept where the token allows it."""

import datetime as dt
from typing import Annotated, Final, Literal

import msgspec
from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from dateline.errors import BadInput
from dateline.read.jsonl import object_page
from dateline.records import Page
from dateline.store.writer import Writer
from dateline.views.http.answers import Coded, Kept, Pasted
from dateline.views.http.asked import Day, Name, the_day
from dateline.views.http.bench import Order, Outcome
from dateline.views.http.described import answering
from dateline.views.http.examples import PASTED
from dateline.views.http.problems import Fault, Refused, problem
from dateline.views.http.replies import JSON
from dateline.views.http.service import Served, Service

router: Final = APIRouter(tags=["coding"])

Kind = Literal["text", "html", "warc", "feed", "newsml", "nitf", "ninjs", "jsonl", "csv"]

_BYTES: Final = "application/octet-stream"
_BODY: Final = {
    "requestBody": {
        "required": True,
        "content": {
            JSON: {"schema": {"$ref": "#/components/schemas/Pasted"}, "example": PASTED},
            _BYTES: {"schema": {"type": "string", "format": "binary"}},
        },
    }
}


class AskedCoding(BaseModel):
    """How to code."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    today: Annotated[Day | None, Field(description="The latest day of publication that is possible; default: today.")] = None
    kind: Annotated[Kind | None, Field(description="What a file is; default: found out.")] = None
    name: Annotated[Name | None, Field(description="What a file is called, which helps to find out what it is.")] = None


@router.post("/code", responses=answering(Coded), openapi_extra=_BODY)
async def code(request: Request, served: Served, asked: Annotated[AskedCoding, Query()]) -> Response:
    """Codes a text or a file at once; nothing is stored."""
    order = await _order(request, asked)
    if isinstance(order, Response):
        return order
    coded = await run_in_threadpool(served.desk.code, order)
    return Response(msgspec.json.encode(Coded(documents=tuple(one.document for one in coded))), media_type=JSON)


@router.post("/articles", status_code=201, responses=answering(Kept, status=201), openapi_extra={**_BODY, "security": [{"token": []}]})
async def add(request: Request, served: Served, asked: Annotated[AskedCoding, Query()]) -> Response:
    """Codes a text or a file and keeps it; needs the token."""
    order = await _order(request, asked)
    if isinstance(order, Response):
        return order
    coded = await run_in_threadpool(served.desk.code, order)
    kept = await run_in_threadpool(_keep, served, coded)
    return Response(msgspec.json.encode(kept), status_code=201, media_type=JSON)


def _keep(served: Service, coded: Outcome) -> Kept:
    written = Writer(served.store, maker=served.maker).write(coded)
    return Kept(
        documents=tuple(one.document for one in coded),
        articles=written.articles,
        claims=written.claims,
        superseded=written.superseded,
        unchanged=written.unchanged,
    )


async def _order(request: Request, asked: AskedCoding) -> Order | Response:
    """The order, or why the body is none."""
    today = the_day(asked.today) if asked.today else dt.datetime.now(tz=dt.UTC).date()
    body, given = await request.body(), request.headers.get("content-type", "").split(";")[0].strip().lower()
    if given == _BYTES:
        return Order(today=today, file=body, kind=asked.kind, name=asked.name or "")
    if given != JSON:
        raise Refused(415, f"need a body of {JSON} or {_BYTES}")
    try:
        return Order(today=today, page=_page(msgspec.json.decode(body, type=Pasted)))
    except (msgspec.DecodeError, UnicodeDecodeError, BadInput) as error:
        return problem(422, "the body breaks its form", errors=[Fault(at="body", detail=str(error))])


def _page(pasted: Pasted) -> Page:
    given = {name: value for name, value in pasted.to_dict().items() if value is not None}
    return object_page(given, path="pasted")
