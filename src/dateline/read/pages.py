"""One input → its pages, whatever it is; what cannot be read is dropped with a reason."""

import sys
from collections.abc import Iterator
from contextlib import closing, nullcontext
from pathlib import Path
from typing import BinaryIO, Final

from dateline.errors import BadInput, LimitExceeded, NoSuchInput
from dateline.read.kinds import kind_of, refuse_binary
from dateline.read.limits import ReadLimits
from dateline.read.readers import KINDS, READERS
from dateline.read.source import Source, opened
from dateline.records import Dropped, Page

STANDARD_INPUT: Final = "-"


def pages(
    source: str | Path, *, kind: str | None = None, limits: ReadLimits, stdin: BinaryIO | None = None, name: str = ""
) -> Iterator[Page | Dropped]:
    """The pages of one file, or of standard input for "-", lazily and in order, with what was dropped on the way.

    `kind` is one of KINDS; without it, it is found by content first and by name second. `name` is what a file is called that comes by
    `stdin`; nothing is opened by it. Raises NoSuchInput for another kind; a file that cannot be read does not raise.
    """
    if kind is not None and kind not in KINDS:
        raise NoSuchInput(f"expected a kind of input ({', '.join(KINDS)}), found {kind!r}")
    return _counted(_pages(str(source), kind=kind, limits=limits, stdin=stdin, name=name), path=shown(source), most=limits.pages_per_file)


def shown(path: str | Path) -> str:
    """A path as it can be written: names that are no UTF-8 keep their place, not their bytes."""
    return str(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _counted(found: Iterator[Page | Dropped], *, path: str, most: int) -> Iterator[Page | Dropped]:
    for number, one in enumerate(found):
        if number == most:
            yield _dropped(path, LimitExceeded("too-many-pages", f"only the first {most:,} were read"))
            return
        yield one


def _pages(path: str, *, kind: str | None, limits: ReadLimits, stdin: BinaryIO | None, name: str) -> Iterator[Page | Dropped]:
    from_standard_input = path == STANDARD_INPUT
    file = Path(path)
    try:
        with nullcontext(stdin or sys.stdin.buffer) if from_standard_input else closing(file.open("rb", buffering=0)) as raw:
            source = opened(
                raw,
                path=shown(path),
                name=name if from_standard_input else file.name,
                file=file if not from_standard_input and file.is_file() else None,
                limits=limits,
            )
            yield from _read(source, kind=kind)
    except BadInput as error:
        yield _dropped(shown(path), error)
    except OSError as error:
        yield _dropped(shown(path), BadInput("unreadable", error.strerror or str(error)))


def _read(source: Source, *, kind: str | None) -> Iterator[Page | Dropped]:
    """What the kind's reader gives."""
    if kind is None:
        kind = kind_of(source.head, name=source.name)
    elif kind != "warc" or not source.head.strip():  # what is zipped in an archive's own way looks binary
        refuse_binary(source.head)
    yield from READERS[kind](source)


def _dropped(path: str, error: BadInput) -> Dropped:
    return Dropped(path=path, stage="read", reason=error.reason, detail=error.detail)
