"""Coding for requests: one process that codes, some requests that wait for it, and an answer whatever happens to it."""

import logging
from collections.abc import Callable
from multiprocessing.connection import wait
from threading import BoundedSemaphore, Lock
from typing import Final

from dateline.errors import UsageError
from dateline.records import Document, Dropped
from dateline.run.worker import Worker
from dateline.store.writer import Coded
from dateline.views.http.bench import Order, Outcome
from dateline.views.http.problems import LATER, Refused

_LOG: Final = logging.getLogger(__name__)
_IN_HAND: Final = 3  # requests: one that is coded, and those that wait
_TO_START: Final = 120.0  # seconds in which the models are loaded, on a busy machine


class Desk:
    """Takes orders, one at a time. The process starts with the first; it is replaced where it dies or hangs. Any thread may ask."""

    def __init__(self, make: Callable[[], Callable[[Order], Outcome]], *, seconds: float) -> None:
        self._make, self._seconds = make, seconds
        self._room, self._turn = BoundedSemaphore(_IN_HAND), Lock()
        self._worker: Worker[Order, Outcome] | None = None

    def code(self, order: Order) -> Outcome:
        """What was coded. Refused where too many wait already."""
        if not self._room.acquire(blocking=False):
            raise Refused(503, "too many texts wait to be coded", headers=LATER)
        try:
            with self._turn:
                return self._coded(order)
        finally:
            self._room.release()

    def close(self) -> None:
        """Ends the process, whatever it does."""
        if self._worker is not None:
            self._worker.end(hung_up=False)
            self._worker = None

    def _coded(self, order: Order) -> Outcome:
        try:
            worker = self._ready()
            if not worker.give(0, order):  # it died while it had nothing to do
                self.close()
                worker = self._ready()
                worker.give(0, order)
            told = self._told(worker, self._seconds)
        except (EOFError, OSError):
            self.close()
            return _lost("crashed", "the process that had it in hand ended")
        except UsageError as error:
            self.close()
            _LOG.error("%s", error)  # it may name files of this machine
            raise Refused(503, "texts cannot be coded here: an option of the server is wrong, and its log says which") from error
        except BaseException:
            self.close()
            raise
        if told is None:
            self.close()
            return _lost("too-slow", f"more than {self._seconds:g} seconds")
        return told

    def _ready(self) -> Worker[Order, Outcome]:
        if self._worker is None:
            self._worker = Worker(self._make)
        if not self._worker.free:
            self._told(self._worker, _TO_START)
        if not self._worker.free:
            raise Refused(503, "the models are not loaded yet", headers=LATER)
        return self._worker

    def _told(self, worker: Worker[Order, Outcome], seconds: float) -> Outcome | None:
        """What the process says next; None where that is that it is ready, or nothing in time."""
        if not wait([worker.pipe], seconds):
            return None
        told = worker.told()
        return told[1] if told is not None else None


def _lost(reason: str, detail: str) -> Outcome:
    return (Coded(Document(article=None, dropped=(Dropped(path="-", stage="run", reason=reason, detail=detail),))),)
