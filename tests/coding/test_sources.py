from collections.abc import Callable

import pytest

from dateline.records import Claim

Code = Callable[[str], tuple[Claim, ...]]


@pytest.mark.parametrize(
    ("text", "trigger", "chain"),
    [
        ("Rebels shelled Kobara, police said.", "shelled", ["police"]),
        ("“Rebels shelled Kobara,” Anna Holm told Reuters.", "shelled", ["Reuters", "Anna Holm"]),
        ("Rebels shelled Kobara, Sergey Lavrov said on Monday, TASS reported.", "shelled", ["TASS", "Sergey Lavrov"]),
        ("According to witnesses, rebels shelled Kobara.", "shelled", ["witnesses"]),
    ],
)
def test_the_chain_runs_from_who_passed_it_on_to_who_said_it(text: str, trigger: str, chain: list[str], code: Code) -> None:
    claim = next(one for one in code(text) if one.trigger.text == trigger)
    assert [source.name for source in claim.sources] == ["Harbour Post", *chain]


def test_behind_a_report_stands_who_published_it(code: Code) -> None:
    text = (
        "Rebels shelled Kobara, local outlet Myanmar Now claimed in an exclusive report on Wednesday.\n\nThe army kept silent for a day. "
        "According to the report, soldiers burned two villages."
    )
    burned = next(one for one in code(text) if one.trigger.text == "burned")
    assert [source.name for source in burned.sources] == ["Harbour Post", "the report", "Myanmar Now"]


def test_what_is_only_wanted_or_asked_is_on_nobodys_word(code: Code) -> None:
    (asked,) = code("France urged Mali to release two journalists.")
    assert [source.name for source in asked.sources] == ["Harbour Post"]


def test_who_only_says_it_behind_is_no_actor(code: Code) -> None:
    (claim,) = code("A Russian military delegation secretly visited Myanmar last week, the outlet Myanmar Now reported on Sunday.")
    assert [source.name for source in claim.sources] == ["Harbour Post", "Myanmar Now"]
    assert [actor.country for actor in claim.actors] == ["RUS"]
