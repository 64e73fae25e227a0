"""Sheets for lessons: words, ideas, questions, posters. Each is read here, and printed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from studio.ui.screens.base import StudioScreen
from studio.ui.screens.reading import ReadingScreen
from studio.ui.widgets.listing import Listing

if TYPE_CHECKING:
    from evidence.papers.paper import Paper
    from lessons.sheets import Sheet


_PLACES = (
    ("clinic", "C", "The edit clinic", "six broken recordings, and their cards"),
    ("two_sounds", "T", "Two sounds, two ears", "hear two, and find words for both"),
    ("pulse", "R", "Pulse and rhythm", "a bar of boxes that plays, and its notes"),
)
"""What is no sheet: places that pupils have too, with the keys that they have in My sounds."""


class LessonSheetsScreen(StudioScreen):
    """A list of sheets; digits or Enter open one."""

    HELP_PAGE: ClassVar[str] = "lesson_sheets"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "read", key_display="Enter", id="sheets.open", tooltip="Read and print"),
        *(
            Binding(str(number), f"choose_number({number})", "read", show=False, id=f"sheets.{number}")
            for number in range(1, 10)
        ),
        *(
            Binding(key.lower(), f"place('{place}')", title, show=False, id=f"sheets.{place}")
            for place, key, title, _ in _PLACES
        ),
    ]

    def compose_middle(self) -> Iterable[Widget]:
        """The sheets."""
        yield Listing(id="sheets")

    def on_mount(self) -> None:
        """The list has the keys."""
        from lessons.sheets import SHEETS

        self.title_is("Lessons: words and sheets")
        self.sheets = tuple(SHEETS.values())
        listing = self.query_one("#sheets", Listing)
        for number, sheet in enumerate(self.sheets, 1):
            key = f"{number}" if number < 10 else ""  # there is no key for more
            listing.add_option(Option(_line(key, sheet.title, sheet.about), sheet.id))
        for place, key, title, about in _PLACES:
            listing.add_option(Option(_line(key, title, about), place))
        listing.highlighted = 0
        self.refocus()

    def refocus(self) -> None:
        """The list has the keys."""
        self.query_one("#sheets").focus()

    def action_choose(self) -> None:
        """Open what the list stands on."""
        self.query_one("#sheets", Listing).action_select()

    def action_choose_number(self, number: int) -> None:
        """Open the sheet of a number."""
        if number <= len(self.sheets):
            self._open(number - 1)

    def action_place(self, place: str) -> None:
        """Go to the place of a letter."""
        self.studio.open_place(place)

    @on(OptionList.OptionSelected, "#sheets")
    def _chosen(self, message: OptionList.OptionSelected) -> None:
        self._open(message.option_index)

    def _open(self, index: int) -> None:
        if index < len(self.sheets):
            self.app.push_screen(LessonSheetScreen(self.sheets[index]))
        else:
            self.studio.open_place(_PLACES[index - len(self.sheets)][0])


def _line(key: str, title: str, about: str) -> Content:
    return Content.assemble((f"{key:<3}", "bold"), (f"{title:<30}", "bold"), about)


class LessonSheetScreen(ReadingScreen):
    """One of them."""

    HELP_PAGE: ClassVar[str] = "lesson_sheets"

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self.sheet = sheet

    def on_mount(self) -> None:
        """Say which it is."""
        self.title_is(self.sheet.title)

    def paper(self) -> Paper:
        """The sheet as it is now."""
        from lessons.sheets import sheet_paper

        return sheet_paper(self.library, self.sheet)

    def file_stem(self) -> str:
        """Its id."""
        return self.sheet.id
