"""Records without where on its machine whoever added them kept the files."""

import re
from dataclasses import replace
from typing import Final

import msgspec

from dateline.records import Document
from dateline.store.queries.kept_pages import KeptPage

_FOLDER: Final = re.compile(r".*[/\\]", re.DOTALL)


def file_name(path: str) -> str:
    """The last part of a path, with the member of the file that it may name: `a.warc.gz#1234`."""
    return _FOLDER.sub("", path)


def without_folders(document: Document) -> Document:
    """The document, with names of files where it had paths."""
    article = document.article
    return msgspec.structs.replace(
        document,
        article=msgspec.structs.replace(article, path=file_name(article.path)) if article else None,
        dropped=tuple(msgspec.structs.replace(drop, path=file_name(drop.path)) for drop in document.dropped),
    )


def page_without_folder(page: KeptPage) -> KeptPage:
    """The page, with the name of its file where it had a path."""
    return replace(page, path=file_name(page.path))
