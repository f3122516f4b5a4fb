import json
from pathlib import Path

from click.testing import CliRunner

from dateline import records
from dateline.views.cli import cli

STORY = "Kenyan soldiers arrested two Somali traders on Monday, the army said.\n"


def story(folder: Path, text: str = STORY) -> Path:
    path = folder / "rows.jsonl"
    path.write_text(json.dumps({"text": text, "published": "2021-07-07"}) + "\n", encoding="utf-8")
    return path


def test_a_page_becomes_one_line_with_its_claims(tmp_path: Path) -> None:
    done = CliRunner().invoke(cli, ["code", "--format", "jsonl", str(story(tmp_path))])
    assert done.exit_code == 0, done.output
    (line,) = done.stdout.splitlines()
    (claim,) = records.from_json(line, records.Document).claims
    assert (claim.type, claim.modes, claim.status) == ("COERCE", ("arrest",), "happened")
    assert claim.when is not None
    assert str(claim.when.first) == "2021-07-05"
    assert [source.kind for source in claim.sources] == ["body"]


def test_the_table_shows_who_did_what_to_whom_and_on_whose_word(tmp_path: Path) -> None:
    done = CliRunner().invoke(cli, ["code", "--format", "table", str(story(tmp_path))])
    assert done.exit_code == 0, done.output
    for word in ("COERCE arrest", "KEN MIL", "SOM BUS", "2021-07-05", "army"):
        assert word in done.stdout


def test_another_language_is_a_drop_and_not_a_claim(tmp_path: Path) -> None:
    text = "Los soldados detuvieron a dos comerciantes en la capital el lunes, y el gobierno no quiso dar más detalles sobre el caso.\n" * 3
    done = CliRunner().invoke(cli, ["code", "--format", "jsonl", str(story(tmp_path, text))])
    assert done.exit_code == 1
    held = records.from_json(done.stdout.splitlines()[0], records.Document)
    assert (held.claims, [drop.reason for drop in held.dropped]) == ((), ["other-language"])


def test_a_lexicon_of_ones_own_codes_alone(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "AID.csv").write_text(
        "trigger,pos,mode,actor,recipient,needs,unless,example\narrest,verb,,subj,obj,,,He arrested her.\n", encoding="utf-8"
    )
    done = CliRunner().invoke(cli, ["code", "--format", "jsonl", "--lexicon", str(tmp_path / "own"), str(story(tmp_path))])
    assert [claim.type for claim in records.from_json(done.stdout.splitlines()[0], records.Document).claims] == ["AID"]


def test_a_faulty_lexicon_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "AID.csv").write_text("trigger,pos,mode,actor,recipient,needs,unless,example\nhit,noun,nope,,,,,\n", encoding="utf-8")
    done = CliRunner().invoke(cli, ["lexicon", "check", str(tmp_path)])
    assert done.exit_code != 0
    assert "line 2" in str(done.exception)


def test_faults_are_listed_and_counted(tmp_path: Path) -> None:
    (tmp_path / "AID.csv").write_text("trigger,pos,mode,actor,recipient,needs,unless,example\nfeed,verb,,subj,obj,,,\n", encoding="utf-8")
    done = CliRunner().invoke(cli, ["lexicon", "check", str(tmp_path)])
    assert done.exit_code == 1
    assert "AID.csv:2: «feed» (verb) has no example as AID" in done.stdout
    assert "1 senses of 1 triggers" in done.stdout
