"""A long sound worked on in strips, by as many threads as pay."""

import os
import threading
from collections.abc import Callable

Progress = Callable[[float], None]
"""Hears the share done, 0..1; may raise to stop."""
Work = Callable[[int, int], None]

_MOST_THREADS = 4


def in_strips(
    total: int, strip: int, make_work: Callable[[], Work], progress: Progress | None = None
) -> None:
    """Call `work(start, stop)` for every strip of 0 to `total`.

    NumPy and file reads let go of the interpreter, so threads run side by side. Each thread makes its
    own `work`, with buffers of its own; this thread does its share, and alone calls `progress`.
    What any of them raises stops all and is raised here.
    """
    strips = _Strips(total, strip)
    helpers = min(_MOST_THREADS, os.cpu_count() or 1, -(-total // strip)) - 1
    threads = [threading.Thread(target=strips.work_quietly, args=(make_work,)) for _ in range(helpers)]
    for thread in threads:
        thread.start()
    try:
        strips.work(make_work, progress)
    finally:
        strips.stop()
        for thread in threads:
            thread.join()
    if strips.failure is not None:
        raise strips.failure
    if progress is not None:
        progress(1.0)


class _Strips:
    """The strips that nobody has taken yet."""

    def __init__(self, total: int, strip: int) -> None:
        self.failure: BaseException | None = None
        self._total = total
        self._strip = strip
        self._next = 0
        self._stopped = False
        self._lock = threading.Lock()

    def work(self, make_work: Callable[[], Work], progress: Progress | None = None) -> None:
        """Take strips until none is left."""
        work = make_work()
        while (start := self._take()) is not None:
            work(start, min(start + self._strip, self._total))
            if progress is not None:
                progress(min(self._next, self._total) / self._total)

    def work_quietly(self, make_work: Callable[[], Work]) -> None:
        """The same in a helping thread; a failure is kept for the thread that waits."""
        try:
            self.work(make_work)
        except BaseException as error:
            self.failure = error
            self.stop()

    def stop(self) -> None:
        """Give no more strips."""
        self._stopped = True

    def _take(self) -> int | None:
        with self._lock:
            start = self._next
            if start >= self._total or self._stopped:
                return None
            self._next += self._strip
            return start
