"""Paths as people write them (files, folders, globs, "-") → one path for each input."""

import glob
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from dateline.errors import NoSuchInput
from dateline.read.limits import ReadLimits
from dateline.read.pages import STANDARD_INPUT, shown
from dateline.records import Dropped

_Identity = tuple[int, int]  # device and inode: the same folder by whatever name
_HIDDEN: Final = "."


def inputs(paths: Sequence[str], *, limits: ReadLimits) -> Iterator[str | Dropped]:
    """Each file that `paths` lead to, in their order; folders and globs sorted by name. What was passed over comes as Dropped.

    A path that exists is that path, even where it looks like a glob. Hidden files and folders are no input unless named. A folder is
    entered once, whatever links lead to it. Raises NoSuchInput for a path or glob that leads nowhere.
    """
    for path in paths:
        if path == STANDARD_INPUT or (os.path.lexists(path) and not Path(path).is_dir()):
            yield path
        elif Path(path).is_dir():
            yield from _named_folder(Path(path), limits=limits)
        elif glob.has_magic(path):
            yield from _globbed(path, limits=limits)
        else:
            raise NoSuchInput(f"expected a file, a folder, a glob or -, found nothing at {shown(path)}")


def _named_folder(folder: Path, *, limits: ReadLimits) -> Iterator[str | Dropped]:
    nothing = True
    for one in _inside(folder, depth=1, limits=limits, entered=set()):
        nothing = False
        yield one
    if nothing:
        yield _dropped(folder, "empty", "a folder without files")


def _globbed(pattern: str, *, limits: ReadLimits) -> Iterator[str | Dropped]:
    base, rest = _split(pattern)
    found = sorted(path for path in base.glob(rest) if not _hidden(path.relative_to(base), rest))
    if not found:
        raise NoSuchInput(f"expected files that match, found none for {shown(pattern)}")
    entered: set[_Identity] = set()
    given: set[str] = set()
    for path in found:
        for one in _inside(path, depth=1, limits=limits, entered=entered) if path.is_dir() else _file(path):
            name = one.path if isinstance(one, Dropped) else one
            if name not in given:  # `**` finds a folder and what is in it
                given.add(name)
                yield one


def _split(pattern: str) -> tuple[Path, str]:
    """The folder before the first part with a wildcard, and the rest. pathlib's glob follows no links to folders, so it cannot loop."""
    parts = Path(pattern).parts
    first = next(number for number, part in enumerate(parts) if glob.has_magic(part))
    return Path(*parts[:first]), str(Path(*parts[first:]))


def _hidden(path: Path, pattern: str) -> bool:
    named = {part for part in Path(pattern).parts if part.startswith(_HIDDEN)}
    return not named and any(part.startswith(_HIDDEN) for part in path.parts)


def _inside(folder: Path, *, depth: int, limits: ReadLimits, entered: set[_Identity]) -> Iterator[str | Dropped]:
    if depth > limits.folder_depth:
        yield _dropped(folder, "too-deep", f"more than {limits.folder_depth} folders deep")
        return
    try:
        status = folder.stat()
        entries = sorted(entry for entry in folder.iterdir() if not entry.name.startswith(_HIDDEN))
    except OSError as error:
        yield _dropped(folder, "unreadable", error.strerror or str(error))
        return
    if (status.st_dev, status.st_ino) in entered:
        return
    entered.add((status.st_dev, status.st_ino))
    for entry in entries:
        yield from _inside(entry, depth=depth + 1, limits=limits, entered=entered) if entry.is_dir() else _file(entry)


def _file(path: Path) -> Iterator[str | Dropped]:
    if path.is_file():
        yield str(path)
    else:
        yield _dropped(path, "not-a-file", "a broken link" if path.is_symlink() else "a pipe, a socket or a device")


def _dropped(path: Path, reason: str, detail: str) -> Dropped:
    return Dropped(path=shown(path), stage="read", reason=reason, detail=detail)
