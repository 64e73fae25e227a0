"""Inputs: what the school's sockets are called, and what is plugged in there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from studio.ui.screens.form import FormScreen
from studio.ui.screens.listed import UndoingScreen
from studio.ui.text import literal
from studio.ui.widgets.field_row import FieldRow
from studio.ui.widgets.long_list import LongList

if TYPE_CHECKING:
    from lessons.assembly.inputs import Input, Inputs


class InputsScreen(UndoingScreen):
    """One line a socket; the card about inputs has them, too."""

    HELP_PAGE = "assembly_lists"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", "add", id="inputs.add", tooltip="Name a socket"),
        Binding("enter", "edit", "change", key_display="Enter", id="inputs.edit", tooltip="Name it anew"),
        Binding("x", "take_out", "take out", id="inputs.out", tooltip="Take the marked one out"),
        Binding("z", "undo", "undo", id="inputs.undo", tooltip="Put back what was taken out last"),
    ]

    inputs: reactive[tuple[Input, ...]] = reactive((), init=False, bindings=True)

    def compose_middle(self) -> Iterable[Widget]:
        """The list."""
        yield Static(id="empty")
        yield LongList(id="inputs")

    def on_mount(self) -> None:
        """Say where we are."""
        self.title_is("Our inputs: what the sockets are called")

    @property
    def kept(self) -> Inputs:
        """Those of the library."""
        from lessons.assembly.inputs import Inputs

        return Inputs(self.library)

    @property
    def input(self) -> Input:
        """The marked one."""
        return self.inputs[self.listing.marked]

    def read_library(self) -> None:
        """Look again."""
        self.inputs = self.kept.all()
        empty = "No socket has a name yet. A names one, such as HDMI 2: the laptop on the stage."
        self.query_one("#empty", Static).update(literal("" if self.inputs else empty))
        self.listing.show(len(self.inputs), self._line, marked=self.listing.marked)

    def _line(self, line: int, width: int) -> Content:
        return literal(self.inputs[line].words)

    def action_add(self) -> None:
        """A form for a new one."""
        self.app.push_screen(InputScreen())

    @on(LongList.Clicked)
    def action_edit(self) -> None:
        """Its form."""
        self.app.push_screen(InputScreen(self.input))

    def action_take_out(self) -> None:
        """Take the marked one out."""
        kept, gone = self.kept, self.input.id
        kept.strike(gone)
        self.did(lambda: kept.strike(gone, struck=False))
        self.read_library()
        self.say("Taken out. Z puts it back.")

    def can_do(self, action: str) -> bool:
        """Most need one."""
        return bool(self.inputs) if action in ("edit", "take_out") else super().can_do(action)


class InputScreen(FormScreen):
    """One socket."""

    HELP_PAGE: ClassVar[str] = "assembly_lists"

    def __init__(self, known: Input | None = None) -> None:
        super().__init__()
        self.known = known

    def rows(self) -> Iterable[Widget]:
        """Its name, what it is, where."""
        now = self.known
        name, means, place = (now.name, now.means, now.place) if now else ("", "", "")
        yield FieldRow("Socket", id="name", value=name, placeholder="as the projector shows it")
        yield FieldRow("Is", id="means", value=means, placeholder="such as the laptop on the stage")
        yield FieldRow("Place", id="place", value=place, placeholder="such as Hall")

    def on_mount(self) -> None:
        """Start at its name."""
        super().on_mount()
        self.title_is("Our inputs: change one" if self.known else "Our inputs: a new one")

    def save(self) -> str:
        """Keep it."""
        from lessons.assembly.inputs import Inputs

        kept, given = Inputs(self.library), (self.typed("name"), self.typed("means"))
        if self.known is None:
            made = kept.add(*given, place=self.typed("place"))
        else:
            made = kept.edit(self.known.id, *given, place=self.typed("place"))
        return f"Kept: {made.words}."
