"""Long answers in pages: a cursor says where the next one begins, and stays right while others write."""

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated, Final, Generic, Literal, TypeVar

import msgspec
import numpy as np
from sqlalchemy import Column, ColumnElement, and_, or_

from dateline.errors import UsageError
from dateline.store.columns.columns import Longs
from dateline.store.tables import claims

Item = TypeVar("Item")
Order = Literal["newest", "oldest", "added", "latest", "surest"]
"""`newest` and `oldest` go by the day of the event, those without a day last and first; `added` and `latest` by when the store got them."""

MOST: Final = 1000  # items of one page
_FURTHEST: Final = 10**12  # items that are left out before it
_NUMBER = Annotated[int, msgspec.Meta(ge=0, le=2**63 - 1)]
_CURSOR: Final = msgspec.json.Decoder(tuple[str, str | float | None, _NUMBER])
_VALUES: Final[Mapping[Order, type[str | float]]] = MappingProxyType({"newest": str, "oldest": str, "surest": float})
_ORDERS: Final[dict[Order, tuple[Column[object] | None, bool]]] = {
    "newest": (claims.c.day, True),
    "oldest": (claims.c.day, False),
    "added": (None, False),
    "latest": (None, True),
    "surest": (claims.c.confidence, True),
}


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """Some items in order, and the cursor that the next call is given; None where there are no more."""

    items: tuple[Item, ...]
    following: str | None


def sorting(order: Order) -> Sequence[ColumnElement[object]]:
    """What claims are sorted by."""
    if order not in _ORDERS:
        raise UsageError(f"need an order out of {', '.join(_ORDERS)}, got {order!r}")
    column, down = _ORDERS[order]
    columns = [claims.c.no] if column is None else [column, claims.c.no]
    return [one.desc() if down else one.asc() for one in columns]


def beyond(order: Order, cursor: str) -> ColumnElement[bool]:
    """That a claim comes after the one that the cursor names. UsageError where it is no cursor of this order."""
    column, down = _ORDERS[order]
    value, no = _read(cursor, order)
    further = claims.c.no < no if down else claims.c.no > no
    if column is None:
        return further
    return or_(column < value if down else column > value, and_(column == value, further))


def cursor_of(order: Order, *, day: str, confidence: float, no: int) -> str:
    """The cursor behind a claim."""
    value = {"newest": day, "oldest": day, "surest": confidence}.get(order)
    return base64.urlsafe_b64encode(msgspec.json.encode((order, value, no))).decode().rstrip("=")


def _read(cursor: str, order: Order) -> tuple[str | float | None, int]:
    try:
        made_for, value, no = _CURSOR.decode(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        if made_for == order and isinstance(value, _VALUES.get(order, type(None))):
            return value, no
    except (msgspec.DecodeError, ValueError):
        pass
    raise UsageError(f"need a cursor that an answer in this order gave, got {cursor!r}")


def at_most(limit: int) -> int:
    """The limit, where it is one. UsageError otherwise."""
    if not 1 <= limit <= MOST:
        raise UsageError(f"need a limit from 1 to {MOST:,}, got {limit}")
    return limit


def from_on(offset: int) -> int:
    """The offset, where it is one. UsageError otherwise."""
    if not 0 <= offset <= _FURTHEST:
        raise UsageError(f"need an offset from 0 to {_FURTHEST:,}, got {offset}")
    return offset


def largest(counts: Longs, *, limit: int, offset: int = 0) -> Longs:
    """The indexes of the largest counts above 0, `offset` of them left out; of equal ones the first comes first."""
    order = np.argsort(-counts, kind="stable")[from_on(offset) : offset + at_most(limit)]
    return order[counts[order] > 0]
