import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from dateline.records import Document, from_json
from dateline.views.cli import cli

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs/tutorial/code-your-first-events.md"
TUTORIAL = PAGE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def coded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the tutorial's files stand, coded from some of its pages."""
    folder = tmp_path_factory.mktemp("tutorial")
    for form in ("csv", "jsonl"):
        arguments = ["code", "--format", form, "--out", str(folder / f"claims.{form}"), str(ROOT / "examples/pages/osh-valley-courier")]
        assert CliRunner().invoke(cli, arguments).exit_code == 0
    return folder


def test_the_code_runs_as_it_stands(coded: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(coded)
    blocks = re.findall(r"^```python\n(.*?)^```", TUTORIAL, re.MULTILINE | re.DOTALL)
    assert len(blocks) == 2
    for block in blocks:
        exec(compile(block, "tutorial", "exec"), {})  # noqa: S102 -- our own page
    told = capsys.readouterr().out
    assert re.search(r"^(?:[A-Z]{3}|unknown) 2024-03 \d+$", told, re.MULTILINE)
    assert "COERCE happened ['KEN']" in told


def test_its_commands_and_columns_exist() -> None:
    for line in re.findall(r"^    (?:.*\| )?dateline (.+)$", TUTORIAL, re.MULTILINE):
        name, *arguments = shlex.split(line)
        command = cli.commands[name]
        options = {option for param in command.params for option in param.opts}
        assert {argument for argument in arguments if argument.startswith("--")} <= options
        for path in (argument for argument in arguments if argument.startswith("examples/")):
            assert (ROOT / path).exists()
    from dateline.views.columns import COLUMNS

    table = TUTORIAL[TUTORIAL.index("| column |") : TUTORIAL.index("## 4.")]
    for cell in re.findall(r"^\| (`.*?) \|", table, re.MULTILINE):
        assert set(re.findall(r"`(\w+)`", cell)) <= set(COLUMNS)


def test_the_claim_that_it_explains_is_there(coded: Path, update: bool) -> None:
    (told,) = re.findall(r"dateline explain (\S+) claims.jsonl", TUTORIAL)
    lines = (coded / "claims.jsonl").read_bytes().splitlines()
    claims = [claim for line in lines for claim in from_json(line, Document).claims]
    chain = ["Osh Valley Courier", "Halyard", "officials"]  # the one that the tutorial talks about
    fit = next(claim.id for claim in claims if claim.type == "ASSAULT" and [source.name for source in claim.sources][:3] == chain)
    if update:
        told = fit[: len(told)]
        PAGE.write_text(re.sub(r"dateline explain \S+ claims.jsonl", f"dateline explain {told} claims.jsonl", TUTORIAL), encoding="utf-8")
    done = CliRunner().invoke(cli, ["explain", told, str(coded / "claims.jsonl")])
    assert done.exit_code == 0, "run pytest --update and review the diff"
    assert "Halyard ← officials" in done.output
