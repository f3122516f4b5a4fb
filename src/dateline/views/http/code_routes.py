"""A text or a file coded at once, and kept where the token allows it."""

import datetime as dt
from typing import Annotated, Final, Literal

import msgspec
from fastapi import APIRouter, Depends, Query, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from dateline.errors import BadInput
from dateline.read.jsonl import object_page
from dateline.records import Page
from dateline.store.writer import Writer
from dateline.views.http.answers import Coded, Kept, Pasted
from dateline.views.http.asked import Day, Name, the_day
from dateline.views.http.bench import Order
from dateline.views.http.described import answering
from dateline.views.http.problems import Fault, Refused
from dateline.views.http.replies import JSON, json_bytes, sent
from dateline.views.http.service import Served

router: Final = APIRouter(tags=["coding"])

Kind = Literal["text", "html", "warc", "feed", "newsml", "nitf", "ninjs", "jsonl", "csv"]

_BYTES: Final = "application/octet-stream"
_BODY: Final = {
    "requestBody": {
        "required": True,
        "content": {
            JSON: {"schema": {"$ref": "#/components/schemas/Pasted"}},
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


async def _body(request: Request) -> bytes:
    return await request.body()


Body = Annotated[bytes, Depends(_body)]


@router.post("/code", responses=answering(Coded), openapi_extra=_BODY)
def code(request: Request, served: Served, asked: Annotated[AskedCoding, Query()], body: Body) -> Response:
    """Codes a text or a file at once; nothing is stored."""
    coded = served.desk.code(_order(request, asked, body))
    return sent(request, json_bytes(Coded(documents=tuple(one.document for one in coded))), kind=JSON)


@router.post("/articles", status_code=201, responses=answering(Kept, status=201), openapi_extra={**_BODY, "security": [{"token": []}]})
def add(request: Request, served: Served, asked: Annotated[AskedCoding, Query()], body: Body) -> Response:
    """Codes a text or a file and keeps it; needs the token."""
    if not served.access.allows(request.headers.get("authorization", "")):  # the guard has looked; writing is worth a second look
        raise Refused(401, "need the token")
    coded = served.desk.code(_order(request, asked, body))
    written = Writer(served.store, maker=served.maker).write(coded)
    kept = Kept(
        documents=tuple(one.document for one in coded),
        articles=written.articles,
        claims=written.claims,
        superseded=written.superseded,
        unchanged=written.unchanged,
    )
    return sent(request, json_bytes(kept), kind=JSON, status=201)


def _order(request: Request, asked: AskedCoding, body: bytes) -> Order:
    """What is to be coded. Refused where the body is of no kind that can be, or breaks its form."""
    today = the_day(asked.today) if asked.today else dt.datetime.now(tz=dt.UTC).date()
    given = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if given == _BYTES:
        return Order(today=today, file=body, kind=asked.kind, name=asked.name or "")
    if given != JSON:
        raise Refused(415, f"need a body of {JSON} or {_BYTES}")
    try:
        return Order(today=today, page=_page(msgspec.json.decode(body, type=Pasted)))
    except (msgspec.DecodeError, UnicodeDecodeError, BadInput) as error:
        raise Refused(422, "the body breaks its form", errors=[Fault(at="body", detail=str(error))]) from error


def _page(pasted: Pasted) -> Page:
    given = {name: value for name, value in pasted.to_dict().items() if value is not None}
    return object_page(given, path="pasted")
