"""A timer for the class screen: figures five rows tall, a bar for those who do not read them, and a word."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from math import ceil

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from studio.ui.widgets.drawing import big_figures
from studio.wording import clock as clock_words

LONGEST_SECONDS = 99 * 60 + 59.0
TIME_UP = "Time is up."
_LOOKS_A_SECOND = 4
_WIDTH = 34
"""Of the longest time, in figures."""


@dataclass(frozen=True, slots=True)
class Timer:
    """Seconds that run down from a moment on; every moment comes from the same clock."""

    seconds: float
    """What it was set to, with the minutes that were added."""
    left_then: float
    """What was left when it was last started or paused."""
    started: float | None = None
    """The moment it was started; `None` while it stands still."""

    @classmethod
    def of(cls, seconds: float) -> Timer:
        """Set, not started."""
        seconds = max(0.0, min(LONGEST_SECONDS, seconds))
        return cls(seconds, seconds)

    @property
    def is_running(self) -> bool:
        """Whether the seconds run; also after they have run out."""
        return self.started is not None

    def left(self, now: float) -> float:
        """Seconds that are left, never less than none."""
        if self.started is None:
            return self.left_then
        return max(0.0, self.left_then - max(0.0, now - self.started))

    def run(self, now: float) -> Timer:
        """Going on; one that has run out begins again."""
        if self.started is not None:
            return self
        return replace(self, left_then=self.left_then or self.seconds, started=now)

    def pause(self, now: float) -> Timer:
        """Standing still."""
        return replace(self, left_then=self.left(now), started=None)

    def reset(self) -> Timer:
        """As it was set, not started."""
        return Timer.of(self.seconds)

    def longer(self, seconds: float, now: float) -> Timer:
        """With more time, running or not as before."""
        left = min(LONGEST_SECONDS, self.left(now) + seconds)
        more = min(LONGEST_SECONDS, self.seconds + seconds)
        return Timer(more, left, None if self.started is None else now)


class Countdown(Widget):
    """A `Timer` to be seen. It never flashes; when time is up it says so in words and tells the screen."""

    DEFAULT_CSS = """
    Countdown {
        height: 7;
        width: 34;
        text-wrap: nowrap;
        color: $foreground;
    }
    """

    class TimeUp(Message):
        """The seconds have run out."""

        def __init__(self, countdown: Countdown) -> None:
            super().__init__()
            self.countdown = countdown

        @property
        def control(self) -> Countdown:
            """The one that has run out."""
            return self.countdown

    shown: reactive[int] = reactive(0)
    """Whole seconds, as they are drawn."""
    state: reactive[str] = reactive("set", bindings=True)
    """`set`, `running`, `paused` or `up`."""

    def __init__(
        self,
        seconds: float = 0.0,
        *,
        id: str | None = None,  # noqa: A002
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(id=id)
        self._clock = clock
        self.timer = Timer.of(seconds)
        self.set_reactive(Countdown.shown, ceil(self.timer.seconds))

    def on_mount(self) -> None:
        """Look at the clock now and then; a look costs nothing until a second has passed."""
        self.set_interval(1 / _LOOKS_A_SECOND, self.look)

    @property
    def seconds_left(self) -> float:
        """What is left."""
        return self.timer.left(self._clock())

    @property
    def is_running(self) -> bool:
        """Whether time runs and is not up."""
        return self.state == "running"

    def set_to(self, seconds: float, *, start: bool = False) -> None:
        """Another time, standing still unless it is to start."""
        self.timer = Timer.of(seconds)
        self.state = "set"
        if start:
            self.start()
        self.look()

    def put(self, timer: Timer) -> None:
        """Show another timer, as it was left."""
        self.timer = timer
        left = timer.left(self._clock())
        untouched = timer == Timer.of(timer.seconds)
        self.state = (
            "up" if left <= 0 else "running" if timer.is_running else "set" if untouched else "paused"
        )
        self.look()

    def start(self) -> None:
        """Let it run; one that has run out begins again."""
        self.timer = self.timer.run(self._clock())
        self.state = "running"
        self.look()

    def pause(self) -> None:
        """Let it stand."""
        self.timer = self.timer.pause(self._clock())
        self.state = "paused"
        self.look()

    def start_or_pause(self) -> None:
        """What one key does."""
        if self.is_running:
            self.pause()
        else:
            if self.state == "up":
                self.timer = self.timer.reset()
            self.start()

    def reset(self) -> None:
        """As it was set."""
        self.set_to(self.timer.seconds)

    def add(self, seconds: float = 60.0) -> None:
        """A minute more; one that had run out goes on."""
        self.timer = self.timer.longer(seconds, self._clock())
        if self.state == "up":
            self.state = "running"
        self.look()

    def look(self) -> None:
        """Draw what is left when that changed, and say when nothing is."""
        left = self.seconds_left
        self.shown = ceil(left)
        if left <= 0 and self.state == "running":
            self.state = "up"
            self.post_message(self.TimeUp(self))

    def words(self) -> str:
        """How it stands, in words."""
        return {"set": "ready", "running": "", "paused": "paused", "up": TIME_UP}[self.state]

    def bar(self) -> str:
        """What is left of the time, as squares."""
        share = self.shown / self.timer.seconds if self.timer.seconds else 0.0
        lit = min(_WIDTH, ceil(share * _WIDTH))
        return "█" * lit + "░" * (_WIDTH - lit)

    def render(self) -> Content:
        """Figures, bar, word."""
        figures = "\n".join(row.rjust(_WIDTH) for row in big_figures(clock_words(self.shown, decimals=0)))
        return Content.assemble(
            (figures, "bold"), "\n", (self.bar(), "$accent"), "\n", (self.words().rjust(_WIDTH), "bold")
        )
