from dateline.language.names import KINDS, NameLists

LISTS = NameLists([("city", "Port Sudan"), ("country", "Sudan"), ("surname", "Port"), ("city", "al-Fashir")])


def bit(kind: str) -> int:
    return 1 << KINDS.index(kind)


def test_the_longest_listed_name_marks_its_words() -> None:
    assert LISTS.marks(["In", "Port", "Sudan"]) == [0, bit("city"), bit("city") | bit("country")]


def test_words_in_small_letters_bear_no_mark() -> None:
    assert LISTS.marks(["the", "port", "sudan"]) == [0, 0, 0]


def test_capitals_and_split_hyphens_change_nothing() -> None:
    assert LISTS.marks(["AL", "-", "FASHIR"]) == [bit("city")] * 3
