"""The microphones of this computer, by their whole names, to choose one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from studio.ui.screens.listed import ListedScreen
from studio.ui.screens.sounds.microphone import name_of
from studio.ui.text import cut_to, literal
from studio.ui.widgets.choice_row import CHOSEN
from studio.ui.widgets.long_list import LongList

if TYPE_CHECKING:
    from studio.audio.live.devices import Device

_USUAL = "  ← the usual one"


class MicrophonesScreen(ListedScreen):
    """The one in use carries a square."""

    HELP_PAGE = "record"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter,space",
            "choose",
            "use this one",
            key_display="Enter",
            id="microphones.choose",
            tooltip="Record with this microphone from now on",
        ),
    ]

    def __init__(
        self, microphones: tuple[Device, ...], now: Device | None, choose: Callable[[Device], None]
    ) -> None:
        super().__init__()
        self.microphones = microphones
        self.now = now
        self._choose = choose

    def compose_middle(self) -> Iterable[Widget]:
        """One line a microphone."""
        yield LongList(id="microphones")

    def on_mount(self) -> None:
        """Mark the one in use."""
        super().on_mount()
        self.title_is("Microphones", f"{len(self.microphones)} on this computer")
        at = self.microphones.index(self.now) if self.now in self.microphones else 0
        self.listing.show(len(self.microphones), self._line, marked=at)

    def _line(self, number: int, width: int) -> Content:
        microphone = self.microphones[number]
        square = CHOSEN if microphone == self.now else " "
        usual = _USUAL if microphone.is_default_input and microphone.name != "default" else ""
        name = cut_to(f"{square} {name_of(microphone)}", width - len(usual))
        return Content.assemble(name, literal(usual))

    def action_choose(self) -> None:
        """Use the marked one."""
        self.app.pop_screen()
        self._choose(self.microphones[self.listing.marked])
