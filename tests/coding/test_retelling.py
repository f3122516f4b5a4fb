from collections.abc import Callable

from dateline.records import Claim

Code = Callable[[str], tuple[Claim, ...]]


def test_a_visit_told_twice_is_linked(ruled: Code) -> None:
    text = (
        "A Russian military delegation secretly visited Myanmar in June.\n\n"
        "The delegation was in the country between June 13 and 19, the paper reported."
    )
    visited, stayed = ruled(text)
    assert (visited.same_as, stayed.same_as) == ((stayed.id,), (visited.id,))


def test_visits_of_different_months_are_two(ruled: Code) -> None:
    text = "A Russian delegation visited Myanmar in March.\n\nA Russian delegation visited Myanmar in June."
    assert [claim.same_as for claim in ruled(text)] == [(), ()]


def test_visits_of_different_states_are_two(ruled: Code) -> None:
    text = "A Russian delegation visited Myanmar in June.\n\nA Chinese delegation visited Myanmar in June."
    assert [claim.same_as for claim in ruled(text)] == [(), ()]
