import pytest

from dateline.errors import UsageError
from dateline.learn.coding.marks import parsed
from dateline.ontology import plover


def test_marks_are_read_off_the_text_that_they_stand_in() -> None:
    one = parsed(
        "[Rebels]{1a;2a} [shelled]{1 ASSAULT heavy-weapons} [Kobara]{1r} and [fled]{2 RETREAT withdraw negated}.", plover(), at="x:1"
    )
    assert one.text == "Rebels shelled Kobara and fled."
    shelled, fled = one.claims
    assert (shelled.type, shelled.modes, shelled.status) == ("ASSAULT", ("heavy-weapons",), "happened")
    assert shelled.trigger.within(one.text) == "shelled"
    assert [span.within(one.text) for span in shelled.roles["recipient"]] == ["Kobara"]
    assert (fled.status, [span.within(one.text) for span in fled.roles["actor"]]) == ("negated", ["Rebels"])


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("[Rebels]{1a} shelled Kobara.", "need a trigger for claim 1"),
        ("Rebels [shelled]{1 SHELLING} Kobara.", "need a type"),
        ("Rebels [shelled]{1 ASSAULT visit} Kobara.", "need a type"),
        ("Rebels [[shelled]{1 ASSAULT}]{1a} Kobara.", "mark within a mark"),
        ("Rebels [shelled]{1 ASSAULT} and [burned]{1 ASSAULT} Kobara.", "one trigger a claim"),
    ],
)
def test_wrong_marks_are_named_with_their_line(line: str, said: str) -> None:
    with pytest.raises(UsageError, match=f"x:7.*{said}"):
        parsed(line, plover(), at="x:7")
