"""The door between pupil mode and what is for adults: a PIN opens it, five quiet minutes close it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual.message import Message

from studio.ui.faults import FAULTS
from studio.ui.messages import ProblemMet

if TYPE_CHECKING:
    from studio.ui.app import StudioApp
    from studio.ui.screens.base import StudioScreen

LOOK_SECONDS = 1.0
"""How often it is seen whether the five minutes are over."""

_LONG_WORK = frozenset({"bundle", "backup", "job", "pin"})


class DoorPassed(Message):
    """The PIN was right; what it was asked for can go on."""

    def __init__(self, then: Callable[[], None]) -> None:
        super().__init__()
        self.then = then


class AdultDoor:
    """Asks for the PIN on the screen that needs it, and leads home when adult mode is over."""

    def __init__(self, app: StudioApp) -> None:
        self._app = app
        self._was_open = False

    @property
    def is_locked(self) -> bool:
        """Whether pupils are at the keyboard."""
        return not self._app.library.adults.is_adult

    @property
    def is_unlocked(self) -> bool:
        """Whether the PIN was given, so that there is something to lock."""
        return self._app.library.adults.has_pin and not self.is_locked

    def pass_through(self, screen: StudioScreen, then: Callable[[], None]) -> None:
        """Do what is for adults, after the PIN when it is asked for."""
        if self.is_locked:
            screen.ask("For adults. The PIN:", partial(self._try, screen, then), hidden=True)
        else:
            then()

    def set_pin(self, screen: StudioScreen, then: Callable[[], None]) -> None:
        """Ask for a new PIN, twice; and first for the old one, if there is one."""
        question = "A PIN for adults, at least six digits or three words:"

        def ask_new(old: str | None) -> None:
            screen.ask(question, self._again(screen, old, then), hidden=True)

        if self._app.library.adults.has_pin:
            screen.ask("The PIN as it is now, or the six words:", ask_new, hidden=True)
        else:
            ask_new(None)

    def make_way_back(self, screen: StudioScreen) -> None:
        """Make the words for a forgotten PIN, and say them this once."""
        made: list[str] = []

        def make() -> None:
            made.append(self._app.library.adults.make_way_back())

        self._work(
            screen, make, lambda: screen.say(f"{made[0]} · Write these words down and lock them away.")
        )

    def lock(self) -> None:
        """Back to pupil mode."""
        self._app.library.adults.lock()
        self._was_open = True
        self.watch()

    def touch(self) -> None:
        """Somebody pressed a key."""
        self._app.library.adults.touch()

    def watch(self) -> None:
        """Lead home when adult mode has ended; work that still runs keeps it open."""
        if any(worker.group in _LONG_WORK and not worker.is_finished for worker in self._app.workers):
            self.touch()
        if self._was_open and self.is_locked:
            self._app.go_home("Pupil mode. Adults' places need the PIN again.")
        self._was_open = self.is_unlocked

    def _again(
        self, screen: StudioScreen, old: str | None, then: Callable[[], None]
    ) -> Callable[[str], None]:
        def compare(first: str) -> None:
            from evidence.safety.pin import refuse_easy

            refuse_easy(first)  # before it is typed again

            def decide(second: str) -> None:
                if first == second:
                    self._work(screen, partial(self._app.library.adults.set_pin, first, old=old), then)
                else:
                    screen.say("The two were not the same. No PIN was set; press the key again.")

            screen.ask("The same PIN once more:", decide, hidden=True)

        return compare

    def _try(self, screen: StudioScreen, then: Callable[[], None], pin: str) -> None:
        if pin:
            self._work(screen, partial(self._app.library.adults.unlock, pin), then)

    def _work(self, screen: StudioScreen, check: Callable[[], None], then: Callable[[], None]) -> None:
        # In a thread, for a PIN takes a tenth of a second to check, on purpose.
        def run() -> None:
            try:
                check()
            except FAULTS as error:
                screen.post_message(ProblemMet(error))
            else:
                self._was_open = True
                screen.post_message(DoorPassed(then))

        screen.run_worker(run, thread=True, group="pin", exclusive=True)
