import gc
import json
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from typing import TYPE_CHECKING

import pytest
from fastapi import FastAPI

from dateline.views.http.connections import BoundedConnection

if TYPE_CHECKING:
    from tests.views.http.conftest import Make

ASKED = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"


class Hasty(BoundedConnection):
    headers_seconds = 0.6
    reading_seconds = 0.6
    connections_at_once = 8


@pytest.fixture
def port(serving: Callable[..., FastAPI], make: "type[Make]") -> Iterator[int]:
    with make.listening(serving(), connection=Hasty) as port:
        yield port


@contextmanager
def connected(port: int) -> Iterator[socket.socket]:
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        yield connection


def answered(connection: socket.socket) -> HTTPResponse:
    answer = HTTPResponse(connection)
    answer.begin()
    return answer


def alive(port: int) -> bool:
    client = HTTPConnection("127.0.0.1", port, timeout=10)
    client.request("GET", "/healthz")
    return client.getresponse().status == 200


def seconds_open(connection: socket.socket, drip: bytes) -> float:
    """How long the server lets a client go on that sends a byte now and then."""
    began = time.monotonic()
    for byte in drip:
        connection.sendall(bytes([byte]))
        connection.settimeout(0.1)
        try:
            if connection.recv(4096):
                return time.monotonic() - began
        except TimeoutError:
            continue
        except ConnectionError:
            pass
        return time.monotonic() - began
    return float("inf")


def test_headers_that_come_byte_by_byte_end_the_connection(port: int) -> None:
    with connected(port) as slow:
        assert 0.5 < seconds_open(slow, b"GET /healthz HTTP/1.1\r\nX: " + b"a" * 100) < 3


def test_headers_that_come_too_slowly_are_told_so(port: int) -> None:
    with connected(port) as slow:
        slow.sendall(ASKED[:-2])
        answer = answered(slow)
        assert (answer.status, answer.headers["content-type"]) == (408, "application/problem+json")
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert json.loads(answer.read())["status"] == 408


def test_a_connection_that_says_nothing_is_closed_without_a_word(port: int) -> None:
    with connected(port) as idle:
        assert idle.recv(100) == b""


def test_headers_of_a_second_request_have_the_same_bound(port: int) -> None:
    with connected(port) as slow:
        slow.sendall(ASKED)
        answered(slow).read()
        assert 0.5 < seconds_open(slow, b"GET /healthz HTTP/1.1\r\nX: " + b"a" * 100) < 3


def test_a_refused_body_is_not_taken_for_ever(port: int) -> None:
    with connected(port) as slow:
        slow.sendall(b"POST /api/v1/code HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999\r\n\r\n")
        assert answered(slow).status == 413
        assert seconds_open(slow, b"x" * 100) < 3


def test_a_client_that_reads_nothing_is_let_go(port: int) -> None:
    with connected(port) as lazy:
        lazy.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        for _ in range(3):
            lazy.sendall(b"GET /api/v1/openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n" * 200)
            time.sleep(0.1)
        until = time.monotonic() + 10
        while time.monotonic() < until:
            open_now = [one for one in gc.get_objects() if isinstance(one, Hasty) and one in one.connections]
            if not open_now:
                break
            time.sleep(0.1)
        assert not open_now
    assert alive(port)


def test_connections_beyond_the_bound_are_refused_and_the_rest_go_on(port: int) -> None:
    held = [socket.create_connection(("127.0.0.1", port), timeout=10) for _ in range(Hasty.connections_at_once)]
    held[0].sendall(ASKED)
    assert answered(held[0]).status == 200
    with connected(port) as one_more:
        answer = answered(one_more)
        assert (answer.status, answer.headers["retry-after"]) == (503, "2")
    for one in held:
        one.close()
    time.sleep(0.2)
    assert alive(port)


@pytest.mark.parametrize("broken", [b"GET / HTTP/1.1\r\n\r\n", b"\x16\x03\x01" * 50, b"GET /" + b"a" * 70_000, b"\r\n" * 9000])
def test_what_is_no_http_is_a_problem(port: int, broken: bytes) -> None:
    with connected(port) as connection:
        connection.sendall(broken)
        answer = answered(connection)
        assert (answer.status, answer.headers["content-type"]) == (400, "application/problem+json")


def test_a_body_that_breaks_off_its_chunks_ends_the_connection_alone(port: int, caplog: pytest.LogCaptureFixture) -> None:
    for method in (b"POST", b"HEAD", b"GET"):
        with connected(port) as connection:
            connection.sendall(method + b" /api/v1/code HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")
            while connection.recv(4096):
                pass
    assert alive(port)
    assert "Traceback" not in caplog.text


def test_a_body_of_two_lengths_is_refused_and_nothing_behind_it_is_read(port: int) -> None:
    with connected(port) as connection:
        connection.sendall(b"POST /api/v1/code HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n")
        connection.sendall(b"0\r\n\r\n" + ASKED)
        answer = answered(connection)
        assert (answer.status, answer.headers["connection"]) == (400, "close")
        answer.read()
        assert connection.recv(100) == b""


def test_an_upload_that_breaks_off_is_not_kept(serving: Callable[..., FastAPI], make: "type[Make]") -> None:
    app = serving(token=make.token)
    told = ("Host: localhost", f"Authorization: Bearer {make.token}", "Content-Type: application/octet-stream")
    head = "\r\n".join(("POST /api/v1/articles HTTP/1.1", *told, ""))
    with make.listening(app) as port:
        for length in (b"Content-Length: 1000\r\n\r\nDrones hit Suva.", b"Transfer-Encoding: chunked\r\n\r\n10\r\nDrones hit Suva.\r\n"):
            with connected(port) as connection:
                connection.sendall(head.encode() + length)
                time.sleep(0.1)
        client = HTTPConnection("127.0.0.1", port, timeout=10)
        time.sleep(0.5)
        client.request("GET", "/api/v1/about")
        assert json.loads(client.getresponse().read())["articles"] == make.days
