"""Settings: read once, at the border, and passed in from there on."""

import os
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Final

import msgspec
from msgspec import Meta

from dateline.errors import SettingsError
from dateline.extract.limits import ExtractLimits
from dateline.read.limits import ReadLimits
from dateline.records import Record

FILE_VARIABLE: Final = "DATELINE_SETTINGS"
DEFAULT_FILE: Final = "dateline.toml"

Setting = int | float | str | bool | dict[str, "Setting"]


class RunSettings(Record, frozen=True, kw_only=True):
    """How a run uses the machine."""

    workers: Annotated[
        int, Meta(ge=0, description="Processes in which `read` and `mentions` extract, beside the one that reads; 0: all in one.")
    ] = 0
    batch_bytes: Annotated[int, Meta(gt=0, description="Page bytes handed to a worker at once.")] = 1_000_000


class Settings(Record, frozen=True, kw_only=True):
    """Everything that can be set, by section."""

    read: ReadLimits = ReadLimits()
    extract: ExtractLimits = ExtractLimits()
    run: RunSettings = RunSettings()


def settings(file: Path | None = None, *, overrides: Sequence[str] = (), environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings of `file`, else of the file that DATELINE_SETTINGS names, else of ./dateline.toml, else the defaults.

    `overrides` are `section.name=value`, as on the command line, and win. Raises SettingsError, which names the file and the setting.
    """
    named = file or (Path(environment[FILE_VARIABLE]) if environment.get(FILE_VARIABLE) else None)
    found = named or Path(DEFAULT_FILE)
    values = _table(found) if named or found.is_file() else {}
    for override in overrides:
        _set(values, override)
    try:
        return msgspec.convert(values, Settings)
    except msgspec.ValidationError as error:
        raise SettingsError(f"{found if not overrides else 'settings'}: {error}") from error


def _table(file: Path) -> dict[str, Setting]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError(f"cannot read the settings file {file}: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file} is no TOML: {error}") from error


def _set(values: dict[str, Setting], override: str) -> None:
    name, equals, raw = override.partition("=")
    section, dot, key = name.strip().partition(".")
    if not (equals and dot and section and key):
        raise SettingsError(f"expected section.name=value, such as read.page_bytes=1000000, found {override!r}")
    try:
        value: Setting = tomllib.loads(f"value = {raw}")["value"]
    except tomllib.TOMLDecodeError:
        value = raw
    table = values.setdefault(section, {})
    if not isinstance(table, dict):
        raise SettingsError(f"{section} is no section of settings")
    table[key] = value
