"""A screen with one sound on the workbench: its picture, its lines and labels, and every change."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from textual.reactive import reactive

from evidence.library import ChangedMeanwhile
from studio.errors import StudioError
from studio.ui.edits import Edit
from studio.ui.faults import FAULTS
from studio.ui.screens.base import StudioScreen
from studio.ui.screens.lines import LinesScreen
from studio.ui.workbench import Workbench

if TYPE_CHECKING:
    from evidence.sound import Sound
    from studio.audio.rendering.rendition import Rendition
    from studio.ui.speaker import Playable

_LEAD_IN_SECONDS = 2.0


class BenchScreen(LinesScreen):
    """Every change plays itself, and Z takes it back; the original is never changed."""

    shown: reactive[str] = reactive("now", init=False, bindings=True)
    """Which picture: `now`, or another that a key shows until the next change or movement."""

    _drawn: tuple[object, object] | None = None
    """The steps and the labels that the picture was drawn with."""

    def __init__(self, sound: Sound) -> None:
        super().__init__()
        self.first_sound = sound

    @cached_property
    def bench(self) -> Workbench:
        """The sound, and what is done to it here."""
        return Workbench(self.library, self.first_sound)

    @property
    def now(self) -> Sound:
        """The sound as stored."""
        return self.bench.sound

    def open_now(self) -> Rendition:
        """The sound as it is, to be read."""
        return self.bench.open()

    def opened(self, sound: Sound, *, before: bool = False) -> Playable:
        """The sound to be heard, as it was then."""
        return self.bench.open(sound, before=before)

    def go_to(self, screen: StudioScreen) -> None:
        """Open another screen on what is on the bench, standing at the same place."""
        self.back_to_now()
        self.hush()
        self.bench.place = self.wave.place
        self.app.push_screen(screen)

    def leave(self) -> None:
        """Back, to the same place."""
        self.back_to_now()
        self.bench.place = self.wave.place
        super().leave()

    def action_play(self) -> None:
        """Play from the cursor (from the start when it is at the end), or stop."""
        if self.is_hearing:
            self.hush()
            return
        self.back_to_now()
        self.hear(self.now, start=self.wave.cursor if self.wave.cursor < self.wave.view.length else 0)

    # Showing

    def show_now(self) -> None:
        """Draw the sound as it is, with no lines."""
        from studio.labels import labels_heard
        from studio.ui.pictures import drawn

        self.shown = "now"
        self.played_from = 0
        self._drawn = (self.now.recipe, self.now.labels)
        try:
            picture = drawn(self.bench.open())
        except FAULTS as error:
            self.problem(error)
            return
        self.wave.show(picture, keep_view=True)
        self.wave.markers = (None, None)
        self.wave.cursor = min(self.wave.cursor, picture.length)
        self.wave.labels = tuple(
            (round(seconds * picture.samplerate), label.words) for seconds, label in labels_heard(self.now)
        )
        self.show_words()

    @property
    def shows_another(self) -> bool:
        """True while another picture is shown."""
        return self.shown != "now"

    def back_to_now(self) -> None:
        """Lines belong to the sound as it is: leave any other picture, and the sound of before with it."""
        if self.shown == "before":
            self.hush()
        if self.shows_another:
            self.show_now()

    def show_words(self) -> None:
        """Where one stands."""
        self.moved()
        self.refresh_bindings()

    def read_library(self) -> None:
        """Another screen, or another program, may have changed it."""
        self.bench.renew()
        if self._drawn != (self.now.recipe, self.now.labels):
            self.show_now()
        self.wave.stand_at(self.bench.place)
        self.bench.place = None
        self.show_words()

    def problem(self, error: StudioError | OSError) -> None:
        """Say it; when another program changed the sound, show what it made of it."""
        super().problem(error)
        if isinstance(error, ChangedMeanwhile):
            self.bench.renew()
            self.show_now()

    # Changing

    def change(self, edit: Edit) -> None:
        """Make a change, say it, and let it be heard."""
        self.bench.do(edit)
        self.show_now()
        self.say(f"{self.bench.last_words(len(edit.steps))}. Z takes it back.")
        self.changed()

    def changed(self) -> None:
        """Play what it has become."""
        sound = self.now
        last = sound.recipe.steps[-1] if sound.recipe.steps else None
        start = 0.0
        if last is not None and last.name == "fade-out":
            # One wants to hear the end, with a little of what leads into it.
            start = max(0.0, self.bench.seconds - last.values[0] - _LEAD_IN_SECONDS)
        self.hear(sound, start=round(start * sound.samplerate), by_itself=True)

    def action_undo(self) -> None:
        """Take the last change back."""
        self._back_or_again(self.bench.undo, "Taken back. Y does it again.")

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._back_or_again(self.bench.redo, "Done again.")

    def _back_or_again(self, go: Callable[[], None], words: str) -> None:
        heard = self.now.recipe
        go()
        self.show_now()
        self.say(words)
        if self.now.recipe != heard:  # a label makes no difference to the ear
            self.changed()

    def stored(self, sound: Sound, words: str) -> None:
        """Go on with the sound as it was stored."""
        self.bench.sound = sound
        self.show_words()
        self.say(words)

    def can_do(self, action: str) -> bool:
        """There must be something to take back, or to do again."""
        if action == "undo":
            return self.bench.can_undo
        return action != "redo" or self.bench.can_redo
