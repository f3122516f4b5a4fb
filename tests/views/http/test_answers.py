import io
import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pyarrow.parquet as pq
import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from dateline.store.queries.facets import FACETS
from dateline.views.export_command import _FORMATS

if TYPE_CHECKING:
    from tests.views.http.conftest import Make

API = "/api/v1"
pytestmark = pytest.mark.parametrize("database", ["sqlite", "postgresql"], indirect=True)


def got(client: TestClient, path: str, **asked: object) -> Any:  # noqa: ANN401 -- JSON
    answer = client.get(f"{API}{path}", params={name: str(value) for name, value in asked.items()})
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_pages_of_claims_hold_each_claim_once_while_others_write(client: TestClient, target: str, make: "type[Make]") -> None:
    found: list[str] = []
    after: dict[str, str] = {}
    while True:
        page = got(client, "/claims", limit=5, order="added", **after)
        found += [item["claim"]["id"] for item in page["items"]]
        if page["following"] is None:
            break
        after = {"after": page["following"]}
        if len(found) == 5:
            make.learn(target, make.days)
    assert len(found) == len(set(found)) == make.days + 1


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ({"type": "PROTEST"}, 4),
        ({"mode": "aerial"}, 6),
        ({"actor": "RUS MIL"}, 12),
        ({"actor": "UKR"}, 0),
        ({"recipient": "Ukraine"}, 12),
        ({"country": "UKR", "from": "2024-05-03", "to": "2024-05-04"}, 2),
        ({"place": "703448"}, 12),
        ({"bbox": "30,50,31,51"}, 12),
        ({"bbox": "0,0,1,1"}, 0),
        ({"origin": "efe"}, 12),
        ({"confidence": "0.5"}, 6),
        ({"q": "drones -protest"}, 12),
        ({"published_to": "2024-05-03"}, 2),
        ({"known_on": "2024-06-03"}, 3),
        ({"known_on": "2024-06-03T11:00:00Z"}, 2),
        ({"known_on": "2020-01-01"}, 0),
    ],
)
def test_filters_narrow_every_question_alike(client: TestClient, asked: dict[str, str], number: int) -> None:
    assert got(client, "/claims/count", **asked)["claims"] == number
    assert len(got(client, "/claims", **asked)["items"]) == number
    assert len(got(client, "/articles", **asked)["items"]) == number
    assert sum(point["claims"] for point in got(client, "/series", step="month", **asked)["points"]) == number
    assert sum(cell["claims"] for cell in got(client, "/cells", zoom=4, **asked)["cells"]) == number
    assert sum(edge["claims"] for edge in got(client, "/network", **asked)["edges"]) == number
    assert sum(place["claims"] for place in got(client, "/places", **asked)["items"]) == number
    for name in ("type", "status", "country", "day", "confidence", "place"):
        assert sum(count["claims"] for count in got(client, f"/facets/{name}", **asked)["items"]) == number, name


def test_a_claim_comes_with_all_that_belongs_to_it(client: TestClient) -> None:
    id = got(client, "/claims", limit=1)["items"][0]["claim"]["id"]
    whole = got(client, f"/claims/{id}")
    assert whole["told"]["claim"]["id"] == id
    assert whole["document"]["article"]["text"].startswith("Drones hit Kyiv")
    assert {"quotes", "silences", "relations", "dropped"} <= set(whole["document"])
    assert {"claim", "who", "when", "where"} <= {section["heading"] for section in whole["explanation"]}
    assert [told["maker"] for told in whole["history"]] == ["coder 1"]
    assert len(whole["pages"]) == 1
    assert got(client, f"/articles/{whole['document']['article']['id']}")["pages"] == whole["pages"]


def test_a_claim_is_not_there_before_it_was_known(client: TestClient) -> None:
    id = got(client, "/claims", limit=1, order="added")["items"][0]["claim"]["id"]
    assert client.get(f"{API}/claims/{id}?known_on=2024-05-31").status_code == 404
    assert client.get(f"{API}/claims/{id}?known_on=2024-06-01").status_code == 200


def test_facets_and_search_go_together(client: TestClient, make: "type[Make]") -> None:
    facets = got(client, "/facets", q="drones")["facets"]
    assert set(facets) == set(FACETS)
    assert {count["value"]: count["claims"] for count in facets["mode"]} == {"aerial": 6, "drone": 6}
    hits = got(client, "/search", q="drones", limit=3)
    assert hits["articles"] == make.days
    assert "⁅Drones⁆" in hits["hits"][0]["snippet"]


def test_actors_are_found_by_part_of_the_name(client: TestClient, make: "type[Make]") -> None:
    (actor,) = got(client, "/actors", named="russian")["items"]
    assert (actor["country"], actor["sectors"], actor["acted"], actor["received"]) == ("RUS", ["MIL"], make.days, 0)


@pytest.mark.parametrize("path", ["/actors", "/places", "/network"])
def test_pages_of_counts_hold_each_once(client: TestClient, target: str, make: "type[Make]", path: str) -> None:
    make.learn_elsewhere(target, 5)
    asked, name = ({"level": "name"}, "edges") if path == "/network" else ({}, "items")
    whole = got(client, path, **asked)
    assert len(whole[name]) > 5
    assert whole["following"] is None
    found: list[object] = []
    following: int | None = 0
    while following is not None:
        page = got(client, path, **asked, limit=2, offset=following)
        found += page[name]
        following = page["following"]
    assert found == whole[name]


def test_about_says_what_is_served_and_no_path_of_the_machine(client: TestClient, make: "type[Make]", target: str) -> None:
    about = got(client, "/about")
    assert (about["claims"], about["articles"], about["first_day"], about["writable"]) == (make.days, make.days, "2024-05-01", False)
    assert about["store"] == "store.sqlite"
    assert target not in json.dumps(about)


@pytest.mark.parametrize("name", _FORMATS)
def test_every_format_is_exported(client: TestClient, make: "type[Make]", name: str) -> None:
    assert {one["name"] for one in got(client, "/exports")["items"]} == set(_FORMATS)
    answer = client.get(f"{API}/exports/{name}", params={"type": "ASSAULT"})
    assert answer.status_code == 200, answer.text
    assert answer.headers["dateline-claims"] == "8"
    assert answer.headers["content-disposition"].startswith("attachment")
    if name == "csv":
        assert len(answer.text.splitlines()) == 9
    if name == "parquet":
        assert pq.read_table(io.BytesIO(answer.content)).num_rows == 8


def test_an_etag_holds_until_the_store_learns_something(client: TestClient, target: str, make: "type[Make]") -> None:
    for path in ("/claims", "/facets", "/cells?zoom=3", "/exports/csv", "/about"):
        first = client.get(f"{API}{path}")
        again = client.get(f"{API}{path}", headers={"If-None-Match": f'"x", {first.headers["etag"]}'})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])
    held = {path: client.get(f"{API}{path}").headers["etag"] for path in ("/claims", "/claims?limit=2")}
    assert len(set(held.values())) == 2
    make.learn(target, make.days)
    assert client.get(f"{API}/claims", headers={"If-None-Match": held["/claims"]}).status_code == 200


def test_a_text_is_coded_and_nothing_is_stored(client: TestClient, make: "type[Make]") -> None:
    pasted = client.post(f"{API}/code", json={"text": "Drones hit Suva.", "published": "2024-05-02"})
    assert pasted.json()["documents"][0]["article"]["text"] == "Drones hit Suva."
    file = client.post(f"{API}/code?name=a.txt", content=b"Drones hit Apia.", headers={"Content-Type": "application/octet-stream"})
    assert file.json()["documents"][0]["article"]["text"] == "Drones hit Apia."
    assert got(client, "/about")["articles"] == make.days


def test_what_is_added_with_the_token_is_kept(serving: Callable[..., FastAPI], make: "type[Make]") -> None:
    client = make.client_of(serving(token=make.token))
    added = client.post(f"{API}/articles", json={"text": "Drones hit Suva."}, headers={"Authorization": f"Bearer {make.token}"})
    assert (added.status_code, added.json()["articles"]) == (201, 1)
    assert got(client, "/about")["articles"] == make.days + 1
    assert got(client, "/search", q="suva")["articles"] == 1


def test_head_is_answered_as_get(client: TestClient) -> None:
    assert client.head(f"{API}/claims").headers["etag"] == client.get(f"{API}/claims").headers["etag"]
