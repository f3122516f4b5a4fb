import base64
import io
import json
import socket
from collections.abc import Callable
from http.client import HTTPConnection
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pyarrow.parquet as pq
import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from dateline.errors import UsageError
from dateline.views.http.access import access
from dateline.views.http.guard import BODY_BYTES
from dateline.views.http.whereabouts import file_name

if TYPE_CHECKING:
    from tests.views.http.conftest import Make

API = "/api/v1"
INJECTIONS = (
    "' OR 1=1 --", '"; DROP TABLE claims; --', "%' ESCAPE '", "../../etc/passwd", "..%2f..%2fetc%2fpasswd", "\\..\\..\\", "<script>",
    "NEAR(a b)", 'a" OR "b', "*", "a*" * 40, "-" * 90, "😀", "\ud7ff", "{{7*7}}", "9" * 60, "1e999", "nan", "٣" * 10, "%00", "a\nb: c",
)  # fmt: skip
NAMES = (
    "type", "mode", "actor", "party", "country", "place", "origin", "outlet", "article", "precision", "q", "named", "after", "from",
    "known_on", "bbox", "limit", "zoom", "confidence", "order", "status", "quad", "step", "level", "offset", "nonsense",
)  # fmt: skip
BROKEN = (
    b"GET / HTTP/9.9\r\n\r\n",
    b"\x16\x03\x01" * 50,
    b"GET /" + b"a" * 70_000,
    b"POST /api/v1/code HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
    b"GET /api/v1/claims?%ff%00 HTTP/1.1\r\nHost: localhost\r\nHost: evil\r\n\r\n",
)
on_both = pytest.mark.parametrize("database", ["sqlite", "postgresql"], indirect=True)
PATHS = ("/claims", "/articles", "/actors", "/places", "/search", "/facets", "/series", "/cells", "/network", "/exports/csv")


@on_both
@pytest.mark.parametrize("path", PATHS)
def test_no_value_of_a_parameter_is_an_error_of_the_program(client: TestClient, path: str, make: "type[Make]") -> None:
    for number, name in enumerate(NAMES):
        for value in INJECTIONS[(number + len(path)) % 5 :: 5]:
            answer = client.get(f"{API}{path}", params={"q": "drones", "zoom": "3"} | {name: value})
            assert answer.status_code in {200, 400, 422}, (name, value, answer.text)
            if answer.status_code != 200:
                assert answer.headers["content-type"] == "application/problem+json"
    assert client.get(f"{API}/claims/count").json() == {"claims": make.days}


@on_both
@pytest.mark.parametrize("path", ["claims", "articles", "pages", "exports", "facets"])
def test_no_id_reaches_beyond_the_store(client: TestClient, path: str) -> None:
    for value in INJECTIONS:
        tail = "/content" if path == "pages" else ""
        assert client.get(f"{API}/{path}/{quote(value, safe='')}{tail}").status_code in {404, 422}, value


@on_both
@pytest.mark.parametrize(
    "asked",
    [
        "after=WyJuZXdlc3QiLCAiIiwgOTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTld",
        "after=e30",
        "known_on=9999-12-31",
        "known_on=2024-02-31",
        "known_on=0001-01-01T00:00%2B23:59",
        "from=2024-02-02&to=2024-01-01",
        "place=99999999999999999999",
        "bbox=0,50,1,40",
        "q=-drones",
        "limit=0",
        "&".join(["type=A"] * 51),
        "q=" + "+".join("abcdefghij"[n % 10] for n in range(249)),
        "q=a+" + "+".join("-" + "bcdefghij"[n % 9] for n in range(160)),
        "type=" + "%00",
    ],
)
def test_what_makes_no_sense_is_told_as_such(client: TestClient, asked: str) -> None:
    answer = client.get(f"{API}/claims?{asked}")
    assert answer.status_code in {200, 400, 422}, answer.text
    assert answer.status_code == 200 or set(answer.json()) == {"type", "title", "status", "detail", "errors"}


@on_both
def test_a_forged_cursor_is_told_as_such(client: TestClient) -> None:
    for order in ("newest", "oldest", "added", "latest", "surest"):
        for value in (None, 5, True, 0.5, "x", "\0", "\ud800", 1e308, float("nan"), 10**30):
            for number in (1, True, -1, 2**63, -(10**30)):
                cursor = base64.urlsafe_b64encode(json.dumps([order, value, number]).encode()).decode().rstrip("=")
                answer = client.get(f"{API}/claims", params={"order": order, "after": cursor})
                assert answer.status_code in {200, 400}, (order, value, number)
    for cursor in ("W10", "bnVsbA", "MQ", "e30", "WyIiXQ", "W1tbW1tb", "WyJuZXdlc3QiLFtdLDFd", "A"):
        assert client.get(f"{API}/claims", params={"after": cursor}).status_code == 400


@on_both
def test_errors_are_problem_details(client: TestClient) -> None:
    for path, status in (
        ("/claims/none", 404),
        ("/nothing", 404),
        ("/claims?limit=x", 422),
        ("/claims?who=x", 422),
        ("/claims?after=e30", 400),
        ("/search", 400),
    ):
        answer = client.get(f"{API}{path}")
        assert (answer.status_code, answer.json()["status"]) == (status, status), answer.text
        assert answer.headers["content-type"] == "application/problem+json"
    assert client.get(f"{API}/claims?limit=x").json()["errors"][0]["at"] == "query.limit"
    assert client.put(f"{API}/claims").status_code == 405


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8321",
        "127.0.0.1.evil.example",
        "localhost@evil",
        "",
        "[::2]:80",
        "[localhost]",
        "]localhost[",
        "[::1",
        "localhost:",
        "localhost:1:2",
        "localhost/x",
        "::1",
    ],
)
def test_another_hosts_name_is_refused(client: TestClient, host: str) -> None:
    assert client.get("/healthz", headers={"Host": host}).status_code == 421


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:1", "LOCALHOST", "[::1]:8321", "[::1]"])
def test_this_machines_names_are_known(client: TestClient, host: str) -> None:
    assert client.get("/healthz", headers={"Host": host}).status_code == 200


def test_another_sites_page_cannot_post(client: TestClient) -> None:
    for headers in ({"Origin": "https://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}):
        assert client.post(f"{API}/code", json={"text": "x"}, headers=headers).status_code == 403
    assert client.post(f"{API}/code", json={"text": "x"}, headers={"Origin": "http://127.0.0.1:8321"}).status_code == 200


def test_writing_needs_the_token(client: TestClient, serving: Callable[..., FastAPI], make: "type[Make]") -> None:
    assert client.post(f"{API}/articles", json={"text": "x"}).status_code == 403
    allowed = make.client_of(serving(token=make.token))
    for given in (None, "Bearer", f"Bearer {make.token[:-1]}", f"Basic {make.token}", f"Bearer {make.token}x", "Bearer é"):
        headers = {b"Authorization": given.encode()} if given else {}
        refused = allowed.post(f"{API}/articles", json={"text": "x"}, headers=headers)
        assert (refused.status_code, refused.headers["www-authenticate"]) == (401, "Bearer")
    assert allowed.get(f"{API}/claims").status_code == 200


def test_where_others_can_ask_reading_needs_the_token_too(serving: Callable[..., FastAPI], make: "type[Make]") -> None:
    client = make.client_of(serving(token=make.token, host="10.1.2.3"))
    for path in ("/claims", "/about", "/openapi.json", "/pages/x/content", "/exports/csv"):
        assert client.get(f"{API}{path}").status_code == 401, path
    assert client.get("/healthz").status_code == 200
    assert client.get(f"{API}/claims", headers={"Authorization": f"bearer {make.token}", "Host": "10.1.2.3:80"}).status_code == 200


@pytest.mark.parametrize(("host", "others", "token"), [("10.1.2.3", (), None), ("127.0.0.1", ("x.org",), None), ("127.0.0.1", (), "short")])
def test_a_server_open_to_others_does_not_start_without_a_good_token(host: str, others: tuple[str, ...], token: str | None) -> None:
    with pytest.raises(UsageError):
        access(host, others=others, token=token)


def test_bodies_are_bounded_and_checked(client: TestClient) -> None:
    def coded(body: bytes, kind: str) -> int:
        return int(client.post(f"{API}/code", content=body, headers={"Content-Type": kind}).status_code)

    assert coded(b"x" * (BODY_BYTES + 1), "application/octet-stream") == 413
    assert coded(b"x" * 10, "text/html") == 415
    for body in (
        b"",
        b"{",
        b"[]",
        b"{}",
        b'{"text": 1}',
        b'{"text": "x", "path": "/etc/passwd"}',
        b'{"text": "\\ud800"}',
        b"\xff",
        b"[" * 9999,
    ):
        assert coded(body, "application/json") in {200, 422}, body[:20]
    chunked = client.post(f"{API}/code", content=(b"x" * 100_000 for _ in range(60)), headers={"Content-Type": "application/octet-stream"})
    assert chunked.status_code == 413


def test_a_stored_page_can_run_nothing(client: TestClient, make: "type[Make]") -> None:
    article = client.get(f"{API}/articles?limit=1").json()["items"][0]["id"]
    page = client.get(f"{API}/articles/{article}").json()["pages"][0]
    answer = client.get(f"{API}/pages/{page['id']}/content")
    assert answer.content.startswith(make.hostile)
    policy = answer.headers["content-security-policy"].split("; ")
    assert {"sandbox", "default-src 'none'"} <= set(policy)
    assert not any("allow" in directive or "http" in directive for directive in policy)
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    again = client.get(f"{API}/pages/{page['id']}/content", headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.headers["content-security-policy"]) == (304, answer.headers["content-security-policy"])
    assert answer.headers["x-dns-prefetch-control"] == "off"
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_every_answer_has_its_headers(client: TestClient) -> None:
    for path in ("/healthz", f"{API}/claims", f"{API}/none", "/", f"{API}/claims?limit=x"):
        headers = client.get(path).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert (headers["x-content-type-options"], headers["referrer-policy"]) == ("nosniff", "no-referrer")
        assert "access-control-allow-origin" not in headers


def test_the_workbench_is_served_and_nothing_beside_it(serving: Callable[..., FastAPI], tmp_path: Path, make: "type[Make]") -> None:
    folder = tmp_path / "bench"
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_text("<title>bench</title>")
    (folder / "assets" / "app.js").write_text("1")
    (folder / "__init__.py").write_text("secret")
    (tmp_path / "secret.txt").write_text("secret")
    (folder / "assets" / "link.txt").symlink_to(tmp_path / "secret.txt")
    client = make.client_of(serving(workbench=folder))
    assert "bench" in client.get("/").text
    assert "bench" in client.get("/claims/c-1").text
    assert client.get("/assets/app.js").headers["content-type"].startswith("text/javascript")
    assert "script-src 'self'" in client.get("/").headers["content-security-policy"]
    for path in ("/assets/none.js", "/__init__.py", "/assets/link.txt", "/api/none", "/%2e%2e/secret.txt", "/assets/..%2f..%2fsecret.txt"):
        assert "secret" not in client.get(path).text
        assert client.get(path).status_code == 404, path


def test_the_server_survives_bad_requests_by_the_thousand(serving: Callable[..., FastAPI], make: "type[Make]") -> None:
    with make.listening(serving()) as port:
        for number in range(500):
            with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
                connection.sendall(BROKEN[number % len(BROKEN)])
        client = HTTPConnection("127.0.0.1", port, timeout=10)
        for number in range(2500):
            name, value = NAMES[number % len(NAMES)], INJECTIONS[number % len(INJECTIONS)]
            path = f"{API}/{('claims', 'cells', 'search', 'nothing')[number % 4]}?{name}={quote(value)}"
            client.request("GET", path)
            answer = client.getresponse()
            answer.read()
            assert answer.status in {200, 400, 404, 422}, path
        client.request("GET", f"{API}/claims/count")
        assert client.getresponse().status == 200


def test_no_answer_tells_where_the_files_were_kept(client: TestClient, make: "type[Make]") -> None:
    item = client.get(f"{API}/claims?limit=1").json()["items"][0]
    paths = [f"/claims/{item['claim']['id']}", f"/articles/{item['article']['id']}", "/claims", "/articles", "/search?q=drones"]
    formats = [one["name"] for one in client.get(f"{API}/exports").json()["items"]]
    for path in (*paths, *(f"/exports/{name}" for name in formats)):
        answer = client.get(f"{API}{path}")
        assert answer.status_code == 200
        content = "".join(map(str, pq.read_table(io.BytesIO(answer.content)).to_pylist())) if "parquet" in path else answer.text
        assert "Anna" not in content, path
    whole = client.get(f"{API}{paths[0]}").json()
    told = [whole["document"]["article"]["path"], whole["pages"][0]["path"], whole["document"]["dropped"][0]["path"]]
    assert told == ["11.html"] * 3
    assert any("read from 11.html" in line for section in whole["explanation"] for line in section["lines"])


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("saved/1.html", "1.html"),
        ("/mnt/a b/x.warc.gz#1234", "x.warc.gz#1234"),
        ("C:\\\\Anna\\x.txt", "x.txt"),
        ("/mnt/c#/x.txt", "x.txt"),
        ("/mnt/a\nb/x.txt", "x.txt"),
        ("feed.xml#https://news.example/story", "story"),
        ("-", "-"),
        ("", ""),
    ],
)
def test_of_a_path_the_files_name_is_left(path: str, name: str) -> None:
    assert file_name(path) == name


def test_what_a_browser_has_already_keeps_its_policy(serving: Callable[..., FastAPI], make: "type[Make]", tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<!doctype html>", encoding="utf-8")
    client = make.client_of(serving(workbench=tmp_path))
    first = client.get("/")
    again = client.get("/", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.headers["content-security-policy"]) == (304, first.headers["content-security-policy"])
    assert "script-src 'self'" in again.headers["content-security-policy"]
