"""What every command that codes takes: settings, the engine, the scheme and the tables of one's own."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from dateline.config import Settings
from dateline.config import settings as read_settings
from dateline.views.page_options import own_knowledge, settings_options

if TYPE_CHECKING:
    from dateline.run.recipe import Recipe

Command = Callable[..., None]

_FILE: Final = click.Path(exists=True, dir_okay=False, path_type=Path)
_FOLDER: Final = click.Path(exists=True, file_okay=False, path_type=Path)
_OPTIONS: Final = (
    *settings_options,
    own_knowledge,
    click.option("--ontology", "scheme", type=_FILE, help="A coding scheme of one's own; default: PLOVER."),
    click.option("--lexicon", "triggers", type=_FOLDER, help="A folder of one's own trigger tables."),
    click.option("--engine", "language", default="english", show_default=True, help="The language engine, or engine:model."),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What these options say."""

    settings: Settings
    recipe: "Recipe"


def coder_options(command: Command) -> Command:
    """Gives a command the options that make a coder; it is called with what they say as `chosen`."""

    @wraps(command)
    def called(
        *,
        file: Path | None,
        overrides: tuple[str, ...],
        own: tuple[Path, ...],
        scheme: Path | None,
        triggers: Path | None,
        language: str,
        **rest: object,
    ) -> None:
        from dateline.run.recipe import Recipe

        settings = read_settings(file, overrides=overrides)
        recipe = Recipe(engine=language, knowledge=own, ontology=scheme, lexicon=triggers, limits=settings.extract)
        command(chosen=Chosen(settings=settings, recipe=recipe), **rest)

    for option in reversed(_OPTIONS):
        called = option(called)
    return called
