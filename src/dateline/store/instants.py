"""Instants as the tables hold them: microseconds since 1970, UTC."""

import datetime as dt
from typing import Final

_EPOCH: Final = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_DAY: Final = dt.timedelta(days=1)
_MICRO: Final = dt.timedelta(microseconds=1)


def micros(moment: dt.datetime) -> int:
    """An aware instant as a number."""
    return (moment - _EPOCH) // _MICRO


def moment(number: int) -> dt.datetime:
    """The instant of a number."""
    return _EPOCH + number * _MICRO


def known_by(day: dt.date) -> int:
    """The last instant of a day in UTC, or of a `datetime` the instant itself."""
    if isinstance(day, dt.datetime):
        return micros(day if day.tzinfo else day.replace(tzinfo=dt.UTC))
    return (day - _EPOCH.date() + _DAY) // _MICRO - 1
