import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from dateline import records
from dateline.views.cli import cli

STORY = "Russian Foreign Minister Sergei Lavrov flew to Jakarta on Tuesday, where gunmen killed two soldiers.\n"


def story(folder: Path, text: str = STORY) -> Path:
    path = folder / "rows.jsonl"
    path.write_text(json.dumps({"text": text, "published": "2021-07-07"}) + "\n", encoding="utf-8")
    return path


def test_a_page_becomes_one_line_with_its_mentions(tmp_path: Path) -> None:
    done = CliRunner().invoke(cli, ["mentions", "--format", "jsonl", str(story(tmp_path))])
    assert done.exit_code == 0, done.output
    (line,) = done.stdout.splitlines()
    held = records.from_json(line, records.Mentioned)
    assert held.article is not None
    assert held.mentions is not None
    assert held.mentions.actors[0].party.office == "foreign minister"
    assert [place.where.name for place in held.mentions.places] == ["Jakarta"]
    assert [str(time.when.first) for time in held.mentions.times] == ["2021-07-06"]
    assert [(quantity.kind, quantity.amount.low) for quantity in held.mentions.quantities] == [("dead", 2)]


def test_spans_are_those_of_the_text(tmp_path: Path) -> None:
    done = CliRunner().invoke(cli, ["mentions", "--format", "jsonl", "examples/pages/isan-observer"])
    lines = done.stdout.splitlines()
    assert len(lines) > 5
    for line in lines:
        held = records.from_json(line, records.Mentioned)
        if held.article is None or held.mentions is None:
            continue
        for actor in held.mentions.actors:
            assert held.article.text[actor.start : actor.end].split() == actor.party.text.split()
        for mention in (*held.mentions.actors, *held.mentions.places, *held.mentions.times, *held.mentions.quantities):
            assert 0 <= mention.start < mention.end <= len(held.article.text)


def test_what_cannot_be_read_says_why_and_is_exit_code_1(tmp_path: Path) -> None:
    text = "Los soldados llegaron a la ciudad el martes y la policía detuvo a dos hombres, dijo el ministro del interior.\n" * 3
    done = CliRunner().invoke(cli, ["mentions", "--format", "jsonl", str(story(tmp_path, text))])
    assert done.exit_code == 1
    held = records.from_json(done.stdout, records.Mentioned)
    assert held.mentions is None
    assert [(drop.stage, drop.reason, drop.detail) for drop in held.dropped] == [("language", "other-language", "es")]


def test_the_table_is_for_people(tmp_path: Path) -> None:
    done = CliRunner().invoke(cli, ["mentions", "--format", "table", str(story(tmp_path))])
    assert "Sergey Lavrov (foreign minister)" in done.stdout
    assert "Jakarta" in done.stdout
    assert "dead 2" in done.stdout


def test_own_knowledge_comes_on_top(tmp_path: Path) -> None:
    own = tmp_path / "mine.yaml"
    own.write_text("actors:\n  - {name: Tolbara Front, kind: group, country: MLI, sectors: [REB], source: notes}\n", encoding="utf-8")
    path = story(tmp_path, "The Tolbara Front attacked a convoy on Tuesday. Soldiers in Lagos were not hurt by it.\n")
    done = CliRunner().invoke(cli, ["mentions", "--format", "jsonl", "--knowledge", str(own), str(path)])
    held = records.from_json(done.stdout, records.Mentioned)
    assert held.mentions is not None
    party = held.mentions.actors[0].party
    assert (party.country, party.sectors) == ("MLI", ("REB",))


def test_own_knowledge_with_errors_is_refused(tmp_path: Path) -> None:
    own = tmp_path / "mine.yaml"
    own.write_text("actors:\n  - {name: Tolbara Front, kind: tribe, source: notes}\n", encoding="utf-8")
    done = CliRunner().invoke(cli, ["mentions", "--knowledge", str(own), str(story(tmp_path))])
    assert "tribe" in str(done.exception)


@pytest.mark.parametrize(("row", "code", "told"), [("kind: group", 0, "1 rows, 0 errors"), ("kind: tribe", 1, "need kind out of")])
def test_knowledge_check_says_what_is_wrong(tmp_path: Path, row: str, code: int, told: str) -> None:
    own = tmp_path / "mine.yaml"
    own.write_text("actors:\n  - {name: Tolbara Front, " + row + ", source: notes}\n", encoding="utf-8")
    done = CliRunner().invoke(cli, ["knowledge", "check", str(own)])
    assert done.exit_code == code
    assert told in done.output


def test_knowledge_who_shows_the_rows_of_a_name_on_a_day() -> None:
    shown = CliRunner().invoke(cli, ["knowledge", "who", "Sergey Shoygu", "--day", "2021-07-07"]).output
    assert "defence minister" in shown
    assert "Security Council" not in shown
    assert "FIN" in CliRunner().invoke(cli, ["knowledge", "who", "NATO", "--day", "2024-01-01"]).output
    assert "no table knows" in CliRunner().invoke(cli, ["knowledge", "who", "Xyzzy Plugh"]).output


def test_every_field_of_mentions_is_documented() -> None:
    import msgspec

    page = (Path(__file__).parents[2] / "docs/reference/mentions.md").read_text(encoding="utf-8")
    for name, definition in msgspec.json.schema(records.Mentioned)["$defs"].items():
        if name in {"Article", "Dateline", "Published", "Dropped", "Span"}:
            continue  # these are on the page of the output record
        for field in definition.get("properties", {}):
            assert f"`{field}`" in page, f"{name}.{field} is not in docs/reference/mentions.md"
