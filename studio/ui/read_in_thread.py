"""Reading the library without holding up the keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from textual.message import Message
from textual.screen import Screen
from textual.worker import get_current_worker

from studio.ui.faults import FAULTS
from studio.ui.messages import ProblemMet

Here = TypeVar("Here", bound=Screen[None])
Given = ParamSpec("Given")


def read_in_thread(
    read: Callable[Concatenate[Here, Given], Message],
) -> Callable[Concatenate[Here, Given], None]:
    """Make a screen's method run in a thread; the message that it gives is posted to its screen.

    What was read is not posted when the same was begun anew meanwhile, so that nothing older is shown last.
    What a person can put right is posted as a `ProblemMet`. The method must not touch the screen.
    """

    @wraps(read)
    def begin(screen: Here, /, *args: Given.args, **named: Given.kwargs) -> None:
        def run() -> None:
            worker = get_current_worker()
            message: Message
            try:
                message = read(screen, *args, **named)
            except FAULTS as error:
                message = ProblemMet(error)
            if not worker.is_cancelled:
                screen.post_message(message)

        screen.run_worker(run, thread=True, group=read.__qualname__, exclusive=True)

    return begin
