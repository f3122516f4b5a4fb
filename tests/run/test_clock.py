import contextlib
import threading
import time

import pytest

from dateline.errors import LimitExceeded
from dateline.run.clock import within


def _spin() -> None:
    while True:
        pass


def test_a_block_that_never_ends_is_ended() -> None:
    started = time.monotonic()
    with pytest.raises(LimitExceeded) as ended, within(0.05):
        _spin()
    assert ended.value.reason == "too-slow"
    assert time.monotonic() - started < 5


def test_a_library_that_swallows_errors_does_not_swallow_the_clock() -> None:
    def stubborn() -> None:
        while True:
            with contextlib.suppress(Exception):  # the very habit that this test is about
                time.sleep(10)

    with pytest.raises(LimitExceeded), within(0.05):
        stubborn()


def test_no_alarm_is_left_behind() -> None:
    with within(0.05):
        pass
    time.sleep(0.1)


def test_other_threads_run_without_a_clock_and_without_an_error() -> None:
    done: list[bool] = []

    def work() -> None:
        with within(0.001):
            time.sleep(0.01)
            done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [True]
