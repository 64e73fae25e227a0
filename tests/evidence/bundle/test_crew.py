import threading

import pytest

from evidence.bundle import crew
from evidence.bundle.crew import share_out

LARGE = crew._WORTH_IT


def test_every_task_is_done_once():
    done: list[int] = []

    def work(task, did):
        done.append(task)
        did(1)

    share_out(range(500), work, size=LARGE)
    assert sorted(done) == list(range(500))


@pytest.mark.parametrize("size", [10, LARGE])
def test_progress_rises_to_the_end_in_the_callers_thread(size):
    seen: list[float] = []
    threads = set()

    def progress(share):
        seen.append(share)
        threads.add(threading.current_thread())

    share_out(range(10), lambda _, did: did(size // 10), size=size, progress=progress)
    assert seen == sorted(seen)
    assert seen[-1] == 1.0
    assert threads == {threading.current_thread()}


@pytest.mark.parametrize("size", [10, LARGE])
def test_a_fault_in_a_task_ends_the_work_and_is_told(size):
    def work(task, did):
        if task == 3:
            raise OSError("no room")
        did(1)

    with pytest.raises(OSError, match="no room"):
        share_out(range(10), work, size=size)


@pytest.mark.parametrize("size", [10, LARGE])
def test_progress_may_stop_the_work(size):
    def for_ever(_, did):
        while True:
            did(1)

    class Stop(Exception):
        pass

    def stop(_):
        raise Stop

    with pytest.raises(Stop):
        share_out(range(4), for_ever, size=size, progress=stop)
    assert not [thread for thread in threading.enumerate() if "ThreadPool" in thread.name]


def test_no_tasks_are_done_at_once():
    share_out([], lambda _, did: did(1), size=0)
