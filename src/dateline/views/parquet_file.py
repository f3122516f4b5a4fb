"""The table of claims as Parquet, for DuckDB, Polars, pandas and R."""

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from dateline.errors import UsageError
from dateline.records import Document
from dateline.views.columns import COLUMNS, KINDS
from dateline.views.rows import Cell, rows_of

if TYPE_CHECKING:
    import pyarrow as pa

_GROUP: Final = 50_000  # rows
_DAYS: Final = ("when_first", "when_last", "published_first", "published_last")
_REAL: Final = ("score", "confidence", "where_lat", "where_lon")
_WHOLE: Final = (
    *("quad", "where_geonameid", "sentence_start", "sentence_end"),
    *(f"{kind}_{end}" for kind in KINDS for end in ("low", "high")),
)


def write_parquet(documents: Iterable[Document], file: Path | BinaryIO) -> int:
    """Writes the rows of all claims; how many. The columns are those of the CSV, days as dates and numbers as numbers."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ModuleNotFoundError as error:
        raise UsageError("Parquet needs pyarrow: pip install 'dateline[parquet]'") from error
    schema = pa.schema([(name, _type(name, pa)) for name in COLUMNS])
    found = (row for document in documents for row in rows_of(document))
    written = 0
    with pq.ParquetWriter(file, schema, compression="zstd") as out:
        while group := list(islice(found, _GROUP)):
            out.write_table(pa.table({name: list(_column(group, name)) for name in COLUMNS}, schema=schema))
            written += len(group)
    return written


def _type(name: str, arrow: "pa") -> "pa.DataType":
    if name in _DAYS:
        return arrow.date32()
    if name in _REAL:
        return arrow.float64()
    return arrow.int64() if name in _WHOLE else arrow.string()


def _column(group: list[dict[str, Cell]], name: str) -> Iterator[Cell | dt.date]:
    for row in group:
        cell = row[name]
        yield dt.date.fromisoformat(cell) if name in _DAYS and isinstance(cell, str) else cell
