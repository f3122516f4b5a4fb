from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from dateline.language import shipped_model
from dateline.language.names import NameLists
from dateline.language.windows import LONGEST_PIECES, START, STOP, WINDOW_PIECES, Windows

WINDOWS = Windows(Tokenizer.from_file(str(shipped_model() / "tokenizer.json")), NameLists([("city", "Tolbara")]))
WORDS = st.sampled_from(["troops", "Tolbara", "counterinsurgency", "\u200b", "Rosoboronexport", ",", "x" * 300])


@given(st.lists(st.lists(WORDS, min_size=1, max_size=60), max_size=12))
def test_every_word_is_in_a_window_with_its_sentence(sentences: list[list[str]]) -> None:
    found = WINDOWS(sentences)
    assert sorted({int(word) for window in found for word in window.words}) == list(range(sum(map(len, sentences))))
    for window in found:
        assert len({len(row) for row in (window.ids, window.shapes, window.places, window.owners, window.marks)}) == 1
        assert all(window.ids[place] not in {START, STOP} for place in window.first)
        starts = [place for place, piece in enumerate(window.ids) if piece == START]
        assert all(window.places[place] == 0 for place in starts)
        assert len(starts) == len(set(window.owners.tolist()))


def test_short_sentences_share_a_window() -> None:
    found = WINDOWS([["Rain", "fell", "."]] * 60)
    assert 1 < len(found) < 10
    assert all(len(window.ids) <= WINDOW_PIECES + 2 for window in found)


def test_a_sentence_that_is_too_long_is_read_in_windows_that_overlap() -> None:
    found = WINDOWS([["shelled"] * 1000])
    assert all(len(window.ids) <= LONGEST_PIECES + 2 for window in found)
    assert all(set(a.words.tolist()) & set(b.words.tolist()) for a, b in pairwise(found))


def test_names_of_the_lists_are_marked() -> None:
    (window,) = WINDOWS([["near", "Tolbara"]])
    assert window.marks[window.first[1]].sum() == 1
    assert window.marks[window.first[0]].sum() == 0
