"""A screen that does one long thing at a time: it shows how far it is, and Esc stops it."""

from __future__ import annotations

from collections.abc import Callable

from textual import on, work
from textual.message import Message
from textual.reactive import reactive
from textual.worker import get_current_worker

from studio.errors import StudioError
from studio.ui.faults import FAULTS
from studio.ui.messages import ProblemMet, ProgressMade
from studio.ui.screens.base import StudioScreen
from studio.ui.widgets.progress_line import ProgressLine

Progress = Callable[[float], None]
"""Told how much is done, 0 to 1; raises when somebody pressed Esc."""


class Stopped(StudioError):
    """Somebody pressed Esc while something long was being done."""


class JobDone(Message):
    """A long job ended well."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words


class LongJobScreen(StudioScreen):
    """It has a `ProgressLine` somewhere, and a key for `stop` that `can_do` allows while it is busy."""

    busy: reactive[bool] = reactive(False, init=False, bindings=True)

    def begin(self, words: str, job: Callable[[Progress], str]) -> None:
        """Do a job in a thread; what it gives is said at its end."""
        self.busy = True
        self.query_one(ProgressLine).share = 0.0
        self.say(words)
        self._run(job)

    @work(thread=True, group="job", exclusive=True)
    def _run(self, job: Callable[[Progress], str]) -> None:
        worker = get_current_worker()

        def made_progress(share: float) -> None:
            if worker.is_cancelled:
                raise Stopped("It was stopped; nothing is left.", "Press the key again to begin anew.")
            self.post_message(ProgressMade(share))

        try:
            words = job(made_progress)
        except FAULTS as error:
            self.post_message(ProblemMet(error))
            return
        self.post_message(JobDone(words))

    @on(ProgressMade)
    def _show_progress(self, message: ProgressMade) -> None:
        if self.busy:
            self.query_one(ProgressLine).share = message.share

    @on(ProblemMet)
    def _failed(self) -> None:
        self._end()

    @on(JobDone)
    def _done(self, message: JobDone) -> None:
        self._end()
        self.say(message.words)
        self.read_library()

    def _end(self) -> None:
        self.busy = False
        self.query_one(ProgressLine).share = None

    def action_stop(self) -> None:
        """Stop; what was begun is thrown away."""
        self.workers.cancel_group(self, "job")
