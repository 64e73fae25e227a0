"""Work on many files, shared out to a few threads: hashing, encoding and writing leave Python free."""

import os
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_EXCEPTION, Future, ThreadPoolExecutor, wait
from threading import Event
from typing import Generic, TypeVar

_MOST_THREADS = 4
_WORTH_IT = 4 << 20
"""With less to do than this, starting threads takes longer than they save."""
_TOLD_SECONDS = 0.05

Task = TypeVar("Task")
Progress = Callable[[float], None]
Did = Callable[[float], None]
"""Tells how much more is done; raises when nobody wants the rest."""


class _NotWanted(BaseException):
    """Ends a thread's work where it stands."""


class Crew(Generic[Task]):
    """Threads that do every task, begun in their order, several at a time.

    `work` tells what it has done as it goes on, in bytes or whatever `size`, which is all of it together, is
    counted in. `stop` must follow in the end, whatever happens.
    """

    def __init__(self, tasks: Sequence[Task], work: Callable[[Task, Did], None], *, size: float) -> None:
        threads = min(_MOST_THREADS, os.cpu_count() or 1, len(tasks))
        self._threads = threads if size >= _WORTH_IT else 1
        self._left = deque(tasks)
        self._work = work
        self._size = size
        self._done: list[list[float]] = []
        self._stop = Event()
        self._pool: ThreadPoolExecutor | None = None
        self._running: set[Future[None]] = set()

    def start(self) -> None:
        """Begin in the background, where there is enough to do for several threads."""
        if self._threads > 1 and self._pool is None:
            self._pool = ThreadPoolExecutor(self._threads)
            self._running = {self._pool.submit(self._in_background) for _ in range(self._threads)}

    def finish(self, progress: Progress | None = None) -> None:
        """Begin if need be, and wait for the last; `progress`, called in this thread, may raise to leave."""
        tell = progress or _nobody
        self.start()
        if self._pool is None:
            self._do_all(lambda: tell(self._share()))
        while self._running:
            done, self._running = wait(self._running, _TOLD_SECONDS, FIRST_EXCEPTION)
            for one in done:
                one.result()
            tell(self._share())
        tell(1.0)

    def stop(self) -> None:
        """Give up what is not done, and wait for the threads."""
        self._stop.set()
        if self._pool:
            self._pool.shutdown()

    def _in_background(self) -> None:
        try:
            self._do_all(self._see_whether_wanted)
        except _NotWanted:
            return

    def _see_whether_wanted(self) -> None:
        if self._stop.is_set():
            raise _NotWanted

    def _do_all(self, each_step: Callable[[], None]) -> None:
        """One thread's work, until nothing is left."""
        done = [0.0]  # of this thread alone: two that add to one number lose some
        self._done.append(done)

        def did(more: float) -> None:
            done[0] += more
            each_step()

        while self._left:
            try:
                task = self._left.popleft()
            except IndexError:
                return  # another thread took the last one
            self._work(task, did)

    def _share(self) -> float:
        return min(1.0, sum(done for (done,) in self._done) / (self._size or 1))


def share_out(
    tasks: Sequence[Task],
    work: Callable[[Task, Did], None],
    *,
    size: float,
    progress: Progress | None = None,
) -> None:
    """Do every task, here and now; `progress` may raise to stop."""
    crew = Crew(tasks, work, size=size)
    try:
        crew.finish(progress)
    finally:
        crew.stop()


def _nobody(_: float) -> None:
    pass
