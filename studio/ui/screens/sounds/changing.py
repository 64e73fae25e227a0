"""A screen on which a sound is changed: each change is said and plays itself, and Z takes it back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from studio.ui.edits import Edit
from studio.ui.screens.long_job import Progress
from studio.ui.screens.sounds.bench import BenchScreen

if TYPE_CHECKING:
    from evidence.sound import Sound

_LEAD_IN_SECONDS = 2.0


class ChangingScreen(BenchScreen):
    """The original is never changed."""

    def change(self, make: Callable[[Progress | None], Edit], *, heavy: bool = False) -> None:
        """Make a change, say it, and let it be heard."""

        def act(progress: Progress | None) -> str:
            edit = make(progress)
            self.bench.do(edit, progress)
            return f"{self.bench.last_words(len(edit.steps))}. Z takes it back."

        self.work(act, heavy=heavy or not self.bench.is_light(), then=self.changed)

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

        def act(progress: Progress | None) -> str:
            go()
            return words

        def then() -> None:
            if self.now.recipe != heard:  # a label makes no difference to the ear
                self.changed()

        self.work(act, heavy=not self.bench.is_light(), then=then)

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
