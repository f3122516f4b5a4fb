"""What every command that codes takes: the engine, the scheme and the tables of one's own."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeVar

import click

from dateline.views.page_options import own_knowledge

Command = TypeVar("Command", bound=Callable[..., Any])

_FILE: Final = click.Path(exists=True, dir_okay=False, path_type=Path)
_FOLDER: Final = click.Path(exists=True, file_okay=False, path_type=Path)
_OPTIONS: Final = (
    own_knowledge,
    click.option("--ontology", "scheme", type=_FILE, help="A coding scheme of one's own; default: PLOVER."),
    click.option("--lexicon", "triggers", type=_FOLDER, help="A folder of one's own trigger tables."),
    click.option("--engine", "language", default="english", show_default=True, help="The language engine, or engine:model."),
)


def coder_options(command: Command) -> Command:
    """Gives a command the options that make a coder."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command
