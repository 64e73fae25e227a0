"""What the club's lists share: the sessions that they are about, and Z."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.ui.screens.listed import UndoingScreen

if TYPE_CHECKING:
    from lessons.club.sessions import Sessions


class ClubListScreen(UndoingScreen):
    """A list about sessions of the club."""

    @property
    def sessions(self) -> Sessions:
        """The sessions of the library."""
        from lessons.club.sessions import Sessions

        return Sessions(self.library)
