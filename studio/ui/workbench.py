"""The workbench: one sound of the library, and the changes made to it on one visit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

from studio.ui.edits import Edit, is_light

if TYPE_CHECKING:
    from evidence.library import Library
    from evidence.sound import Sound
    from studio.audio.overview import Overview
    from studio.audio.recipe import Recipe, Step
    from studio.audio.rendering.rendition import Rendition
    from studio.takes import Progress
    from studio.ui.widgets.picture import Place


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that was done; each way takes the sound as it is and gives it as it is then."""

    back: Callable[[Sound], Sound]
    again: Callable[[Sound], Sound]


class Workbench:
    """Does changes and takes whole ones back: a tidy is four steps of the recipe, and one press of Z."""

    # studio.takes loads NumPy, so it is imported where it is used.

    def __init__(self, library: Library, sound: Sound) -> None:
        self.library = library
        self.sound = sound
        self.place: Place | None = None
        """Where one stood in its picture, for the next screen that shows it."""
        self._done: list[Change] = []
        self._undone: list[Change] = []
        self._overview: Overview | None = None
        self._opening = Lock()
        self._kept: tuple[tuple[Step, ...], Rendition] | None = None
        """The newest that took long to open."""
        self._lufs: dict[tuple[Step, ...], float] = {}
        """How loud it is with these steps."""

    @property
    def seconds(self) -> float:
        """How long the sound is now."""
        return self.sound.seconds_after

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back, of this visit or an earlier one."""
        return bool(self._done) or self.sound.recipe.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether something was taken back."""
        return bool(self._undone) or bool(self.sound.recipe.undone)

    def open(
        self, sound: Sound | None = None, *, before: bool = False, then: Step | None = None
    ) -> Rendition:
        """The sound, open to be read, as it is now (or was then) or before any step; any thread may.

        A step that is done `then` is not one of its own.
        """
        from studio.audio.recipe import Recipe

        recipe = Recipe() if before else (sound or self.sound).recipe
        if then is not None or is_light(recipe.steps):
            return self._opened(recipe if then is None else recipe.add(then))
        with self._opening:
            if self._kept is None or self._kept[0] != recipe.steps:
                self._let_go()
                self._kept = (recipe.steps, self._opened(recipe))
            return self._kept[1].again()  # what was worked out to draw it is not worked out again to hear it

    def _opened(self, recipe: Recipe) -> Rendition:
        from studio.audio.rendering.rendition import open_rendition
        from studio.takes import overview

        if self._overview is None:  # an original never changes, so one is enough
            self._overview = overview(self.library, self.sound)
        return open_rendition(self.library.original_path(self.sound), recipe, overview=self._overview)

    def close(self) -> None:
        """Let go of its file."""
        with self._opening:
            self._let_go()

    def _let_go(self) -> None:
        kept, self._kept = self._kept, None
        if kept is not None:
            kept[1].close()

    def renew(self) -> None:
        """Read what the library has now: another screen, or another program, may have changed it."""
        stored = self.library.sound(self.sound.id)
        if (stored.recipe, stored.labels) != (self.sound.recipe, self.sound.labels):
            self._done.clear()  # they were changes of what is not there any more
            self._undone.clear()
        self.sound = stored

    def is_light(self) -> bool:
        """Whether the sound, and what was taken back of it, is drawn and read without working much out."""
        recipe = self.sound.recipe
        undone = (step for each in recipe.undone for step in (each if isinstance(each, tuple) else (each,)))
        before = (step for rewrite in recipe.rewrites for step in rewrite.before)
        return is_light((*recipe.steps, *undone, *before))

    def do(self, edit: Edit, progress: Progress | None = None) -> None:
        """Make a change; figures that its steps need of the whole sound are found, of which `progress` hears.

        Raises
        ------
        StudioError
            If a step cannot be done to this sound, or the library cannot be written; nothing is changed then.
        """
        from studio.takes import do

        self.sound = do(self.library, self.sound, *edit.steps, instead_of=edit.take_back, progress=progress)
        if edit.take_back == 0 or not self._done:
            self._done.append(self._steps(len(edit.steps)))
        self._undone.clear()

    def label(self, sound: Sound) -> None:
        """Go on with the sound as it was stored with other labels; that is a change, too."""
        from studio.labels import with_labels

        before, after = self.sound.labels, sound.labels
        if before != after:
            self._did(
                Change(
                    lambda now: with_labels(self.library, now, before),
                    lambda now: with_labels(self.library, now, after),
                )
            )
        self.sound = sound

    def made(self, *sounds: Sound) -> None:
        """New sounds were made of this one: taken back, they go to the bin."""
        from studio.takes import bin_sound, unbin

        def back(now: Sound) -> Sound:
            for each in sounds:
                bin_sound(self.library, self.library.sound(each.id))
            return now

        def again(now: Sound) -> Sound:
            for each in sounds:
                unbin(self.library, self.library.sound(each.id))
            return now

        self._did(Change(back, again))

    def undo(self) -> None:
        """Take the last change back; of changes from an earlier visit, one step."""
        change = self._done[-1] if self._done else self._steps(1)
        self.sound = change.back(self.sound)
        del self._done[-1:]  # what could not be taken back stays the last change
        self._undone.append(change)

    def redo(self) -> None:
        """Do again what was taken back."""
        change = self._undone[-1] if self._undone else self._steps(1)
        self.sound = change.again(self.sound)
        del self._undone[-1:]
        self._done.append(change)

    def _did(self, change: Change) -> None:
        self._done.append(change)
        self._undone.clear()

    def _steps(self, count: int) -> Change:
        from studio.takes import redo, undo

        def back(sound: Sound) -> Sound:
            for _ in range(count):
                sound = undo(self.library, sound)
            return sound

        def again(sound: Sound) -> Sound:
            for _ in range(count):
                sound = redo(self.library, sound)
            return sound

        return Change(back, again)

    def snapped(self, frame: int) -> int:
        """The frame, or one near to it where the wave crosses zero: there a cut makes no click."""
        from studio.audio.crossings import nearest_crossing

        with self.open() as opened:
            return nearest_crossing(opened, frame)

    def snapped_part(self, part: tuple[int, int]) -> tuple[int, int]:
        """The same for both ends of a part, as long as something stays between them."""
        from studio.audio.crossings import nearest_crossing

        with self.open() as opened:
            start, stop = (nearest_crossing(opened, frame) for frame in part)
        return (start, stop) if start < stop else part

    def peak_dbfs(self, progress: Progress | None = None) -> float:
        """Its loudest moment; of a light sound at once, whatever its length."""
        from studio.audio.units import amplitude_to_db

        with self.open() as opened:
            return amplitude_to_db(opened.find_peak(progress))

    @property
    def loudness(self) -> tuple[float, float] | None:
        """LUFS before any step and as it is now; `None` until it is found."""
        before, after = self._lufs.get(()), self._lufs.get(self.sound.recipe.steps)
        return None if before is None or after is None else (before, after)

    def find_loudness(self, progress: Progress) -> None:
        """Listen to all of it, before any step and as it is now; what is known already is not heard again."""
        from studio.audio.loudness import loudness_lufs

        def heard(steps: tuple[Step, ...], begun: float) -> float:
            with self.open(before=not steps) as source:
                return loudness_lufs(source, lambda share: progress(begun + share / 2))

        for begun, steps in ((0.0, ()), (0.5, self.sound.recipe.steps)):
            if steps not in self._lufs:
                self._lufs[steps] = heard(steps, begun)

    def words(self) -> list[str]:
        """What was done, one phrase a step."""
        return self.sound.recipe.words(self.sound.seconds)

    def last_words(self, steps: int) -> str:
        """The last steps as the beginning of a sentence."""
        words = ", ".join(self.words()[-steps:])
        return words[:1].upper() + words[1:]
