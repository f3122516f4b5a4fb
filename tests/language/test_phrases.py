from dateline.language.phrases import Phrases


def test_the_longest_name_is_found() -> None:
    phrases = Phrases(["Yahoo! News", "Yahoo! News Desk", "St. Petersburg"])
    words = ["He", "read", "Yahoo", "!", "News", "Desk", "in", "St.", "Petersburg", "."]
    assert phrases.found(words) == [(2, 6), (7, 9)]


def test_a_name_does_not_end_within_a_word() -> None:
    assert Phrases(["Yahoo! New"]).found(["Yahoo", "!", "News"]) == []


def test_names_of_one_word_are_nothing_to_keep_together() -> None:
    assert Phrases(["Reuters"]).found(["Reuters"]) == []
