"""A user's own tables on top of those that ship: how a CSV or YAML file is read, and what is wrong with it."""

import csv
import io
import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, get_args

import yaml

from dateline.errors import UsageError
from dateline.knowledge import actors as actor_tables
from dateline.knowledge.codes import NON_STATES, SECTORS
from dateline.knowledge.countries import FORMS, NAME_COLUMNS, countries
from dateline.knowledge.dates import first_day, last_day
from dateline.knowledge.gazetteer import COLUMNS as PLACE_COLUMNS
from dateline.knowledge.gazetteer import PlaceKind

Row = Mapping[str, str]
Rule = Callable[[Row], Iterator[str]]
Severity = Literal["error", "clash"]
_LONGEST: Final = 20_000_000  # bytes: the shipped tables of actors are a tenth of it


@dataclass(frozen=True, slots=True)
class OwnRow:
    """A row of a user's file: the table it belongs to, the line or the item that it stands at, and its cells."""

    table: str
    at: str
    cells: Row


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with a row: an `error` keeps the file from being used, a `clash` says what the row overrides."""

    at: str
    severity: Severity
    message: str


@dataclass(frozen=True, slots=True)
class Table:
    """A kind of table that users may extend: its columns, those that must be filled, and the rules for its cells."""

    columns: tuple[str, ...]
    needed: frozenset[str]
    rules: tuple[Rule, ...]


def own_rows(path: Path) -> list[OwnRow]:
    """The rows of a user's file, in order. UsageError where it is neither CSV with the columns of a table nor YAML with tables by name."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise UsageError(f"cannot read {path}: {error.strerror}") from error
    if len(raw) > _LONGEST:
        raise UsageError(f"{path} has {len(raw):,} bytes, at most {_LONGEST:,} are read")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{path} is not UTF-8: {error.reason} at byte {error.start}") from error
    return list(_yaml_rows(path, text) if path.suffix.lower() in {".yaml", ".yml"} else _csv_rows(path, text))


def problems(rows: Iterable[OwnRow]) -> Iterator[Problem]:
    """What is wrong with `rows`."""
    seen: dict[tuple[str, ...], str] = {}
    for row in rows:
        table = TABLES[row.table]
        faults = [f"{column} is empty" for column in sorted(table.needed) if not row.cells[column]]
        faults += [fault for rule in table.rules for fault in rule(row.cells)]
        yield from (Problem(row.at, "error", fault) for fault in faults)
        key = (row.table, *(row.cells[column] for column in table.columns if column not in {"source", "example"}))
        if key in seen:
            yield Problem(row.at, "error", f"the same as {seen[key]}")
        seen.setdefault(key, row.at)


def _csv_rows(path: Path, text: str) -> Iterator[OwnRow]:
    reader = csv.DictReader(io.StringIO(text, newline=""))
    try:
        header = tuple(reader.fieldnames or ())
        name = next((name for name, table in TABLES.items() if sorted(header) == sorted(table.columns)), None)
        if name is None:
            layouts = "; ".join(f"{name}: {','.join(table.columns)}" for name, table in TABLES.items())
            raise UsageError(f"need the columns of a table ({layouts}), found {','.join(header) or 'none'} in {path}")
        for cells in reader:
            if None in cells or None in cells.values():
                raise UsageError(f"{path} line {reader.line_num}: need {len(header)} cells")
            yield OwnRow(name, f"{path} line {reader.line_num}", {column: cells[column].strip() for column in header})
    except csv.Error as error:
        raise UsageError(f"{path} line {reader.line_num} is no CSV: {error}") from error


class _Loader(yaml.BaseLoader):
    """Makes nothing but texts, lists and mappings – `no` stays a word, 2021-03 a month – and refuses a key that is told twice."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, object]:
        made = super().construct_mapping(node, deep=deep)
        if len(made) < len(node.value):
            raise yaml.constructor.ConstructorError(None, None, "a key is told twice", node.start_mark)
        return made


def _yaml_rows(path: Path, text: str) -> Iterator[OwnRow]:
    try:
        held = yaml.load(text, Loader=_Loader)  # noqa: S506 -- as safe as the safe one, from which it takes away
    except (yaml.YAMLError, RecursionError) as error:
        raise UsageError(f"{path} is no YAML: {error}") from error
    if not isinstance(held, dict) or not set(held) <= set(TABLES):
        raise UsageError(f"need tables by name ({', '.join(TABLES)}), found {_shape(held)} in {path}")
    for name, rows in held.items():
        if not isinstance(rows, list):
            raise UsageError(f"need a list of rows under {name}, found {type(rows).__name__} in {path}")
        for number, row in enumerate(rows, start=1):
            yield _yaml_row(path, name, number, row)


def _yaml_row(path: Path, name: str, number: int, row: object) -> OwnRow:
    at, table = f"{path} {name}[{number}]", TABLES[name]
    if not isinstance(row, dict) or not set(row) <= set(table.columns):
        raise UsageError(f"{at}: need a row with columns out of {', '.join(table.columns)}, found {_shape(row)}")
    cells = {column: _cell(row.get(column), at=at, joint=" " if column == "sectors" else "|") for column in table.columns}
    return OwnRow(name, at, cells)


def _cell(value: object, *, at: str, joint: str) -> str:
    """The cell as CSV would have it: a list joined, nothing as an empty text."""
    parts = value if isinstance(value, list) else [value]
    texts = [part.strip() for part in parts if isinstance(part, str)]
    if len(texts) < sum(part is not None for part in parts):
        raise UsageError(f"{at}: need a text or a list of texts, found {_shape(value)}")
    return joint.join(text for text in texts if text)


def _shape(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, dict) else type(value).__name__


def _country(row: Row) -> Iterator[str]:
    codes = {country.code for country in countries()} | set(NON_STATES)
    if row["country"] and row["country"] not in codes:
        yield f"need an ISO 3166 alpha-3 code or one of {' '.join(NON_STATES)} as country, got {row['country']!r}"


def _sectors(row: Row) -> Iterator[str]:
    unknown = [code for code in row["sectors"].split() if code not in SECTORS]
    if unknown:
        yield f"need sectors out of {' '.join(SECTORS)}, got {' '.join(unknown)}"


def _dates(row: Row) -> Iterator[str]:
    try:
        first, last = first_day(row["first"]), last_day(row["last"])
    except ValueError as error:
        yield str(error)
        return
    if first and last and first > last:
        yield f"need first <= last, got {row['first']} and {row['last']}"


def _one_of(column: str, allowed: Sequence[str]) -> Rule:
    def rule(row: Row) -> Iterator[str]:
        if row[column] and row[column] not in allowed:
            yield f"need {column} out of {', '.join(allowed)}, got {row[column]!r}"

    return rule


def _country_id(row: Row) -> Iterator[str]:
    if row["id"] not in {country.id for country in countries()}:
        yield f"need the id of a country in countries.csv, got {row['id']!r}"


def _degrees(row: Row) -> Iterator[str]:
    for column, most in (("lat", 90), ("lon", 180)):
        try:
            if not -most <= float(row[column]) <= most:
                yield f"need {column} within ±{most} degrees, got {row[column]}"
        except ValueError:
            yield f"need {column} in degrees, got {row[column]!r}"


def _counts(row: Row) -> Iterator[str]:
    if row["population"] and not (row["population"].isascii() and row["population"].isdigit()):
        yield f"need a population in digits, got {row['population']!r}"
    if row["radius_km"] and not re.fullmatch(r"\d+(\.\d+)?", row["radius_km"], re.ASCII):
        yield f"need a radius in kilometres, got {row['radius_km']!r}"


def _phrase(row: Row) -> Iterator[str]:
    words = row["phrase"].split()
    if row["phrase"] != row["phrase"].lower():
        yield f"need a phrase in lower case, got {row['phrase']!r}"
    if words.count("*") > 1 or words == ["*"] or "*" in words[1:-1]:
        yield f"need one * at either end of some words, got {row['phrase']!r}"


def _filled(row: Row) -> Iterator[str]:
    """As `_sectors`, `*` standing for the sectors of the words in the star's place."""
    yield from _sectors({**row, "sectors": row["sectors"].replace("*", " ")})


TABLES: Final[Mapping[str, Table]] = {
    "actors": Table(
        actor_tables.COLUMNS,
        frozenset({"name", "kind", "source"}),
        (_one_of("kind", sorted(actor_tables.KINDS)), _country, _sectors, _dates),
    ),
    "agents": Table(
        ("phrase", "sectors", "kind", "office", "example"),
        frozenset({"phrase", "kind"}),
        (_one_of("kind", ("person", "group", "body", "office")), _filled, _phrase),
    ),
    "outlets": Table(
        ("name", "aliases", "kind", "country", "state", "control", "domain", "wikidata", "source"),
        frozenset({"name", "kind", "source"}),
        (
            _one_of("kind", ("agency", "paper", "broadcaster", "site", "magazine", "channel")),
            _one_of("state", ("yes", "no", "unknown")),
            _country,
        ),
    ),
    "places": Table(
        PLACE_COLUMNS,
        frozenset({"name", "kind", "lat", "lon", "source"}),
        (_one_of("kind", sorted(get_args(PlaceKind))), _country, _degrees, _counts),
    ),
    "country_names": Table(
        NAME_COLUMNS,
        frozenset({"id", "form", "name", "source"}),
        (_one_of("form", FORMS), _country_id, _sectors, _dates),
    ),
}
