"""What a server does when the machine under it fails: it says so, and goes on when that has passed."""

import errno
import sqlite3
import tempfile
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import psycopg
import pytest
from fastapi import FastAPI
from sqlalchemy import text
from sqlalchemy.exc import OperationalError
from starlette.testclient import TestClient

from dateline.store.store import Store
from dateline.views.http.guard import EXPORTS
from dateline.views.http.served_store import Gone, ServedStore
from dateline.views.http.trouble import trouble

if TYPE_CHECKING:
    from tests.views.http.conftest import Make

API = "/api/v1"
ENDLESS = text("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n")


def status_of(client: TestClient, path: str) -> int:
    answer = client.get(path)
    assert answer.status_code == 200 or answer.headers["content-type"] == "application/problem+json"
    return int(answer.status_code)


def test_a_store_that_is_taken_away_or_replaced_is_told_and_none_is_made(client: TestClient, target: str) -> None:
    assert status_of(client, f"{API}/claims") == 200
    file = Path(target)
    file.rename(f"{target}.away")
    assert [status_of(client, path) for path in (f"{API}/claims", f"{API}/facets", f"{API}/exports/csv", "/healthz")] == [503] * 4
    assert not file.exists()
    Store.open(file, create=True).close()
    assert "start it again" in client.get(f"{API}/claims").json()["detail"]


def test_nothing_is_written_into_another_store_than_was_opened(target: str) -> None:
    with ServedStore.open(target) as store:
        Path(target).rename(f"{target}.away")
        with pytest.raises(Gone), store.writing():
            pass
        assert not Path(target).exists()


def test_an_ending_server_breaks_off_what_it_reads(target: str) -> None:
    with ServedStore.open(target) as store:
        threading.Timer(0.3, store.end).start()
        began = time.monotonic()
        with pytest.raises(Gone), store.reading() as connection:
            connection.execute(ENDLESS)
        assert time.monotonic() - began < 5
        with pytest.raises(Gone), store.bounded(1).reading():
            pass


def test_a_full_disk_is_told_and_passes(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("there is no /dev/full")
    with monkeypatch.context() as patched:
        patched.setattr(tempfile, "TemporaryFile", lambda **_: open("/dev/full", "r+b", buffering=0))  # noqa: SIM115, PTH123
        for name in ("jsonl", "csv", "parquet"):
            assert status_of(client, f"{API}/exports/{name}") == 507, name
    assert status_of(client, f"{API}/exports/csv") == 200


def test_a_store_without_room_is_told(serving: Callable[..., FastAPI], target: str, make: "type[Make]") -> None:
    client = make.client_of(serving(token=make.token))
    asked: dict[str, Any] = {"json": {"text": "Drones hit Suva. " * 50_000}, "headers": {"Authorization": f"Bearer {make.token}"}}
    with Store.open(target) as store, store.reading() as connection:
        pages = connection.execute(text("PRAGMA page_count")).scalar_one()
    full = client.app.state.service.store  # type: ignore[attr-defined]
    with full.reading() as connection:
        connection.execute(text(f"PRAGMA max_page_count = {pages}"))
    assert client.post(f"{API}/articles", **asked).status_code == 507
    assert status_of(client, f"{API}/claims") == 200
    with full.reading() as connection:
        connection.execute(text("PRAGMA max_page_count = 1000000"))
    assert client.post(f"{API}/articles", **asked).status_code == 201


def test_trouble_is_told_from_faults() -> None:
    def of(cause: BaseException) -> int | None:
        told = trouble(OperationalError("", None, cause))
        return told and told[0]

    busy, fault = sqlite3.OperationalError("database is locked"), sqlite3.OperationalError("no such column: x")
    busy.sqlite_errorname, fault.sqlite_errorname = "SQLITE_BUSY_SNAPSHOT", "SQLITE_ERROR"
    assert (of(busy), of(fault)) == (503, None)
    assert [of(psycopg.OperationalError("no server")), of(psycopg.errors.TooManyConnections())] == [503, 503]
    assert of(psycopg.errors.DiskFull()) == 507
    assert trouble(OSError(errno.ENOSPC, "")) == (507, "a disk of the server is full")
    assert (trouble(FileNotFoundError(errno.ENOENT, "")), trouble(ValueError())) == (None, None)


def test_an_export_leaves_no_file_behind_even_while_it_is_sent(
    serving: Callable[..., FastAPI], make: "type[Make]", tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with make.listening(serving()) as port:
        before = set(tmp_path.iterdir())
        for _ in range(3):
            client = HTTPConnection("127.0.0.1", port, timeout=10)
            client.request("GET", f"{API}/exports/jsonl")
            answer = client.getresponse()
            assert answer.status == 200
            assert set(tmp_path.iterdir()) == before
            client.close()


def test_exports_beyond_those_in_hand_are_refused(
    serving: Callable[..., FastAPI], make: "type[Make]", monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = threading.Semaphore(0), threading.Event()
    made: Callable[..., BinaryIO] = tempfile.TemporaryFile

    def made_slowly(**asked: Any) -> BinaryIO:  # noqa: ANN401 -- handed on
        begun.release()
        assert go_on.wait(20)
        return made(**asked)

    monkeypatch.setattr(tempfile, "TemporaryFile", made_slowly)
    with make.listening(serving()) as port, ThreadPoolExecutor(EXPORTS + 1) as threads:

        def status(path: str) -> int:
            client = HTTPConnection("127.0.0.1", port, timeout=20)
            client.request("GET", f"{API}{path}")
            answer = client.getresponse()
            answer.read()
            return answer.status

        held = [threads.submit(status, "/exports/csv") for _ in range(EXPORTS)]
        for _ in held:
            begun.acquire()
        assert status("/exports/csv") == 503
        assert status("/claims") == 200
        go_on.set()
        assert [one.result() for one in held] == [200] * EXPORTS
        until = time.monotonic() + 10  # the server counts one as done a moment after its client does
        while status("/exports/csv") == 503 and time.monotonic() < until:
            time.sleep(0.05)
        assert status("/exports/csv") == 200
