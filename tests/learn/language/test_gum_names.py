from dateline.learn.language.gum_names import gum_names
from dateline.learn.language.treebank import Token, Tree


def tree(rows: str) -> Tree:
    """Rows of form, tag of the Penn treebank, head (from 1, 0 for the root), relation and entity brackets."""
    tokens = []
    for index, row in enumerate(rows.strip().split("\n")):
        form, xpos, head, relation, *entity = row.split()
        upos = "PROPN" if xpos.startswith("NNP") else "X"
        misc = f"Entity={entity[0]}" if entity else "_"
        tokens.append(Token(form, form, form, upos, xpos, "_", int(head) - 1 if head != "0" else index, relation, misc, True))
    return Tree("a", False, tuple(tokens))


def test_a_name_is_what_is_capitalised_around_a_proper_head() -> None:
    found, _ = gum_names(
        tree(
            """
            The DT 2 det (1-organization-new
            University NNP 6 nsubj
            of IN 4 case
            Tolbara NNP 2 nmod (2-place-new)1)
            which WDT 6 nsubj
            burned VBD 0 root
            """
        )
    )
    assert found == [(1, 4, "ORG")]


def test_titles_are_no_part_of_a_persons_name() -> None:
    found, _ = gum_names(
        tree(
            """
            Prime NNP 2 amod (1-person-new
            Minister NNP 5 nsubj
            Nilar NNP 2 flat
            Htwe NNP 2 flat 1)
            left VBD 0 root
            """
        )
    )
    assert found == [(2, 4, "PERSON")]


def test_what_is_not_named_is_no_name_and_loose_proper_nouns_stay_open() -> None:
    found, unknown = gum_names(
        tree(
            """
            The DT 2 det (1-person-new
            envoy NN 3 nsubj 1)
            left VBD 0 root
            Foo NNP 3 obj
            """
        )
    )
    assert found == []
    assert unknown == {3}
