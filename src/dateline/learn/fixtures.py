"""Saved news pages with what they say, in the layout of fundus' test fixtures: `<country>/<Outlet>.json` beside its `.html.gz` pages."""

import datetime as dt
import gzip
import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, TypeVar

import msgspec

from dateline.errors import BadRecord, NoSuchInput
from dateline.extract.decode import decode

T = TypeVar("T")
Half = Literal["dev", "held-out"]

_PAGE: Final = re.compile(r"(?P<outlet>.+)_\d{4}_\d\d_\d\d\.html\.gz")
_WORD: Final = re.compile(r"\w+")


class _Section(msgspec.Struct):
    headline: list[str] | None = None
    paragraphs: list[str] | None = None


class _Body(msgspec.Struct):
    summary: list[str] | None = None
    sections: list[_Section] | None = None


class _Version(msgspec.Struct):
    title: str | None = None
    authors: list[str] | None = None
    publishing_date: str | None = None
    body: _Body | None = None


class _Meta(msgspec.Struct):
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixture:
    """A saved page and its truth. `body` is summary, section headlines and paragraphs in order; `day` as the page's time zone has it."""

    name: str
    publisher: str
    country: str
    html: str
    url: str | None
    title: str | None
    authors: tuple[str, ...]
    day: dt.date | None
    body: tuple[str, ...]

    @property
    def half(self) -> Half:
        """Rules are tuned on `dev` publishers; models are cross-validated over all. Split by a digest of the name: it never changes."""
        return "dev" if hashlib.sha256(self.publisher.encode()).digest()[0] % 2 == 0 else "held-out"


def fixtures(directory: Path) -> Iterator[Fixture]:
    """Every page with a truth anywhere below `directory`, by country and name; NoSuchInput where there is none."""
    truths = [path for path in sorted(directory.rglob("*.json")) if any(path.parent.glob(f"{path.stem}_*.html.gz"))]
    if not truths:
        raise NoSuchInput(f"no Outlet.json with Outlet_YYYY_MM_DD.html.gz beside it below {directory}")
    for path in truths:
        yield from _of_publisher(path)


def _of_publisher(path: Path) -> Iterator[Fixture]:
    versions = _read(path, dict[str, _Version])
    meta_path = path.with_name("meta.info")
    metas = _read(meta_path, dict[str, _Meta]) if meta_path.exists() else {}
    pages = sorted(page for page in path.parent.iterdir() if (named := _PAGE.fullmatch(page.name)) and named["outlet"] == path.stem)
    texts = [decode(gzip.decompress(page.read_bytes()), declared=None, markup=True) for page in pages]
    for page, text, version in _matched(pages, texts, versions):
        yield Fixture(
            name=page.name,
            publisher=path.stem,
            country=path.parent.name,
            html=text,
            url=metas[page.name].url if page.name in metas else None,
            title=version.title,
            authors=tuple(version.authors or ()),
            day=dt.datetime.fromisoformat(version.publishing_date).date() if version.publishing_date else None,
            body=_body(version.body),
        )


def _read(path: Path, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(path.read_bytes(), type=kind)
    except (msgspec.DecodeError, ValueError) as error:
        raise BadRecord(f"{path}: {error}") from error


def _matched(pages: list[Path], texts: list[str], versions: dict[str, _Version]) -> Iterator[tuple[Path, str, _Version]]:
    """Pages with the version of the truth that is theirs: by order of age where there is one of each, else by whose words they hold."""
    if len(pages) == len(versions):
        yield from zip(pages, texts, (versions[key] for key in sorted(versions)), strict=True)
        return
    for page, text in zip(pages, texts, strict=True):
        words = Counter(_WORD.findall(text.lower()))
        yield page, text, max(versions.values(), key=lambda version: _held(version, words))


def _held(version: _Version, words: Counter[str]) -> float:
    own = Counter(_WORD.findall(" ".join(_body(version.body)).lower()))
    return sum((own & words).values()) / (own.total() or 1)


def _body(body: _Body | None) -> tuple[str, ...]:
    if body is None:
        return ()
    told = (text for section in body.sections or () for text in (*(section.headline or ()), *(section.paragraphs or ())))
    return tuple(text for text in (*(body.summary or ()), *told) if text.strip())
