"""A user's own tables: read, checked, and told apart from what ships."""

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import UsageError
from dateline.knowledge.clashes import clashes
from dateline.knowledge.library import Knowledge, knowledge
from dateline.knowledge.own import TABLES, own_rows, problems
from dateline.language import engine
from dateline.mentions.actors.find import actors
from dateline.records import Article, Party, Published, Span
from dateline.records.reading import readings

Teller = Callable[[Knowledge, str, str], Party]

YAML = """\
actors:
  - name: Tolbara Liberation Army
    aliases: [TLA, Tolbara rebels]
    kind: group
    country: MLI
    sectors: [REB]
    first: 2021-03
    source: field notes
agents:
  - {phrase: river guard, sectors: [PRM], kind: person}
"""


@pytest.fixture
def tell_with() -> Teller:
    """Whom some words of a text are resolved to."""

    def told(held: Knowledge, text: str, words: str) -> Party:
        article = Article(id="a", path="x", text=text, body=Span(start=0, end=len(text)), published=Published())
        found = actors(article, list(readings(text, engine("english")(text))), held)
        return next(mention.party for mention in found if mention.party.text == words)

    return told


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_yaml_rows_come_with_their_table_and_place(tmp_path: Path) -> None:
    first, second = own_rows(written(tmp_path, "mine.yaml", YAML))
    assert (first.table, first.cells["aliases"], first.cells["sectors"], first.cells["first"]) == (
        "actors",
        "TLA|Tolbara rebels",
        "REB",
        "2021-03",
    )
    assert first.at.endswith("mine.yaml actors[1]")
    assert (second.table, second.cells["phrase"]) == ("agents", "river guard")


def test_csv_is_known_by_its_columns_in_any_order(tmp_path: Path) -> None:
    text = "kind,phrase,example,office,sectors\nperson,river guard,,,PRM\n"
    (row,) = own_rows(written(tmp_path, "mine.csv", text))
    assert (row.table, row.cells["sectors"], row.at[-6:]) == ("agents", "PRM", "line 2")


def test_a_sound_file_has_no_problems(tmp_path: Path) -> None:
    assert list(problems(own_rows(written(tmp_path, "mine.yaml", YAML)))) == []


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("country", "XXX", "alpha-3"),
        ("sectors", "'*'", "need sectors"),
        ("sectors", "[REB, FOO]", "FOO"),
        ("first", "03/2021", "YYYY"),
        ("last", "2020-01", "first <= last"),
        ("kind", "tribe", "company"),
        ("source", "''", "source is empty"),
        ("name", "", "name is empty"),
    ],
)
def test_errors_say_what_is_wrong_and_where(tmp_path: Path, field: str, value: str, message: str) -> None:
    cells = {
        "name": "Tolbara Army",
        "kind": "group",
        "country": "MLI",
        "sectors": "[REB]",
        "first": "2021-03",
        "source": "notes",
        field: value,
    }
    text = "actors:\n  - {" + ", ".join(f"{key}: {cell}" for key, cell in cells.items()) + "}\n"
    (problem,) = problems(own_rows(written(tmp_path, "mine.yaml", text)))
    assert problem.severity == "error"
    assert message in problem.message
    assert "actors[1]" in problem.at


def test_a_row_told_twice_is_an_error(tmp_path: Path) -> None:
    text = "agents:\n  - {phrase: river guard, kind: person}\n  - {phrase: river guard, kind: person}\n"
    (problem,) = problems(own_rows(written(tmp_path, "mine.yaml", text)))
    assert "the same as" in problem.message


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (
            "actors: [{name: Sergey Shoygu, kind: person, country: UKR, sectors: GOV, office: defence minister, first: 2014, source: a}]",
            "RUS",
        ),
        ("agents: [{phrase: gunman, kind: person, sectors: CRM}]", "UAF"),
        ("outlets: [{name: TASS, kind: agency, country: UKR, state: no, source: a}]", "RUS"),
        ("places: [{name: Kisumu, kind: city, country: KEN, lat: 2.5, lon: 39, source: a}]", "is also at"),
        ("country_names: [{id: UKR, form: seat, name: the Kremlin, source: a}]", "seat of Russia"),
    ],
)
def test_what_a_row_overrides_is_a_clash(tmp_path: Path, row: str, told: str) -> None:
    found = list(clashes(own_rows(written(tmp_path, "mine.yaml", row)), knowledge()))
    assert {problem.severity for problem in found} == {"clash"}
    assert any(told in problem.message and "yours wins" in problem.message for problem in found)


def test_spells_that_do_not_meet_do_not_clash(tmp_path: Path) -> None:
    text = "actors:\n  - {name: Sergey Shoygu, kind: person, country: UKR, sectors: GOV, first: 1890, last: 1891, source: a test}\n"
    assert list(clashes(own_rows(written(tmp_path, "mine.yaml", text)), knowledge())) == []


@pytest.mark.parametrize(("phrase", "message"), [("'*'", "need one"), ("head of * of", "need one"), ("River Guard", "lower case")])
def test_phrases_must_be_such_as_can_match(tmp_path: Path, phrase: str, message: str) -> None:
    (problem,) = problems(own_rows(written(tmp_path, "mine.yaml", f"agents: [{{phrase: {phrase}, kind: person, sectors: PRM}}]")))
    assert message in problem.message


@pytest.mark.parametrize(("table", "files_"), [("agents", ["agents"]), ("outlets", ["outlets", "outlets_distilled"])])
def test_the_shipped_tables_hold_what_a_users_must(table: str, files_: list[str]) -> None:
    folder = Path(str(files("dateline.knowledge"))) / "tables"
    rows = [row for name in files_ for row in own_rows(folder / f"{name}.csv")]
    assert {row.table for row in rows} == {table}
    assert list(problems(rows)) == []


def test_columns_of_country_names_may_stand_in_any_order(tmp_path: Path) -> None:
    path = written(tmp_path, "mine.csv", "source,last,first,sectors,name,form,id\nnotes,,,GOV,the Old Arsenal,seat,RUS\n")
    mine = knowledge((path,))
    assert mine.countries.code("Old Arsenal") == mine.countries.code("the Old Arsenal") == "RUS"


def test_own_rows_win_in_a_story_of_the_shipped_ones_country(tmp_path: Path, tell_with: Teller) -> None:
    text = "actors: [{name: Rosoboronexport, kind: company, country: KEN, sectors: BUS, source: a}]\n"
    party = tell_with(knowledge((written(tmp_path, "mine.yaml", text),)), "Russia praised Rosoboronexport in Moscow.", "Rosoboronexport")
    assert party.country == "KEN"


def test_rows_of_every_table_come_first(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "mine.yaml",
        "actors: [{name: TASS, kind: company, country: KEN, source: a}]\n"
        "agents: [{phrase: gunman, kind: person, sectors: CRM}]\n"
        "outlets: [{name: TASS, kind: agency, country: KEN, state: no, source: a}]\n"
        "country_names: [{id: KEN, form: seat, name: the Kremlin, source: a}]\n"
        "places: [{name: Tolbara, kind: city, country: MLI, lat: 14.6, lon: -3.9, aliases: [Tolbarra], source: a}]\n",
    )
    mine = knowledge((path,))
    assert mine.actors.named("TASS")[0].country == "KEN"
    assert (found := mine.agents.match(["gunman"])) is not None
    assert found.sectors == ("CRM",)
    assert (outlet := mine.outlets.named("TASS")) is not None
    assert outlet.country == "KEN"
    assert mine.countries.named("the Kremlin")[0].id == "KEN"
    assert [(place.name, place.country) for place in mine.gazetteer.candidates("Tolbarra")] == [("Tolbara", "MLI")]


@pytest.mark.parametrize(
    ("field", "message"),
    [("lat: 91", "within ±90"), ("lon: east", "in degrees"), ("population: many", "digits"), ("radius_km: -3", "kilometres")],
)
def test_places_need_a_point(tmp_path: Path, field: str, message: str) -> None:
    cells = {"name": "Tolbara", "kind": "city", "country": "MLI", "lat": "14.6", "lon": "-3.9", "source": "a"}
    cells |= dict([field.split(": ")])
    row = "places: [{" + ", ".join(f"{key}: {cell}" for key, cell in cells.items()) + "}]"
    (problem,) = problems(own_rows(written(tmp_path, "mine.yaml", row)))
    assert message in problem.message


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("mine.csv", "name,colour\nx,red\n", "columns"),
        ("mine.csv", "", "columns"),
        ("mine.csv", "phrase,sectors,kind,office,example\nriver guard,PRM\n", "need 5 cells"),
        ("mine.yaml", "people: []\n", "actors"),
        ("mine.yaml", "- a\n- b\n", "tables by name"),
        ("mine.yaml", "actors: a\n", "list of rows"),
        ("mine.yaml", "actors: [{colour: red}]\n", "columns"),
        ("mine.yaml", "actors: [\n", "no YAML"),
        ("mine.yaml", "actors: []\nactors: []\n", "told twice"),
        ("mine.yaml", "actors: [{name: {a: b}}]\n", "need a text"),
        ("mine.csv", "phrase,sectors,kind,office,example\n" + "x" * 200_000 + ",,,,\n", "no CSV"),
        ("mine.yaml", "a: &a [*a]\n", "no YAML"),
        ("mine.yaml", "!!python/object/apply:os.system [ls]\n", "tables by name"),
    ],
)
def test_files_of_another_shape_are_refused(tmp_path: Path, name: str, text: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        own_rows(written(tmp_path, name, text))


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_bytes(b"name,\xff\xfe")
    with pytest.raises(UsageError, match="UTF-8"):
        own_rows(path)


HEADERS = {"mine.csv": "phrase,sectors,kind,office,example\n", "mine.yaml": "agents:\n  - {phrase: "}


@given(st.sampled_from(sorted(HEADERS)), st.booleans(), st.text(max_size=200))
def test_any_text_is_rows_or_a_usage_error(tmp_path_factory: pytest.TempPathFactory, name: str, headed: bool, text: str) -> None:
    folder = tmp_path_factory.mktemp("own")
    for told in (text, HEADERS[name] + text) if headed else (text,):
        try:
            rows = own_rows(written(folder, name, told))
        except UsageError:
            continue
        assert all(set(row.cells) == set(TABLES[row.table].columns) for row in rows)
