import re
import tomllib
from pathlib import Path

import click
import msgspec
import pytest

from dateline import records
from dateline.config import Settings, settings
from dateline.views.cli import cli
from dateline.views.reference_pages import pages

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"


@pytest.mark.parametrize("name", sorted(pages()))
def test_the_reference_says_what_the_code_does(name: str, update: bool) -> None:
    file = DOCS / "reference" / name
    if update:
        file.write_text(pages()[name], encoding="utf-8")
    assert file.read_text(encoding="utf-8") == pages()[name], "run pytest --update and review the diff"


def test_every_field_of_the_record_is_documented() -> None:
    page = (DOCS / "reference" / "record.md").read_text(encoding="utf-8")
    for name, definition in records.schema()["$defs"].items():
        for field in definition.get("properties", {}):
            assert f"`{field}`" in page, f"{name}.{field} is not in docs/reference/record.md"


def test_every_setting_says_what_it_means() -> None:
    page = pages()["settings.md"]
    rows = re.findall(r"^\| `(\w+)` \| \S+ \| (.*) \|$", page, re.MULTILINE)
    fields = [field for section in msgspec.structs.fields(Settings) for field in msgspec.structs.fields(section.type)]
    assert len(rows) == len(fields)
    assert all(meaning.strip().endswith(".") for _, meaning in rows)


def test_the_printed_settings_are_a_settings_file_of_the_defaults(tmp_path: Path) -> None:
    from click.testing import CliRunner

    printed = CliRunner().invoke(cli, ["settings"]).output
    file = tmp_path / "dateline.toml"
    file.write_text(printed, encoding="utf-8")
    assert settings(file, environment={}) == Settings()


def test_every_command_and_option_says_what_it_is_for() -> None:
    def check(command: click.Command, path: str) -> None:
        assert command.help, f"{path} has no help"
        for option in command.params:
            assert not isinstance(option, click.Option) or option.help, f"{path} {option.name} has no help"
        if isinstance(command, click.Group):
            for name, inner in command.commands.items():
                check(inner, f"{path} {name}")

    check(cli, "dateline")


def test_every_dependency_has_its_line() -> None:
    page = (DOCS / "explanation" / "dependencies.md").read_text(encoding="utf-8").casefold()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    listed = [*project["project"]["dependencies"], *(name for group in project["dependency-groups"].values() for name in group)]
    for requirement in listed:
        name = re.split(r"[<>=~! ]", requirement)[0]
        assert name.removeprefix("types-") in page, f"{name} has no line in dependencies.md"


def test_every_page_of_the_docs_can_be_reached() -> None:
    linked = {
        (page.parent / target).resolve()
        for page in DOCS.rglob("*.md")
        for target in re.findall(r"\]\(([^)#:]+\.md)", page.read_text(encoding="utf-8"))
    }
    orphans = {page for page in DOCS.rglob("*.md") if page.resolve() not in linked} - {DOCS / "index.md"}
    assert not orphans


def test_the_repository_names_no_path_of_a_machine() -> None:
    told = re.compile(r"(?<![\w.])/(?:work|root|home)/\w")
    files = [
        f
        for folder in ("src", "docs", "tests", "benchmarks", "examples")
        for f in (ROOT / folder).rglob("*")
        if f.suffix in {".py", ".md", ".csv"}
    ]
    assert [str(f) for f in [*files, *ROOT.glob("*.md"), ROOT / "Makefile"] if told.search(f.read_text(encoding="utf-8"))] == []
