"""The OpenAPI description: parameters from the query records, answers from the types that are answered."""

from collections.abc import Mapping
from typing import Any, Final

import msgspec
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from dateline.ontology import Ontology
from dateline.store.queries.search import Hits
from dateline.views.http import answers
from dateline.views.http.examples import EXAMPLES
from dateline.views.http.problems import MEDIA_TYPE, Problem

_REF: Final = "#/components/schemas/{name}"
_TYPES: Final = (
    *(answers.Health, answers.About, answers.Claims, answers.Articles, answers.Number, answers.OneClaim, answers.OneArticle),
    *(answers.Actors, answers.Places, answers.Facets, answers.Counts, answers.Series, answers.Map, answers.Network),
    *(answers.Formats, answers.Coded, answers.Kept, Ontology, answers.Pasted, Hits, Problem),
)
_PROBLEMS: Final = {
    400: "What was asked for makes no sense together",
    401: "The token is missing or wrong",
    403: "Writing where none is possible, or a request from another site's page",
    404: "No such thing",
    413: "The body is too large",
    415: "A body of another type",
    421: "Not this server's host",
    422: "A parameter or the body breaks its form",
    503: "Too slow, or too many in hand",
}

Responses = dict[int | str, dict[str, Any]]

PROBLEMS: Final[Responses] = {
    status: {"description": told, "content": {MEDIA_TYPE: {"schema": {"$ref": _REF.format(name="Problem")}}}}
    for status, told in _PROBLEMS.items()
}
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
    for path in paths.values():
        for operation in path.values():
            for answer in operation["responses"].values():
                for held in answer.get("content", {}).values():
                    name = held["schema"].get("$ref", "").rsplit("/", 1)[-1]
                    if name in EXAMPLES:
                        held["example"] = EXAMPLES[name]


def _schemas() -> Mapping[str, object]:
    _, found = msgspec.json.schema_components(_TYPES, ref_template=_REF)
    return found
