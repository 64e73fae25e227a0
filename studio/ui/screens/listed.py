"""Screens around one long list, and screens that take back what was done in them."""

from __future__ import annotations

from collections.abc import Callable

from textual.reactive import reactive

from studio.ui.screens.base import StudioScreen
from studio.ui.widgets.long_list import LongList


class ListedScreen(StudioScreen):
    """Its list has the keys."""

    def on_mount(self) -> None:
        """The list has the keys."""
        self.refocus()

    def refocus(self) -> None:
        """The list has the keys."""
        self.listing.focus()

    @property
    def listing(self) -> LongList:
        """The list."""
        return self.query_one(LongList)


class UndoingScreen(ListedScreen):
    """Z takes back what was done on this visit, the last thing first."""

    undos: reactive[tuple[Callable[[], object], ...]] = reactive((), init=False, bindings=True)

    def did(self, undo: Callable[[], object]) -> None:
        """Remember how to take back what was done just now."""
        self.undos = (*self.undos, undo)

    def action_undo(self) -> None:
        """Take the last thing back."""
        *rest, last = self.undos
        last()  # when it cannot be, it stays the last thing
        self.undos = tuple(rest)
        self.read_library()
        self.say("Taken back.")

    def can_do(self, action: str) -> bool:
        """There must be something to take back."""
        return bool(self.undos) if action == "undo" else True
