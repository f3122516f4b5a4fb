"""Who acts: what a word for a party means, and the claims that have such a party."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from sqlalchemy import ColumnElement, and_, or_, select

from dateline.knowledge.codes import SECTORS
from dateline.store.codec import key
from dateline.store.tables import claims, parties

_CODES: Final = re.compile(r"[A-Z]{3}(?: [A-Z]{3})*")


def acting(named: Iterable[str], *, roles: Sequence[str]) -> ColumnElement[bool]:
    """That a claim has one of these parties in one of the roles."""
    held = select(parties.c.claim_no).where(parties.c.role.in_(roles))
    return or_(*(claims.c.no.in_(held.where(party(name))) for name in named))


def party(named: str) -> ColumnElement[bool]:
    """That a row of parties is whom `named` means: codes in capitals, all of which must hold; else a name."""
    if _CODES.fullmatch(named):
        return and_(*(_coded(code) for code in named.split()))
    return parties.c.name_key == key(named)


def _coded(code: str) -> ColumnElement[bool]:
    """A sector; or else a country, or a name that is written in capitals, as many armed groups' are."""
    if code in SECTORS:
        return parties.c.sectors.contains(f" {code} ", autoescape=True)
    return or_(parties.c.country == code, parties.c.name_key == key(code))
