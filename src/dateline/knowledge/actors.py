"""Everyone and everything named that can act – holders of offices, organisations, armed groups, firms, parties – with their dates."""

import csv
import datetime as dt
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Final

from dateline.knowledge.compiled import database
from dateline.knowledge.dates import first_day, last_day
from dateline.knowledge.names import folded, storable, transcribed
from dateline.knowledge.people import surnames

COLUMNS: Final = ("name", "aliases", "kind", "country", "sectors", "office", "first", "last", "wikidata", "ucdp", "source")
KINDS: Final = frozenset({"person", "body", "organisation", "group", "company", "party"})
_VERSION: Final = "actors/4"
_END_UNKNOWN: Final = "end not known"  # in a source: `last` is the last day on which the source knew of it
_LONGEST_ACRONYM: Final = 7  # letters: UNICEF, MONUSCO; a longer word in capitals is shouted
_SPOKEN: Final = 4  # letters: acronyms of so many are spoken as words, and written so
_KEPT: Final = 20_000  # look-ups remembered: the names of some hundred stories
_SCHEMA: Final = """
CREATE TABLE known (id INTEGER PRIMARY KEY, name, aliases, kind, country, sectors, office, first, last, wikidata, ucdp, source, own);
CREATE TABLE keys (key TEXT, id INTEGER, PRIMARY KEY (key, id)) WITHOUT ROWID;
"""


@dataclass(frozen=True, kw_only=True, slots=True)
class Known:
    """One row: a person in one office, or a body, for one spell; `first` and `last` are inclusive days, None where open or unknown.

    `own` says that it is from a user's table, which wins over what is shipped. `ends` is False where the source does not know when the
    spell ended: it may have gone on after `last`.
    """

    id: int
    name: str
    aliases: tuple[str, ...]
    kind: str
    country: str | None
    sectors: tuple[str, ...]
    office: str | None
    first: dt.date | None
    last: dt.date | None
    wikidata: str | None
    ucdp: str | None
    source: str
    own: bool = False

    @property
    def ends(self) -> bool:
        """Whether `last` is known to be the last day."""
        return _END_UNKNOWN not in self.source

    def on(self, day: dt.date) -> bool:
        """Whether the spell holds on `day`."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


class Actors:
    """Finds rows by name, by spelling, by surname, and holders by office."""

    def __init__(self, connection: sqlite3.Connection, *, own: Iterable[Mapping[str, str]] = ()) -> None:
        """`connection` is to the compiled tables; `own` are rows of a user's, by column, which come first in what is found."""
        self._connections = [connection]
        if rows := list(own):
            self._connections.insert(0, _in_memory(rows))
        self._by_key = lru_cache(_KEPT)(self._found)

    def named(self, name: str) -> tuple[Known, ...]:
        """The rows whose name or alias is `name`, but for case, accents and a leading article; users' own rows first.

        Acronyms are found in capitals, or written as Nato and Unicef are: IS, WHO and CAN are words besides.
        """
        plain = name[4:] if name[:4] in {"the ", "The "} else name
        found = self._by_key("n:" + bare(plain))
        return found if " " in plain else (*found, *self._by_key("a:" + _letters(plain)))

    def spelled(self, name: str) -> tuple[Known, ...]:
        """The rows with a name of two words or more that is `name` but for the ways to write it in Latin letters."""
        return self._by_key(f"t:{plain}") if " " in (plain := transcribed(name)) else ()

    def surnamed(self, surname: str) -> tuple[Known, ...]:
        """The persons whose last name (or first, where names begin with it) is `surname`, but for its spelling."""
        return self._by_key(f"s:{plain}") if (plain := transcribed(surname)) else ()

    def holders(self, office: str, country: str) -> tuple[Known, ...]:
        """The rows of all who held `office` of `country`."""
        return self._by_key(f"o:{country}:{office}")

    def _found(self, key: str) -> tuple[Known, ...]:
        query = "SELECT known.* FROM keys JOIN known USING (id) WHERE key = ? ORDER BY known.id"
        whole = storable(key)
        return tuple(_known(row) for connection in self._connections for row in connection.execute(query, (whole,)))


def bare(name: str) -> str:
    """What names are compared by: folded, without a leading `the`, hyphens and apostrophes as spaces or nothing."""
    plain = " ".join(folded(name).replace("-", " ").replace("'", "").replace(".", "").split())
    return plain.removeprefix("the ")


def acronym(name: str) -> bool:
    """Whether `name` is one word that is written in capitals: initials, mostly."""
    return " " not in name and len(name) <= _LONGEST_ACRONYM and name.isupper() and name.isascii()


def _letters(name: str) -> str:
    return name.replace(".", "").removesuffix("'s")


def tables() -> tuple[Path, ...]:
    """The tables of actors that ship; those by hand first, so that of two rows that say the same theirs is found."""
    folder = Path(str(files("dateline.knowledge"))) / "tables" / "actors"
    return tuple(sorted(folder.glob("*.csv"), key=lambda path: ("distilled" in path.stem, path.stem)))


@cache
def shipped() -> sqlite3.Connection:
    """A connection to the tables that ship, compiled."""
    sources = tables()

    def build(connection: sqlite3.Connection) -> None:
        _fill(connection, (row for path in sources for row in rows(path)), own=False)

    return database("actors", sources=sources, version=_VERSION, build=build)


def actors(own: Iterable[Mapping[str, str]] = ()) -> Actors:
    """The shipped tables, with a user's `own` rows on top."""
    return Actors(shipped(), own=own)


def _in_memory(own: Iterable[Mapping[str, str]]) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    _fill(connection, own, own=True)
    return connection


def rows(path: Path) -> Iterator[Mapping[str, str]]:
    """The lines of a table, by column."""
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def _fill(connection: sqlite3.Connection, found: Iterable[Mapping[str, str]], *, own: bool) -> None:
    connection.executescript(_SCHEMA)
    known, keys = [], []
    for number, row in enumerate(found):
        days = _iso(first_day(row["first"])), _iso(last_day(row["last"]))
        told = (row[column] for column in ("name", "aliases", "kind", "country", "sectors", "office"))
        known.append((-number - 1 if own else number, *told, *days, row["wikidata"], row["ucdp"], row["source"], own))
        keys += [(key, known[-1][0]) for key in _keys(row)]
    connection.executemany(f"INSERT INTO known VALUES ({','.join('?' * 13)})", known)  # noqa: S608
    connection.executemany("INSERT OR IGNORE INTO keys VALUES (?, ?)", sorted(keys))


def _keys(row: Mapping[str, str]) -> Iterator[str]:
    names = [name for name in (row["name"], *row["aliases"].split("|")) if name.strip()]
    for name in names:
        if acronym(name):
            yield from {"a:" + _letters(name), "a:" + (_letters(name).capitalize() if len(name) >= _SPOKEN else _letters(name))}
        else:
            yield "n:" + bare(name)
        if " " in (plain := transcribed(name)):  # what another script leaves nothing of has none
            yield f"t:{plain}"
    if row["kind"] == "person":
        for name in names:
            yield from (f"s:{plain}" for part in surnames(name) if (plain := transcribed(part)))
        if row["office"]:
            yield f"o:{row['country']}:{row['office']}"


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _known(row: tuple[object, ...]) -> Known:
    number, name, aliases, kind, country, sectors, office, first, last, wikidata, ucdp, source = map(_text, row[:12])
    return Known(
        id=int(number or 0),
        name=name or "",
        aliases=tuple(filter(None, (aliases or "").split("|"))),
        kind=kind or "",
        country=country,
        sectors=tuple((sectors or "").split()),
        office=office,
        first=dt.date.fromisoformat(first) if first else None,
        last=dt.date.fromisoformat(last) if last else None,
        wikidata=wikidata,
        ucdp=ucdp,
        source=source or "",
        own=bool(row[12]),
    )


def _text(cell: object) -> str | None:
    return str(cell) if cell not in {None, ""} else None
