"""A screen on which entries are heard as the judges heard them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.ui.screens.hearing import HearingScreen

if TYPE_CHECKING:
    from studio.audio.rendering.rendition import Rendition


class HearEntryScreen(HearingScreen):
    """It knows its competition's id."""

    competition_id: str

    def hear_entry(self, submission_id: str) -> None:
        """Play an entry from its start."""
        self.hear_source(lambda: self._open_entry(submission_id))

    def _open_entry(self, submission_id: str) -> Rendition:
        from lessons.competitions.competitions import Competitions
        from lessons.competitions.sound import judged_sound
        from lessons.competitions.submissions import Submissions

        known = Competitions(self.library).one(self.competition_id)
        return judged_sound(self.library, known, Submissions(self.library).one(submission_id))
