"""Office-holders are distilled from open tables: names, offices and spells as the sources tell them, each spell once."""

import json
from pathlib import Path

import pytest

from dateline.learn.knowledge.holders import rows
from dateline.learn.knowledge.holders_congress import members, presidents
from dateline.learn.knowledge.holders_factbook import heads, press_name
from dateline.learn.knowledge.holders_merge import merged, settled, without_office_twice
from dateline.learn.knowledge.holders_petrarch import members as dictionary_members
from dateline.learn.knowledge.holders_petrarch_codes import day, spells
from dateline.learn.knowledge.holders_rows import Holder
from dateline.learn.knowledge.holders_wikidata import heads_of_2022

DICTIONARY = """\
# A comment.
OSTRAVIA_  [AFG]
+OSTRAVIAN_
MILO_AL_HARBAN_  # CountryInfo.txt
+MILO_V._HARBAN_
+FOREIGN_MINISTER_MILO_HARBAN
	[AFGGOV 030101-040331]
	[AFGGOVMIL 050901-060715]
	[AFGGOV >060901]
OLD_GUARD_MAN_
	[AFGGOV 720101-791231]
PEOPLES_HOUSE_PARTY_
	[AFGGOV 050901-060930]
"""


def holder(
    name: str, *, office: str = "president", source: str = "one", first: str = "", last: str = "", seen: str = "", wikidata: str = ""
) -> Holder:
    return Holder(
        name=name, country="AFG", office=office, sectors="GOV", source=source, first=first, last=last, seen=seen, wikidata=wikidata
    )


def test_the_factbook_tells_heads_with_their_first_day(tmp_path: Path) -> None:
    branch = {
        "chief of state": {
            "text": "King OSTRAN III (since 8 September 2022); represented by Governor General Mary SEDLAK (since 26 July 2021)"
        },
        "head of government": {"text": "Interim Prime Minister Gen. Jos&eacute; MARENO (since June 2020)"},
    }
    (tmp_path / "africa").mkdir()
    (tmp_path / "africa/ag.json").write_text(json.dumps({"Government": {"Executive branch": branch}}), encoding="utf-8")
    told = [(row.name, row.office, row.first) for row in heads(tmp_path, {"ag": "DZA"})]
    assert told == [
        ("Ostran III", "king", "2022-09-08"),
        ("Mary Sedlak", "governor-general", "2021-07-26"),
        ("José Mareno", "prime minister", "2020-06"),
    ]


@pytest.mark.parametrize(
    ("told", "name"),
    [("Milo Ivan HARBAN", "Milo Ivan Harban"), ("XI Lin", "Xi Lin"), ("OSTRAN VI", "Ostran VI"), ("Abdel EL-HARBI", "Abdel el-Harbi")],
)
def test_capitals_become_the_letters_of_the_press(told: str, name: str) -> None:
    assert press_name(told) == name


def test_a_dictionary_of_cabinets_tells_spells_by_role(tmp_path: Path) -> None:
    file = tmp_path / "actors.txt"
    file.write_text(DICTIONARY, encoding="utf-8")
    told = [(row.name, row.aliases, row.sectors, row.first, row.last, row.seen) for row in dictionary_members([file])]
    names = ("Milo Al Harban", ("Milo V. Harban",))
    assert told == [
        (*names, "GOV", "", "2004-03", ""),
        (*names, "GOV", "2006-09", "", "2014-01"),
        (*names, "GOV MIL", "2005-09", "2006-07-15", ""),
    ]


def test_of_two_spanish_surnames_the_first_is_enough_where_it_is_rare(tmp_path: Path) -> None:
    names = ("JUAN_OSTRO_SEDLAK", "JUAN_CARLOS_OSTRO_SEDLAK", "JUAN_PEREZ_SEDLAK", "CARLOS_OSTRO", "CARLOS_SEDLAK", "CARLOS_HARBAN")
    file = tmp_path / "actors.txt"
    file.write_text("".join(f"{name}_\n\t[PERGOV 050901-060930]\n" for name in names), encoding="utf-8")
    told = {row.name: row.aliases for row in dictionary_members([file])}
    assert told["Juan Ostro Sedlak"] == ("Juan Ostro",)
    assert told["Juan Carlos Ostro Sedlak"] == ("Juan Carlos Ostro",)
    assert told["Juan Perez Sedlak"] == ()


@pytest.mark.parametrize(
    ("digits", "ends", "date"),
    [("050901", False, "2005-09"), ("060930", True, "2006-09"), ("060715", True, "2006-07-15"), ("19940922", False, "1994-09-22")],
)
def test_days_of_a_dictionary_are_as_precise_as_they_can_be(digits: str, ends: bool, date: str) -> None:
    assert day(digits, ends=ends) == date


def test_a_comment_beside_a_code_tells_the_office() -> None:
    assert [spell.office for spell in spells("\t[EGYGOV 20110131-20110303] # Prime Minister")] == ["prime minister"]


def test_codes_of_former_officials_and_reversed_spells_are_left_out() -> None:
    assert not spells("\t[EGYELI 20110131-20110303]")
    assert not spells("\t[EGYGOV 20121207-20120802]")


def test_terms_of_congress_that_follow_are_one_spell(tmp_path: Path) -> None:
    file = tmp_path / "legislators.yaml"
    file.write_text(
        "- id:\n    wikidata: Q1\n  name:\n    first: Ada\n    last: Sedlak\n    nickname: Addie\n  terms:\n"
        "  - type: rep\n    start: '2011-01-05'\n    end: '2013-01-03'\n"
        "  - type: rep\n    start: '2013-01-03'\n    end: '2015-01-03'\n"
        "  - type: sen\n    start: '2021-01-03'\n    end: '2027-01-03'\n",
        encoding="utf-8",
    )
    told = [(row.name, row.aliases, row.office, row.first, row.last, row.wikidata) for row in members(file)]
    assert told == [
        ("Ada Sedlak", ("Addie Sedlak",), "representative", "2011-01-05", "2015-01-03", "Q1"),
        ("Ada Sedlak", ("Addie Sedlak",), "senator", "2021-01-03", "", "Q1"),
    ]


def test_one_person_of_two_spellings_has_one_row_with_the_widest_spell() -> None:
    one = holder("Mohammed Harban", first="2013", seen="2022-10", wikidata="Q2")
    other = holder("Mohamed Harban", first="2018-07-09", source="two")
    (row,) = merged([one, other])
    assert (row.name, row.aliases, row.first, row.last, row.wikidata) == ("Mohammed Harban", ("Mohamed Harban",), "2013", "", "Q2")
    assert row.source == "one; two"


def test_spells_that_do_not_meet_stay_apart() -> None:
    told = merged([holder("Ana Ostrova", first="2006", last="2010"), holder("Ana Ostrova", first="2014", last="2018")])
    assert [(row.first, row.last) for row in told] == [("2006", "2010"), ("2014", "2018")]


def test_the_more_precise_of_two_first_days_holds() -> None:
    (row,) = merged([holder("Ana Ostrova", first="2014"), holder("Ana Ostrova", first="2014-03-11", source="two")])
    assert row.first == "2014-03-11"


def test_days_kept_by_hand_hold() -> None:
    by_hand = [holder("Milo Harban", first="2012-05-07", last="2026-02-28", source="public record")]
    told = [holder("Milo Harban", first="2012", wikidata="Q3"), holder("Milo Harban", first="2013")]
    assert [(row.first, row.last, row.wikidata) for row in settled(told, by_hand)] == [("2012-05-07", "2026-02-28", "Q3")]


def test_a_spelling_that_the_table_lacks_is_kept_under_its_name() -> None:
    by_hand = [holder("Mohamed bin Harban", first="2022-05-14", source="public record")]
    (row,) = settled([holder("Muhammad bin Harban Al Ostran", first="2022-05-14", seen="2026-01")], by_hand)
    assert (row.name, row.aliases, row.last, row.seen) == ("Mohamed bin Harban", ("Muhammad bin Harban Al Ostran",), "", "")


def test_another_spelling_without_office_names_the_offices_kept_by_hand() -> None:
    by_hand = [holder("Mohammed Harban", office="foreign minister", first="1992-08", last="1994-05", source="public record")]
    told = list(settled([holder("Mohamed Harban", office="", first="1983", last="1986")], by_hand))
    assert [(row.name, row.aliases, row.office, row.first) for row in told] == [
        ("Mohammed Harban", ("Mohamed Harban",), "foreign minister", "1992-08"),
        ("Mohamed Harban", (), "", "1983"),
    ]


def test_a_row_without_office_goes_where_offices_fill_its_years() -> None:
    offices = [
        holder("Ana Ostrova", first="2001", last="2005"),
        holder("Ana Ostrova", office="foreign minister", first="2005", last="2009"),
    ]
    filled = holder("Ana Ostrova", office="", first="2001-01-20", last="2009-01-20", source="two")
    wider = holder("Ana Ostrova", office="", first="1999", last="2009", source="two")
    assert filled not in list(without_office_twice([*offices, filled]))
    assert wider in list(without_office_twice([*offices, wider]))


def test_the_list_of_2022_tells_offices_and_leaves_bodies_out(tmp_path: Path) -> None:
    file = tmp_path / "wikidata.csv"
    file.write_text(
        "countryid,country,position,positionLabel,officeholder,officeholderLabel,start_year,end_year\n"
        "Q1,Ostravia,Q2,President of Ostravia,Q3,Ana Ostrova (politician),2017,2022\n"
        "Q1,Ostravia,Q4,President of the Executive Yuan,Q5,Milo Harban,2019,\n"
        "Q1,Ostravia,Q6,Prime Minister of Ostravia,Q7,Ada Sedlak,2013,\n",
        encoding="utf-8",
    )
    told = [(row.name, row.office, row.last, row.seen) for row in heads_of_2022(file, {"Q1": "AFG"})]
    assert told == [("Ana Ostrova", "president", "2022", ""), ("Ada Sedlak", "prime minister", "", "2022-10")]


def test_the_sources_yield_their_heads(shared: Path, tmp_path: Path) -> None:
    told = {(row.name, row.country, row.office): row for row in rows(shared / "knowledge", tmp_path)}
    assert told["Donald Trump", "USA", "president"].wikidata == "Q22686"
    assert told["Nancy Pelosi", "USA", "representative"].first == "1987-01-06"
    assert told["Emmanuel Macron", "FRA", "president"].first == "2017-05-14"
    assert {row.office for row in presidents(shared / "knowledge/us_congress/executive.yaml")} == {"president", "vice president"}
