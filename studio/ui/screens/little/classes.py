"""Who is here: the class at the computer, and the size of reader that each class has."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from evidence.years import YEAR_GROUPS
from lessons.readers import Reader, Readers, next_size, size_named
from studio.ui.screens.listed import UndoingScreen
from studio.ui.widgets.long_list import LongList

_HERE = "■ here"


class ClassesScreen(UndoingScreen):
    """One line a year group."""

    HELP_PAGE: ClassVar[str] = "classes"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "come", "is here", key_display="Enter", id="classes.come", tooltip="This class works now"
        ),
        Binding(
            "s", "size", "its size", id="classes.size", tooltip="Little, Middle or Studio for this class"
        ),
        Binding("z", "undo", "undo", id="classes.undo", tooltip="The last change here"),
    ]

    def compose_middle(self) -> Iterable[Widget]:
        """The year groups."""
        yield LongList(id="classes")

    def on_mount(self) -> None:
        """Stand on the class that is here."""
        super().on_mount()
        self.title_is("Who is here?")
        year = Readers(self.library).now().year
        if year:
            self.listing.marked = YEAR_GROUPS.index(year)

    def read_library(self) -> None:
        """Show what was chosen."""
        self.reader = Readers(self.library).now()
        self.listing.show(len(YEAR_GROUPS), self._draw, marked=self.listing.marked)

    def _draw(self, line: int, width: int) -> Content:
        year = YEAR_GROUPS[line]
        size = size_named(self.reader.size_of(year))
        here = _HERE if year == self.reader.year else ""
        return Content.assemble((f"{year:<6}", "bold"), f"{size.title:<10}{size.about:<34}{here}")

    @property
    def year(self) -> str:
        """The marked year group."""
        return YEAR_GROUPS[self.listing.marked]

    @on(LongList.Clicked)
    def action_come(self) -> None:
        """The marked class is here."""
        before = self.reader
        self._changed(before, Readers(self.library).come(self.year))

    def action_size(self) -> None:
        """Another size for the marked class."""
        before = self.reader
        size = next_size(before.size_of(self.year))
        self._changed(before, Readers(self.library).choose(self.year, size))

    def _changed(self, before: Reader, now: Reader) -> None:
        self.did(partial(self._put_back, before))
        self.studio.show_size(now.size)
        self.read_library()
        self.say(f"{self.year}: {size_named(now.size_of(self.year)).title}. Z takes it back.")

    def _put_back(self, before: Reader) -> None:
        self.studio.show_size(Readers(self.library).put_back(before).size)
