"""A bound on the time that one page may take."""

import contextlib
import signal
import threading
from collections.abc import Iterator
from types import FrameType
from typing import Final

from dateline.errors import LimitExceeded

_AGAIN: Final = 1.0  # seconds; an exception that is raised within a callback of the collector is lost, so it rings again


class _OutOfTime(BaseException):
    """Not an `Exception`, so that no library on the way mistakes it for an error of its own and swallows it."""


@contextlib.contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise LimitExceeded("too-slow") when the block takes longer than `seconds`.

    Works by a timer signal, hence in a process's main thread on a Unix system; elsewhere the limits on size and depth stand alone. A call
    into C that never returns to Python is not interrupted: the same limits bound those.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return

    def ring(_signal: int, _frame: FrameType | None) -> None:
        raise _OutOfTime

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
    try:
        yield
    except _OutOfTime:
        raise LimitExceeded("too-slow", f"more than {seconds:g} seconds") from None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
