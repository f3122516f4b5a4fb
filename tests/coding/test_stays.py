from collections.abc import Callable

from dateline.records import Claim

Code = Callable[[str], tuple[Claim, ...]]


def test_officials_who_are_in_anothers_country_on_a_day_visit_it(ruled: Code) -> None:
    (claim,) = ruled("Russian Foreign Minister Sergey Lavrov was in Jakarta on Tuesday.")
    assert (claim.type, claim.modes, claim.where and claim.where.country) == ("CONSULT", ("visit",), "IDN")


def test_who_is_at_home_visits_nobody(ruled: Code) -> None:
    assert not ruled("Russian Foreign Minister Sergey Lavrov was in Moscow on Tuesday.")


def test_a_coup_in_a_country_is_by_some_of_it_against_it(ruled: Code) -> None:
    (condemned, coup) = ruled("France condemned the Feb. 1 military coup in Myanmar.")
    assert [party.country for party in condemned.recipients] == ["MMR"]
    assert {party.country for party in (*coup.actors, *coup.recipients)} == {"MMR"}
