"""What a claim takes from the sentences around it: its day, its place, who is answerable, and which other claims tell the same."""

from collections.abc import Callable

import pytest

from dateline.records import Claim

Code = Callable[[str], tuple[Claim, ...]]


def assaults(claims: tuple[Claim, ...]) -> list[Claim]:
    return [claim for claim in claims if claim.type == "ASSAULT"]


def test_a_day_is_carried_over_from_the_sentence_before(code: Code) -> None:
    [claim] = assaults(code("The town was quiet until Monday. Then rebels killed three farmers."))
    assert claim.when is not None
    assert (str(claim.when.first), claim.when.basis) == ("2021-07-05", "relative")


def test_where_no_day_is_told_the_story_bounds_it_and_says_so(code: Code) -> None:
    [claim] = assaults(code("Rebels killed three farmers in Kenya."))
    assert claim.when is not None
    assert (str(claim.when.first), str(claim.when.last), claim.when.basis) == ("2021-07-06", "2021-07-07", "published")


def test_a_place_is_carried_over_and_says_so(code: Code) -> None:
    claims = assaults(code("Gunmen came to Kisumu in Kenya on Monday. They killed three Kenyan farmers."))
    assert claims[-1].where is not None
    assert claims[-1].where.country == "KEN"
    assert claims[-1].where.basis.startswith("told near by")


def test_a_meeting_takes_no_day_from_around(code: Code) -> None:
    claims = code("The town was quiet on Monday. The president of Kenya met the president of Ghana.")
    assert [claim.when for claim in claims if claim.type == "CONSULT"] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "The Taliban claimed responsibility for the killing of three farmers.",
        "The Taliban are responsible for the killing of three farmers.",
        "Police blamed the Taliban for the killing of three farmers.",
    ],
)
def test_who_is_held_answerable_is_the_actor(code: Code, text: str) -> None:
    claim = next(claim for claim in assaults(code(text)) if claim.trigger.text == "killing")
    assert [party.name or party.text for party in claim.actors] == ["Taliban"]


def test_the_owner_of_a_murder_is_its_victim(code: Code) -> None:
    [claim] = assaults(code("The bishop's murder in Kenya shocked the country."))
    assert (claim.actors, [party.text for party in claim.recipients]) == ((), ["The bishop"])


def test_a_murder_that_will_be_investigated_has_happened(code: Code) -> None:
    claim = next(claim for claim in assaults(code("The government of Kenya will investigate the murder of the bishop.")))
    assert claim.status == "happened"


def test_claims_of_one_happening_name_each_other(code: Code) -> None:
    first, second = assaults(code("Rebels attacked a village in Kenya on Monday. Three farmers were killed in the attack."))[:2]
    assert second.id in first.same_as
    assert first.id in second.same_as


def test_what_happened_on_other_days_is_apart(code: Code) -> None:
    claims = assaults(code("Rebels killed a bishop in Kenya on Monday. Rebels killed a mayor in Kenya on Saturday."))
    assert [claim.same_as for claim in claims] == [(), ()]
