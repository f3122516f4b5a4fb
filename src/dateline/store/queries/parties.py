"""Who acts: what a word for a party means, and the claims that have such a party."""

import re
from collections.abc import Sequence
from typing import Final

from sqlalchemy import Column, ColumnElement, and_, func, or_, select

from dateline.knowledge.codes import SECTORS
from dateline.store.codec import key
from dateline.store.tables import actors, claims, parties

_CODES: Final = re.compile(r"[A-Z]{3}(?: [A-Z]{3})*")


def acting(named: Sequence[str], *, roles: Sequence[str]) -> ColumnElement[bool]:
    """That a claim has one of these parties in one of the roles."""
    meant = select(actors.c.no).where(anyone(named))
    return claims.c.no.in_(select(parties.c.claim_no).where(parties.c.actor_no.in_(meant), parties.c.role.in_(roles)))


def anyone(named: Sequence[str]) -> ColumnElement[bool]:
    """That a row of actors is whom one of these words means."""
    codes = {name for name in named if _CODES.fullmatch(name)}  # in capitals, and all of one word must hold
    names = [key(name) for name in named if name not in codes]
    return or_(actors.c.name_key.in_(names), *(and_(*(_coded(code) for code in some.split())) for some in sorted(codes)))


def _coded(code: str) -> ColumnElement[bool]:
    """A sector; or else a country, or a name that is written in capitals, as many armed groups' are."""
    if code in SECTORS:
        return among(actors.c.sectors, code)
    return or_(actors.c.country == code, actors.c.name_key == key(code))


def among(codes: Column[str], code: str) -> ColumnElement[bool]:
    """That a column of codes, each between spaces, has this one. Not LIKE, which does not tell SQLite's small letters from capitals."""
    return func.replace(codes, f" {code} ", "") != codes
