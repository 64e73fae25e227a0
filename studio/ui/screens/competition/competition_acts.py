"""What adults do with a competition: move its day, close it early, cancel it, take an announcement back."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from textual.binding import Binding, BindingType

from studio.ui.screens.competition.competition_ways import CompetitionWaysScreen

if TYPE_CHECKING:
    from evidence.library import Library

COMPETITION_ACTS: list[BindingType] = [
    Binding("d", "move", "move the day", id="competition.move", tooltip="Another closing day, and why"),
    Binding("f", "close", "close early", id="competition.close", tooltip="No more entries from now on"),
    Binding("x", "cancel", "cancel", id="competition.cancel", tooltip="Call it off, with a kind word"),
    Binding("v", "bring_back", "bring back", id="competition.back", tooltip="It goes on as it was"),
    Binding("u", "take_announcement_back", "not announced", id="competition.unsay", tooltip="Take it back"),
]


class CompetitionActsScreen(CompetitionWaysScreen):
    """Each asks for the PIN, and for a reason where one is kept."""

    competition_id: str | None

    def action_move(self) -> None:
        """Ask for the day, then why."""
        if (known := self.known) is not None:
            self.as_adult(
                lambda: self.ask(
                    "The last day to enter, such as 2026-12-11:",
                    self._moved_to,
                    value=known.closes.isoformat(),
                )
            )

    def _moved_to(self, day: str) -> None:
        from studio.ui.typed_day import typed_day

        if day:
            closes = typed_day(day)
            self.ask("Why is it moved? The reason is kept:", partial(self._move, closes))

    def _move(self, closes: date, why: str) -> None:
        from lessons.competitions.competitions import Competitions
        from studio.ui.text import day_words

        known = self.known
        if known is not None:

            def job() -> str:
                Competitions(self.library).move_closing(known.id, closes, why)
                return f"It closes on {day_words(closes)} now. Everybody can still enter."

            self.do(job)

    def action_close(self) -> None:
        """No more entries."""
        if (known := self.known) is not None:
            self.as_adult(partial(self._close, known.id))

    def _close(self, competition_id: str) -> None:
        from lessons.competitions.competitions import Competitions

        def job() -> str:
            Competitions(self.library).close(competition_id)
            return "Closed. Z opens it again."

        def undo() -> str:
            Competitions(self.library).reopen(competition_id)
            return "It is open again."

        self.do(job, undo=undo)

    def action_cancel(self) -> None:
        """Ask why."""
        if self.known is not None:
            self.as_adult(lambda: self.ask("Why is it cancelled? Say it kindly:", self._cancel))

    def _cancel(self, why: str) -> None:
        from lessons.competitions.competitions import Competitions

        known = self.known
        if known is None or not why:
            return

        def job() -> str:
            Competitions(self.library).cancel(known.id, why)
            return "Cancelled. Nothing is lost; V brings it back."

        self.competition_id = known.id  # stay with it: the current one would be another
        self.do(job, undo=partial(_bring_back, self.library, known.id))

    def action_bring_back(self) -> None:
        """It goes on."""
        if (known := self.known) is not None:
            self.as_adult(lambda: self.do(partial(_bring_back, self.library, known.id)))

    def action_take_announcement_back(self) -> None:
        """It was not announced after all."""
        if (known := self.known) is not None:
            self.as_adult(lambda: self.do(partial(_unsay, self.library, known.id)))


def _bring_back(library: Library, competition_id: str) -> str:
    from lessons.competitions.competitions import Competitions

    Competitions(library).bring_back(competition_id)
    return "It goes on as it was."


def _unsay(library: Library, competition_id: str) -> str:
    from lessons.competitions.announcing import take_announcement_back

    take_announcement_back(library, competition_id)
    return "It counts as not announced. Its proposal waits; an adult can bin it."
