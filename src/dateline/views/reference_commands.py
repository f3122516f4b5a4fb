"""`dateline schema` and `dateline settings`: what the program writes, and what can be set."""

from collections.abc import Iterator

import click
import msgspec

from dateline.config import Settings
from dateline.records import schema as record_schema


@click.command()
def schema() -> None:
    """Print the JSON Schema of one output line."""
    click.echo(msgspec.json.format(msgspec.json.encode(record_schema()), indent=2))


@click.command("settings")
def settings_reference() -> None:
    """Print every setting with its default, as a settings file (TOML)."""
    click.echo("\n".join(_lines()))


def _lines() -> Iterator[str]:
    defaults = Settings()
    for section in msgspec.structs.fields(Settings):
        yield f"[{section.name}]"
        values = getattr(defaults, section.name)
        for field in msgspec.structs.fields(values):
            yield f"# {description(field.type)}"
            yield f"{field.name} = {getattr(values, field.name)}"
        yield ""


def description(annotated: type) -> str:
    """What the setting's `Meta` says of it."""
    metas = getattr(annotated, "__metadata__", ())
    return next((meta.description for meta in metas if meta.description), "")
