"""A list of places; digits or Enter open one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from studio.ui.screens.base import StudioScreen
from studio.ui.widgets.listing import Listing

Place = tuple[str, str, str]
"""Its name in the program, its name for people, and what it is for."""


class PlaceListScreen(StudioScreen):
    """It says which places, and what they are called together."""

    TITLE_WORDS: ClassVar[str]
    THERE: ClassVar[tuple[Place, ...]]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "choose", "open", key_display="Enter", id="places.open", tooltip="Open the marked place"
        ),
        *(
            Binding(str(number), f"choose_number({number})", "open", show=False, id=f"places.{number}")
            for number in range(1, 10)
        ),
    ]

    def compose_middle(self) -> Iterable[Widget]:
        """The places."""
        yield Listing(id="places")

    def on_mount(self) -> None:
        """The list has the keys."""
        self.title_is(self.TITLE_WORDS)
        listing = self.query_one("#places", Listing)
        for number, (place, name, words) in enumerate(self._there(), 1):
            line = Content.assemble((f"{number}  ", "bold"), (f"{name:<16}", "bold"), words)
            listing.add_option(Option(line, place))
        listing.highlighted = 0
        self.refocus()

    def _there(self) -> list[Place]:
        return [each for each in self.THERE if self.studio.has_place(each[0])]

    def refocus(self) -> None:
        """The list has the keys."""
        self.query_one("#places").focus()

    def action_choose(self) -> None:
        """Open what the list stands on."""
        self.query_one("#places", Listing).action_select()

    def action_choose_number(self, number: int) -> None:
        """Open the place of a number."""
        there = self._there()
        if number <= len(there):
            self.action_go(there[number - 1][0])

    @on(OptionList.OptionSelected, "#places")
    def _chosen(self, message: OptionList.OptionSelected) -> None:
        if message.option_id is not None:
            self.action_go(message.option_id)

    def action_go(self, place: str) -> None:
        """Open a place."""
        self.studio.open_place(place)
