import gzip
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dateline import records
from dateline.errors import UsageError
from dateline.views.cli import cli

STORY = (
    "Kenyan soldiers arrested two Somali traders near Garissa on Monday, the army told the Delta Wire. "
    "The governor may visit Dadaab next week. Uganda did not attack Rwanda, its president said."
)


def pages(folder: Path) -> Path:
    path = folder / "rows.jsonl"
    row = {"text": STORY, "title": "Traders held", "published": "2021-07-07", "outlet": "Coast Courier"}
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    return path


def explain(*arguments: str | Path, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(cli, ["explain", *map(str, arguments)], input=stdin)


@pytest.fixture(scope="module")
def coded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("coded")
    done = CliRunner().invoke(cli, ["code", "--format", "jsonl", str(pages(folder))])
    file = folder / "coded.jsonl"
    file.write_text(done.stdout, encoding="utf-8")
    return file


def claim(coded: Path, type_: str) -> records.Claim:
    (found,) = [one for one in records.from_json(coded.read_bytes(), records.Document).claims if one.type == type_]
    return found


def test_a_claim_is_told_in_all_its_parts(coded: Path) -> None:
    held = claim(coded, "COERCE")
    told = explain(held.id, coded)
    assert told.exit_code == 0, told.output
    for words in (
        "Kenyan soldiers **arrested** two Somali traders",
        "in «Traders held», Coast Courier, published 2021-07-07 (basis: given)",
        "mode arrest",
        "material conflict (4), score -7",
        "«Kenyan soldiers» is KEN, MIL; resolved by: nationality",
        "2021-07-05, from «Monday», basis relative",
        "Garissa",
        "Coast Courier ← ",
        "– the origin",
        "arrested: 2",
        "COERCE.csv:16: trigger arrest; pos verb",
        *held.why,
    ):
        assert words in told.output


def test_a_status_is_told_with_the_words_that_can_make_it_so(coded: Path) -> None:
    statuses = {one.status: one for one in records.from_json(coded.read_bytes(), records.Document).claims}
    assert "can make it so: «may»" in explain(statuses["hypothetical"].id, coded).output
    assert "can make it so: «not»" in explain(statuses["negated"].id, coded).output


def test_a_prefix_is_enough_where_no_other_claim_has_it(coded: Path) -> None:
    held = claim(coded, "COERCE")
    assert explain(held.id[:12], coded).output == explain(held.id, coded).output
    told = explain("c-", coded)
    assert isinstance(told.exception, UsageError)
    assert "give more of the id" in str(told.exception)


def test_pages_are_coded_and_coded_files_are_read_from_wherever_they_come(coded: Path, tmp_path: Path) -> None:
    held = claim(coded, "COERCE")
    told = explain(held.id, coded)
    (zipped := tmp_path / "coded.jsonl.gz").write_bytes(gzip.compress(coded.read_bytes()))
    assert explain(held.id, zipped).output == told.output
    assert explain(held.id, "-", stdin=coded.read_bytes()).output == told.output
    assert explain(held.id, coded.with_name("rows.jsonl")).output == told.output
    assert "**arrested**" in explain(held.id, "-", "--as", "jsonl", stdin=coded.with_name("rows.jsonl").read_bytes()).output


def test_an_id_that_is_not_there_and_a_line_that_is_none_are_told(coded: Path, tmp_path: Path) -> None:
    assert "has an id that begins with 'c-none'" in str(explain("c-none", coded).exception)
    broken = tmp_path / "broken.jsonl"
    broken.write_bytes(coded.read_bytes() + b'{"schema": 3}\n')
    assert "line 2 of" in str(explain("c-", broken).exception)


def test_a_row_that_the_lexicon_does_not_have_is_not_made_up(coded: Path, tmp_path: Path) -> None:
    (tmp_path / "COERCE.csv").write_text(
        "trigger,pos,mode,actor,recipient,needs,unless,example\nfine,verb,,subj,obj,,,\n", encoding="utf-8"
    )
    assert "another lexicon made this claim" in explain(claim(coded, "COERCE").id, "--lexicon", tmp_path, coded).output
