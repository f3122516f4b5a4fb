"""Sentences of our own: what they say happened, by whom, to whom, and on whose word."""

from collections.abc import Callable

import pytest

from dateline.records import Claim

Code = Callable[[str], tuple[Claim, ...]]


def told(claim: Claim) -> str:
    def countries(parties: tuple[object, ...]) -> str:
        return "+".join(str(getattr(party, "country", None)) for party in parties)

    modes = "/".join(claim.modes)
    return f"{countries(claim.actors)} {claim.type}{' ' + modes if modes else ''} {countries(claim.recipients)}".strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenyan soldiers arrested two Somali traders on Monday.", ["KEN COERCE arrest SOM"]),
        ("Two Somali traders were arrested by Kenyan soldiers on Monday.", ["KEN COERCE arrest SOM"]),
        ("Israel's air force carried out strikes on Friday evening against Hamas targets.", ["ISR ASSAULT PSE"]),
        ("France expelled the Malian ambassador.", ["FRA SANCTION expel MLI"]),
        ("France and Chad signed a treaty.", ["FRA+TCD SUPPORT"]),
        ("The United States and Jordan signed a pact on Monday.", ["USA+JOR SUPPORT"]),
        ("That is the group that killed two soldiers in Kenya.", ["ASSAULT KEN"]),
        ("Ghana is under attack from Togo.", ["TGO ASSAULT GHA"]),
        ("Peru will not give aid to Chile.", ["PER REJECT assist CHL"]),
        ("Kenya has begun withdrawing some of its troops from Somalia.", ["KEN RETREAT withdraw SOM"]),
    ],
)
def test_what_is_said_to_have_happened(ruled: Code, text: str, expected: list[str]) -> None:
    assert [told(claim) for claim in ruled(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The team won the match in Lisbon on Sunday.",
        "Shares of the bank fell by two per cent.",
        "Heavy rain hit the coast of Kenya on Monday.",
        "The museum opened on Monday.",
    ],
)
def test_what_is_no_event_gives_no_claim(code: Code, text: str) -> None:
    assert code(text) == ()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Turkey expelled the Greek envoy.", "happened"),
        ("Turkey did not expel the Greek envoy.", "negated"),
        ("Turkey denied that it had expelled the Greek envoy.", "negated"),
        ("Turkey will expel the Greek envoy on Friday.", "future"),
        ("Turkey may expel the Greek envoy.", "hypothetical"),
        ("Turkey expelled the Greek envoy in March 2019.", "historical"),
    ],
)
def test_whether_it_is_said_to_have_happened(code: Code, text: str, status: str) -> None:
    assert [claim.status for claim in code(text)] == [status]


def test_a_past_clause_beside_one_to_come_happened(code: Code) -> None:
    found = code("Kenya's president said he would sign the treaty with Uganda and ordered the army to leave Somalia.")
    assert [claim.status for claim in found][-1] == "happened"


def test_a_harm_to_come_by_another_type_keeps_its_type(code: Code) -> None:
    (claim,) = code("Pakistan will deport Afghan refugees in August.")
    assert (claim.type, claim.status) == ("COERCE", "future")


def test_help_to_come_is_a_promise(code: Code) -> None:
    (claim,) = code("The United Nations will provide food aid to Liberia.")
    assert (claim.type, claim.status) == ("AGREE", "future")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Rebels killed two Kenyan soldiers.", ["Harbour Post"]),
        ("Rebels killed two Kenyan soldiers, the army said.", ["Harbour Post", "the army"]),
        ("According to the United Nations, rebels killed two Kenyan soldiers.", ["Harbour Post", "United Nations"]),
        ("The Nile Herald, citing police, said that rebels killed two Kenyan soldiers.", ["Harbour Post", "Nile Herald", "police"]),
    ],
)
def test_on_whose_word(code: Code, text: str, names: list[str]) -> None:
    (claim,) = [claim for claim in code(text) if claim.type == "ASSAULT"]
    assert [source.name for source in claim.sources] == names


def test_who_speaks_in_the_subject_is_not_the_source(code: Code) -> None:
    released = code("Opposition leader Amara Diallo, released from prison on Monday, told her supporters to stay in the square.")[0]
    assert released.type == "RETREAT"
    assert [source.name for source in released.sources] == ["Harbour Post"]


def test_a_denial_is_the_denied_event_on_the_deniers_word(code: Code) -> None:
    accused, denied = code("Ukraine accused Belarus of arming the militants. Belarus denied involvement.")
    assert (denied.type, denied.status) == (accused.type, "negated")
    assert [party.country for party in denied.actors] == ["BLR"]
    assert denied.sources[-1].cue == "deny"
    assert denied.id != accused.id
    assert denied.id.count("-") == 1


def test_spans_are_those_of_the_text(code: Code) -> None:
    text = "On Monday, Kenyan soldiers shelled a village. Two days later, Uganda condemned the attack."
    for claim in code(text):
        assert text[claim.trigger.start : claim.trigger.end] == claim.trigger.text
        assert claim.sentence.start <= claim.trigger.start < claim.trigger.end <= claim.sentence.end
        for party in (*claim.actors, *claim.recipients):
            assert text[party.start : party.end] == party.text


def test_the_same_text_gives_the_same_claims(code: Code) -> None:
    text = "Kenyan soldiers arrested two Somali traders on Monday, police said."
    assert code(text) == code(text)


@pytest.mark.parametrize(
    "text",
    [
        "x",
        "Attack!",
        "killed killed killed by by by",
        "Kenya " * 300,
        "who said that who said that " * 60,
        "That is the one that is the party that is it." * 9,
    ],
)
def test_garbage_gives_no_error(code: Code, text: str) -> None:
    assert isinstance(code(text), tuple)
