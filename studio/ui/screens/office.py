"""The office: what adults look after around the evidence, one line each."""

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

_PLACES = (
    ("people", "People", "codes, roles, and who has left"),
    ("releases", "Releases", "who may be heard where"),
    ("registers", "Registers", "partners, projects, awards, numbers of groups"),
    ("papers", "Papers", "for the hub, governors, the school's plan"),
    ("retention", "Review", "what has been kept long enough"),
    ("backup", "Backup", "the whole library, kept twice"),
    ("school", "School", "its name, and the colours it prints in"),
)


class OfficeScreen(StudioScreen):
    """A list of places; digits or Enter open one."""

    HELP_PAGE = "office"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "choose", "open", key_display="Enter", id="office.open", tooltip="Open the marked place"
        ),
        *(
            Binding(str(number), f"choose_number({number})", "open", show=False, id=f"office.{number}")
            for number in range(1, 10)
        ),
        Binding(
            "p", "pin", "change the PIN", id="office.pin", tooltip="Set the PIN for adults, or another one"
        ),
        Binding(
            "w", "way_back", "forgotten PIN", id="office.way_back", tooltip="Six words for a forgotten PIN"
        ),
    ]

    def compose_middle(self) -> Iterable[Widget]:
        """The places."""
        yield Listing(id="places")

    def on_mount(self) -> None:
        """The list has the keys."""
        self.title_is("Office")
        listing = self.query_one("#places", Listing)
        for number, (place, name, words) in enumerate(self._there(), 1):
            line = Content.assemble((f"{number}  ", "bold"), (f"{name:<16}", "bold"), words)
            listing.add_option(Option(line, place))
        listing.highlighted = 0
        self.refocus()

    def _there(self) -> list[tuple[str, str, str]]:
        return [each for each in _PLACES if self.studio.has_place(each[0])]

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

    def can_do(self, action: str) -> bool:
        """A way back needs a PIN that can be forgotten."""
        return action != "way_back" or self.library.adults.has_pin

    def action_way_back(self) -> None:
        """Make the words for a forgotten PIN; words that lie in a safe already are not ended unasked."""
        self.ask("New words end those on paper, if there are any. Type yes:", self._make_way_back)

    def _make_way_back(self, answer: str) -> None:
        if answer.lower() == "yes":
            self.studio.door.make_way_back(self)

    def action_pin(self) -> None:
        """Set the PIN, or change it."""
        self.studio.door.set_pin(
            self, lambda: self.say("The PIN is set. It opens adults' places from now on.")
        )
