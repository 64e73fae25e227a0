"""Recording at one PC of the club: whoever sits there is a maker of the sound."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from studio.ui.faults import FAULTS
from studio.ui.messages import RecordingFailed, TakeKept
from studio.ui.screens.record import RecordScreen
from studio.wording import listed

if TYPE_CHECKING:
    from evidence.sound import Sound
    from studio.audio.live.take_file import FinishedTake
    from studio.ui.sound_io import TakeRecorder


class ClubRecordScreen(RecordScreen):
    """Like `RecordScreen`; the makers go with the sound."""

    def __init__(self, pc: int, makers: tuple[str, ...]) -> None:
        super().__init__()
        self.pc = pc
        self.makers = makers

    def on_mount(self) -> None:
        """Say who makes it."""
        self.say(f"Made by {listed(list(self.makers))}. It goes with today's session.")

    def title_is(self, where: str, whose: str | None = None) -> None:
        """Say at which PC, too."""
        super().title_is(f"{where} at PC {self.pc}", whose)

    @work(thread=True, group="recorder")
    def _finish(self, recorder: TakeRecorder, binned: bool) -> None:
        from studio.takes import bin_sound

        try:
            take = recorder.stop()
            sound = self._keep(take)
            if binned:
                sound = bin_sound(self.library, sound)
        except FAULTS as error:
            self.post_message(RecordingFailed(error))
            return
        self.post_message(TakeKept(sound, take.problem))

    def _keep(self, take: FinishedTake) -> Sound:
        from lessons.club.member import Members
        from studio.takes import keep_take

        by, *partners = self.makers
        person = Members(self.library).people().get(by)
        year = person.year if person and person.year else None
        return keep_take(self.library, take, year=year, by=by, partners=partners)
