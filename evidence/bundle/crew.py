"""Work on many files, shared out to a few threads: hashing and writing leave Python free meanwhile."""

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
from threading import Event
from typing import Generic, TypeVar

_MOST_THREADS = 4
_WORTH_IT = 4 << 20
"""With fewer bytes than this, starting threads takes longer than they save."""
_TOLD_SECONDS = 0.05

Task = TypeVar("Task")
Progress = Callable[[float], None]


def share_out(
    tasks: Sequence[Task],
    work: Callable[[Task], Iterator[int]],
    *,
    size: int,
    progress: Progress | None = None,
) -> None:
    """Do every task, begun in their order, several at a time.

    `work` yields the number of bytes it has done since it yielded before; `size` is how many they are in
    all. `progress` is called in the caller's thread, and may raise to stop the others.
    """
    tell = progress or _nobody
    crew = _Crew(tasks, work, size)
    threads = min(_MOST_THREADS, os.cpu_count() or 1, len(tasks))
    if threads > 1 and size >= _WORTH_IT:
        crew.work_in(threads, tell)
    else:
        for _ in crew.steps():
            tell(crew.share())
    tell(1.0)


class _Crew(Generic[Task]):
    """What is left to do, and how much is done."""

    def __init__(self, tasks: Sequence[Task], work: Callable[[Task], Iterator[int]], size: int) -> None:
        self._left = deque(tasks)
        self._work = work
        self._size = size
        self._done: list[list[int]] = []
        self._stop = Event()

    def work_in(self, threads: int, tell: Progress) -> None:
        """Do it in so many threads, and tell how far they are."""
        with ThreadPoolExecutor(threads) as pool:
            try:
                running = {pool.submit(self._one_thread) for _ in range(threads)}
                while running:
                    done, running = wait(running, _TOLD_SECONDS, FIRST_EXCEPTION)
                    for one in done:
                        one.result()
                    tell(self.share())
            finally:
                self._stop.set()

    def steps(self) -> Iterator[None]:
        """One thread's work, step by step, until nothing is left."""
        done = [0]  # of this thread alone: two that add to one number lose some
        self._done.append(done)
        while self._left:
            try:
                task = self._left.popleft()
            except IndexError:
                return  # another thread took the last one
            for step in self._work(task):
                done[0] += step
                yield

    def share(self) -> float:
        """How much is done, from 0 to 1."""
        return min(1.0, sum(done for (done,) in self._done) / (self._size or 1))

    def _one_thread(self) -> None:
        for _ in self.steps():
            if self._stop.is_set():
                return


def _nobody(_: float) -> None:
    pass
