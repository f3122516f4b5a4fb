import gzip
from collections.abc import Callable
from http.client import HTTPConnection
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

if TYPE_CHECKING:
    from tests.views.http.conftest import Make

API = "/api/v1"
PLAIN = {"Accept-Encoding": "identity"}
ZIPPED = {"Accept-Encoding": "gzip"}


@pytest.mark.parametrize("path", ["/claims", "/openapi.json", "/ontology", "/exports/jsonl", "/exports/plover"])
def test_an_answer_is_the_same_zipped_and_as_it_is(client: TestClient, path: str) -> None:
    plain, zipped = client.get(f"{API}{path}", headers=PLAIN), client.get(f"{API}{path}", headers=ZIPPED)
    assert "content-encoding" not in plain.headers
    assert zipped.headers["content-encoding"] == "gzip"
    assert plain.content == zipped.content  # which the client has unzipped
    assert int(zipped.headers["content-length"]) < int(plain.headers["content-length"]) == len(plain.content)
    for name in ("etag", "content-type", "vary"):
        assert plain.headers[name] == zipped.headers[name]
    assert plain.headers["etag"].startswith("W/")
    assert "Accept-Encoding" in plain.headers["vary"]


@pytest.mark.parametrize(
    ("accepted", "zipped"),
    [
        ("gzip", True),
        ("br, GZIP ;q=0.5", True),
        ("*", True),
        ("gzip;q=0", False),
        ("gzip; q=0.000, *", False),
        ("br, deflate", False),
        ("xgzip", False),
        ("", False),
        (";;,,;q", False),
    ],
)
def test_what_the_client_takes_is_heeded(client: TestClient, accepted: str, zipped: bool) -> None:
    answer = client.get(f"{API}/ontology", headers={"Accept-Encoding": accepted})
    assert ("content-encoding" in answer.headers) == zipped
    assert answer.json()["name"] == "PLOVER"


@pytest.mark.parametrize("path", ["/healthz", f"{API}/claims/count", f"{API}/claims/none"])
def test_what_is_small_goes_as_it_is(client: TestClient, path: str) -> None:
    assert "content-encoding" not in client.get(path, headers=ZIPPED).headers


def test_what_is_packed_already_is_not_zipped_again(client: TestClient) -> None:
    answer = client.get(f"{API}/exports/parquet", headers=ZIPPED)
    assert "content-encoding" not in answer.headers
    assert answer.content.startswith(b"PAR1")


def test_a_known_answer_is_unchanged_either_way(client: TestClient) -> None:
    tag = client.get(f"{API}/claims", headers=ZIPPED).headers["etag"]
    for headers in (PLAIN, ZIPPED):
        again = client.get(f"{API}/claims", headers={**headers, "If-None-Match": tag})
        assert (again.status_code, again.content) == (304, b"")
        assert "Accept-Encoding" in again.headers["vary"]


def test_head_says_what_get_does(serving: Callable[..., FastAPI], make: "type[Make]") -> None:
    with make.listening(serving()) as port:
        for path in (f"{API}/claims", f"{API}/exports/csv", "/healthz", "/nothing.js"):
            for headers in (PLAIN, ZIPPED):
                told = []
                for method in ("GET", "HEAD"):
                    client = HTTPConnection("127.0.0.1", port, timeout=10)
                    client.request(method, path, headers=headers)
                    answer = client.getresponse()
                    body = answer.read()
                    told.append((answer.status, sorted(item for item in answer.headers.items() if item[0] != "date")))
                assert body == b""
                assert told[0] == told[1]


def test_a_coded_text_is_zipped_too(client: TestClient) -> None:
    answer = client.post(f"{API}/code", json={"text": "Drones hit Suva. " * 200}, headers=ZIPPED)
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.json()["documents"][0]["article"]["text"].startswith("Drones hit Suva.")


def test_the_workbench_is_zipped_once_and_named_by_its_content(serving: Callable[..., FastAPI], tmp_path: Path, make: "type[Make]") -> None:
    folder = tmp_path / "bench"
    folder.mkdir()
    (folder / "index.html").write_text("<title>bench</title>" * 100)
    (folder / "font.woff2").write_bytes(gzip.compress(bytes(range(256)) * 10))
    client = make.client_of(serving(workbench=folder))
    plain, zipped = client.get("/", headers=PLAIN), client.get("/", headers=ZIPPED)
    assert (plain.text, "content-encoding" in plain.headers) == (zipped.text, False)
    assert zipped.headers["content-encoding"] == "gzip"
    assert client.get("/", headers={"If-None-Match": plain.headers["etag"]}).status_code == 304
    assert "content-encoding" not in client.get("/font.woff2", headers=ZIPPED).headers
    (folder / "index.html").write_text("changed")
    assert client.get("/").text == plain.text  # what is served was fixed at the start
    assert make.client_of(serving(workbench=folder)).get("/").headers["etag"] != plain.headers["etag"]
