import contextlib
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import positive_data_acceptance
from starlette.testclient import TestClient

if TYPE_CHECKING:
    from tests.views.http.conftest import Make

API = "/api/v1"
PATHS = 21
ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize("mode", list(GenerationMode))
def test_what_is_answered_is_as_described(serving: Callable[..., FastAPI], mode: GenerationMode) -> None:
    schema = schemathesis.openapi.from_asgi(f"{API}/openapi.json", serving(), headers={"Host": "localhost"})
    checked = 0
    for found in schema.get_all_operations():
        assert isinstance(found, Ok)
        operation = found.ok()

        @settings(max_examples=10, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
        @given(case=operation.as_strategy(generation_mode=mode))
        def check(case: schemathesis.Case[Any]) -> None:
            case.call_and_validate(
                headers={"Host": "localhost"},
                excluded_checks=[positive_data_acceptance],  # a day or a cursor may have the right form and make no sense
            )

        with contextlib.suppress(Unsatisfiable):  # a path without parameters cannot be asked wrongly
            check()
        checked += 1
    assert checked == PATHS


def test_every_path_is_in_the_reference(client: TestClient) -> None:
    told = client.get(f"{API}/openapi.json").json()
    page = (ROOT / "docs/reference/http-api.md").read_text(encoding="utf-8")
    for path, methods in told["paths"].items():
        for method, operation in methods.items():
            assert f"`{method.upper()} {path.removeprefix(API).replace('{name}', '{format}' if 'exports' in path else '{name}')}`" in page
            for parameter in operation.get("parameters", ()):
                assert re.search(rf"[`?]{parameter['name']}[`=]|\{{(format|id)\}}", page), parameter["name"]


def test_the_description_has_no_address_of_elsewhere(client: TestClient, make: "type[Make]") -> None:
    assert "http://" not in client.get(f"{API}/openapi.json").text.replace("http://www.w3.org", "")
