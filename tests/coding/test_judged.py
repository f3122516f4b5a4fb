"""What the model adds to the rules and what it takes away."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.coding.judge import Judge
from dateline.errors import UsageError
from dateline.records import Claim

Code = Callable[[str], tuple[Claim, ...]]


def test_each_claim_tells_the_row_and_what_the_model_says_of_it(code: Code) -> None:
    (claim,) = code("Kenyan soldiers arrested two Somali traders on Monday.")
    row, model = claim.why
    assert row.startswith("«arrested» is COERCE by COERCE.csv:")
    assert model.startswith("the model: an event ")
    assert claim.confidence > 0.9


def test_the_model_finds_an_event_that_no_row_knows(code: Code, ruled: Code) -> None:
    text = "The junta's men waterboarded two Chadian reporters for hours in the barracks."
    (claim,) = code(text)
    assert claim.type in {"ASSAULT", "COERCE"}
    assert ruled(text) or "no row of the lexicon fits" in claim.why[-1]


@pytest.mark.parametrize(
    "text",
    [
        "Argentina thrashed Uruguay 4-0 in Rosario.",
        "The striker opened fire from 25 metres and beat the keeper.",
        "Customers stormed the new furniture store in Warsaw on its opening morning.",
        "Grey squirrels have driven out their red cousins from most of the wood.",
    ],
)
def test_what_only_sounds_like_conflict_gives_no_claim(code: Code, text: str) -> None:
    assert code(text) == ()


def test_a_light_verb_and_its_noun_are_one_event(code: Code) -> None:
    assert len(code("Kenya held talks with Somalia in Nairobi on Monday.")) == 1
    assert len(code("Kenya has begun withdrawing its troops from Somalia.")) == 1


def test_a_denial_is_no_refusal(code: Code) -> None:
    found = code("Ukraine accused Belarus of arming the militants. Belarus denied involvement.")
    assert {claim.type for claim in found} == {"ACCUSE"}


def test_a_folder_without_a_model_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"coder\.onnx"):
        Judge(tmp_path)
