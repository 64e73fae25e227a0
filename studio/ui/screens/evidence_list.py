"""Evidence: everything that was written down, and the ways to look at it."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from studio.ui.screens.narrowing import NarrowingScreen
from studio.ui.widgets.long_list import LongList


class EvidenceListScreen(NarrowingScreen):
    """Enter reads the marked entry; other keys lead to other views."""

    HELP_PAGE = "evidence_list"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "open", key_display="Enter", id="entries.open", tooltip="Read it"),
        Binding("e", "make", "make evidence", id="entries.make", tooltip="Write something down"),
        Binding("o", "place('happened')", "something happened", id="entries.happened", tooltip="A club ..."),
        Binding("a", "place('proposals')", "accept", id="entries.accept", tooltip="Evidence that waits"),
        Binding("w", "place('timeline')", "when", id="entries.when", tooltip="By half-terms"),
        Binding("m", "place('years_grid')", "MT1 grid", id="entries.grid", tooltip="Year groups and terms"),
    ]

    @on(LongList.Clicked)
    def action_open(self) -> None:
        """Read the marked one."""
        from studio.ui.screens.entry import EntryScreen

        if self.marked is not None:
            self.app.push_screen(EntryScreen(self.marked))

    def action_make(self) -> None:
        """Write something down."""
        self.studio.open_make_evidence(claim=self.claim)

    def action_place(self, place: str) -> None:
        """Another view of the evidence."""
        self.studio.open_place(place)

    def can_do(self, action: str) -> bool:
        """Opening needs an entry."""
        return bool(self.entries) if action == "open" else super().can_do(action)
