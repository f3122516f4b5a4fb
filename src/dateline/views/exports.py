"""What a store can be written as, and how each says what it leaves out."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from dateline.records import Document
from dateline.store.layouts.layout import Layout
from dateline.store.layouts.table import LAYOUTS, lines
from dateline.views.forms import FORMS
from dateline.views.geojson_lines import geojson_lines

Lines = Callable[[Iterable[Document], Counter[str]], Iterator[bytes]]

PARQUET: Final = "parquet"  # the only one that is no stream of lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A format: its lines, what it has no place for, and what we put where it leaves a choice."""

    name: str
    lines: Lines
    lost: tuple[str, ...] = ()
    by_us: tuple[str, ...] = ()


def _of_form(name: str) -> Lines:
    def written(documents: Iterable[Document], _unfit: Counter[str]) -> Iterator[bytes]:
        form = FORMS[name]
        yield form.first
        yield from map(form.lines, documents)

    return written


def _of_layout(layout: Layout) -> Export:
    lost = (*layout.lost, *_REST, _HISTORY)
    return Export(name=layout.name, lines=lambda found, unfit: lines(found, layout, unfit=unfit), lost=lost, by_us=layout.by_us)


_REST: Final = ("quotations, silences and relations", "what was dropped")
_HISTORY: Final = "who coded it and when, what held before it was coded anew, and the bytes of pages"
_TABLE: Final = (
    *_REST,
    "where parties, sources and trigger stand in the text, and the words of parties and places whose names are known",
    "Wikidata items, cues of sources, the countries of sources but for the origin",
    "the text, but for the sentence; byline, section and dateline of the article",
    _HISTORY,
)
_OWN: Final = (
    Export(name="jsonl", lines=_of_form("jsonl"), lost=("pages that gave no article", _HISTORY)),
    Export(name="csv", lines=_of_form("csv"), lost=_TABLE),
    Export(
        name="plover",
        lines=_of_form("plover"),
        lost=(
            *_REST,
            "bases of actors and places; division and precision of places",
            "where parties, sources and trigger stand in the text; cues of sources; same_as",
            "the text; byline, section and dateline of the article",
            _HISTORY,
        ),
    ),
    Export(name="geojson", lines=lambda found, unfit: geojson_lines(found, unfit=unfit), lost=(*_TABLE, "claims without a point")),
)
EXPORTS: Final[Mapping[str, Export]] = MappingProxyType({one.name: one for one in (*_OWN, *map(_of_layout, LAYOUTS.values()))})
LOST_IN_PARQUET: Final = _TABLE
