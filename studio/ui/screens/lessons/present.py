"""A lesson on the class screen: one part at a time, big, with a timer. Nothing here is for staff alone."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from evidence.safety.adults import QUIET_SECONDS
from studio.ui.present_words import lesson_words, say_words, steps_words
from studio.ui.screens.lessons.lesson_walk import ASK, DO, MINUTE, SAY, WORDS, LessonWalkScreen
from studio.ui.widgets.big_words import LINE, BigWords
from studio.ui.widgets.countdown import Countdown

if TYPE_CHECKING:
    from lessons.units.unit import Unit

_TOUCH_SECONDS = 30.0
"""A class may listen for longer than adult mode lasts without a key."""
_AROUND, _SIDES = 13, 8
"""Rows and cells of the screen that the steps do not have, a scroll bar among them."""


class PresentScreen(LessonWalkScreen):
    """Two keys lead through all of it, one on and one back; the others go straight to something."""

    HELP_PAGE = "present"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "space", "start_or_pause", "start", key_display="Space", id="present.start", tooltip="Or pause"
        ),
        Binding("plus,equals_sign", "add", "a minute", key_display="+", id="present.add", tooltip="More"),
        Binding("r", "reset", "time anew", id="present.reset", tooltip="The part's own time again"),
        Binding(
            "right",
            "move(1)",
            "part",
            key_display="← →",
            id="present.next",
            tooltip="Straight to another part",
        ),
        Binding("left", "move(-1)", "part before", show=False, id="present.before"),
        Binding("s", "turn('say')", "What do I say?", id="present.say", tooltip="Words to read out"),
        Binding("a", "turn('ask')", "ask", id="present.ask", tooltip="The question, big"),
        Binding("w", "turn('words')", "words", id="present.words", tooltip="The words of this lesson"),
        Binding("down", "scroll(1)", "down", show=False),
        Binding("up", "scroll(-1)", "up", show=False),
    ]

    def __init__(self, unit: Unit, *, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(unit, clock=clock)
        self._began = clock()

    def compose_middle(self) -> Iterable[Widget]:
        """The part and its time; below it what is done."""
        with Horizontal(id="top"):
            yield BigWords(id="name")
            yield Countdown(id="time", clock=self._clock)
        with VerticalScroll(id="page"):
            yield BigWords(id="asked")
            yield Static(id="words")

    def on_mount(self) -> None:
        """The first part, not yet started."""
        self.countdown.put(self._kept[0])
        self.set_interval(_TOUCH_SECONDS, self.stay)
        self.show_part()

    def stay(self) -> None:
        """A class at work presses no keys: adult mode waits for it."""
        self.studio.door.touch()

    def show_part(self) -> None:
        """Name and words."""
        from lessons.part_names import part_names

        self.title_is(f"{self.unit.title} · part {self.at + 1} of {len(self.unit.parts)}", "")
        self.query_one("#name", BigWords).words = part_names()[self.part.name].screen
        asked = self.query_one("#asked", BigWords)
        asked.most_lines = max(1, (self.size.height - _AROUND + 1) // LINE)
        asked.words = self.part.ask
        asked.display = self.side == ASK
        self.query_one("#words", Static).update(self._words())
        self.query_one("#words").display = self.side != ASK
        self.query_one("#page").scroll_home(animate=False)
        self.word_keys()
        self.page_turned()

    def on_resize(self) -> None:
        """Steps stand apart where there is room."""
        self.show_part()

    def whose(self) -> str:
        """Nothing: a class reads this."""
        return ""

    def _words(self) -> Content:
        if self.side == SAY:
            return say_words(self.part)
        if self.side == WORDS:
            return lesson_words(self.unit)
        return steps_words(self.part, self.size.width - _SIDES, self.size.height - _AROUND)

    def word_keys(self) -> None:
        """What each key does now."""
        running = self.countdown.is_running
        self.key_words = {
            "walk.on": self.on_words(),
            "present.start": "pause" if running else "start",
            "present.say": "what we do" if self.side == SAY else "What do I say?",
            "present.ask": "what we do" if self.side == ASK else "ask",
            "present.words": "what we do" if self.side == WORDS else "words",
        }
        self.refresh_bindings()

    def watch_at(self) -> None:
        """Another part."""
        self.side = DO
        self.show_part()

    def watch_side(self) -> None:
        """Something else below the timer."""
        self.show_part()

    def action_start_or_pause(self) -> None:
        """The time runs, or stands."""
        self.countdown.start_or_pause()
        self.say("")
        self.word_keys()

    def action_reset(self) -> None:
        """The part's own time again, without the minutes that were added."""
        self.countdown.set_to(self.part.minutes * MINUTE)
        self.say("")
        self.word_keys()

    def action_add(self) -> None:
        """A minute more."""
        self.countdown.add(MINUTE)
        self.say("")
        self.word_keys()

    def action_scroll(self, by: int) -> None:
        """Through a long list of steps; the page has no focus, so that a clicker's keys turn the parts."""
        self.query_one("#page").scroll_relative(y=by, animate=False)
        self.page_turned()

    def action_turn(self, side: str) -> None:
        """What to say or to ask; the same key turns back."""
        self.side = DO if self.side == side else side

    @on(Countdown.TimeUp)
    def say_time_is_up(self) -> None:
        """In words, once; nothing flashes."""
        more = "Enter goes on." if self.at + 1 < len(self.unit.parts) else "That was the last part."
        self.say(f"Time is up. {more} + gives a minute more.")
        self.word_keys()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """No key for a part or a question that is not there."""
        if (parameters == (ASK,) and not self.part.ask) or (parameters == (WORDS,) and not self.unit.words):
            return False
        return super().check_action(action, parameters)

    def leave(self) -> None:
        """Back to the lesson; after a long while pupils may be at the keyboard, so the door closes."""
        self.app.pop_screen()
        if self.studio.door.is_unlocked and self._clock() - self._began > QUIET_SECONDS:
            self.studio.door.lock()
