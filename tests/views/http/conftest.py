"""A store of a few claims, and what serves it: in this process, and over a real port."""

import datetime as dt
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient
from tests.store.conftest import server  # noqa: F401 -- a fixture

from dateline.coding.lexicon import SHIPPED
from dateline.ontology import plover
from dateline.records import Article, Claim, Document, Dropped, Page, Party, Published, Source, Span, Trigger, When, Where
from dateline.store.store import Store
from dateline.store.writer import Coded, Writer
from dateline.views.http.access import access
from dateline.views.http.app import application
from dateline.views.http.bench import Order, Outcome
from dateline.views.http.connections import BoundedConnection
from dateline.views.http.desk import Desk
from dateline.views.http.listening import listening as bound
from dateline.views.http.served_store import ServedStore
from dateline.views.http.server import server as server_of
from dateline.views.http.service import Service

TOKEN = "0123456789abcdef0123"  # noqa: S105 -- opens nothing
KYIV = Where(text="Kyiv", basis="x", name="Kyiv", country="UKR", lat=50.45, lon=30.52, geonameid=703448, precision="city")
HOSTILE = b"<html><script>alert(document.cookie)</script><p>Drones hit Kyiv.</p></html>"
DAYS = 12
FOLDER = "/mnt/desk of Anna/2024#1/"  # whose name is nobody's business


class Still(Desk):
    """Codes nothing: an order's bytes come back as the text of an article."""

    def code(self, order: Order) -> Outcome:
        page = order.page or Page(path="-", content=order.file, form="text")
        text = page.content.decode("utf-8", "replace") or " "
        article = Article(id=page.id, path=page.path, text=text, body=Span(start=0, end=len(text)), published=Published())
        return (Coded(Document(article=article), page),)


def party(name: str, country: str, sector: str) -> Party:
    return Party(text=name, start=0, end=4, basis="a row", name=name, country=country, sectors=(sector,))


def claim(number: int) -> Claim:
    day = dt.date(2024, 5, 1) + dt.timedelta(days=number)
    return Claim(
        id=f"c-{number:020x}",
        type="ASSAULT" if number % 3 else "PROTEST",
        status="happened",
        quad=4,
        score=-9.0,
        sentence=Span(start=0, end=16),
        trigger=Trigger(start=7, end=10, text="hit"),
        confidence=0.05 + number / DAYS * 0.9,
        modes=("drone", "aerial") if number % 2 else (),
        actors=(party("Russian army", "RUS", "MIL"),),
        recipients=(party("Ukraine", "UKR", "GOV"),),
        when=When(first=day, last=day, basis="stated"),
        where=KYIV,
        sources=(Source(name="EFE", kind="agency"),),
    )


def coded(number: int) -> Coded:
    text = "Drones hit Kyiv. 😀 Nobody else reported it."
    day = dt.date(2024, 5, 2) + dt.timedelta(days=number)
    article = Article(
        id=f"a-{number:020x}",
        path=f"{FOLDER}{number}.html",
        text=text,
        body=Span(start=0, end=len(text)),
        title=f"Story {number}",
        outlet="EFE",
        language="en",
        published=Published(first=day, last=day, basis="metadata"),
    )
    page = Page(path=f"{FOLDER}{number}.html", content=HOSTILE + str(number).encode(), form="html", encoding="utf-8")
    dropped = Dropped(path=f"{FOLDER}{number}.html", stage="coding", reason="too-long-sentence")
    return Coded(Document(article=article, claims=(claim(number),), dropped=(dropped,)), page)


@pytest.fixture
def database(request: pytest.FixtureRequest) -> str:
    """What holds the store; a module's tests run on both where it says so."""
    return str(getattr(request, "param", "sqlite"))


@pytest.fixture
def target(database: str, tmp_path: Path, request: pytest.FixtureRequest) -> str:
    """A store with a claim for each of DAYS days, each learned on a day of its own."""
    target = str(tmp_path / "store.sqlite") if database == "sqlite" else new_database(request.getfixturevalue("server"), tmp_path.name)
    days = iter(dt.datetime(2024, 6, 1 + number, 12, tzinfo=dt.UTC) for number in range(DAYS))
    with Store.open(target, create=True, clock=lambda: next(days)) as store:
        for number in range(DAYS):
            Writer(store, maker="coder 1").write([coded(number)])
    return target


def new_database(address: str, name: str) -> str:
    import psycopg

    with psycopg.connect(address.format(name="postgres"), autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE template0'.encode())
    return address.format(name=name)


def learn(target: str, number: int) -> None:
    """Another writer adds one."""
    with Store.open(target) as store:
        Writer(store, maker="coder 1").write([coded(number)])


def learn_elsewhere(target: str, number: int) -> None:
    """Another writer adds some, each with parties and a place that no other has."""
    with Store.open(target) as store:
        for at in range(number):
            held = coded(DAYS + at)
            (told,) = held.document.claims
            where = msgspec.structs.replace(KYIV, name=f"Place {at}", geonameid=at + 1)
            told = msgspec.structs.replace(told, where=where, actors=(party(f"Actor {at}", "RUS", "MIL"),))
            Writer(store, maker="coder 1").write([Coded(msgspec.structs.replace(held.document, claims=(told,)), held.page)])


@pytest.fixture
def serving(target: str, tmp_path: Path) -> Iterator[Callable[..., FastAPI]]:
    opened: list[ServedStore] = []

    def serving(*, token: str | None = None, host: str = "127.0.0.1", workbench: Path | None = None) -> FastAPI:
        store = ServedStore.open(target)
        opened.append(store)
        service = Service(
            store=store,
            desk=Still(lambda: lambda order: (), seconds=1),
            access=access(host, others=(), token=token),
            maker="served",
            ontology=plover(),
            lexicon=SHIPPED,
            name="store.sqlite",
        )
        return application(service, workbench=workbench or tmp_path / "none")

    yield serving
    for store in opened:
        store.close()


def client_of(app: FastAPI) -> TestClient:
    return TestClient(app, base_url="http://127.0.0.1:8321", raise_server_exceptions=False)


@pytest.fixture
def client(serving: Callable[..., FastAPI]) -> TestClient:
    return client_of(serving())


@contextmanager
def listening(app: FastAPI, *, connection: type[BoundedConnection] = BoundedConnection) -> Iterator[int]:
    """The port of a real server on loopback."""
    with bound("127.0.0.1", 0) as (sockets, _):
        port: int = sockets[0].getsockname()[1]
        held = server_of(app, connection=connection)
        thread = threading.Thread(target=held.run, kwargs={"sockets": list(sockets)}, daemon=True)
        thread.start()
        yield port
        held.should_exit = True
        thread.join(20)
        assert not thread.is_alive()


class Make:
    """What the tests use beside the fixtures."""

    token, days, hostile, folder = TOKEN, DAYS, HOSTILE, FOLDER
    client_of = staticmethod(client_of)
    listening = staticmethod(listening)
    learn = staticmethod(learn)
    learn_elsewhere = staticmethod(learn_elsewhere)


@pytest.fixture
def make() -> type[Make]:
    return Make
