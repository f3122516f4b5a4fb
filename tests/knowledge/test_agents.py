"""Agent nouns give sectors and offices by the longest match around their head."""

import csv
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.knowledge.agents import Agent, Agents, agents

SECTORS = frozenset("GOV MIL COP JUD LEG SPY PTY OPP PRM REB UAF UNK CVL BUS LAB EDU MED JRN REL REF CRM ELI AGR SOC PRE".split())  # noqa: SIM905


def found(phrase: str) -> Agent:
    agent = agents().match(phrase.split())
    assert agent is not None, phrase
    return agent


@pytest.mark.parametrize(
    ("phrase", "office"),
    [
        ("minister of foreign affairs", "foreign minister"),
        ("external affair minister", "foreign minister"),
        ("russian defense minister", "defence minister"),
        ("secretary of defense", "defence minister"),
        ("british defence secretary", "defence minister"),
        ("premier", "prime minister"),
        ("commander-in-chief", "army chief"),
        ("chief of the general staff", "army chief"),
        ("commander of ukrainian ground force", "army chief"),
        ("head of ukraine 's military intelligence", "intelligence chief"),
        ("chairman of the military council", "junta leader"),
        ("foreign ministry spokeswoman", "spokesman of the foreign ministry"),
        ("spokesman for the ministry of foreign affair", "spokesman of the foreign ministry"),
        ("deputy minister of defence", "deputy defence minister"),
        ("acting interior minister", "acting interior minister"),
        ("interim president", "president"),
        ("vice-president", "vice president"),
    ],
)
def test_offices_have_one_name(phrase: str, office: str) -> None:
    assert found(phrase).office == office


@pytest.mark.parametrize(
    ("phrase", "sectors"),
    [
        ("gunmen", "UAF"),
        ("two masked men", "UAF"),
        ("policewomen", "COP"),
        ("displaced people", "REF"),
        ("moslem cleric", "REL"),
        ("human rights organization", "SOC"),
        ("rebel leader", "REB"),
        ("army spokesman", "MIL"),
        ("hospital official", "MED"),
        ("local official", "GOV"),
        ("member of parliament", "LEG"),
        ("crowd of student", "EDU"),
        ("government troops", "MIL"),
        ("supreme court judge", "JUD"),
        ("opposition leader of the country", "OPP"),
        ("the people 's court", "JUD"),
        ("spokesman for the rebel", "REB"),
        ("leader of the militia", "REB"),
    ],
)
def test_sectors_follow_the_longest_match_and_what_the_head_belongs_to(phrase: str, sectors: str) -> None:
    assert found(phrase).sectors[0] == sectors


def test_an_office_stays_one_with_a_name_behind_it() -> None:
    assert found("president of ukraine").office == "president"
    assert found("leader of utopia").sectors == ("GOV",)


def test_a_name_says_nothing_here() -> None:
    assert found("spokesman for hamas").sectors == ()


@pytest.mark.parametrize(
    "phrase", ["former defence minister", "ex-president", "ousted georgian premier", "former rebel leader", "retired general"]
)
def test_who_once_held_an_office_is_of_the_elites(phrase: str) -> None:
    agent = found(phrase)
    assert agent.sectors == ("ELI",)
    assert agent.former


def test_a_former_office_is_named_as_such() -> None:
    assert found("former deputy prime minister").office == "former deputy prime minister"


def test_who_once_was_a_soldier_is_a_civilian() -> None:
    assert found("former soldier").sectors == ("CVL",)


def test_a_possessor_who_is_former_makes_nobody_else_so() -> None:
    assert not found("the former president 's lawyer").former


@pytest.mark.parametrize("words", [[], ["table"], ["the", "price", "of", "bread"], ["-"], [""]])
def test_other_words_are_no_agents(words: list[str]) -> None:
    assert agents().match(words) is None


def test_the_head_can_be_given() -> None:
    words = ["foreign", "minister", "of", "the", "rebel"]
    agent = agents().match(words, head=1)
    assert agent is not None
    assert agent.office == "foreign minister"


@given(
    st.lists(
        st.sampled_from(["former", "-", "of", "the", "minister", "'s", "rebel", "leader", "ex-", "of-", "spokesman", "xyz", ""]), max_size=8
    )
)
def test_any_words_can_be_matched(words: list[str]) -> None:
    agent = agents().match(words)
    assert agent is None or set(agent.sectors) <= SECTORS


def test_each_row_is_found_by_its_own_phrase() -> None:
    with files("dateline.knowledge").joinpath("tables/agents.csv").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    for row in rows:
        assert row["phrase"] == " ".join(row["phrase"].split()) == row["phrase"].lower(), row
        assert set(row["sectors"].split()) <= SECTORS | {"*"}, row
        assert row["kind"] in {"person", "group", "body", "office"}, row
        assert "-" not in row["phrase"], row
        if "*" not in row["phrase"] and not row["phrase"].startswith(("former ", "ex ")):
            agent = agents().match(row["phrase"].split())
            assert agent is not None, row
            assert " ".join(agent.sectors) == row["sectors"], (row, agent)


def test_rows_come_with_examples_that_use_them() -> None:
    with files("dateline.knowledge").joinpath("tables/agents.csv").open(encoding="utf-8") as lines:
        rows = [row for row in csv.DictReader(lines) if row["example"]]
    assert len(rows) > 90
    for row in rows:
        stem = row["phrase"].replace("* ", "").replace(" *", "").split()[-1].rstrip("y")
        assert stem in row["example"].lower(), row


def test_a_table_of_ones_own_can_be_read() -> None:
    known = Agents([Agent("dog catcher", ("GOV",), "person"), Agent("* barker", ("*",), "person")])
    assert known.match(["dog", "catchers", "barker"]) == Agent("* barker", ("GOV",), "person")
