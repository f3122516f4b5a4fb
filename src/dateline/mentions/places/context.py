"""What stands around a draft: the kind of place that is asked for, and the place or adjective that says in what it lies."""

from collections.abc import Sequence
from typing import Final

from dateline.knowledge.countries import Countries
from dateline.mentions.places.draft import Draft, within
from dateline.mentions.places.words import KIND_OF, KINDS_OF, STREET_WORDS
from dateline.records.reading import Reading

_CONTAINERS: Final = frozenset(("country", "admin1", "admin2"))
_BACK: Final = 5  # words in front of a name in which an adjective tells its country: "the besieged Syrian city of Homs"
_CODE: Final = 2  # letters of a postal code
_GAP: Final = 4  # words between a place and the one that it lies in: "Rastan in the province of Homs"


def connect(reading: Reading, found: Sequence[Draft], countries: Countries) -> None:
    """Fills in `asked`, `within` and `country` of the drafts of one sentence."""
    for number in range(len(found) - 1, -1, -1):
        _street(reading, found[number], found[number + 1] if number + 1 < len(found) else None)
    for draft in found:
        _ask(reading, draft)
    _ask_each(reading, found)
    for number, draft in enumerate(found):
        if not draft.embedded:
            _adjective(reading, draft, countries)
            if number + 1 < len(found):
                _contain(reading, draft, found[number + 1])


def _street(reading: Reading, draft: Draft, after: Draft | None) -> None:
    """Takes the places of their name from streets: from both of `Bourbon and Dauphine streets`."""
    behind = reading.lowered[draft.last].rstrip(".") if draft.last < len(reading.forms) else ""
    joined = after is not None and after.why == "street" and reading.lowered[draft.last : after.first] in (["and"], ["/"], [","])
    if (behind in STREET_WORDS and not draft.embedded) or (joined and not any(place.kind in _CONTAINERS for place in draft.candidates)):
        draft.candidates, draft.why = (), "street"


def _ask(reading: Reading, draft: Draft) -> None:
    first, last = draft.first, draft.last
    behind = reading.lowered[last] if last < len(reading.forms) else ""
    if behind in KIND_OF:
        draft.asked = KIND_OF[behind]
    elif first > 1 and reading.lowered[first - 1] == "of" and reading.lowered[first - 2] in KIND_OF:
        draft.asked = KIND_OF[reading.lowered[first - 2]]
    elif first and reading.lowered[first - 1] in KIND_OF:
        draft.asked = KIND_OF[reading.lowered[first - 1]]
    else:
        end = reading.lowered[last - 1]
        draft.asked = KIND_OF.get(end, "") if last - first > 1 else ""
    if draft.asked == "city" and draft.candidates and not any(place.settled for place in draft.candidates):
        draft.asked = ""


def _ask_each(reading: Reading, found: Sequence[Draft]) -> None:
    """For `the cities of Homs and Hama` and `Kursk and Belgorod regions`: every name of the row."""
    for number, draft in enumerate(found):
        behind = reading.lowered[draft.last] if draft.last < len(reading.forms) else ""
        before = reading.lowered[draft.first - 2] if draft.first > 1 and reading.lowered[draft.first - 1] == "of" else ""
        for kind, row in ((KINDS_OF.get(behind), found[number::-1]), (KINDS_OF.get(before), found[number:])):
            for index, each in enumerate(row if kind else ()):
                if index and not _row(reading, *sorted((row[index - 1], each), key=lambda one: one.first)):
                    break
                if kind and any(place.kind == kind or (kind == "city" and place.settled) for place in each.candidates):
                    each.asked = kind


def _row(reading: Reading, draft: Draft, after: Draft) -> bool:
    """Whether the two are neighbours in a row of names."""
    return reading.lowered[draft.last : after.first] in ([","], ["and"], [",", "and"], ["or"])


def _adjective(reading: Reading, draft: Draft, countries: Countries) -> None:
    """`the Lebanese city of Tripoli`: only with a word for a kind of place between the two."""
    kinds = False
    for at in range(draft.first - 1, max(draft.first - 1 - _BACK, -1), -1):
        word = reading.forms[at]
        kinds = kinds or reading.lowered[at] in KIND_OF
        if kinds and word[:1].isupper():
            codes = {row.id for row in countries.named(word) if row.form == "adjective"}
            if len(codes) == 1:
                draft.country = codes.pop()
            return


def _contain(reading: Reading, draft: Draft, after: Draft) -> None:
    """Ties the draft to the one behind it where that is what it lies in, or the other way round for `Homs province's Rastan`.

    Without a place of its name there it is tied only where the words leave no doubt, as `Kuwait, Egypt` may be two of a list.
    """
    between = reading.lowered[draft.last : after.first]
    if between in (["'s"], ["’s"]) and lies_in(after, draft):
        after.within = draft
    elif between in ([","], ["("], [",", "in"]):
        if not _listed(draft, after) and (lies_in(draft, after) or (_closed(reading, after) and not _is_known(draft))):
            _put_within(draft, after)
    elif _leads_to(between) and (lies_in(draft, after) or (not draft.candidates and _is_area(after))):
        _put_within(draft, after)


def _put_within(draft: Draft, area: Draft) -> None:
    """Ties the two; `Buffalo, New York` asks for the state of New York."""
    draft.within = area
    kinds = {other.kind for other in area.candidates if any(within(place, other) for place in draft.candidates)}
    if "admin1" in kinds and "country" not in kinds and not area.asked:
        area.asked = "admin1"


def _is_known(draft: Draft) -> bool:
    """Whether it may be a country, a first-level area or a capital by its own name."""
    return any(place.own and place.kind in ("country", "admin1", "capital") for place in draft.candidates)


def _leads_to(between: Sequence[str]) -> bool:
    """Whether the words between two places say that the first lies in the second: `in the province of`."""
    return 0 < len(between) <= _GAP and between[0] in ("in", "of") and not set(between) & {",", "and", ";"}


def _is_area(draft: Draft) -> bool:
    return any(place.kind in _CONTAINERS for place in draft.candidates)


def _listed(draft: Draft, after: Draft) -> bool:
    """Whether two names may be neighbours in a list of countries or states, as in `Illinois, Indiana`.

    Not where the second is abbreviated (`New York, N.Y.`), or a country that a state of the first name lies in (`Georgia, USA`).
    """
    ours = [place for place in draft.candidates if place.kind in ("country", "admin1") and place.own]
    theirs = [place for place in after.candidates if place.kind in ("country", "admin1") and place.own]
    if any(within(place, area) for place in ours for area in theirs):
        return False
    return any(place.kind == area.kind and (place.kind == "country" or place.country == area.country) for place in ours for area in theirs)


def _closed(reading: Reading, after: Draft) -> bool:
    """Whether `after` is a first-level area between commas, as in `Greenwood, W. Va., on a charge`."""
    behind = reading.forms[after.last] if after.last < len(reading.forms) else "."
    return behind in (",", ".", ")", ";") and any(
        (place.kind == "admin1" and place.own) or len(after.text) == _CODE for place in after.candidates
    )


def lies_in(draft: Draft, area: Draft) -> bool:
    """Whether a place that the draft may mean lies in one that `area` may mean."""
    return any(within(place, other) for other in area.candidates if other.kind in _CONTAINERS for place in draft.candidates)
