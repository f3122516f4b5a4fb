"""Work spread over processes: results in the order of what went in, memory bounded, and a worker that dies costs what it had in hand."""

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from itertools import chain, islice
from multiprocessing.connection import wait
from typing import Final, Generic, TypeVar

from dateline.errors import DatelineError
from dateline.run.worker import Item, Make, Result, Worker

Tag = TypeVar("Tag")
Lost = Callable[[Item, str, str], Result]  # what becomes of an item whose worker died, by reason code and detail

_AHEAD: Final = 16  # items that may be done before an earlier one is, for each process: room for one slow article, and little memory
_STILLBORN: Final = 3  # workers in a row that may die while they load: one may be killed for its memory, more are a broken program
_TICK: Final = 1.0  # seconds between two looks for workers that hang


def in_processes(
    items: Iterable[tuple[Tag, Item]], make: Make[Item, Result], *, processes: int, lost: Lost[Item, Result], seconds: float
) -> Iterator[tuple[Tag, Result]]:
    """The result of each item with its tag, in the order of the items, which are read no faster than they are worked on.

    `make` is called once in each process for what does the work. An item that ends its process, or takes longer than `seconds`, becomes
    what `lost` makes of it, and a new process takes the place of the old. An error that the work raises ends the run, as in one process.
    """
    waiting = iter(items)
    first = list(islice(waiting, processes))
    with closing(_Pool(make, processes=len(first), lost=lost, seconds=seconds)) as pool:
        tags: deque[Tag] = deque()
        for tag, item in chain(first, waiting):
            pool.put(item)
            tags.append(tag)
            while tags and (pool.next_is_done() or len(tags) >= processes * _AHEAD):
                yield tags.popleft(), pool.take()
        while tags:
            yield tags.popleft(), pool.take()


class _Pool(Generic[Item, Result]):
    """Workers, and results that wait for those before them."""

    def __init__(self, make: Make[Item, Result], *, processes: int, lost: Lost[Item, Result], seconds: float) -> None:
        self._make, self._lost, self._seconds = make, lost, seconds
        self._workers = [Worker(make) for _ in range(processes)]
        self._done: dict[int, Result] = {}
        self._given = self._taken = self._stillborn = 0

    def put(self, item: Item) -> None:
        """Hands the item to the first worker that is free."""
        while True:
            free = next((worker for worker in self._workers if worker.free), None)
            if free is None:
                self._look()
            elif free.give(self._given, item):
                self._given += 1
                return
            else:
                self._replace(free)

    def next_is_done(self) -> bool:
        """Whether `take` need not wait."""
        return self._taken in self._done

    def take(self) -> Result:
        """The next result in the order of `put`."""
        while not self.next_is_done():
            self._look()
        self._taken += 1
        return self._done.pop(self._taken - 1)

    def close(self) -> None:
        """Ends all workers, whatever they do."""
        for worker in self._workers:
            worker.end(hung_up=False)

    def _look(self) -> None:
        """Waits until a worker tells something, takes it in, and ends those that hang."""
        talking = wait([worker.pipe for worker in self._workers], _TICK)
        for worker in [one for one in self._workers if one.pipe in talking]:
            try:
                told = worker.told()
            except (EOFError, OSError):
                self._replace(worker)
                continue
            self._stillborn = 0
            if told is not None:
                self._done[told[0]] = told[1]
        now = time.monotonic()
        for worker in [one for one in self._workers if one.job is not None and now - one.since > self._seconds]:
            self._replace(worker, late=True)

    def _replace(self, worker: Worker[Item, Result], *, late: bool = False) -> None:
        """Gives a dead or late worker's item up, and starts another. DatelineError where several died before they could work."""
        ended = worker.end(hung_up=not late)
        self._stillborn += not worker.started
        if self._stillborn == _STILLBORN:
            raise DatelineError(
                f"{_STILLBORN} worker processes ended before they could work, the last with {ended}; a script that codes in several "
                'processes needs its work below `if __name__ == "__main__":`'
            )
        if worker.job is not None:
            number, item = worker.job
            reason, detail = "crashed", f"the process that had it in hand ended with {ended}"
            if late:
                reason, detail = "too-slow", f"more than {self._seconds:g} seconds, in code that no clock interrupts"
            self._done[number] = self._lost(item, reason, detail)
        self._workers[self._workers.index(worker)] = Worker(self._make)
