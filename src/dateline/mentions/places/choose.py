"""The place of each draft once its name is ranked; and where one lies that the gazetteer lacks."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from dateline.knowledge.gazetteer import Place
from dateline.mentions.places.context import lies_in
from dateline.mentions.places.draft import Draft
from dateline.mentions.places.rank import Name
from dateline.mentions.places.where import at_home, contained, reason, resolved, unknown
from dateline.records import Dateline, Where

_FAR: Final = 3_000  # code points: a place named farther off says nothing of where a street lies
_WIDE: Final = frozenset(("country", "continent", "water", "region"))


class _Anchor(NamedTuple):
    """A place that others may be put at, and where in the text it is named."""

    start: int
    end: int
    place: Place
    text: str


class Chosen:
    """The places of an article: of the drafts that were kept, by their ranked names, and the town of the outlet."""

    def __init__(self, kept: Sequence[Draft], held: Iterable[Name], town: Place | None, *, line: Dateline | None = None) -> None:
        names: Mapping[int, Name] = {id(draft): name for name in held for draft in name.drafts}
        first = next((names[id(draft)].best() for draft in kept if id(draft) in names and _within(draft, line)), None)
        self._names = {key: name for key, name in names.items() if first is None or not name.stray(first.country)}
        self._town = town
        anchors = [anchor for draft in kept if (anchor := self._anchor(draft))]
        self._near = sorted(anchor for anchor in anchors if anchor.place.kind not in _WIDE)
        self._countries = sorted(anchor for anchor in anchors if anchor.place.kind == "country")

    def wheres(self, draft: Draft) -> tuple[Where, Where | None]:
        """The place of a draft, and the runner-up."""
        name = self._names.get(id(draft))
        if name is not None and not (draft.within and not lies_in(draft, draft.within)):
            best, *rest = name.order()
            other = resolved(draft, name.places[rest[0]], "the runner-up") if rest else None
            return resolved(draft, name.places[best], reason(draft, name, best)), other
        return self._lacking(draft), None

    def _lacking(self, draft: Draft) -> Where:
        if draft.within and (above := self._names.get(id(draft.within))):
            return contained(draft, above.best(), draft.within.text, near=False)
        if nearest := _nearest(draft, self._near):
            return contained(draft, nearest.place, nearest.text, near=True)
        if self._town and draft.why:
            return at_home(draft, self._town)
        state = _nearest(draft, self._countries)
        return contained(draft, state.place, state.text, near=True) if state else unknown(draft)

    def _anchor(self, draft: Draft) -> _Anchor | None:
        name = self._names.get(id(draft))
        return _Anchor(draft.start, draft.end, name.best(), draft.text) if name and name.well_founded() else None


def _within(draft: Draft, line: Dateline | None) -> bool:
    return line is not None and line.start <= draft.start < line.end


def _nearest(draft: Draft, anchors: Sequence[_Anchor]) -> _Anchor | None:
    """The anchor nearest in the text, one in front counting as nearer."""
    at = bisect_left(anchors, draft.start, key=lambda anchor: anchor.start)
    before = anchors[at - 1] if at else None
    after = anchors[at] if at < len(anchors) else None
    gaps = [(draft.start - before.end, before)] if before else []
    if after:
        gaps.append((2 * (after.start - draft.end), after))
    gap, best = min(gaps, key=lambda pair: pair[0], default=(_FAR, None))
    return best if gap < _FAR else None
