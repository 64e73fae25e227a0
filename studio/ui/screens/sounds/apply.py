"""Doing the same to many sounds: steps of one sound, or a favourite."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.reactive import reactive
from textual.widget import Widget

from studio.ui.screens.long_job import JobDone, Progress
from studio.ui.screens.sounds.pick_sounds import PickSoundsScreen
from studio.ui.screens.stoppable import StoppableScreen
from studio.ui.widgets.progress_line import ProgressLine
from studio.wording import count

if TYPE_CHECKING:
    from studio.audio.recipe import Step
    from studio.editing.applying import Applied


class ApplyScreen(StoppableScreen, PickSoundsScreen):
    """Choose, press Enter; Z takes it back in all of them at once."""

    HELP_PAGE = "apply"
    WHILE_BUSY = frozenset(("play", "back", "help"))
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "do it", key_display="Enter", id="apply.take", tooltip="To all chosen"),
        Binding("z", "undo", "undo", id="apply.undo", tooltip="Take it back in all of them"),
    ]

    applied: reactive[tuple[Applied, ...]] = reactive((), init=False, bindings=True)
    """What was done on this visit, the newest last."""

    def __init__(
        self,
        title: str,
        steps: Sequence[Step],
        *,
        leave_out: Iterable[str] = (),
        ticked: Iterable[str] = (),
    ) -> None:
        super().__init__(title, leave_out=frozenset(leave_out))
        self.set_reactive(ApplyScreen.ticked, tuple(ticked))
        self._steps = tuple(steps)
        self._outcome: Applied | None = None

    def compose_middle(self) -> Iterable[Widget]:
        """The list, and how far it is."""
        yield from super().compose_middle()
        yield ProgressLine()

    def nothing_chosen(self) -> str:
        """What will be done."""
        return f"{count(len(self._steps), 'step')} to do. Space chooses the sounds, Enter does it."

    def action_take(self) -> None:
        """Do it to all that were chosen; not to the marked one, for Enter pressed twice is not meant."""
        from studio.editing.applying import NothingToApply

        if not self.ticked:
            raise NothingToApply("No sound is chosen.", "Press Space on a sound, then Enter.")
        sounds = self.chosen
        self.hush()

        def job(progress: Progress) -> str:
            from studio.editing.applying import apply_steps

            self._outcome = apply_steps(self.library, self._steps, sounds, progress=progress)
            back = " Z takes it back." if self._outcome.changed else ""
            return f"{self._outcome.words}{back}"

        self.begin(f"Doing it to {count(len(sounds), 'sound')}. Esc stops it.", job)

    @on(JobDone)
    def _note(self) -> None:
        if self._outcome is not None and self._outcome.changed:
            self.applied = (*self.applied, self._outcome)
            self.ticked = ()
        self._outcome = None

    def action_undo(self) -> None:
        """Take the last of it back in every sound."""
        *rest, last = self.applied

        def job(progress: Progress) -> str:
            from studio.editing.applying import take_back

            return f"Taken back in {count(len(take_back(self.library, last)), 'sound')}."

        self.applied = tuple(rest)
        self.begin("Taking it back.", job)

    def can_do(self, action: str) -> bool:
        """While it is busy there is only to listen, and to stop."""
        if action == "undo":
            return bool(self.applied)
        return super().can_do(action)
