"""What the competition's screens share: the library is read and changed in threads, and Z takes back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive

from studio.ui.faults import FAULTS
from studio.ui.messages import ProblemMet
from studio.ui.read_in_thread import read_in_thread
from studio.ui.screens.base import StudioScreen

LOOK_SECONDS = 5.0
"""How often a screen looks again what others have done."""
Job = Callable[[], str]
"""Changes the library; what it gives is said."""


class Looked(Message):
    """The library was read."""

    def __init__(self, seen: Any) -> None:
        super().__init__()
        self.seen = seen


class Changed(Message):
    """Something was done, or with no words was tried in vain."""

    def __init__(self, words: str, undo: Job | None, then: Callable[[], None] | None) -> None:
        super().__init__()
        self.words = words
        self.undo = undo
        self.then = then


class CompetitionWorkScreen(StudioScreen):
    """`look` runs in a thread, and `show` with what it gives on the screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("z", "undo", "undo", id="competition.undo", tooltip="Take the last thing back"),
    ]

    undos: reactive[tuple[Job, ...]] = reactive((), init=False, bindings=True)
    """What Z takes back, the last at the end."""

    def look(self) -> Any:
        """Read what the screen shows; it must not touch the screen."""
        raise NotImplementedError

    def show(self, seen: Any) -> None:
        """Show what was read."""
        raise NotImplementedError

    def read_library(self) -> None:
        """Read in a thread: there may be years of competitions."""
        self._look()

    @read_in_thread
    def _look(self) -> Message:
        return Looked(self.look())

    def look_again(self) -> None:
        """Others may have entered or judged since; not while something is asked here."""
        if self.is_current and not self.is_asking:
            self.read_library()

    @on(Looked)
    def _looked(self, message: Looked) -> None:
        message.stop()
        if self.is_mounted:
            self.show(message.seen)
            self.refresh_bindings()

    def do(
        self,
        job: Job,
        *,
        undo: Job | None = None,
        then: Callable[[], None] | None = None,
        in_vain: Job | None = None,
    ) -> None:
        """Change something in a thread, say what it gives, look again and go on with `then`.

        Z does `undo` then, or `in_vain` when nothing could be changed.
        """

        def change() -> None:
            try:
                words = job()
            except FAULTS as error:
                self.post_message(Changed("", in_vain, None))
                self.post_message(ProblemMet(error))
            else:
                self.post_message(Changed(words, undo, then))

        self.run_worker(change, thread=True, group="job")

    @on(Changed)
    def _changed(self, message: Changed) -> None:
        message.stop()
        if message.words:
            self.say(message.words)
        if message.undo is not None:
            self.undos = (*self.undos, message.undo)
        self.read_library()
        if message.then is not None:
            message.then()

    def as_adult(self, then: Callable[[], None]) -> None:
        """Do what is for adults, after the PIN when it is asked for."""
        self.studio.door.pass_through(self, then)

    def action_undo(self) -> None:
        """Take the last thing back."""
        *rest, last = self.undos
        self.undos = tuple(rest)  # at once: Z pressed twice takes two things back
        self.do(last, in_vain=last)

    def can_do(self, action: str) -> bool:
        """There must be something to take back."""
        return action != "undo" or bool(self.undos)
