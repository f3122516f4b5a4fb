"""Who may ask: for which hosts the server answers, and what needs the token."""

import hmac
import re
from dataclasses import dataclass
from typing import Final

from dateline.errors import UsageError

LOOPBACK: Final = ("127.0.0.1", "localhost", "::1")
_HOST: Final = re.compile(r"(?:\[(?P<address>[0-9A-Fa-f:.]+)\]|(?P<name>[^\[\]:]+))(?::[0-9]{1,5})?")
_SHORTEST: Final = 16  # characters of a token: what nobody guesses over a network


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """`hosts` are the names in `Host`, lower case, without a port; `guarded`: reading needs the token too."""

    hosts: frozenset[str]
    token: str | None
    guarded: bool

    def knows(self, host: str) -> bool:
        """Whether a `Host` header names this server. Other names can be another site's that points to this machine (DNS rebinding)."""
        named = _HOST.fullmatch(host)
        return named is not None and (named["address"] or named["name"]).lower() in self.hosts

    def allows(self, authorization: str) -> bool:
        """Whether the header has the token; takes as long for a wrong one, however near it is."""
        scheme, _, given = authorization.partition(" ")
        told = (self.token or "").encode()
        return hmac.compare_digest(given.strip().encode("utf-8", "replace"), told) and scheme.lower() == "bearer" and bool(told)


def access(host: str, *, others: tuple[str, ...], token: str | None) -> Access:
    """Who may ask a server that listens on `host` and is known as `others` too. UsageError where a token is needed, or too short."""
    if token is not None and (len(token) < _SHORTEST or not token.isascii() or not token.isprintable() or " " in token):
        raise UsageError(f"need a token of at least {_SHORTEST} letters and digits; `openssl rand -hex 24` makes one")
    guarded = host not in LOOPBACK or bool(others)
    if guarded and token is None:
        raise UsageError("need a --token where others than this machine can ask (--host, --allow-host)")
    return Access(hosts=frozenset(name.lower() for name in (*LOOPBACK, host, *others)), token=token, guarded=guarded)
