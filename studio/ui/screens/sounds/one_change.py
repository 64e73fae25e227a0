"""A screen that does one change to a sound at a time: in a thread, with progress when it takes long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message
from textual.reactive import reactive
from textual.timer import Timer
from textual.worker import get_current_worker

from evidence.library import ChangedMeanwhile
from studio.errors import StudioError
from studio.ui.faults import FAULTS
from studio.ui.messages import ProblemMet, ProgressMade
from studio.ui.screens.hearing import HearingScreen
from studio.ui.widgets.picture import Picture
from studio.ui.widgets.progress_line import ProgressLine
from studio.ui.widgets.waveform import Waveform

if TYPE_CHECKING:
    from evidence.sound import Sound
    from lessons.sound_change import Steps
    from studio.audio.rendering.rendition import Rendition

_PATIENCE_SECONDS = 0.5
"""Nobody needs to be told of less."""
_COLUMNS = 160


class Stopped(StudioError):
    """Somebody pressed Esc while a change was being made."""


class SoundChanged(Message):
    """A change is made and stored."""

    def __init__(self, sound: Sound, words: str) -> None:
        super().__init__()
        self.sound = sound
        self.words = words


class PictureReady(Message):
    """A sound is open and its outline is known."""

    def __init__(self, picture: Picture) -> None:
        super().__init__()
        self.picture = picture


class OneChangeScreen(HearingScreen):
    """It has a `Waveform` and a `ProgressLine`; the keys of changes rest while one is being made."""

    busy: reactive[bool] = reactive(False, init=False, bindings=True)
    _waiting: Timer | None = None

    def __init__(self, sound: Sound) -> None:
        super().__init__()
        self.sound = sound

    def show_words(self) -> None:
        """Show what the sound is now."""
        raise NotImplementedError

    def open(self) -> Rendition:
        """The sound as it is to be shown."""
        raise NotImplementedError

    def read_library(self) -> None:
        """Another screen, or another program, may have changed it."""
        stored = self.library.sound(self.sound.id)
        redraw = stored.recipe != self.sound.recipe
        self.sound = stored
        self.show_words()
        if redraw:
            self.draw()

    def problem(self, error: StudioError | OSError) -> None:
        """Say it; when another program changed the sound, go on from what it made of it."""
        super().problem(error)
        if isinstance(error, ChangedMeanwhile):
            self.read_library()

    # Drawing

    @work(thread=True, group="picture", exclusive=True)
    def draw(self) -> None:
        """Open the sound and work its outline out, where no key waits for it."""
        worker = get_current_worker()
        try:
            opened = self.open()
            opened.columns(0, opened.length, _COLUMNS)  # what is worked out is kept by the stages
        except FAULTS as error:
            self.post_message(ProblemMet(error))
            return
        if worker.is_cancelled:
            opened.close()
            return
        self.post_message(
            PictureReady(Picture(opened.columns, opened.length, opened.samplerate, None, opened.close))
        )

    @on(PictureReady)
    def _show_picture(self, message: PictureReady) -> None:
        self.query_one(Waveform).show(message.picture)

    def playhead_moved(self, frame: int | None) -> None:
        """Show what sounds."""
        self.query_one(Waveform).playhead = frame

    # Changing

    def change_to(self, steps: Steps, words: str, level: range | None = None) -> None:
        """Have these steps; said and played when they are done. `level` stays as loud as it was."""
        self.hush()
        self.busy = True
        self._waiting = self.set_timer(_PATIENCE_SECONDS, self._show_progress)
        self._change(self.sound, steps, words, level)

    @work(thread=True, group="change", exclusive=True)
    def _change(self, sound: Sound, steps: Steps, words: str, level: range | None) -> None:
        from studio.editing.changing import levelled, placed, set_steps
        from studio.takes import rendition

        worker = get_current_worker()

        def made_progress(share: float) -> None:
            if worker.is_cancelled:
                raise Stopped("It was stopped, and nothing is changed.", "Press the key to begin anew.")
            self.post_message(ProgressMade(share))

        try:
            with rendition(self.library, sound) as opened:
                ready = placed(steps, opened)
            if level is not None:
                ready = levelled(self.library, sound, ready, level, progress=made_progress)
            changed = set_steps(self.library, sound, ready, progress=made_progress)
        except FAULTS as error:
            self.post_message(ProblemMet(error))
            return
        self.post_message(SoundChanged(changed, words))

    def _show_progress(self) -> None:
        line = self.query_one(ProgressLine)
        if self.busy and line.share is None:
            line.display, line.share = True, 0.0
            self.key_words = {**self.key_words, "back": "stop"}
            self.refresh_bindings()
            self.say("Working it out. Esc stops it.")

    @on(ProgressMade)
    def _progress_made(self, message: ProgressMade) -> None:
        line = self.query_one(ProgressLine)
        if line.share is not None:
            line.share = message.share

    @on(ProblemMet)
    def _not_changed(self) -> None:
        self._rest()
        self.show_words()

    @on(SoundChanged)
    def _changed(self, message: SoundChanged) -> None:
        self._rest()
        self.go_on_with(message.sound, message.words)

    def _rest(self) -> None:
        self.busy = False
        line = self.query_one(ProgressLine)
        line.display, line.share = False, None
        if self._waiting is not None:
            self._waiting.stop()

    def go_on_with(self, sound: Sound, words: str) -> None:
        """Show it, say it, play it."""
        self.sound = sound
        self.draw()
        self.show_words()
        self.say(words)
        self.hear(sound, by_itself=True)

    def action_undo(self) -> None:
        """Take the last change back."""
        from studio.takes import undo

        self.go_on_with(undo(self.library, self.sound), "Taken back. Y does it again.")

    def action_redo(self) -> None:
        """Do again what was taken back."""
        from studio.takes import redo

        self.go_on_with(redo(self.library, self.sound), "Done again.")

    def leave(self) -> None:
        """Stop what is being made; else silence, then back."""
        if self.busy:
            self.workers.cancel_group(self, "change")
        else:
            super().leave()

    def can_do(self, action: str) -> bool:
        """One change at a time, and only what there is can be taken back."""
        if action == "undo":
            return not self.busy and self.sound.recipe.can_undo
        if action == "redo":
            return not self.busy and bool(self.sound.recipe.undone)
        return not self.busy or action in ("back", "help", "play")
