"""The stories of a test set of MUC-3 or MUC-4 as documents, read as any prose from a wire is."""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from dateline.errors import UsageError
from dateline.extract.article import article
from dateline.extract.limits import ExtractLimits
from dateline.records import Document, Dropped, Page

_HEADER: Final = re.compile(r"^((?:DEV|TST\d)-MUC\d-\d{4})\b.*$", re.MULTILINE)
_STORIES: Final = "*-muc[34]*"
_TODAY: Final = dt.date(1992, 6, 30)  # the exercise was over: no story is younger


def stories(folder: Path) -> Iterator[Document]:
    """One document a story, its id as the article's key, in the order of the files. UsageError where the folder has none."""
    files = [file for file in sorted(folder.glob(_STORIES)) if not file.name.startswith("key")]
    if not files:
        raise UsageError(f"need a test set with files {_STORIES}, found none in {folder}")
    for file in files:
        pieces = _HEADER.split(file.read_text(encoding="latin-1"))
        for name, body in zip(pieces[1::2], pieces[2::2], strict=True):
            page = Page(path=f"{file}#{name}", content=body.encode(), form="prose", key=name)
            found = article(page, limits=ExtractLimits(), today=_TODAY)
            yield Document(article=None, dropped=(found,)) if isinstance(found, Dropped) else Document(article=found)
