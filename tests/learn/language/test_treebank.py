from pathlib import Path

from dateline.learn.language.treebank import documents_of, raw, trees


def test_raw_text_is_what_the_treebank_was_made_of(treebank: Path) -> None:
    first, second = documents_of(trees(treebank))
    assert raw(first)[0].rstrip() == "Rebels don't know. Rain fell."
    assert raw(second)[0].rstrip() == "Tolbara burned."


def test_words_of_a_contraction_share_its_letters(treebank: Path) -> None:
    text, sentences = raw(documents_of(trees(treebank))[0])
    assert [text[start:end] for start, end in sentences[0]] == ["Rebels", "do", "n't", "know", "."]


def test_roots_are_their_own_heads(treebank: Path) -> None:
    tree = next(trees(treebank))
    assert [token.head for token in tree.tokens] == [3, 3, 3, 3, 3]


def test_documents_can_be_chosen(treebank: Path) -> None:
    assert [tree.document for tree in trees(treebank, {"harbour-2"})] == ["harbour-2"]


def test_paragraphs_are_kept_apart(treebank: Path) -> None:
    everything = list(trees(treebank))
    assert raw(everything)[0].rstrip() == "Rebels don't know. Rain fell.\n\nTolbara burned."
