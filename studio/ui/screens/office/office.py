"""The office: what adults look after around the evidence, one line each."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from studio.ui.screens.place_list import PlaceListScreen

_PLACES = (
    ("people", "People", "codes, roles, and who has left"),
    ("releases", "Releases", "who may be heard where"),
    ("registers", "Registers", "partners, projects, awards, numbers of groups"),
    ("papers", "Papers", "for the hub, governors, the school's plan"),
    ("retention", "Review", "what has been kept long enough"),
    ("backup", "Backup", "the whole library, kept twice"),
    ("school", "School", "its name, and the colours it prints in"),
)


class OfficeScreen(PlaceListScreen):
    """Places for adults, and the PIN."""

    HELP_PAGE = "office"
    TITLE_WORDS = "Office"
    THERE = _PLACES
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "p", "pin", "change the PIN", id="office.pin", tooltip="Set the PIN for adults, or another one"
        ),
        Binding(
            "w", "way_back", "forgotten PIN", id="office.way_back", tooltip="Six words for a forgotten PIN"
        ),
    ]

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
