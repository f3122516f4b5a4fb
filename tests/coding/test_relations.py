from collections.abc import Callable

import pytest

from dateline.coding.code import Coding


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Russia is one of the biggest weapons suppliers to Myanmar.", ("supplies", "Russia", "Myanmar")),
        ("Turkey, a key ally of Azerbaijan, sent drones.", ("allied-with", "Türkiye", "Azerbaijan")),
        ("Iran, which arms Hezbollah, denied it.", ("supplies", "Iran", "Hezbollah")),
        ("France is the main donor to Chad.", ("supplies", "France", "Chad")),
        (
            "In April, ASEAN – which includes Myanmar as a member – approved a plan.",
            ("member-of", "Myanmar", "Association of Southeast Asian Nations"),
        ),
    ],
)
def test_what_holds_between_states_is_a_relation_and_no_event(
    sentence: str, told: tuple[str, str, str], code_all: Callable[..., Coding]
) -> None:
    assert told in [(one.kind, one.subject, one.object) for one in code_all(sentence).relations]


@pytest.mark.parametrize("sentence", ["Sweden will become a member of the alliance.", "Serbia is not an ally of Kosovo."])
def test_what_is_to_come_or_denied_is_no_standing_relation(sentence: str, code_all: Callable[..., Coding]) -> None:
    assert not code_all(sentence).relations
