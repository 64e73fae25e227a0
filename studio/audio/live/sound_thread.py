"""The one thread that speaks to the sound system, so that a call which hangs hangs nothing else."""

import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import Any, Generic, TypeVar

from studio.errors import StudioError

T = TypeVar("T")

QUICK_SECONDS = 0.25
"""How long a call waits while an earlier one is known to hang."""


class SoundSystemStuck(StudioError):
    """The computer's sound system does not answer."""


def no_answer() -> SoundSystemStuck:
    """The error for a sound system that hangs."""
    return SoundSystemStuck(
        "The computer's sound system does not answer.",
        "Wait a moment and try again; if that does not help, restart the computer.",
    )


class SoundThread:
    """Runs jobs one after the other on a thread of its own; whoever asks waits a bounded time.

    PortAudio is not made for several threads at once, and when the sound server behind it is frozen
    opening, stopping and even aborting a stream never return (measured). The thread is a daemon:
    a job that hangs keeps nobody from leaving the program.
    """

    def __init__(self) -> None:
        self._tasks: SimpleQueue[_Task[Any]] = SimpleQueue()
        self._starting = threading.Lock()
        self._thread: threading.Thread | None = None
        self._given_up: _Task[Any] | None = None

    @property
    def is_stuck(self) -> bool:
        """Whether a call still hangs that somebody gave up on."""
        return self._given_up is not None and not self._given_up.done.is_set()

    def call(self, job: Callable[[], T], *, timeout: float, undo: Callable[[T], object] | None = None) -> T:
        """Run a job and return its result; `undo` gets the result of a job that ended after we gave up.

        Raises
        ------
        SoundSystemStuck
            If the job has not ended after `timeout` seconds.
        """
        with self._starting:
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="sound", daemon=True)
                self._thread.start()
        if threading.current_thread() is self._thread:
            return job()
        task = _Task(job, undo)
        patience = min(timeout, QUICK_SECONDS) if self.is_stuck else timeout
        self._tasks.put(task)
        if not task.done.wait(patience) and task.give_up():
            self._given_up = self._given_up if self.is_stuck else task
            raise no_answer()
        return task.result()

    def _run(self) -> None:
        while True:
            self._tasks.get().run()


class _Task(Generic[T]):
    """A job on its way through the thread."""

    def __init__(self, job: Callable[[], T], undo: Callable[[T], object] | None) -> None:
        self.done = threading.Event()
        self._job = job
        self._undo = undo
        self._lock = threading.Lock()
        self._given_up = False
        self._results: list[T] = []
        self._error: BaseException | None = None

    def run(self) -> None:
        if not self._given_up:  # nobody waits any more: do not even begin
            try:
                self._results.append(self._job())
            except BaseException as error:  # carried to the caller by `result`
                self._error = error
        with self._lock:
            self.done.set()
        if self._given_up and self._results and self._undo is not None:
            self._undo(self._results[0])

    def give_up(self) -> bool:
        """Stop waiting; false when the job ended in the last moment."""
        with self._lock:
            self._given_up = not self.done.is_set()
            return self._given_up

    def result(self) -> T:
        if self._error is not None:
            raise self._error
        return self._results[0]
