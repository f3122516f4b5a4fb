"""Armed groups and organisations as their sources write them."""

from pathlib import Path

import pytest

from dateline.knowledge.actors import rows, tables
from dateline.knowledge.countries import countries
from dateline.learn.knowledge.armed_groups import Group, Listed, distilled, names_of, petrarch_groups, spelled_out, ucdp_groups
from dateline.learn.knowledge.organisations import forces, members, parties


def group(*names: str, country: str = "COL") -> Group:
    """A group with these names."""
    return Group(names=names, country=country, sectors="REB", source="a source")


def test_full_name_comes_first_where_the_short_one_is_initials() -> None:
    assert names_of("MAA", full="Arab Movement of Azawad", native="Mouvement Arabe de l’Azawad") == (
        "Arab Movement of Azawad",
        "MAA",
        "Mouvement Arabe de l'Azawad",
    )


def test_short_english_renderings_of_native_names_are_no_names() -> None:
    assert names_of("Hizbul Islam", full="Islamic Party", native="Hizbul Islam") == ("Hizbul Islam",)


def test_names_in_capitals_are_spelled_out_with_their_initials() -> None:
    assert list(spelled_out("BASQUE_FATHERLAND_AND_FREEDOM_(ETA)_")) == ["Basque Fatherland and Freedom", "ETA"]
    assert list(spelled_out("ANTI-STATE_NUCLEI_")) == ["Anti-State Nuclei"]
    assert list(spelled_out("ETA_")) == ["ETA"]


def test_initials_alone_make_two_groups_the_same_only_within_a_country() -> None:
    table = [{"name": "National Liberation Army", "aliases": "ELN", "country": "COL", "kind": "group"}]
    assert Listed(table).same(group("ELN")) is not None
    assert Listed(table).same(group("ELN", country="BOL")) is None
    assert Listed(table).same(group("National Liberation Army", country="BOL")) is not None


def test_listed_groups_and_groups_of_an_earlier_source_are_left_out() -> None:
    table = [{"name": "Listed Group", "aliases": "", "country": "COL", "kind": "group"}]
    kept = distilled([group("Listed Group"), group("New Group", "NG"), group("NG"), group("NG", country="PER")], listed=table)
    assert [(one.names, one.country) for one in kept] == [(("New Group", "NG"), "COL"), (("NG",), "PER")]


def test_forces_take_the_country_where_their_name_lacks_it() -> None:
    cell = (
        "Malian Armed Forces (Forces Armées Maliennes or FAMa): Army (l'Armée de Terre), Air Force\n\n"
        "Ministry of Interior: National Police (2025)"
    )
    found = list(forces(countries().country("MLI"), cell))
    assert found[0].names == ("Malian Armed Forces", "Forces Armées Maliennes", "FAMa")
    assert [(force.names[0], force.sectors) for force in found[1:]] == [
        ("Malian Army", "MIL"),
        ("Malian Air Force", "MIL"),
        ("Malian National Police", "COP"),
    ]


def test_parties_take_initials_and_native_names() -> None:
    country = countries().country("TZA")
    found = list(
        parties(country, "Revolutionary Party of Tanzania (Chama Cha Mapinduzi) or CCM\nUnity\nonly parties with seats are listed")
    )
    assert [party.names for party in found] == [("Revolutionary Party of Tanzania", "Chama Cha Mapinduzi", "CCM")]


def test_observers_and_partners_are_no_members() -> None:
    cell = "ASEAN (observer), AU (suspended), BRICS (partner), EU (candidate country), SAARC, UN"
    assert list(members(countries().country("MMR"), cell)) == [
        "African Union",
        "South Asian Association for Regional Cooperation",
        "United Nations",
    ]


def test_sources_give_groups_that_the_table_by_hand_lacks(shared: Path) -> None:
    table = next(path for path in tables() if path.stem == "armed_groups")
    groups = [*ucdp_groups(shared / "knowledge"), *petrarch_groups(shared / "knowledge")]
    kept = distilled(groups, listed=rows(table))
    assert len(kept) > 500
    assert not {one.ucdp for one in kept if one.ucdp} & {row["ucdp"] for row in rows(table) if row["ucdp"]}


@pytest.mark.parametrize("cell", ["", "no regular military forces", "none"])
def test_countries_without_forces_give_none(cell: str) -> None:
    assert not list(forces(countries().country("CRI"), cell))
