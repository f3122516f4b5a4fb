"""`dateline export`: the claims of a store in the formats of others."""

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import click

from dateline.errors import UsageError
from dateline.records import Document
from dateline.views.store_options import filter_options, filters_of, opened, store_option

_FORMATS: Final = ("jsonl", "csv", "parquet", "geojson", "plover", "polecat", "gdelt", "gdelt-mentions", "acled", "ucdp")


@click.command()
@store_option
@filter_options
@click.option("--format", "form", type=click.Choice(_FORMATS), default="csv", show_default=True, help="What is written.")
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), default=None, help="The file; default: standard output. Parquet needs one."
)
@click.option("--quiet", is_flag=True, help="Do not say what the format has no place for.")
def export(*, target: str, form: str, out: Path | None, quiet: bool, **chosen: Any) -> None:  # noqa: ANN401 -- the filters, checked by click
    """Write the claims that were asked for, all or those that the filters leave, and say what the format could not carry over.

    A file appears only when it is whole.
    """
    from dateline.store.queries.articles import documents
    from dateline.views.exports import EXPORTS, LOST_IN_PARQUET, PARQUET

    counted, unfit = Counter[str](), Counter[str]()
    with opened(target) as store:
        found = _counted(documents(store, filters_of(**chosen)), counted)
        if form == PARQUET:
            _write_parquet(found, out)
        else:
            _write(EXPORTS[form].lines(found, unfit), out)
    if not quiet:
        lost = LOST_IN_PARQUET if form == PARQUET else EXPORTS[form].lost
        written = counted["claims"] - unfit.total()
        told = [f"{written:,} of {counted['claims']:,} claims, from {counted['articles']:,} articles, as {form}"]
        told += [f"left out: {number:,} claims, {reason}" for reason, number in unfit.most_common()]
        told += [f"no place for: {what}" for what in lost]
        told += [f"note: {what}" for what in (() if form == PARQUET else EXPORTS[form].by_us)]
        click.echo("\n".join(told), err=True)


def _counted(found: Iterable[Document], counted: Counter[str]) -> Iterator[Document]:
    for document in found:
        counted["articles"] += 1
        counted["claims"] += len(document.claims)
        yield document


def _write(lines: Iterable[bytes], out: Path | None) -> None:
    if out is None:
        sys.stdout.buffer.writelines(lines)
        sys.stdout.buffer.flush()
        return
    with _whole(out) as part, part.open("wb") as file:
        file.writelines(lines)


def _write_parquet(found: Iterable[Document], out: Path | None) -> None:
    from dateline.views.parquet_file import write_parquet

    if out is None:
        raise UsageError("Parquet needs a file: --out claims.parquet")
    with _whole(out) as part:
        write_parquet(found, part)


@contextmanager
def _whole(out: Path) -> Iterator[Path]:
    """A file to be written in the block: `out` once it is whole, and gone where it is not. UsageError where it cannot be written."""
    part = out.with_name(f"{out.name}.part")
    try:
        yield part
        with part.open("rb") as file:
            os.fsync(file.fileno())
        part.replace(out)
    except OSError as error:
        raise UsageError(f"cannot write {out}: {error.strerror or error}") from error
    finally:
        part.unlink(missing_ok=True)
