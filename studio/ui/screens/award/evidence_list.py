"""Evidence: everything that was written down, and the ways to look at it."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from studio.ui.screens.award.narrowing import NarrowingScreen


class EvidenceListScreen(NarrowingScreen):
    """Every entry that still counts; keys lead to other views of them."""

    HELP_PAGE = "evidence_list"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "make", "make evidence", id="entries.make", tooltip="Write something down"),
        Binding("o", "place('happened')", "something happened", id="entries.happened", tooltip="A club ..."),
        Binding("a", "place('proposals')", "accept", id="entries.accept", tooltip="Evidence that waits"),
        Binding("w", "place('timeline')", "when", id="entries.when", tooltip="By half-terms"),
        Binding("m", "place('years_grid')", "MT1 grid", id="entries.grid", tooltip="Year groups and terms"),
    ]

    def action_make(self) -> None:
        """Write something down."""
        self.studio.open_make_evidence(claim=self.claim)

    def action_place(self, place: str) -> None:
        """Another view of the evidence."""
        self.studio.open_place(place)
