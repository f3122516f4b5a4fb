from pathlib import Path

import pytest

from dateline.config import Settings, settings
from dateline.errors import SettingsError


def test_without_a_file_the_defaults_stand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert settings(environment={}) == Settings()


def test_a_file_is_found_by_argument_then_variable_then_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, value in (("dateline.toml", 1), ("variable.toml", 2), ("argument.toml", 3)):
        Path(name).write_text(f"[read]\npage_bytes = {value}\n", encoding="utf-8")
    assert settings(environment={}).read.page_bytes == 1
    assert settings(environment={"DATELINE_SETTINGS": "variable.toml"}).read.page_bytes == 2
    assert settings(Path("argument.toml"), environment={"DATELINE_SETTINGS": "variable.toml"}).read.page_bytes == 3


def test_an_override_wins_over_the_file(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text("[extract]\nseconds = 3\ndepth = 9\n", encoding="utf-8")
    found = settings(file, overrides=["extract.seconds=1.5"], environment={})
    assert (found.extract.seconds, found.extract.depth) == (1.5, 9)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[read]\npage_bites = 1\n", "page_bites"),
        ("[read]\npage_bytes = 'many'\n", "page_bytes"),
        ("[read]\npage_bytes = -1\n", "page_bytes"),
        ("[reed]\n", "reed"),
        ("read = 3\n", "read"),
        ("[", "no TOML"),
    ],
)
def test_a_wrong_setting_is_named(tmp_path: Path, text: str, told: str) -> None:
    file = tmp_path / "wrong.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=told):
        settings(file, environment={})


@pytest.mark.parametrize("override", ["", "read", "read.page_bytes", "=1", "read.=1", "read.page_bytes=x"])
def test_a_wrong_override_is_refused(override: str) -> None:
    with pytest.raises(SettingsError):
        settings(overrides=[override], environment={})


def test_a_file_that_is_named_must_exist(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot read the settings file"):
        settings(tmp_path / "none.toml", environment={})
