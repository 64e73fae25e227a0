"""Giant buttons on a screen: pressed by their numbers, or found with one or two switches."""

from __future__ import annotations

import time
from abc import abstractmethod
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.reactive import reactive
from textual.widget import Widget

from lessons.soundboard.board import MOST_BUTTONS, ONE_KEY, TWO_KEYS, Board
from lessons.soundboard.faces import Face, shipped_faces
from lessons.soundboard.presses import LONG_SECONDS, Presses
from lessons.soundboard.scan import Scan
from studio.ui.screens.little.quick_recording import STOPPING_KEYS, QuickRecordingScreen
from studio.ui.widgets.say_line import SayLine
from studio.ui.widgets.sound_button import SoundButton

if TYPE_CHECKING:
    from evidence.sound import Sound

_WALK_SECONDS = 0.1
"""How often it is looked whether the highlight walks on."""
_RESTS = "Press to go on."


PRESSING_KEYS = (
    Binding(
        "1", "press(1)", "play", key_display="1-6", id="buttons.1", tooltip="Play the button of a number"
    ),
    *(
        Binding(str(number), f"press({number})", "play", show=False, id=f"buttons.{number}")
        for number in range(2, MOST_BUTTONS + 1)
    ),
    Binding("space,tab", "on", "next", key_display="Space", id="buttons.on", tooltip="The next button"),
    Binding("enter", "choose", "play", key_display="Enter", id="buttons.choose", tooltip="The marked button"),
    Binding("space,tab", "choose", "play", show=False, id="buttons.choose_too"),
    Binding("left,up", "move(-1)", "before", show=False, id="buttons.before"),
    Binding("right,down", "move(1)", "next", show=False, id="buttons.next"),
    Binding("0", "quiet", "quiet", id="buttons.quiet", tooltip="Stop what plays"),
    *STOPPING_KEYS,
)
"""Also for screens that add to them: of a key that two classes bind Textual takes the lower class alone."""


class PressingScreen(QuickRecordingScreen):
    """What a press does before anything else: it counts or not, and it plays."""

    BINDINGS: ClassVar[list[BindingType]] = [*PRESSING_KEYS]
    PLAYS_WITH: ClassVar[str] = "press again"

    board: reactive[Board | None] = reactive(None, init=False, bindings=True)
    at: reactive[int] = reactive(0, init=False)
    """The marked button, 0 for the first."""

    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._clock = clock
        self._presses = Presses(0.0)
        self._scan = Scan(1, 1.0, 0, clock())
        self._playing = 0
        self._sounding: Sound | None = None
        self._began = 0.0
        self._many = 1

    def compose_middle(self) -> Iterable[Widget]:
        """The buttons."""
        with Container(id="buttons"):
            for place, face in enumerate(self.faces(), 1):
                yield SoundButton(place, face.rows, face.glyph)

    def on_mount(self) -> None:
        """Walk when it is time to."""
        self.set_interval(_WALK_SECONDS, self.walk)

    def show_buttons(self, board: Board, words: Sequence[str]) -> None:
        """Show as many buttons as a board has, with what is on each; empty where nothing is."""
        self.key_names = {"buttons.1": f"1-{board.many}"}
        self.board, self._many = board, board.many
        self.at = min(self.at, board.many - 1)
        self._presses = Presses(board.pause, self._presses.last)
        self._scan = Scan(board.many, board.pace, self.at, self._clock())
        self.say_no_more(_RESTS)
        self.query_one("#buttons").set_class(board.many > 4, "-six")
        for place, button in enumerate(self.buttons):
            button.display = place < board.many
            button.words = words[place] if place < board.many else ""
            button.in_words = board.big_words
        self.watch_at()

    def say_no_more(self, words: str) -> None:
        """Take words away that are true no longer, and no others."""
        if self.query_one(SayLine).words == words:
            self.say("")

    @property
    def buttons(self) -> list[SoundButton]:
        """All of them, also those that are not shown."""
        return list(self.query(SoundButton))

    @property
    def marked(self) -> SoundButton:
        """The one that the highlight stands on."""
        return self.buttons[self.at]

    def watch_at(self) -> None:
        """Mark the button."""
        for place, button in enumerate(self.buttons):
            button.is_marked = place == self.at

    @on(SoundButton.Pressed)
    def _clicked(self, message: SoundButton.Pressed) -> None:
        """A finger on a class screen does what the keys do: it stops a recording, too."""
        if self.taking == "recording":
            self.action_stop()
        elif not self.taking and not self.is_asking:
            self.action_press(message.place)

    def action_press(self, place: int) -> None:
        """Press the button of a number."""
        if place <= self._many and self.press_counts():
            self.at = place - 1
            self.press_marked()

    def action_choose(self) -> None:
        """Press the marked button; a highlight that rests walks on instead."""
        if not self.press_counts():
            return
        rested = self.is_walking and self._scan.rests
        self._scan = self._scan.pressed(self._clock())
        if rested:
            self.say("")
        else:
            self.press_marked()

    def action_on(self) -> None:
        """Mark the next button, round and round."""
        if self.press_counts():
            self.action_move(1)

    def action_move(self, by: int) -> None:
        """Mark another button."""
        self.at = (self.at + by) % self._many
        self._scan = Scan(self._many, self._scan.pace, self.at, self._clock())

    def press_counts(self) -> bool:
        """Whether this press does anything; on a slow board none does while a sound plays."""
        now = self._clock()
        counts, board = self._presses.counts(now), self.board
        if board is None or not counts:
            return False
        if not (board.is_slow and self.is_hearing):
            return True
        if now - self._began >= LONG_SECONDS:
            self.action_quiet()
        return False

    @abstractmethod
    def press_marked(self) -> None:
        """Do what the marked button is for."""

    def faces(self) -> Sequence[Face]:
        """What the buttons look like."""
        return shipped_faces().faces

    def hear_from(self, place: int, sound: Sound) -> None:
        """Play a sound; a button shows how much of it has sounded."""
        self._playing, self._sounding, self._began = place, sound, self._clock()
        self.buttons[place].share = 0.0
        self.hear(sound)

    def playhead_moved(self, frame: int | None) -> None:
        """The bar of the button that sounds; one that is about to sound has no frame yet."""
        if frame is None:
            if not self.is_hearing:
                self.rest_buttons()
        elif (sound := self._sounding) is not None:
            self.buttons[self._playing].share = frame / max(1.0, sound.seconds_after * sound.samplerate)

    def action_quiet(self) -> None:
        """Stop what plays."""
        self.hush()
        self.rest_buttons()

    def action_stop(self) -> None:
        """End the recording; with slow presses not by one that comes too soon."""
        if self.press_counts():
            super().action_stop()

    def rest_buttons(self) -> None:
        """None of them sounds."""
        self._sounding = None
        for button in self.buttons:
            button.share = None

    @property
    def is_walking(self) -> bool:
        """Whether the highlight walks by itself."""
        return self.board is not None and self.board.scanning == ONE_KEY

    def walk(self) -> None:
        """Let the highlight walk on when it is time; it stands still while something sounds or is asked."""
        if not self.is_walking or self.app.screen is not self:
            return
        busy = self.is_hearing or bool(self.taking) or self.is_asking
        self._scan = self._scan.seen(self._clock(), busy=busy)
        if self._scan.rests and self.at != self._scan.at:
            self.say(_RESTS)
        self.at = self._scan.at

    def can_do(self, action: str) -> bool:
        """While one records no button plays; only with two switches one key goes on."""
        taking = self.can_take(action)
        if taking is not None:
            return taking
        return action != "on" or (self.board is not None and self.board.scanning == TWO_KEYS)
