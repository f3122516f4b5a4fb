"""Sentences of our own: who is quoted, by which cue, and what is told on their word."""

from collections.abc import Callable

import pytest

from dateline.coding.attribution import Attribution, covering, outermost, quotes

Find = Callable[[str], tuple[Attribution, ...]]


def told(text: str, one: Attribution) -> tuple[str | None, str | None, str]:
    return one.source.within(text) if one.source else None, one.cue, " … ".join(span.within(text) for span in one.contents)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor said the bridge was gone.", ("The mayor", "say", "the bridge was gone")),
        ("The bridge was gone, the mayor said.", ("the mayor", "say", "The bridge was gone")),
        ("The bridge, the mayor said, was gone.", ("the mayor", "say", "The bridge … was gone")),
        ('"The bridge is gone," said the mayor.', ("the mayor", "say", '"The bridge is gone,"')),
        ("‘The bridge is gone,’ the mayor said.", ("the mayor", "say", "‘The bridge is gone,’")),
        ('The mayor said: "We will stay."', ("The mayor", "say", '"We will stay."')),
        ("According to the United Nations, two men were killed.", ("the United Nations", "according to", "two men were killed")),
        ("Rebels have fled the town, according to the army.", ("the army", "according to", "Rebels have fled the town")),
        ("As the minister put it, the war is over.", ("the minister", "put", "the war is over")),
        ("The army is said to have left the city.", (None, "say", "The army … to have left the city")),
        ("The minister vowed to rebuild the port.", ("The minister", "vow", "to rebuild the port")),
        ("The president expressed concern about the shelling of the city.", ("The president", "concern", "about the shelling of the city")),
        ("The governor refused to say whether the bridge had burned.", ("The governor", "say", "whether the bridge had burned")),
        ("The rebels issued a statement calling for talks.", ("The rebels", "call", "for talks")),
        ("The minister told the BBC in an interview that the army would leave.", ("The minister", "tell", "that the army would leave")),
        ("Critics, who said the war was lost, were arrested.", ("Critics, who", "say", "the war was lost")),
    ],
)
def test_who_says_what_by_which_cue(find: Find, text: str, expected: tuple[str | None, str, str]) -> None:
    assert [told(text, one) for one in find(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('"The bridge is gone," the mayor said.', "direct"),
        ("The mayor said the bridge was gone.", "indirect"),
        ('The mayor said the bridge was "gone for good" and would stay so.', "mixed"),
    ],
)
def test_kinds(find: Find, text: str, kind: str) -> None:
    assert [one.kind for one in find(text)] == [kind]


@pytest.mark.parametrize(
    "text",
    ["The army left the city on Monday.", "They live in a village called Harbour.", "The bridge is gone.", "", "said said said", '"" "'],
)
def test_what_nobody_says_is_nobodys_word(find: Find, text: str) -> None:
    assert find(text) == ()


def test_a_quotation_over_several_sentences_is_one(find: Find) -> None:
    text = '"The bridge is gone. We saw it fall. Nobody was hurt," the mayor said.'
    assert [told(text, one)[2] for one in find(text)] == ['"The bridge is gone. We saw it fall. Nobody was hurt,"']


def test_a_quotation_over_paragraphs_is_one(find: Find) -> None:
    text = "“We stay. We fight.\n\n“We never leave,” the general said."
    assert [told(text, one)[2] for one in find(text)] == ["“We stay. We fight.\n\n“We never leave,”"]


def test_the_speaker_carries_on_in_the_paragraph(find: Find) -> None:
    text = '"The bridge is gone," the mayor said. "Nobody was hurt."'
    (one,) = find(text)
    assert told(text, one)[2] == '"The bridge is gone," … "Nobody was hurt."'


def test_the_last_speaker_carries_on_in_a_later_paragraph(find: Find) -> None:
    _, carried = find('"The bridge is gone," Sergei Lavrov said.\n\n"It will not be built again in our lifetime."')
    assert (carried.cues, carried.source) == ((), None)
    assert carried.speaker is not None
    assert carried.speaker.party.name == "Sergey Lavrov"


def test_a_pronoun_stands_for_whom_its_chain_names(find: Find) -> None:
    _, later = find("Sergei Lavrov said the army had left. He added that he would not return.")
    assert later.speaker is not None
    assert later.speaker.party.name == "Sergey Lavrov"


@pytest.mark.parametrize(
    ("text", "carrier"),
    [
        ("Sergei Lavrov told Reuters that the army had left.", "Reuters"),
        ('"We stay," Sergei Lavrov said in an interview with the BBC.', "the BBC"),
        ("The army has left the city, Sergei Lavrov said, TASS reported.", "TASS"),
        ("Sergei Lavrov was quoted by Interfax as saying that the army had left.", "Interfax"),
        ("Interfax quoted Sergei Lavrov as saying that the army had left.", "Interfax"),
    ],
)
def test_which_medium_carried_it(find: Find, text: str, carrier: str) -> None:
    one = next(one for one in find(text) if one.speaker and one.speaker.party.name == "Sergey Lavrov")
    assert one.carrier is not None
    assert one.carrier.within(text) == carrier


def test_who_is_cited_is_the_source_and_who_cites_the_carrier(find: Find) -> None:
    text = "The New York Times, citing police, said that three men were arrested."
    cited = next(one for one in find(text) if one.cue == "cite")
    assert told(text, cited) == ("police", "cite", "that three men were arrested")
    assert cited.medium is not None
    assert cited.medium.party.name == "New York Times"


def test_what_covers_a_word_comes_outermost_first(find: Find) -> None:
    text = "Police say witnesses told officers that rebels had killed two men."
    found = find(text)
    assert [one.cue for one in covering(found, text.index("killed"))] == ["say", "tell"]
    assert [one.cue for one in outermost(found)] == ["say"]


def test_a_second_verb_of_the_sayer_is_not_part_of_what_is_said(find: Find) -> None:
    text = "The governor said that the rebels would come back and warned of a long siege."
    assert [told(text, one) for one in find(text)] == [
        ("The governor", "say", "that the rebels would come back"),
        ("The governor", "warn", "of a long siege"),
    ]


def test_turns_of_a_transcript(find: Find) -> None:
    text = "KING: What happened in the city?\n\nAMARA DIALLO: The rebels burned the bridge."
    assert [told(text, one) for one in find(text)] == [
        ("KING", ":", "What happened in the city?"),
        ("AMARA DIALLO", ":", "The rebels burned the bridge."),
    ]


def test_quotations_that_are_signed_behind_a_dash(find: Find) -> None:
    text = "“We stay in the city.” ― Amara Diallo\n“Nobody stays with us.” — Jonas Berg"
    assert [told(text, one)[0] for one in find(text)] == ["Amara Diallo", "Jonas Berg"]


def test_quotes_of_the_record(find: Find) -> None:
    text = 'Sergei Lavrov told Reuters: "The army has left."'
    (quote,) = quotes(find(text), text)
    assert text[quote.start : quote.end] == '"The army has left."'
    assert (quote.kind, quote.speaker, quote.carrier, quote.cue) == ("direct", "Sergey Lavrov", "Reuters", "tell")


@pytest.mark.parametrize("text", ["he said " * 80, '"said" ' * 60, "A: b\n" * 40, "― x\n― (@y)\n― z (@y)", "“" * 50, "''' ' '' said he '"])
def test_garbage_gives_spans_within_the_text(find: Find, text: str) -> None:
    for one in find(text):
        for span in (*one.cues, *one.contents, *([one.source] if one.source else [])):
            assert span.within(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two men died, the mayor said on Monday.", "Two men died"),
        ("The general told his troops to stay until dawn.", "to stay until dawn"),
        ("Kenya accused Uganda of arming rebels.", "of arming rebels"),
        ("Kenya blamed the rebels for the raid; the rebels accused the army.", "the rebels for the raid"),
    ],
)
def test_contents_end_where_the_word_of_their_source_does(find: Find, text: str, expected: str) -> None:
    assert told(text, find(text)[0])[2] == expected


def test_a_document_that_is_cited_is_the_source(find: Find) -> None:
    text = "The newspaper, citing a police document, reported that officers had fled."
    assert ("a police document", "cite", "that officers had fled") in [told(text, one) for one in find(text)]
