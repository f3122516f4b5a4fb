"""Pages of the reference that are made from the code, so that they cannot say anything else than it does."""

from collections.abc import Iterator

import click
import msgspec

from dateline.config import Settings
from dateline.ontology import plover
from dateline.records.reasons import REASONS
from dateline.views.cli import cli
from dateline.views.format_page import format_page
from dateline.views.reference_commands import description

_MADE = "<!-- Made from the code by `pytest --update`; do not edit. -->\n"


def pages() -> dict[str, str]:
    """File name below docs/reference → Markdown."""
    return {
        "commands.md": _commands(),
        "settings.md": _settings(),
        "reasons.md": _reasons(),
        "ontology.md": _ontology(),
        "claim-formats.md": format_page(_MADE),
    }


def _commands() -> str:
    parts = [f"# Commands\n\n{_MADE}"]
    for path, command in _walk(cli, "dateline"):
        with click.Context(command, info_name=path) as context:
            parts.append(f"## {path}\n\n```text\n{command.get_help(context)}\n```\n")
    return "\n".join(parts)


def _walk(command: click.Command, path: str) -> Iterator[tuple[str, click.Command]]:
    yield path, command
    if isinstance(command, click.Group):
        for name, inner in command.commands.items():
            yield from _walk(inner, f"{path} {name}")


def _settings() -> str:
    parts = [
        f"# Settings\n\n{_MADE}\nRead once, from the file named by `--settings`, else by the variable `DATELINE_SETTINGS`, else from "
        "`dateline.toml` in the working folder. `--set section.name=value` wins over all. `dateline settings` prints this as a file.\n"
    ]
    for section in msgspec.structs.fields(Settings):
        parts.append(f"## {section.name}\n\n| setting | default | meaning |\n|---|---|---|")
        values = getattr(Settings(), section.name)
        parts.extend(
            f"| `{field.name}` | {getattr(values, field.name):,} | {description(field.type)} |" for field in msgspec.structs.fields(values)
        )
        parts.append("")
    return "\n".join(parts)


def _reasons() -> str:
    head = f"# Reasons for dropping\n\n{_MADE}\nEvery `Dropped` carries one of these codes in `reason`.\n\n| reason | meaning |\n|---|---|"
    return "\n".join([head, *(f"| `{code}` | {meaning} |" for code, meaning in sorted(REASONS.items()))]) + "\n"


def _ontology() -> str:
    held = plover()
    parts = [
        f"# The ontology\n\n{_MADE}\n{held.name} {held.version}, as Dateline codes it: what an event is, and how strong it is on the\n"
        "scale of conflict and cooperation, from −10 to 10. [An ontology of your own](../how-to/add-an-ontology.md) is a file like\n"
        "the one that this page is made of.\n",
        "## Types\n\n| type | quad class | score | covers | still to come | CAMEO |\n|---|---|---|---|---|---|",
    ]
    for name, one in held.types.items():
        quad = f"{held.quads[one.quad]} ({one.quad})"
        parts.append(f"| {name} | {quad} | {one.score:g} | {one.covers} | {one.future or ''} | {' '.join(one.cameo)} |")
    parts.append("\n## Modes\n\n| type | mode | score | covers | CAMEO |\n|---|---|---|---|---|")
    for name, one in held.types.items():
        parts.extend(f"| {name} | {mode} | {how.score:g} | {how.covers} | {' '.join(how.cameo)} |" for mode, how in one.modes.items())
    parts.append("\n## Contexts\n\n| context | covers |\n|---|---|")
    parts.extend(f"| `{name}` | {covers} |" for name, covers in held.contexts.items())
    parts.append("\n## Status\n\n| status | meaning |\n|---|---|")
    parts.extend(f"| `{name}` | {meaning} |" for name, meaning in held.statuses.items())
    return "\n".join(parts) + "\n"
