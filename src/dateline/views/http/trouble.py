"""Trouble of the machine, which passes, told apart from faults of the program."""

import errno
from typing import Final

from sqlalchemy.exc import OperationalError

_NO_ANSWER: Final = "08"  # PostgreSQL's class of what is wrong with a connection; without one it cannot even say so
_FULL: Final = ("ENOSPC", "EDQUOT", "SQLITE_FULL", "53100")
_BUSY: Final = ("SQLITE_BUSY", "SQLITE_LOCKED", _NO_ANSWER, "53", "57")  # 53, 57: too many connections, or it starts or ends


def trouble(error: Exception) -> tuple[int, str] | None:
    """The status of the answer and what it says; None where the program may be at fault."""
    code = _code(error)
    if code.startswith(_FULL):
        return 507, "a disk of the server is full"
    return (503, "the store is busy, or cannot be reached") if code.startswith(_BUSY) else None


def _code(error: Exception) -> str:
    """What the system, SQLite or PostgreSQL calls it."""
    if isinstance(error, OSError):
        return errno.errorcode.get(error.errno or 0, "")
    if isinstance(error, OperationalError):
        return str(getattr(error.orig, "sqlite_errorname", None) or getattr(error.orig, "sqlstate", None) or _NO_ANSWER)
    return ""
