"""The command line: `dateline COMMAND`."""

import sys
from typing import Final

import click

from dateline.errors import DatelineError
from dateline.views.add_command import add
from dateline.views.code_command import code
from dateline.views.doctor_command import doctor
from dateline.views.evaluate_commands import evaluate
from dateline.views.explain_command import explain
from dateline.views.export_command import export
from dateline.views.knowledge_commands import knowledge
from dateline.views.lexicon_commands import lexicon
from dateline.views.list_command import list_claims
from dateline.views.mentions_command import mentions
from dateline.views.ontology_commands import ontology
from dateline.views.read_command import read
from dateline.views.reference_commands import schema, settings_reference
from dateline.views.serve_command import serve
from dateline.views.show_command import show
from dateline.views.train_commands import train


class _Group(click.Group):
    """Commands in the order in which they are listed here, which is the order of the work."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="dateline", message="%(prog)s %(version)s")
def cli() -> None:
    """Turn conflict reporting into event data that can be checked.

    Exit codes: 0 when all went well, 1 when something was dropped (with its reason), 2 when the command was misused.
    """


_CODING: Final = (read, mentions, code, explain)
_STORE: Final = (add, list_claims, show, export, serve, doctor)
_REFERENCE: Final = (schema, settings_reference, knowledge, ontology, lexicon, evaluate, train)

for command in (*_CODING, *_STORE, *_REFERENCE):
    cli.add_command(command)


def main() -> None:
    """Run the command line; errors that the user can mend are told in one line."""
    try:
        sys.exit(cli.main(standalone_mode=False) or 0)  # click hands back the code of an Exit
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except DatelineError as error:
        click.echo(f"dateline: {error}", err=True)
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        click.echo("dateline: stopped", err=True)
        sys.exit(130)
    except BrokenPipeError:  # the reader of our output has seen enough
        sys.stderr.close()
        sys.exit(0)
