"""Recordings that a crash or a pulled plug left: found after the first frame, kept with Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work

from studio.ui.faults import FAULTS
from studio.ui.messages import ProblemMet, TakeKept, TakesLeftBehind
from studio.ui.screens.hearing import HearingScreen

if TYPE_CHECKING:
    from studio.audio.live.recovery import UnfinishedTake


class LeftBehindScreen(HearingScreen):
    """A screen that offers them back."""

    left_behind: tuple[UnfinishedTake, ...] = ()

    def show_left_behind(self) -> None:
        """Show what was found; the screen says how."""
        raise NotImplementedError

    @work(thread=True, group="looking", exclusive=True)
    def look_for_left_behind(self) -> None:
        """Look, which loads NumPy."""
        try:
            takes = self.studio.sound_io.unfinished(self.library.takes)
        except FAULTS as error:
            self.post_message(ProblemMet(error))
            return
        self.post_message(TakesLeftBehind(takes))

    @on(TakesLeftBehind)
    def _offer(self, message: TakesLeftBehind) -> None:
        if message.takes != self.left_behind:
            self.left_behind = message.takes
            self.show_left_behind()

    @work(thread=True, group="recovery", exclusive=True)
    def recover(self, take: UnfinishedTake) -> None:
        """Make one of them a sound of the library."""
        from studio.takes import keep_take

        try:
            sound = keep_take(self.library, self.studio.sound_io.recover(take), title=None)
        except FAULTS as error:
            self.post_message(ProblemMet(error))
            return
        self.post_message(TakeKept(sound))

    @on(TakeKept)
    def _recovered(self, message: TakeKept) -> None:
        self.left_behind = self.left_behind[1:]
        self.studio.open_sound(message.sound, play=True)
