"""One worker process, and our end of the pipe to it."""

import contextlib
import signal
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Final, Generic, TypeVar

from dateline.errors import UsageError

Item = TypeVar("Item")
Result = TypeVar("Result")
Make = Callable[[], Callable[[Item], Result]]

_PATIENCE: Final = 5.0  # seconds in which a process that hung up is expected to be gone


@dataclass(frozen=True, slots=True)
class _Ready:
    """The models are loaded."""


@dataclass(frozen=True, slots=True)
class _Fault:
    """An error that is no item's: a wrong option, or a broken program with its traceback."""

    text: str
    usage: bool


class Worker(Generic[Item, Result]):
    """A process that works on one item at a time: it is sent the next when it is free, so neither end ever waits on a full pipe."""

    def __init__(self, make: Make[Item, Result]) -> None:
        context = get_context("spawn")  # what the models hold (threads, open databases) does not survive a fork
        self.pipe, far = context.Pipe()
        self._process = context.Process(target=_serve, args=(far, make), daemon=True)
        with _deaf():
            self._process.start()
        far.close()
        self.started = False
        self.job: tuple[int, Item] | None = None
        self.since = 0.0

    @property
    def free(self) -> bool:
        """Whether it waits for an item."""
        return self.started and self.job is None

    def give(self, number: int, item: Item) -> bool:
        """Hands it an item; False where it has died meanwhile."""
        try:
            self.pipe.send(item)
        except OSError:
            return False
        self.job, self.since = (number, item), time.monotonic()
        return True

    def told(self) -> tuple[int, Result] | None:
        """The number and the result of the item that it had, or None where it only says that it has started.

        EOFError or OSError where it is dead. UsageError where an option was wrong, RuntimeError with the traceback where the work failed.
        """
        told = self.pipe.recv()
        if isinstance(told, _Fault):
            raise UsageError(told.text) if told.usage else RuntimeError(f"in a worker process:\n{told.text}")
        if isinstance(told, _Ready) or self.job is None:
            self.started = True
            return None
        number, _ = self.job
        self.job = None
        return number, told

    def end(self, *, hung_up: bool) -> str:
        """Ends the process, at once unless it has `hung_up` and is ending by itself; how it ended, in words."""
        self.pipe.close()
        if hung_up:
            self._process.join(_PATIENCE)
        code = self._process.exitcode
        self._process.kill()
        self._process.join()
        return f"signal {signal.Signals(-code).name}" if code is not None and code < 0 else f"exit code {code}"


@contextlib.contextmanager
def _deaf() -> Iterator[None]:
    """A process started in this block does not hear Ctrl-C, which reaches the whole group, from its first moment on: the parent decides."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _serve(pipe: Connection, make: Make[Item, Result]) -> None:
    """The life of a worker: it ends when the other end of its pipe does, even where that was killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # again, as a parent's thread cannot have seen to it
    try:
        work = make()
        pipe.send(_Ready())
        while True:
            pipe.send(work(pipe.recv()))
    except UsageError as error:
        pipe.send(_Fault(str(error), usage=True))
    except (EOFError, BrokenPipeError):
        return
    except Exception:  # noqa: BLE001 -- the edge: told to the parent, which raises it
        pipe.send(_Fault(traceback.format_exc(), usage=False))
