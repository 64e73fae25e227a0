"""The cards of the edit clinic, to read and to print."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from studio.ui.screens.reading import ReadingScreen

if TYPE_CHECKING:
    from evidence.papers.paper import Paper


class ClinicCardsScreen(ReadingScreen):
    """Cards to write on, three on a page."""

    HELP_PAGE: ClassVar[str] = "clinic"

    def on_mount(self) -> None:
        """Say which it is."""
        self.title_is("The edit clinic: patients' cards")

    def paper(self) -> Paper:
        """The cards."""
        from studio.clinic import cards_paper

        return cards_paper(self.library)

    def file_stem(self) -> str:
        """What the file is called."""
        return "patients-cards"
