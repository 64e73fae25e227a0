"""Reading without holding up the keys."""

import threading

from textual import on
from textual.message import Message
from textual.screen import Screen

from studio.errors import StudioError
from studio.ui.app import StudioApp
from studio.ui.messages import ProblemMet
from studio.ui.read_in_thread import read_in_thread
from tests.ui.fakes import Keyboard


class Found(Message):
    """Something was read."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words


class ReadingTwice(Screen[None]):
    """Its first reading ends only when the second has."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []
        self.second_is_done = threading.Event()

    @read_in_thread
    def read(self, words: str) -> Message:
        """Wait, if it is the first."""
        if words == "first":
            assert self.second_is_done.wait(60)
        if words == "wrong":
            raise StudioError("It cannot be read.", "Try again.")
        return Found(words)

    @on(Found)
    def keep(self, message: Found) -> None:
        """Show it."""
        self.seen.append(message.words)
        self.second_is_done.set()

    @on(ProblemMet)
    def say(self, message: ProblemMet) -> None:
        """Say it."""
        message.stop()
        self.seen.append(message.error.args[0] if message.error.args else str(message.error))


async def test_what_was_begun_first_and_ends_last_is_not_shown(app: StudioApp) -> None:
    async with app.run_test() as pilot:
        screen = ReadingTwice()
        await app.push_screen(screen)
        screen.read("first")
        screen.read("second")
        await Keyboard(pilot).settle()
        assert screen.seen == ["second"]


async def test_what_cannot_be_read_is_said(app: StudioApp) -> None:
    async with app.run_test() as pilot:
        screen = ReadingTwice()
        await app.push_screen(screen)
        screen.read("wrong")
        await Keyboard(pilot).settle()
        assert len(screen.seen) == 1
        assert "It cannot be read." in screen.seen[0]
