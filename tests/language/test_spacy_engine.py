from typing import Any

import pytest

from dateline.language import Phrases
from dateline.language.spacy_engine import SpacyEngine

spacy = pytest.importorskip("spacy", reason="the engine around spaCy needs spaCy")


@pytest.fixture(scope="module")
def pipeline() -> Any:  # noqa: ANN401 - spaCy may be absent
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "GPE", "pattern": "Tolbara"}, {"label": "DATE", "pattern": "Sunday"}])
    return nlp


def test_spans_are_code_points_of_the_text(pipeline: Any) -> None:  # noqa: ANN401
    text = "  Gunmen entered Tolbara on Sunday.\n\nNobody was hurt.  "
    found = SpacyEngine(pipeline)(text)
    assert [text[s.start : s.end] for s in found] == ["Gunmen entered Tolbara on Sunday.", "Nobody was hurt."]
    assert [(text[e.start : e.end], e.kind) for s in found for e in s.entities] == [("Tolbara", "LOC")]


def test_phrases_are_not_broken_and_unwanted_sentences_come_plain(pipeline: Any) -> None:  # noqa: ANN401
    text = "He told Ahead ! News so. Rain fell."
    found = SpacyEngine(pipeline)(text, wanted=lambda sentence: "Rain" in sentence, unbroken=Phrases(["Ahead ! News"]))
    assert [sentence.analysed for sentence in found] == [False, True]
