"""The workbench: one sound of the library, and the changes made to it on one visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.ui.edits import Edit, louder

if TYPE_CHECKING:
    from evidence.library import Library
    from evidence.sound import Sound


class Workbench:
    """Does changes and takes whole ones back: a tidy is four steps of the recipe, and one press of Z."""

    # studio.takes loads NumPy, so it is imported where it is used.

    def __init__(self, library: Library, sound: Sound) -> None:
        self.library = library
        self.sound = sound
        self._done: list[int] = []
        """How many steps each change of this visit made."""
        self._undone: list[int] = []

    @property
    def seconds(self) -> float:
        """How long the sound is now."""
        return self.sound.seconds_after

    def do(self, edit: Edit) -> None:
        """Make a change.

        Raises
        ------
        StudioError
            If a step cannot be done to this sound, or the library cannot be written; nothing is changed then.
        """
        from studio.takes import do, undo

        sound = self.sound
        for _ in range(edit.take_back):
            sound = undo(self.library, sound)
        self.sound = do(self.library, sound, *edit.steps)
        if edit.take_back == 0 or not self._done:
            self._done.append(len(edit.steps))
        self._undone.clear()

    def undo(self) -> None:
        """Take the last change back; of changes from an earlier visit, one step."""
        from studio.takes import undo

        size = self._done.pop() if self._done else 1
        self._undone.append(size)
        for _ in range(size):
            self.sound = undo(self.library, self.sound)

    def redo(self) -> None:
        """Do again what was taken back."""
        from studio.takes import redo

        size = self._undone.pop() if self._undone else 1
        self._done.append(size)
        for _ in range(size):
            self.sound = redo(self.library, self.sound)

    def louder(self) -> Edit | None:
        """The change that makes it louder; `None` when it is as loud as it can be."""
        from studio.audio.units import amplitude_to_db
        from studio.takes import rendition

        with rendition(self.library, self.sound) as opened:
            return louder(self.sound.recipe, amplitude_to_db(opened.peak))

    def words(self) -> list[str]:
        """What was done, one phrase a step."""
        return self.sound.recipe.words(self.sound.seconds)

    def last_words(self, steps: int) -> str:
        """The last steps as the beginning of a sentence."""
        words = ", ".join(self.words()[-steps:])
        return words[:1].upper() + words[1:]
