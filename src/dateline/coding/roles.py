"""The parties of a match: whoever stands in its places, and where nobody does, whoever modifies what stands there."""

from collections.abc import Iterable

from dateline.coding.cast import Cast, Role
from dateline.coding.clauses import Clauses

_MODIFIERS = ("nmod:poss", "amod", "compound", "nmod:desc", "nmod")


def roles(clauses: Clauses, cast: Cast, words: Iterable[int], *, places: bool = False) -> list[Role]:
    """The parties at some words, each once: `Indian jets` and `U.N. convoys` are those of India and the U.N."""
    sentence = clauses.reading.index
    found: dict[tuple[int, str | None], Role] = {}
    for word in words:
        own = cast.roles(sentence, [word])
        if not own:
            inner = [part for child in clauses.children(word, *_MODIFIERS) for part in clauses.coordinated(child)]
            own = cast.roles(sentence, inner, places=places) or (cast.roles(sentence, [word], places=True) if places else [])
        for role in own:
            found.setdefault((role.chain, role.party.country), role)
    return list(found.values())
