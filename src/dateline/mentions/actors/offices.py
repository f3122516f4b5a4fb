"""Offices that go by several names, as states, tables and the press call them."""

from collections.abc import Mapping, Sequence
from typing import Final

# Those that outrank others where someone holds several at a time, the highest first.
RANKS: Final = (
    "president",
    "prime minister",
    "king",
    "supreme leader",
    "chancellor",
    "foreign minister",
    "secretary of state",
    "defence minister",
)
# Names of one office, the one that holders go by most often first; None: everywhere, else in these countries alone.
_ALIKE: Final[tuple[tuple[tuple[str, ...], frozenset[str] | None], ...]] = (
    (("foreign minister", "secretary of state"), frozenset({"USA"})),
    (("foreign minister", "foreign secretary"), frozenset({"GBR", "PHL"})),
    (("defence minister", "defence secretary"), frozenset({"GBR", "PHL", "USA"})),
    (("prime minister", "chancellor"), frozenset({"AUT", "DEU"})),
    (("army chief", "commander of the ground forces"), None),
    (
        (
            "chief of the general staff",
            "chief of the defence staff",
            "chief of staff of the armed forces",
            "chairman of the joint chiefs of staff",
            "chief of the defence forces",
            "chief of the defence force",
            "chief of defence",
            "commander of the armed forces",
        ),
        None,
    ),
    (("secretary-general", "secretary general"), None),
    (("UN secretary-general", "secretary-general", "secretary general"), frozenset({"UNO"})),
    (("government spokesman", "spokesman of the government"), None),
    (("spokesman of the president", "spokesman of the presidency"), None),
    (("secretary of the Security Council", "secretary of the security council"), None),
)
# The press calls the chief of a general staff an army chief, and the head of the armed forces a military chief.
_LOOSE: Final[Mapping[str, tuple[str, ...]]] = {"army chief": ("chief of the general staff", "commander of the armed forces")}
# What a story's own words for an office mean first.
_TOLD: Final[Mapping[str, tuple[str, ...]]] = {
    "military chief": ("commander of the armed forces", "chief of the general staff", "chief of the defence staff", "army chief"),
}
# Offices that the press tells without whose they are: `the ambassador` for an ambassador to some country.
_SHORTENED: Final = frozenset({"spokesman", "ambassador", "leader", "envoy", "commander", "minister"})


def names_of(office: str, country: str | None, *, told: Sequence[str] = ()) -> tuple[str, ...]:
    """The names that `office` of `country` goes by, those that a story's words for it (`told`) mean first, its own next."""
    found = [name for words in told for name in (words, *_TOLD.get(words, ()))]
    found.append(office)
    for name in (office, *_LOOSE.get(office, ())):
        for group, countries in _ALIKE:
            if name in group and (countries is None or country in countries):
                found += group
    return tuple(dict.fromkeys([*found, *_LOOSE.get(office, ())]))


def same_office(held: str, told: str, country: str | None) -> bool:
    """Whether the office `held` is what the story calls `told`, under another name or less closely."""
    return held in names_of(told, country) or (told in _SHORTENED and held.startswith(f"{told} "))


def rank(office: str | None) -> int:
    """Lower for higher offices; those without an office last."""
    if office is None:
        return len(RANKS) + 1
    return RANKS.index(office) if office in RANKS else len(RANKS)
