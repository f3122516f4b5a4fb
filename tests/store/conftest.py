"""A store on SQLite and one on PostgreSQL, where Debian's server is installed; and documents to put into them."""

import datetime as dt
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from dateline.records import Article, Claim, Document, Party, Published, Source, Span, Trigger, When, Where, digest
from dateline.store.store import Store
from dateline.store.writer import Coded, Writer

USER = "postgres"
SECONDS = 30


def programs() -> Path | None:
    """Where PostgreSQL's programs are."""
    found = [Path(one).parent for one in [shutil.which("initdb")] if one]
    return next(iter([*found, *sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)]), None)


def as_user(*command: str | Path) -> list[str]:
    """The command as a user that PostgreSQL works for: anyone but root."""
    words = [str(word) for word in command]
    return ["runuser", "-u", USER, "--", *words] if os.geteuid() == 0 else words


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a PostgreSQL server of our own, without a database's name."""
    bin = programs()
    if bin is None:
        pytest.skip("PostgreSQL is not installed (no initdb)")
    if os.geteuid() == 0 and (shutil.which("runuser") is None or USER not in {user.pw_name for user in pwd.getpwall()}):
        pytest.skip(f"PostgreSQL does not run as root, and there is no user {USER}")
    folder = Path(tempfile.mkdtemp(prefix="dateline-pg-", dir="/tmp"))
    if os.geteuid() == 0:
        shutil.chown(folder, USER)
    try:
        data = folder / "data"
        subprocess.run(as_user(bin / "initdb", "-D", data, "-A", "trust", "-U", USER, "-N", "-E", "UTF8"), check=True, capture_output=True)  # noqa: S603
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        settings = ["-c", "fsync=off", "-c", f"unix_socket_directories={folder}", "-c", "listen_addresses="]
        run = subprocess.Popen(  # noqa: S603
            as_user(bin / "postgres", "-D", data, "-p", str(port), *settings), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        address = f"postgresql://{USER}@/{{name}}?host={folder}&port={port}"
        _wait(address.format(name="postgres"))
        yield address
        subprocess.run(as_user(bin / "pg_ctl", "-D", data, "-m", "immediate", "stop"), check=True, capture_output=True)  # noqa: S603
        run.wait(SECONDS)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _wait(address: str) -> None:
    """Returns when the server answers."""
    import psycopg

    until = time.monotonic() + SECONDS
    while True:
        try:
            psycopg.connect(address).close()
        except psycopg.OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)
        else:
            return


@pytest.fixture(params=["sqlite", "postgresql"])
def target(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new store can be."""
    if request.param == "sqlite":
        return str(tmp_path / "store.sqlite")
    import psycopg

    address = request.getfixturevalue("server")
    name = digest("t", request.node.nodeid).replace("-", "_")
    with psycopg.connect(address.format(name="postgres"), autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE template0'.encode())
    return str(address.format(name=name))


class Clock:
    """Stands still until it is set."""

    def __init__(self) -> None:
        self.time = dt.datetime(2024, 1, 1, 12, tzinfo=dt.UTC)

    def __call__(self) -> dt.datetime:
        return self.time

    def on(self, month: int, day: int) -> None:
        self.time = dt.datetime(2024, month, day, 12, tzinfo=dt.UTC)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(target: str, clock: Clock) -> Iterator[Store]:
    with Store.open(target, create=True, clock=clock) as opened:
        yield opened


Write = Callable[..., None]


@pytest.fixture
def write(store: Store) -> Write:
    def write(*documents: Document, maker: str = "coder 1") -> None:
        Writer(store, maker=maker).write([Coded(document) for document in documents])

    return write


def party(name: str, country: str | None, *sectors: str) -> Party:
    return Party(text=name, start=0, end=4, basis="a row", name=name, country=country, sectors=sectors)


KYIV = Where(text="Kyiv", basis="x", name="Kyiv", country="UKR", lat=50.45, lon=30.52, geonameid=703448, precision="city")
SUVA = Where(text="Suva", basis="x", name="Suva", country="FJI", lat=-18.14, lon=178.44, geonameid=2198148, precision="city")
APIA = Where(text="Apia", basis="x", name="Apia", country="WSM", lat=-13.83, lon=-171.77, geonameid=4035413, precision="city")
RUSSIA = party("Russian army", "RUS", "MIL")
UKRAINE = party("Ukraine", "UKR", "GOV")


def claim(
    id: str,
    *,
    type: str = "ASSAULT",
    quad: int = 4,
    score: float = -9.0,
    day: dt.date | None = dt.date(2023, 5, 1),
    last: dt.date | None = None,
    where: Where | None = KYIV,
    actors: Sequence[Party] = (RUSSIA,),
    recipients: Sequence[Party] = (UKRAINE,),
    modes: tuple[str, ...] = ("drone",),
    confidence: float = 0.5,
    origin: str | None = "Mayor Klitschko",
    status: str = "happened",
) -> Claim:
    return Claim(
        id=id,
        type=type,
        status=status,  # type: ignore[arg-type]
        quad=quad,
        score=score,
        sentence=Span(start=0, end=20),
        trigger=Trigger(start=0, end=4, text="hit"),
        confidence=confidence,
        modes=modes,
        actors=tuple(actors),
        recipients=tuple(recipients),
        when=When(first=day, last=last or day, basis="stated") if day else None,
        where=where,
        sources=(Source(name="EFE", kind="agency"), Source(name=origin, kind="person")) if origin else (),
    )


def document(
    name: str, *claims: Claim, text: str = "Drones hit the city overnight.", outlet: str = "EFE", day: dt.date | None = None
) -> Document:
    published = Published(first=day, last=day, basis="metadata") if day else Published()
    article = Article(
        id=f"a-{name}",
        path=f"{name}.txt",
        text=f"{name}. {text}",
        title=f"{name}.",
        body=Span(start=len(name) + 2, end=len(name) + 2 + len(text)),
        outlet=outlet,
        published=published,
    )
    return Document(article=article, claims=claims)


@pytest.fixture
def make() -> type["Make"]:
    return Make


class Make:
    """What the tests make documents of."""

    claim = staticmethod(claim)
    document = staticmethod(document)
    party = staticmethod(party)
    kyiv, suva, apia, russia, ukraine = KYIV, SUVA, APIA, RUSSIA, UKRAINE
