"""`dateline doctor`: whether a store is in health."""

from typing import Final

import click

from dateline.views.store_options import opened, store_option

_WIDTH: Final = 56  # of what was looked at


@click.command()
@store_option
def doctor(*, target: str) -> None:
    """Look a store through: version, integrity, rows that belong to nothing, indexes in step with the rows, sizes.

    Exit code 1 where something is not well.
    """
    from dateline.store.check import findings

    faults = 0
    with opened(target) as store:
        for finding in findings(store):
            faults += not finding.well
            click.echo(f"{' ' if finding.well else '!'} {finding.what:{_WIDTH}}{finding.found}")
    click.echo(f"{store.target}: {f'{faults} things are not well' if faults else 'all is well'}")
    if faults:
        raise click.exceptions.Exit(1)
