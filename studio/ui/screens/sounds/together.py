"""Putting sounds together: a list of parts, heard before it becomes a new sound."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual import on
from textual.binding import Binding
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from studio.errors import StudioError
from studio.ui.screens.hearing import HearingScreen
from studio.ui.screens.listed import ListedScreen
from studio.ui.screens.long_job import JobDone, Progress
from studio.ui.screens.stoppable import StoppableScreen
from studio.ui.text import literal
from studio.ui.widgets.long_list import LongList
from studio.ui.widgets.progress_line import ProgressLine
from studio.wording import clock, count

if TYPE_CHECKING:
    from evidence.sound import Sound
    from studio.editing.made import Made
    from studio.editing.mixing import Layer
    from studio.ui.speaker import Playable

TOGETHER_KEYS = (
    Binding("space", "play", "hear", key_display="Space", id="together.play", tooltip="All of it, or stop"),
    Binding("a", "add", "add", id="together.add", tooltip="Choose other sounds"),
    Binding(
        "d,delete", "remove", "take out", key_display="D", id="together.remove", tooltip="Z brings it back"
    ),
)
KEEP_KEYS = (
    Binding("z", "undo", "undo", id="together.undo", tooltip="The last thing done here"),
    Binding("enter", "make", "make it", key_display="Enter", id="together.make", tooltip="As a new sound"),
)


class TogetherScreen(StoppableScreen, ListedScreen, HearingScreen):
    """Nothing is kept before Enter; the sounds themselves stay as they are."""

    rows: reactive[tuple[Layer, ...]] = reactive((), init=False, bindings=True)
    """The parts, in order."""
    gap_seconds = 0.0
    """Between them; a mix has none."""

    def __init__(self, sound: Sound, *others: Sound) -> None:
        super().__init__()
        self.first = sound
        self._others = others
        self._before: list[tuple[tuple[Layer, ...], float]] = []
        """The parts and the gap before each change."""
        self._made: Made | None = None

    def compose_middle(self) -> Iterable[Widget]:
        """The parts, and what they come to."""
        yield LongList(id="parts")
        yield Static(id="total")
        yield ProgressLine()

    def on_mount(self) -> None:
        """Begin with the sound that was open, or with those that were chosen."""
        from studio.editing.mixing import Layer

        self.rows = (Layer(self.first), *map(Layer, self._others))
        self._show()
        if not self._others:
            self.say("Press A to choose the other sounds.")

    # What a join and a mix say for themselves

    def line(self, line: int, width: int) -> Content:
        """One part."""
        raise NotImplementedError

    def total(self) -> str:
        """What they come to, below the list."""
        raise NotImplementedError

    def suggested_title(self) -> str:
        """What the new sound is called, unless somebody types another name."""
        raise NotImplementedError

    def open_all(self) -> Playable:
        """All of it, to be heard; called in a thread."""
        raise NotImplementedError

    def make(self, title: str, progress: Progress) -> Made:
        """Make the new sound; called in a thread."""
        raise NotImplementedError

    # The parts

    @property
    def here(self) -> int:
        """The part that the list stands on."""
        return self.listing.marked

    def change(
        self, rows: Iterable[Layer], *, gap_seconds: float | None = None, mark: int | None = None
    ) -> None:
        """Have these parts, and this gap between them, from now on."""
        self._before.append((self.rows, self.gap_seconds))
        if gap_seconds is not None:
            self.gap_seconds = gap_seconds
        self.rows = tuple(rows)
        self._show(mark)

    def _show(self, mark: int | None = None) -> None:
        self.listing.show(len(self.rows), self.line, marked=self.here if mark is None else mark)
        words = self.total() if self.rows else "No sound is chosen. Press A."
        self.query_one("#total", Static).update(literal(words))

    def action_add(self) -> None:
        """Choose from the list."""
        from studio.ui.screens.sounds.pick_sounds import PickSoundsScreen

        self.hush()
        self.app.push_screen(PickSoundsScreen("Which sounds?", self._add))

    def _add(self, sounds: tuple[Sound, ...]) -> None:
        from studio.editing.mixing import Layer

        self.change((*self.rows, *map(Layer, sounds)), mark=len(self.rows))
        self.say(f"{count(len(sounds), 'sound')} added. Space hears it all, Enter makes it.")

    def action_remove(self) -> None:
        """Take the marked one out."""
        title = self.rows[self.here].sound.title
        self.change(row for number, row in enumerate(self.rows) if number != self.here)
        self.say(f"“{title}” is out. Z brings it back.")

    def action_undo(self) -> None:
        """As it was before the last change."""
        self.hush()
        self.rows, self.gap_seconds = self._before.pop()
        self._show()
        self.refresh_bindings()
        self.say("Taken back.")

    # Hearing and making

    def action_play(self) -> None:
        """Hear all of it, or stop."""
        if self.is_hearing:
            self.hush()
        else:
            self.hear_from(0.0)

    def hear_from(self, seconds: float, *, by_itself: bool = False) -> None:
        """Hear it from a moment on."""
        self._by_itself = by_itself
        if len(self.rows) < 2:
            self.hear(self.rows[0].sound, by_itself=by_itself)
            return
        samplerate = max(row.sound.samplerate for row in self.rows)
        self.hear_source(self.open_all, start=round(seconds * samplerate))

    def action_make(self) -> None:
        """Ask for its name; Enter takes the one that is there."""
        self.ask("What is it called?", self._make, value=self.suggested_title())

    def _make(self, title: str) -> None:
        self.hush()
        self._made = None

        def job(progress: Progress) -> str:
            self._made = self.make(title, progress)
            return f"Made “{self._made.sound.title}”. {self._made.words}".rstrip()

        self.begin("Making it. Esc stops it.", job)

    @on(JobDone)
    def _open_it(self, message: JobDone) -> None:
        if self._made is not None:
            self.studio.open_sound(self._made.sound, play=True, instead=True)
            self.app.call_after_refresh(self._tell, message.words)

    def _tell(self, words: str) -> None:
        """On the page of the new sound."""
        from studio.ui.screens.base import StudioScreen

        if isinstance(self.app.screen, StudioScreen):
            self.app.screen.say(words)

    def can_do(self, action: str) -> bool:
        """It takes two to be joined or mixed."""
        if action == "undo":
            return bool(self._before)
        if action == "make":
            return len(self.rows) > 1
        return bool(self.rows) or action in ("add", "back", "help")


def typed_numbers(typed: str) -> list[float]:
    """Numbers as somebody types them, with a comma or a point.

    Raises
    ------
    StudioError
        If one is none.
    """
    try:
        numbers = [float(word) for word in typed.replace(",", ".").replace("−", "-").split()]
    except ValueError:
        numbers = [math.nan]
    if not numbers or not all(map(math.isfinite, numbers)):
        raise StudioError(f"“{typed[:20]}” is no number.", "Type one such as 1.5.")
    return numbers


def length_words(seconds: float) -> str:
    """How long it will be."""
    return f"It will last {clock(seconds, decimals=1)}."
