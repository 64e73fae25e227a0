"""Walking through a lesson with two keys: on and back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.reactive import reactive

from studio.ui.screens.base import StudioScreen
from studio.ui.widgets.countdown import Countdown, Timer

if TYPE_CHECKING:
    from lessons.units.unit import Part, Unit

MINUTE = 60.0
DO, SAY, ASK, WORDS = "do", "say", "ask", "words"


class LessonWalkScreen(StudioScreen):
    """On leads to the time, the rest of the steps, the question, the next part; back leads the same way."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,pagedown", "on", "on", key_display="Enter", id="walk.on", tooltip="What comes next"),
        Binding(
            "pageup,backspace",
            "one_back",
            "one back",
            key_display="PgUp",
            id="walk.back",
            tooltip="What was before",
        ),
    ]

    at: reactive[int] = reactive(0, init=False, bindings=True)
    """Which part."""
    side: reactive[str] = reactive(DO, init=False, bindings=True)
    """What stands below the timer: what is done, said or asked, or the words of the lesson."""

    def __init__(self, unit: Unit, *, clock: Callable[[], float]) -> None:
        super().__init__()
        self.unit = unit
        self._clock = clock
        self._kept = [Timer.of(part.minutes * MINUTE) for part in unit.parts]

    @property
    def countdown(self) -> Countdown:
        """The timer that is seen."""
        return self.query_one(Countdown)

    @property
    def part(self) -> Part:
        """The part that is shown."""
        return self.unit.parts[self.at]

    @property
    def page(self) -> VerticalScroll:
        """What stands below the timer."""
        return self.query_one("#page", VerticalScroll)

    @property
    def _has_more(self) -> bool:
        return self.page.scroll_offset.y < self.page.max_scroll_y

    def on_words(self) -> str:
        """What the key for going on does now; nothing at the end."""
        if self.countdown.state == "set":
            return "start the time"
        if self._has_more:
            return "read on"
        if self.side == DO and self.part.ask:
            return "the question"
        return "next part" if self.at + 1 < len(self.unit.parts) else ""

    def action_on(self) -> None:
        """What comes next."""
        if self.countdown.state == "set":
            self.countdown.start()
            self.page_turned()
        elif self._has_more:
            self.page.scroll_page_down(animate=False)
            self.page_turned()
        elif self.side == DO and self.part.ask:
            self.side = ASK
        else:
            self.action_move(1)

    def action_one_back(self) -> None:
        """The same way back; time that runs goes on running."""
        if self.page.scroll_offset.y > 0:
            self.page.scroll_page_up(animate=False)
            self.page_turned()
        elif self.side != DO:
            self.side = DO
        else:
            was_running = self.countdown.is_running
            self.action_move(-1)
            if was_running and self.countdown.state in ("set", "paused"):
                self.countdown.start()

    def action_move(self, by: int) -> None:
        """To another part; each keeps its time, and one that was running hands on to the next."""
        to = self.at + by
        if not 0 <= to < len(self.unit.parts):
            return
        was_running = self.countdown.is_running
        self.countdown.pause()
        self._kept[self.at] = self.countdown.timer
        self.countdown.put(self._kept[to])
        if was_running and by > 0:
            self.countdown.start()
        self.say("")
        self.at = to

    def page_turned(self) -> None:
        """Whether there is more, and so what the keys do, turns out when it is laid out."""
        self.call_after_refresh(self.word_keys)

    def word_keys(self) -> None:
        """Say what the keys do now; the screen does."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """On until the end, back until the start."""
        if action == "on" and self.is_mounted and not self.on_words():
            return False
        if action == "one_back" and self.is_mounted:
            is_start = self.at == 0 and self.side == DO and self.page.scroll_offset.y == 0
            return not is_start and super().check_action(action, parameters)
        return super().check_action(action, parameters)
