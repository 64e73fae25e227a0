"""Recording at one PC of the club: whoever sits there is a maker of the sound."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.ui.screens.sounds.record import RecordScreen
from studio.wording import listed

if TYPE_CHECKING:
    from evidence.sound import Sound
    from studio.audio.live.take_file import FinishedTake


class ClubRecordScreen(RecordScreen):
    """Like `RecordScreen`; the makers go with the sound, and one goes back to who sits where."""

    again_here = False

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

    def keep(self, take: FinishedTake) -> Sound:
        """With everybody who sits there as makers; in a thread."""
        from lessons.club.member import Members
        from studio.takes import keep_take

        by, *partners = self.makers
        person = Members(self.library).people().get(by)
        year = person.year if person and person.year else None
        return keep_take(self.library, take, year=year, by=by, partners=partners)
