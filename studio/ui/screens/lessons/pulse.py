"""Pulse and rhythm: a bar of boxes that plays again and again, as a graphic score or in notes."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from lessons.rhythm.pattern import BEATS, Pattern
from lessons.rhythm.score import VIEWS
from studio.ui.faults import FAULTS
from studio.ui.messages import ProblemMet
from studio.ui.pulse_words import GridLook, cursor_words, grid_content, title_words
from studio.ui.screens.lessons.pulse_keeping import BarMade, PulseKeepingScreen, RhythmKept
from studio.ui.screens.talking import QUESTION_KEY, TalkingScreen

if TYPE_CHECKING:
    from studio.audio.rhythm import Loop

_TALL = 44
"""Rows of a screen on which the notes of all rows have room."""
_TEMPO_STEP = 4


class PulseScreen(TalkingScreen, PulseKeepingScreen):
    """Arrows and Enter fill boxes; Space plays."""

    TOOL = "beat"
    HELP_PAGE: ClassVar[str] = "pulse"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "play", "play", key_display="Space", id="pulse.play", tooltip="Hear it, or stop"),
        Binding(
            "enter", "set", "strong, soft, rest", key_display="Enter", id="pulse.set", tooltip="Fill the box"
        ),
        Binding("1", "row(1)", "row", key_display="1-4", id="pulse.1", tooltip="Go to a row"),
        *(
            Binding(str(number), f"row({number})", "row", show=False, id=f"pulse.{number}")
            for number in range(2, 5)
        ),
        Binding("left", "move(0,-1)", "move", key_display="Arrows", id="pulse.left", tooltip="Box and row"),
        Binding("right", "move(0,1)", "next box", show=False, id="pulse.right"),
        Binding("up", "move(-1,0)", "row above", show=False, id="pulse.up"),
        Binding("down", "move(1,0)", "row below", show=False, id="pulse.down"),
        Binding("v", "view", "notes", id="pulse.view", tooltip="Boxes, shapes or notes"),
        Binding(
            "plus,equals_sign", "tempo(1)", "faster", key_display="+", id="pulse.faster", tooltip="4 more"
        ),
        Binding("minus", "tempo(-1)", "slower", key_display="-", id="pulse.slower", tooltip="4 fewer"),
        Binding("b", "pulse", "beat off", id="pulse.tick", tooltip="A soft tick on each beat, or none"),
        Binding("s", "sound", "sound of the row", id="pulse.sound", tooltip="Another sound, or one of yours"),
        Binding("l", "beats", "longer, shorter", id="pulse.beats", tooltip="Two, three or four beats"),
        Binding(
            "t", "start", "other patterns", id="pulse.start", tooltip="Patterns to begin with, and yours"
        ),
        Binding("c", "clear", "clear", id="pulse.clear", tooltip="All at rest"),
        Binding("z", "undo", "undo", id="pulse.undo", tooltip="Take the last change back"),
        Binding("k", "keep", "keep", id="pulse.keep", tooltip="Keep it, and a sound of it in My sounds"),
        QUESTION_KEY,
        Binding("p", "print", "print", id="pulse.print", tooltip="For adults: the score on paper"),
    ]

    at_row: reactive[int] = reactive(0, init=False)
    at_step: reactive[int] = reactive(0, init=False)
    view: reactive[str] = reactive(next(iter(VIEWS)), init=False)
    playing: reactive[int | None] = reactive(None, init=False)
    """The step that sounds now."""

    def __init__(self) -> None:
        super().__init__()
        self._loop: Loop | None = None

    def compose_middle(self) -> Iterable[Widget]:
        """The grid, and the marked box and row in words."""
        with VerticalScroll(id="page", can_focus=False):
            yield Static(id="grid")
        yield Static(id="about")

    def on_resize(self) -> None:
        """More notes where there is room."""
        self.show_grid()

    def read_library(self) -> None:
        """Sounds of rows may have other names now."""
        self.read_titles()
        self.show_pattern()

    # Showing

    def show_pattern(self) -> None:
        """Title, grid, words, keys."""
        self.title_is(title_words(self.pattern))
        self.at_step = min(self.at_step, self.pattern.steps - 1)
        self.show_grid()
        following = list(VIEWS)[(list(VIEWS).index(self.view) + 1) % len(VIEWS)]
        self.key_words = {
            "pulse.view": following,
            "pulse.tick": "beat off" if self.pattern.pulse else "beat on",
            "pulse.play": "stop" if self.is_hearing else "play",
        }
        self.refresh_bindings()

    def show_grid(self) -> None:
        """The grid and the words below it."""
        if len(self.titles) != len(self.pattern.rows):
            return
        look = GridLook(self.view, self.at_row, self.at_step, self.playing, self.size.height >= _TALL)
        self.query_one("#grid", Static).update(grid_content(self.pattern, self.titles, look))
        words = cursor_words(self.pattern, self.titles, self.at_row, self.at_step)
        self.query_one("#about", Static).update(words)

    def watch_view(self) -> None:
        """Drawn otherwise."""
        self.say(f"{VIEWS[self.view][0].upper()}{VIEWS[self.view][1:]}.")
        self.show_pattern()

    def watch_at_row(self) -> None:
        """Another row."""
        self.show_grid()

    def watch_at_step(self) -> None:
        """Another box."""
        self.show_grid()

    def watch_playing(self) -> None:
        """The mark moves, only while it sounds."""
        self.show_grid()

    # Moving and filling

    def action_move(self, down: int, right: int) -> None:
        """To the next box, round at the ends; rows stop at theirs."""
        self.at_step = (self.at_step + right) % self.pattern.steps
        self.at_row = max(0, min(self.at_row + down, len(self.pattern.rows) - 1))

    def action_row(self, number: int) -> None:
        """To a row."""
        self.at_row = min(number, len(self.pattern.rows)) - 1

    def action_set(self) -> None:
        """Strong, soft, a rest, strong again."""
        self.change(self.pattern.next_hit(self.at_row, self.at_step))

    def action_tempo(self, direction: int) -> None:
        """Faster or slower."""
        self.change(self.pattern.faster(direction * _TEMPO_STEP))

    def action_pulse(self) -> None:
        """The tick on each beat."""
        from dataclasses import replace

        self.change(replace(self.pattern, pulse=not self.pattern.pulse))

    def action_beats(self) -> None:
        """The next length of the bar."""
        beats = BEATS[(BEATS.index(self.pattern.beats) + 1) % len(BEATS)]
        self.change(self.pattern.with_beats(beats))
        self.say(f"{beats} beats, {self.pattern.steps} boxes. Z takes it back.")

    def action_clear(self) -> None:
        """All at rest."""
        self.change(self.pattern.cleared())
        self.say("All at rest. Z takes it back.")

    def action_view(self) -> None:
        """Boxes, shapes, notes."""
        views = list(VIEWS)
        self.view = views[(views.index(self.view) + 1) % len(views)]

    # Hearing

    def pattern_changed(self, before: Pattern) -> None:
        """Show it, and go on playing with it."""
        self.show_pattern()
        if not self.is_hearing:
            return
        if (before.tempo, before.beats) == (self.pattern.tempo, self.pattern.beats):
            self._follow(self.pattern)
        else:
            self._begin()

    def action_play(self) -> None:
        """Play from the first box, or stop."""
        if self.is_hearing:
            self.hush()
            self.playing = None
        else:
            self._begin()
        self.show_pattern()

    def _begin(self) -> None:
        self.hear_source(partial(self._open, self.pattern))

    def _open(self, pattern: Pattern) -> Loop:
        from lessons.rhythm.sounding import loop_of

        self._loop = loop_of(self.library, pattern)
        return self._loop

    @work(thread=True, group="bar", exclusive=True)
    def _follow(self, pattern: Pattern) -> None:
        from lessons.rhythm.sounding import bar_of

        try:
            self.post_message(BarMade(pattern, bar_of(self.library, pattern)))
        except FAULTS as error:
            self.post_message(ProblemMet(error))

    @on(BarMade)
    def _bar_made(self, message: BarMade) -> None:
        if message.pattern != self.pattern or self._loop is None:
            return  # it has changed again since
        if message.bar.frames.shape == self._loop.bar.frames.shape:
            self._loop.change(message.bar)
        elif self.is_hearing:
            self._begin()

    def playhead_moved(self, frame: int | None) -> None:
        """Mark the step that sounds."""
        from lessons.rhythm.sounding import step_at

        if frame is None and not self.is_hearing and self.playing is not None:
            self.playing = None
            self.show_pattern()
        else:
            self.playing = None if frame is None else step_at(self.pattern, frame)

    @on(RhythmKept)
    def _kept(self) -> None:
        self.show_pattern()
