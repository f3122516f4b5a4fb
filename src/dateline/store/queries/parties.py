"""Who acts: what a word for a party means, and the claims that have such a party."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from sqlalchemy import ColumnElement, and_, false, or_, select

from dateline.knowledge.codes import SECTORS
from dateline.store.codec import key
from dateline.store.tables import actors, claims, parties

_CODES: Final = re.compile(r"[A-Z]{3}(?: [A-Z]{3})*")


def acting(named: Iterable[str], *, roles: Sequence[str]) -> ColumnElement[bool]:
    """That a claim has one of these parties in one of the roles."""
    meant = select(actors.c.no).where(anyone(named))
    return claims.c.no.in_(select(parties.c.claim_no).where(parties.c.actor_no.in_(meant), parties.c.role.in_(roles)))


def anyone(named: Iterable[str]) -> ColumnElement[bool]:
    """That a row of actors is whom one of these words means."""
    return or_(false(), *(_meant(name) for name in named))


def _meant(named: str) -> ColumnElement[bool]:
    """Codes in capitals, all of which must hold; else a name."""
    if _CODES.fullmatch(named):
        return and_(*(_coded(code) for code in named.split()))
    return actors.c.name_key == key(named)


def _coded(code: str) -> ColumnElement[bool]:
    """A sector; or else a country, or a name that is written in capitals, as many armed groups' are."""
    if code in SECTORS:
        return actors.c.sectors.contains(f" {code} ", autoescape=True)
    return or_(actors.c.country == code, actors.c.name_key == key(code))
