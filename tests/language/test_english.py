import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import UsageError
from dateline.language import shipped_model
from dateline.language.english import NEEDED, EnglishEngine
from dateline.records import Sentence, from_json, to_json

GOLDEN = Path(__file__).parent / "golden"
STORY = (
    "Port Sorrow, Jun 3 (XYZ).- Gunmen killed eleven villagers near Tolbara on Sunday, the Harbour Courier said, citing police.\n\n"
    "“We don't know who did it,” said Lt. Col. Hassan Idris, who commands U.S.-backed troops in the Lowland Republic. "
    "Foreign Minister Nilar Htwe denied that the army had shelled the town.\n\n"
    "No group has claimed responsibility."
)


def shown(text: str, sentences: tuple[Sentence, ...]) -> list[dict[str, object]]:
    return [
        {
            "text": text[sentence.start : sentence.end],
            "words": [
                f"{text[word.start : word.end]} {word.upos} {word.lemma} {word.head} {word.relation} {word.features}".strip()
                for word in sentence.words
            ],
            "entities": [f"{text[found.start : found.end]} {found.kind}" for found in sentence.entities],
        }
        for sentence in sentences
    ]


def test_a_story_is_read_as_in_the_golden_file(english: EnglishEngine, *, update: bool) -> None:
    path = GOLDEN / "story.json"
    found = json.dumps(shown(STORY, english(STORY)), ensure_ascii=False, indent=1) + "\n"
    if update:
        path.write_text(found, encoding="utf-8")
    assert found == path.read_text(encoding="utf-8")


def test_a_dateline_takes_no_part_in_the_clause_behind_it(english: EnglishEngine) -> None:
    (lead, *_) = english(STORY)
    killed = next(index for index, word in enumerate(lead.words) if word.lemma == "kill")
    subjects = [lead.words[child].lemma for child in lead.children(killed) if lead.words[child].relation == "nsubj"]
    assert subjects == ["gunman"]
    assert [word.relation for word in lead.words[:9]].count("dep") == 1


def test_trees_have_one_root_and_reach_it(english: EnglishEngine) -> None:
    for sentence in english(STORY):
        roots = [index for index, word in enumerate(sentence.words) if word.head == index]
        assert len(roots) == 1
        assert sentence.root() == roots[0]
        assert sentence.words[roots[0]].relation == "root"
        for index in range(len(sentence.words)):
            at, steps = index, 0
            while sentence.words[at].head != at and steps <= len(sentence.words):
                head = sentence.words[at].head
                assert head is not None
                at, steps = head, steps + 1
            assert at == roots[0]


def test_entities_cover_whole_words(english: EnglishEngine) -> None:
    for sentence in english(STORY):
        for found in sentence.entities:
            assert (found.start, found.end) == (sentence.words[found.first].start, sentence.words[found.last - 1].end)


def test_a_text_is_read_alike_in_any_company_and_order(english: EnglishEngine) -> None:
    others = ["Rain fell.", STORY.upper(), "The envoy met Kurdish leaders in Erbil. " * 20, STORY[::-1]]
    alone = EnglishEngine.load(shipped_model())(STORY)
    for before in others:
        english(before)
        assert english(STORY) == alone


def test_sentences_that_are_not_wanted_come_plain(english: EnglishEngine) -> None:
    asked: list[str] = []

    def wanted(sentence: str) -> bool:
        asked.append(sentence)
        return "denied" in sentence

    found, whole = english(STORY, wanted=wanted), english(STORY)
    assert asked == [STORY[sentence.start : sentence.end] for sentence in whole]
    assert [sentence.analysed for sentence in found] == ["denied" in sentence for sentence in asked]
    for some, all_of_it in zip(found, whole, strict=True):
        assert [(w.start, w.end) for w in some.words] == [(w.start, w.end) for w in all_of_it.words]
        if not some.analysed:
            assert some.entities == ()
            assert all((word.upos, word.lemma, word.head, word.relation) == (None,) * 4 for word in some.words)


def test_long_sentences_lose_nothing(english: EnglishEngine) -> None:
    clause = "the army shelled Tolbara and the rebels seized the bridge near Port Sorrow, "
    text = "Officials said that " + clause * 40 + "and that nobody was hurt."
    (sentence,) = english(text)
    assert len(sentence.words) > 500
    assert all(word.upos and word.lemma and word.relation for word in sentence.words)
    assert sum(word.head == index for index, word in enumerate(sentence.words)) == 1
    assert sum(text[found.start : found.end] == "Port Sorrow" for found in sentence.entities) >= 36


def test_capitals_and_headlines_keep_their_names(english: EnglishEngine) -> None:
    for text in ("RUSSIAN DELEGATION SECRETLY VISITED MYANMAR IN JUNE", "Russian Delegation Secretly Visited Myanmar in June"):
        (sentence,) = english(text)
        assert ("MYANMAR", "LOC") in {(text[found.start : found.end].upper(), found.kind) for found in sentence.entities}
        root = sentence.root()
        assert root is not None
        assert sentence.words[root].lemma == "visit"


@pytest.mark.parametrize("text", ["", " \n\n ", "\u200b", "\ufeff", "…", "\x00", "\U0001f4a5", "e\u0301", "Rain \ud800 fell."])
def test_odd_texts_are_read_without_complaint(english: EnglishEngine, text: str) -> None:
    for sentence in english(text):
        assert sentence.words


@given(st.text(max_size=120))
@settings(max_examples=60, deadline=None)
def test_any_text_can_be_read(english: EnglishEngine, text: str) -> None:
    found = english(text)
    assert found == english(text)
    assert all(from_json(to_json(sentence), Sentence) == sentence for sentence in found)


def test_a_folder_without_a_model_says_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"encoder\.onnx"):
        EnglishEngine.load(tmp_path)


def test_the_shipped_model_is_small() -> None:
    assert sum((shipped_model() / name).stat().st_size for name in NEEDED) < 30_000_000
