"""`dateline serve`: a store over HTTP, with the workbench."""

from typing import Final

import click

from dateline.views.coder_options import Chosen, coder_options
from dateline.views.store_options import store_option

_PORT: Final = 8321


@click.command()
@store_option
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on; others than this machine's need a token.")
@click.option("--port", type=click.IntRange(0, 65535), default=_PORT, show_default=True, help="The port; 0: one that is free.")
@click.option("--token", envvar="DATELINE_TOKEN", show_envvar=True, default=None, help="Allows those who have it to add articles.")
@click.option("--allow-host", "others", multiple=True, help="Another name that the server is known by, as behind a proxy. May be repeated.")
@click.option("--open", "show", is_flag=True, help="Open the workbench in this desktop's browser, where there is one.")
@coder_options
def serve(
    *,
    target: str,
    host: str,
    port: int,
    token: str | None,
    others: tuple[str, ...],
    show: bool,
    chosen: Chosen,
) -> None:
    """Serve a store to the browser and to programs: the workbench, and the API under /api/v1.

    Reads only, unless there is a token; listens to this machine only, unless told otherwise. Ctrl-C ends it.
    """
    from dateline.views.http.access import access
    from dateline.views.http.app import application
    from dateline.views.http.desktop import open_in_browser
    from dateline.views.http.listening import listening
    from dateline.views.http.opened import opened
    from dateline.views.http.server import server

    allowed = access(host, others=others, token=token)
    with listening(host, port) as (sockets, address), opened(target, chosen.recipe, chosen.settings.read, access=allowed) as service:
        click.echo(f"serving {service.name} at {address} – Ctrl-C ends it", err=True)
        if show:
            open_in_browser(address)
        server(application(service)).run(sockets=list(sockets))
