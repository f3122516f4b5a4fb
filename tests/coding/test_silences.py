from collections.abc import Callable

import pytest

from dateline.coding.code import Coding

TOLD = "Rebels shelled Kobara on Monday, killing three.\n\n"


@pytest.mark.parametrize(
    ("sentence", "who", "cue"),
    [
        ("Neither government confirmed the attack.", "Neither government", "confirm"),
        ("The army declined to comment.", "The army", "decline"),
        ("Officials in Juba could not be reached for comment.", "Officials in Juba", "reach"),
        ("There was no immediate comment from the Kremlin.", "the Kremlin", "comment"),
        ("No group claimed responsibility for the blast.", "No group", "claim"),
        ("The foreign ministry did not respond to questions.", "The foreign ministry", "respond"),
        ("State media in neither Kenya nor Uganda reported the shelling.", "State media in neither Kenya nor Uganda", "report"),
        ("State media did not report the shelling.", "State media", "report"),
    ],
)
def test_who_does_not_tell_is_recorded_as_silent_about_what_was_told(
    sentence: str, who: str, cue: str, code_all: Callable[..., Coding]
) -> None:
    found = code_all(TOLD + sentence)
    assert [(one.who, one.cue) for one in found.silences] == [(who, cue)]
    shelled = next(claim for claim in found.claims if claim.trigger.text == "shelled")
    assert shelled.id in found.silences[0].about


@pytest.mark.parametrize(
    "sentence",
    [
        "The army confirmed the attack.",
        "He said he did not report to the ministry.",
        "The government should not comment on the case.",
        "The mayor did not say why.",
    ],
)
def test_who_tells_or_only_says_no_more_is_not_silent(sentence: str, code_all: Callable[..., Coding]) -> None:
    assert not code_all(TOLD + sentence).silences


def test_what_nobody_reported_is_no_news_of_it(code_all: Callable[..., Coding]) -> None:
    found = code_all("A Russian delegation visited Myanmar in June.\n\nNo state media in Russia reported the visit.")
    assert [claim.trigger.text for claim in found.claims] == ["visited"]
