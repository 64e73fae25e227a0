"""What becomes of a rhythm on its screen: changed, taken back, chosen, kept, printed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message
from textual.reactive import reactive

from lessons.rhythm.kept import Rhythms, sound_title
from lessons.rhythm.pattern import Pattern, Row
from lessons.rhythm.shipped import rhythm_book
from studio.ui.faults import FAULTS
from studio.ui.messages import ProblemMet
from studio.ui.screens.hearing import HearingScreen

if TYPE_CHECKING:
    from evidence.sound import Sound
    from lessons.rhythm.kept import Rhythm
    from studio.audio.clip import Clip

_OURS = "our "


class BarMade(Message):
    """A bar is ready to play."""

    def __init__(self, pattern: Pattern, bar: Clip) -> None:
        super().__init__()
        self.pattern = pattern
        self.bar = bar


class RhythmKept(Message):
    """A rhythm and a sound of it are in the library."""

    def __init__(self, rhythm: Rhythm, sound: Sound) -> None:
        super().__init__()
        self.rhythm = rhythm
        self.sound = sound


class PulseKeepingScreen(HearingScreen):
    """Nothing is lost: what was changed and not kept is kept on leaving."""

    earlier: reactive[tuple[Pattern, ...]] = reactive((), init=False, bindings=True)
    """What it was before each change of this visit, for undo."""

    def __init__(self) -> None:
        super().__init__()
        self.pattern = self._full(rhythm_book().starts[0].pattern)
        self.titles: tuple[str, ...] = ()
        self.rhythm_id = ""
        """Of the rhythm that was opened; empty for one that is new."""
        self._saved = self.pattern

    def pattern_changed(self, before: Pattern) -> None:
        """Show and play it; the screen says."""
        raise NotImplementedError

    def read_titles(self) -> None:
        """What the sounds of the rows are called."""
        self.titles = tuple(sound_title(self.library, row.sound) for row in self.pattern.rows)

    def _full(self, pattern: Pattern) -> Pattern:
        return pattern.filled(tuple(each.id for each in rhythm_book().sounds))

    # Changing

    def change(self, pattern: Pattern) -> None:
        """Another pattern, which Z takes back."""
        if pattern != self.pattern:
            self.earlier = (*self.earlier, self.pattern)
            self._put(pattern)

    def _put(self, pattern: Pattern) -> None:
        before, self.pattern = self.pattern, pattern
        self.read_titles()
        self.say("")
        self.pattern_changed(before)

    def action_undo(self) -> None:
        """The pattern before the last change."""
        *rest, last = self.earlier
        self.earlier = tuple(rest)
        self._put(last)

    def can_do(self, action: str) -> bool:
        """There must be something to take back or to clear."""
        if action == "undo":
            return bool(self.earlier)
        return action != "clear" or not self.pattern.is_empty

    # Other patterns and sounds

    def action_start(self) -> None:
        """Patterns to begin with, and those that were kept."""
        from studio.ui.screens.lessons.pulse_lists import PatternsScreen

        self.save()
        self.hush()
        self.app.push_screen(PatternsScreen(self.open_pattern))

    def open_pattern(self, pattern: Pattern, rhythm_id: str = "") -> None:
        """Go on with another one."""
        self.rhythm_id = rhythm_id
        self.change(self._full(pattern))
        self.earlier = ()  # undo would put one rhythm in the place of another
        self._saved = self.pattern

    def action_sound(self) -> None:
        """Another sound for the marked row."""
        from studio.ui.screens.lessons.pulse_lists import RowSoundsScreen

        self.app.push_screen(RowSoundsScreen(self.row_now, self._give_sound))

    @property
    def row_now(self) -> Row:
        """The marked row."""
        return self.pattern.rows[getattr(self, "at_row", 0)]

    def _give_sound(self, sound_id: str) -> None:
        number: int = getattr(self, "at_row", 0)
        self.change(self.pattern.with_row(number, replace(self.pattern.rows[number], sound=sound_id)))

    # Keeping

    @property
    def is_changed(self) -> bool:
        """Whether there is something that the library does not have."""
        return self.pattern != self._saved and not self.pattern.is_empty

    def save(self) -> None:
        """Keep what was changed, under its own name or as a new one."""
        if self.is_changed:
            kept = Rhythms(self.library).keep(self._named_as_ours(), self.rhythm_id)
            self.rhythm_id, self.pattern = kept.id, self._full(kept.pattern)
            self._saved = self.pattern
            self._call_earlier_so()

    def _call_earlier_so(self) -> None:
        """Undo is for boxes: it must not take the name off a rhythm that was kept."""
        self.earlier = tuple(replace(each, title=self.pattern.title) for each in self.earlier)

    def _named_as_ours(self) -> Pattern:
        """A pattern that came with the program is ours once it is changed, and is called so."""
        title = self.pattern.title
        if self.rhythm_id or title.startswith(_OURS.capitalize()):
            return self.pattern
        return replace(self.pattern, title=f"{_OURS.capitalize()}{title[0].lower()}{title[1:]}")

    def action_keep(self) -> None:
        """Ask for its name."""
        from lessons.rhythm.kept import refuse_empty

        refuse_empty(self.pattern)
        self.ask("What is it called?", self._keep, value=self._named_as_ours().title)

    def _keep(self, title: str) -> None:
        if title.strip():
            self._put(replace(self.pattern, title=title))
            self._call_earlier_so()
            self.say("Making a sound of it.")
            self._keep_sound(self.pattern, self.rhythm_id)

    @work(thread=True, group="keep", exclusive=True)
    def _keep_sound(self, pattern: Pattern, rhythm_id: str) -> None:
        from lessons.rhythm.sounding import keep_sound

        try:
            self.post_message(RhythmKept(*keep_sound(self.library, pattern, rhythm_id)))
        except FAULTS as error:
            self.post_message(ProblemMet(error))

    @on(RhythmKept)
    def _say_kept(self, message: RhythmKept) -> None:
        self.rhythm_id = message.rhythm.id
        self._saved = self._full(message.rhythm.pattern)
        self.say(f"Kept: “{message.sound.title}” is in My sounds too. T opens the rhythm again.")

    def action_print(self) -> None:
        """The score on paper, for adults."""
        self._as_adult(self._open_score)

    def _as_adult(self, then: Callable[[], None]) -> None:
        self.studio.door.pass_through(self, then)

    def _open_score(self) -> None:
        from studio.ui.screens.lessons.pulse_score import PulseScoreScreen

        self.hush()
        self.app.push_screen(PulseScoreScreen(self.pattern))

    def leave(self) -> None:
        """Nothing is lost: what was changed is kept."""
        self.save()
        super().leave()
