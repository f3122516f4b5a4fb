"""The socket to listen on, bound before anything is promised."""

import socket
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from dateline.errors import UsageError


@contextmanager
def listening(host: str, port: int) -> Iterator[tuple[Sequence[socket.socket], str]]:
    """A socket on host and port, and the address for a browser; port 0 takes one that is free. UsageError where it cannot be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as held:
        held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            held.bind((host, port))
            held.listen()  # from now on a connection waits for the server, and is not refused
        except (OSError, UnicodeError) as error:
            raise UsageError(f"cannot listen on {host} port {port}: {error}; --port names another") from error
        shown = f"[{host}]" if ":" in host else host
        yield [held], f"http://{shown}:{held.getsockname()[1]}/"
