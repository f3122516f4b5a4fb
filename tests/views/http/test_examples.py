"""The examples in the description: they are of a bundled page, and what they ask is answered."""

import datetime as dt
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import msgspec
import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from dateline.extract.article import article as article_of
from dateline.extract.limits import ExtractLimits
from dateline.read import inputs, pages
from dateline.read.limits import ReadLimits
from dateline.records import Article, Page
from dateline.run.recipe import Recipe
from dateline.run.spread import Sources
from dateline.store.store import Store
from dateline.views.adding import Adding
from dateline.views.http import examples as shipped
from dateline.views.http.access import access
from dateline.views.http.app import application
from dateline.views.http.examples import Example, examples
from dateline.views.http.opened import opened

if TYPE_CHECKING:
    from tests.views.http.conftest import Make

ROOT = Path(__file__).parents[3]
PAGE = ROOT / "examples/pages/isan-observer/2023-05-24-belarus-delegation-laos.txt"
DAY = dt.date(2023, 5, 25)
ADDED = dt.datetime(2023, 5, 25, 10, tzinfo=dt.UTC)
API = "/api/v1"
ASKED: Mapping[str, Mapping[str, Any]] = {
    "GET /healthz": {},
    f"GET {API}/about": {},
    f"GET {API}/ontology": {},
    f"GET {API}/claims": {"type": ["CONSULT"], "country": ["LAO"], "from": "2023-05-01", "limit": 1},
    f"GET {API}/claims/count": {"actor": ["BLR"], "known_on": "2023-06-01"},
    f"GET {API}/claims/{{id}}": {"known_on": "2023-05-25T12:00:00Z"},
    f"GET {API}/articles": {"q": "delegation -football", "published_from": "2023-05-24"},
    f"GET {API}/articles/{{id}}": {"known_on": "2023-06-01"},
    f"GET {API}/pages/{{id}}/content": {"known_on": "2023-06-01"},
    f"GET {API}/actors": {"named": "bela", "limit": 2},
    f"GET {API}/places": {"bbox": "97,5,110,24", "limit": 2},
    f"GET {API}/search": {"q": "military delegation", "limit": 1},
    f"GET {API}/facets": {"status": ["happened"], "limit": 2},
    f"GET {API}/facets/{{name}}": {"name": "country", "party": ["BLR"]},
    f"GET {API}/series": {"step": "month", "split": "quad"},
    f"GET {API}/cells": {"zoom": 4, "confidence": 0.5},
    f"GET {API}/network": {"level": "country", "quad": [1, 2]},
    f"GET {API}/exports": {},
    f"GET {API}/exports/{{name}}": {"name": "geojson", "type": ["CONSULT"]},
    f"POST {API}/code": {"today": str(DAY)},
    f"POST {API}/articles": {"today": str(DAY)},
}
BODY = {"text": PAGE.read_text(encoding="utf-8").split("\n\n")[2], "published": "2023-05-24", "outlet": "Isan Observer"}


@contextmanager
def coded_page(folder: Path) -> Iterator[TestClient]:
    """What serves the bundled page, coded by what ships."""
    target = folder / "dateline.sqlite"
    recipe, limits = Recipe(), ReadLimits()
    with Store.open(target, create=True, clock=lambda: ADDED) as store:
        sources = Sources(found=list(inputs([str(PAGE)], limits=limits)), limits=limits, kind=None, stdin=io.BytesIO())
        Adding(store, recipe=recipe, today=DAY, processes=1, lines_by="").add(sources, last_day=DAY)
    with opened(str(target), recipe, limits, access=access("127.0.0.1", others=(), token="0" * 20)) as service:
        headers = {"Authorization": f"Bearer {'0' * 20}"}
        yield TestClient(application(service), base_url="http://127.0.0.1:8321", headers=headers)


def test_examples_are_made_anew(tmp_path: Path, update: bool) -> None:
    if not update:
        pytest.skip("the tests below look at those that are there; what they say of the page is the coder's, which has tests of its own")
    with coded_page(tmp_path) as client:
        claim = client.get(f"{API}/claims?type=CONSULT&country=LAO").json()["items"][0]
        page = client.get(f"{API}/articles/{claim['article']['id']}").json()["pages"][0]
        ids = {"claims": claim["claim"]["id"], "articles": claim["article"]["id"], "pages": page["id"]}
        made = {}
        for operation, asked in ASKED.items():
            known = {"id": ids[operation.split("/")[3]]} if "{id}" in operation else {}
            made[operation] = _example(client, operation, {**known, **asked})
    file = Path(str(shipped.__file__)).with_name(shipped.FILE)
    file.write_text(json.dumps(msgspec.to_builtins(made), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _example(client: TestClient, operation: str, asked: Mapping[str, Any]) -> Example:
    answer = _ask(client, operation, asked)
    media_type = answer.headers["content-type"].split(";")[0]
    told = _cut(answer.json()) if media_type == "application/json" else answer.text
    body = BODY if operation.startswith("POST") else None
    return Example(asked=dict(asked), body=body, media_type=media_type, answer=told)


def _ask(client: TestClient, operation: str, asked: Mapping[str, Any], **headers: str) -> Any:  # noqa: ANN401 -- whose answer it is depends on the client that is installed
    method, path = operation.split()
    inside = {name: value for name, value in asked.items() if f"{{{name}}}" in path}
    rest = {name: value for name, value in asked.items() if name not in inside}
    answer = client.request(method, path.format(**inside), params=rest, json=BODY if method == "POST" else None, headers=headers)
    assert answer.status_code in {200, 201}, (operation, answer.text)
    return answer


def _cut(told: Any) -> Any:  # noqa: ANN401 -- JSON
    """The first two of every list that is not one of numbers, and of the types of the ontology."""
    if isinstance(told, list):
        return [_cut(one) for one in (told if told and isinstance(told[0], int) else told[:2])]
    if isinstance(told, dict):
        first = {name: dict(list(told[name].items())[:2]) for name in ("types", "modes") if isinstance(told.get(name), dict)}
        return {name: _cut(one) for name, one in {**told, **first}.items()}
    return told


def test_every_operation_has_an_example_of_what_is_asked_and_of_each_answer(client: TestClient) -> None:
    told = client.get(f"{API}/openapi.json").json()
    assert {f"{method.upper()} {path}" for path, held in told["paths"].items() for method in held} == set(ASKED) == set(examples())
    for path, operations in told["paths"].items():
        for method, operation in operations.items():
            parameters = operation.get("parameters", [])
            required = {one["name"] for one in parameters if one["required"]}
            exemplified = {one["name"] for one in parameters if "example" in one}
            assert required <= exemplified, (method, path)
            assert bool(parameters) == bool(exemplified), (method, path)
            assert "requestBody" not in operation or "example" in operation["requestBody"]["content"]["application/json"]
            for status, answer in operation["responses"].items():
                assert status == "304" or any("example" in held for held in answer["content"].values()), (method, path, status)


def test_every_example_is_as_its_schema_says(client: TestClient) -> None:
    told = client.get(f"{API}/openapi.json").json()
    checked = 0
    for held in _with_schemas(told["paths"]):
        schema = {**held["schema"], "components": told["components"]}
        for example in [*([held["example"]] if "example" in held else []), *held["schema"].get("examples", [])]:
            jsonschema.Draft202012Validator(schema).validate(example)
            checked += 1
    assert checked > 2 * len(ASKED)


def _with_schemas(told: object) -> Iterator[dict[str, Any]]:
    if isinstance(told, dict):
        if "schema" in told:
            yield told
        else:
            for one in told.values():
                yield from _with_schemas(one)
    elif isinstance(told, list):
        for one in told:
            yield from _with_schemas(one)


@pytest.mark.parametrize("operation", [one for one in ASKED if "{id}" not in one])
def test_what_an_example_asks_is_answered(serving: Callable[..., FastAPI], make: "type[Make]", operation: str) -> None:
    client = make.client_of(serving(token=make.token))
    answer = _ask(client, operation, examples()[operation].asked, Authorization=f"Bearer {make.token}")
    assert answer.headers["content-type"].split(";")[0] == examples()[operation].media_type


def test_examples_are_of_the_bundled_page() -> None:
    (page,) = pages(str(PAGE), kind=None, limits=ReadLimits())
    assert isinstance(page, Page)
    read = article_of(page, limits=ExtractLimits(), today=DAY)
    assert isinstance(read, Article)
    whole: Any = examples()[f"GET {API}/articles/{{id}}"].answer
    told = whole["document"]["article"]
    assert (told["title"], told["text"], told["path"]) == (read.title, read.text, PAGE.name)
    for operation, example in examples().items():
        if operation.startswith("GET"):
            ids = set(re.findall(r"\ba-[0-9a-f]{20}\b", json.dumps(example.answer)))
            assert ids <= {told["id"]}, operation
    for method in ("code", "articles"):
        assert examples()[f"POST {API}/{method}"].body == BODY
    for claim in whole["document"]["claims"]:
        start, end = claim["trigger"]["start"], claim["trigger"]["end"]
        assert read.text[start:end] == claim["trigger"]["text"]
