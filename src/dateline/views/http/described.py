"""The OpenAPI description: parameters from the query records, answers from the types that are answered."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, Final

import msgspec
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from dateline.ontology import Ontology
from dateline.store.queries.search import Hits
from dateline.views.http import answers
from dateline.views.http.examples import examples
from dateline.views.http.problems import MEDIA_TYPE, Problem
from dateline.views.http.replies import JSON

_REF: Final = "#/components/schemas/{name}"
_TYPES: Final = (
    *(answers.Health, answers.About, answers.Claims, answers.Articles, answers.Number, answers.OneClaim, answers.OneArticle),
    *(answers.Actors, answers.Places, answers.Facets, answers.Counts, answers.Series, answers.Map, answers.Network),
    *(answers.Formats, answers.Coded, answers.Kept, Ontology, answers.Pasted, Hits, Problem),
)
_PROBLEMS: Final = {
    400: ("What was asked for makes no sense together", "need first <= last, got 2024-05-02 > 2024-05-01"),
    401: ("The token is missing or wrong", "need the header Authorization: Bearer TOKEN"),
    403: (
        "Writing where none is possible, or a request from another site's page",
        "this server only reads: it was started without a --token",
    ),
    404: ("No such thing", "no claim c-00000000000000000000"),
    408: ("The body came too slowly", "the body took more than 20 seconds"),
    413: ("The body is too large", "need a body of at most 5,000,000 bytes"),
    415: ("A body of another type", "need a body of application/json or application/octet-stream"),
    421: ("Not this server's host", "this server does not answer for that host; --allow-host names others"),
    422: ("A parameter or the body breaks its form", "the request breaks its form"),
    503: ("Too slow, too many in hand, or the store is away", "too many requests of this kind are in hand"),
    507: ("A disk of the server is full", "a disk of the server is full"),
}

Responses = dict[int | str, dict[str, Any]]


def _problem(status: int, description: str, detail: str) -> dict[str, object]:
    example = Problem(title=HTTPStatus(status).phrase, status=status, detail=detail).to_dict()
    return {"description": description, "content": {MEDIA_TYPE: {"schema": {"$ref": _REF.format(name="Problem")}, "example": example}}}


PROBLEMS: Final[Responses] = {status: _problem(status, *told) for status, told in _PROBLEMS.items()}
"""What every path may answer."""


def answering(kind: type, *, status: int = 200) -> Responses:
    """That a path answers JSON of a type."""
    told: dict[str, object] = {"schema": {"$ref": _REF.format(name=kind.__name__)}}
    found: Responses = {status: {"description": (kind.__doc__ or "").split("\n")[0], "content": {"application/json": told}}}
    return found if status != 200 else found | {304: {"description": "What the client has still holds"}}  # noqa: PLR2004 -- HTTP's


def answering_bytes(*media_types: str, description: str) -> Responses:
    """That a path answers a file."""
    content: dict[str, object] = {kind: {"schema": {}} for kind in media_types}  # any: OpenAPI 3.1 says no more of bytes
    return {200: {"description": description, "content": content}, 304: {"description": "What the client has still holds"}}


def describe(app: FastAPI) -> None:
    """Makes the application tell the description, made once."""

    def description() -> dict[str, Any]:
        if app.openapi_schema is None:
            told = get_openapi(title=app.title, version=app.version, description=app.description, routes=app.routes)
            told.setdefault("components", {}).setdefault("schemas", {}).update(_schemas())
            told["components"]["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
            _add_examples(told["paths"])
            app.openapi_schema = told
        return app.openapi_schema

    app.openapi = description  # type: ignore[method-assign]  # FastAPI's documented way


def _add_examples(paths: Mapping[str, Mapping[str, Any]]) -> None:
    """Afterwards, as FastAPI leaves out what is null in an example."""
    for path, operations in paths.items():
        for method, operation in operations.items():
            example = examples()[f"{method.upper()} {path}"]
            for parameter in operation.get("parameters", ()):
                if parameter["name"] in example.asked:
                    parameter["example"] = example.asked[parameter["name"]]
            if "requestBody" in operation:
                operation["requestBody"]["content"][JSON]["example"] = example.body
            for status in {"200", "201"} & operation["responses"].keys():
                operation["responses"][status]["content"][example.media_type]["example"] = example.answer


def _schemas() -> Mapping[str, object]:
    _, found = msgspec.json.schema_components(_TYPES, ref_template=_REF)
    return found
