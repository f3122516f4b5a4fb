"""Which country an actor is from where neither its words nor its name tell: the one that the story is about just there."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from dateline.mentions.actors.chains import Chain, Chains
from dateline.mentions.actors.draft import Draft
from dateline.records import PlaceMention

Told = tuple[int, int, str, float]  # sentence, code point, country code, weight

_BEYOND: Final = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"})
_NEAR: Final = {0: 2.4, 1: 1.0, 2: 0.5}  # by sentences between: hand-set; the same sentence outweighs all but a story of one country
_BEHIND: Final = 1.0  # less, for what is told later in the sentence
_EACH: Final = 0.45  # for each further mention anywhere, so that the country of the story wins where nothing is near
_MOST: Final = 6
_FURTHER: Final = 0.05  # for those beyond, so that a story's main country keeps ahead of a side one
_ONCE: Final = 0.3  # of its weight, for a place in a country that nothing else in the story names: the gazetteer may be wrong
_DOER, _ACTOR, _PLACE, _PEOPLE = 1.15, 1.0, 0.9, 0.5  # how much a subject, another actor, a place and mere people tell
_ABROAD: Final = frozenset(  # what makes a phrase one of no country
    "western international foreign world global latin european african asian arab other different various several many regional".split()
)
_STATE: Final = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})  # bodies of some state, whichever it is
_STATELESS: Final = frozenset({"UAF", "UNK"})


class Context:
    """The countries of a story, each with where it is told."""

    def __init__(self, told: Iterable[Told]) -> None:
        self._told: dict[int, list[Told]] = defaultdict(list)  # by sentence
        often: dict[str, int] = defaultdict(int)
        rows = sorted(set(told))
        for _, _, code, _ in rows:
            often[code] += 1
        for where, at, code, weight in rows:
            lone = often[code] == 1 and len(often) > 1 and weight == _PLACE
            self._told[where].append((where, at, code, weight * _ONCE if lone else weight))
        self._often = {code: _EACH * min(count, _MOST) + _FURTHER * max(count - _MOST, 0) for code, count in sorted(often.items())}

    @property
    def about(self) -> frozenset[str]:
        """All of them."""
        return frozenset(self._often)

    def country(self, sentence: int, start: int) -> str | None:
        """The likeliest one at a code point of a sentence; None in a story of no country."""
        near: dict[str, float] = {}
        for apart, nearness in _NEAR.items():
            for where in {sentence - apart, sentence + apart}:
                for _, at, code, weight in self._told.get(where, ()):
                    behind = _BEHIND if where == sentence and at > start else 0.0
                    near[code] = max(near.get(code, 0.0), weight * nearness - behind)
        return max(self._often, key=lambda code: self._often[code] + near.get(code, 0.0)) if self._often else None


def told(drafts: Sequence[Draft], places: Sequence[PlaceMention]) -> Iterable[Told]:
    """Where actors' own words and places tell of countries."""
    for draft in drafts:
        if draft.country and draft.country not in _BEYOND:
            weight = _PEOPLE if "CVL" in draft.sectors else _DOER if draft.subject else _ACTOR
            yield draft.sentence, draft.start, draft.country, weight
    for place in places:
        if place.where.country:
            yield place.sentence, place.start, place.where.country, _PLACE


def fill(chains: Chains, context: Context) -> None:
    """Give the actors that have no country the one that the story is about where they are first told of."""
    for chain in chains.all:
        if _open(chain):
            first = _first(chain)
            chain.country = context.country(first.sentence, first.start)
            if chain.country:
                chain.basis.append("context")


def _first(chain: Chain) -> Draft:
    """The first mention that is no pronoun; `his` may come before the name."""
    return next((draft for draft in chain.drafts if draft.form != "pronoun"), chain.drafts[0])


def _open(chain: Chain) -> bool:
    """Whether nothing tells the country of an actor that is from some country: no stranger, no unknown name, no two sides."""
    first = _first(chain)
    if chain.country or first.form == "pronoun" or any(draft.members for draft in chain.drafts):
        return False
    if not _ABROAD.isdisjoint(first.text.lower().split()):
        return False
    if _STATELESS.intersection(chain.sectors) or (first.plural and first.lemma in {"country", "nation", "state"}):
        return False
    return first.agent is not None or first.kind == "person" or (chain.known is None and bool(_STATE.intersection(chain.sectors)))
