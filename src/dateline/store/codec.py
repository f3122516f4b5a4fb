"""Records as they are kept, and back: each once whole, as JSON without what stands in a column anyway."""

import zlib
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import msgspec

from dateline.errors import BadRecord
from dateline.knowledge.names import folded
from dateline.records import Article, Claim, Document, Page, digest, from_json, to_json

_LEVEL: Final = 6  # of zlib; on news pages 9 saves a hundredth more and takes twice as long
_CACHED: Final = 1 << 16  # names, most of which come again
LONGEST_KEY: Final = 200  # characters: an index of PostgreSQL takes no entry beyond some 2,700 bytes


@lru_cache(maxsize=_CACHED)
def key(name: str) -> str:
    """What a name is found by: without case and accents, the white space made one space."""
    return " ".join(stored(folded(name)).split())[:LONGEST_KEY]


def stored(text: str) -> str:
    """The text without what a database cannot hold (NUL), each character in its place."""
    return text.replace("\0", "\ufffd")


def article_json(article: Article) -> bytes:
    """An article without its text."""
    return to_json(msgspec.structs.replace(article, text=""))


def article_of(record: bytes, text: str) -> Article:
    """The article of a row."""
    return msgspec.structs.replace(from_json(record, Article), text=text)


def coding_json(document: Document) -> bytes:
    """A document without its article and its claims."""
    return to_json(msgspec.structs.replace(document, article=None, claims=()))


def coding_id(rest: bytes, claims: Sequence[bytes]) -> str:
    """The same where the same was coded: of what `coding_json` gives, and the JSON of each claim."""
    return digest("k", rest, b"\n".join(claims))


def document_of(record: bytes, article: Article, claims: tuple[Claim, ...]) -> Document:
    """The document of a row of codings."""
    return msgspec.structs.replace(from_json(record, Document), article=article, claims=claims)


def page_id(page: Page) -> str:
    """The same for the same bytes with the same that is stated about them, wherever the file lies."""
    return digest("g", page.id, page.key, page.form, page.encoding, msgspec.json.encode(page.given))


def page_json(page: Page) -> bytes:
    """A page without its bytes."""
    return to_json(msgspec.structs.replace(page, content=b""))


def page_of(record: bytes, content: bytes) -> Page:
    """The page of a row, with its bytes as they were. BadRecord where they are damaged."""
    try:
        return msgspec.structs.replace(from_json(record, Page), content=zlib.decompress(content))
    except zlib.error as error:
        raise BadRecord(f"the bytes of a page are damaged: {error}") from error


def packed(content: bytes) -> bytes:
    """The bytes of a page, compressed."""
    return zlib.compress(content, _LEVEL)
