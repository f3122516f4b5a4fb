"""Who belonged to what on which day."""

import datetime as dt

import pytest

from dateline.knowledge.actors import actors
from dateline.knowledge.members import members


@pytest.mark.parametrize(
    ("organisation", "country", "day", "belongs"),
    [
        ("European Union", "GBR", "2020-01-31", True),
        ("European Union", "GBR", "2020-02-01", False),
        ("NATO", "FIN", "2023-04-03", False),
        ("NATO", "FIN", "2023-04-04", True),
        ("Association of Southeast Asian Nations", "MMR", "2021-07-07", True),
        ("Economic Community of West African States", "MLI", "2024-12-31", True),
        ("Economic Community of West African States", "MLI", "2025-02-01", False),
    ],
)
def test_membership_has_days(organisation: str, country: str, day: str, belongs: bool) -> None:
    on = dt.date.fromisoformat(day)
    assert (country in members().of(organisation, day=on)) is belongs
    assert (organisation in members().with_(country, day=on)) is belongs


def test_organisations_go_by_the_names_that_actors_have() -> None:
    unknown = {name for name in members().organisations if not any(row.name == name for row in actors().named(name))}
    assert unknown == set()


def test_an_unknown_organisation_has_no_members() -> None:
    assert members().of("League of Tolbara", day=dt.date(2021, 7, 7)) == frozenset()
