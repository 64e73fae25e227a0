"""An adult's yes to one thing in pupil mode: the PIN opens it for that alone, and pupils go on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.message import Message

from studio.ui.faults import FAULTS
from studio.ui.messages import ProblemMet

if TYPE_CHECKING:
    from studio.ui.screens.base import StudioScreen


class AdultSaidYes(Message):
    """What an adult was asked for is done."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words


def ask_an_adult(screen: StudioScreen, what: str, do: Callable[[], str]) -> None:
    """Do something that needs an adult, after the PIN when pupils are here; what it gives is said.

    `do` runs in a thread: it may write, but not touch the screen.
    """
    adults = screen.library.adults

    def work(pin: str | None) -> None:
        try:
            if pin is None:
                words = do()
            else:
                adults.unlock(pin)
                with adults.staying():
                    adults.lock()  # for everybody but this thread
                    words = do()
        except FAULTS as error:
            screen.post_message(ProblemMet(error))
        else:
            screen.post_message(AdultSaidYes(words))

    def begin(pin: str | None) -> None:
        if pin != "":
            screen.run_worker(lambda: work(pin), thread=True, group="pin", exclusive=True)

    if adults.is_adult:
        begin(None)
    else:
        screen.ask(f"{what} An adult's PIN:", begin, hidden=True)
