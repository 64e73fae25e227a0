"""Registers: short lists around the award, and the lines of one of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from studio.ui.screens.base import StudioScreen
from studio.ui.screens.form import FormScreen
from studio.ui.screens.listed import UndoingScreen
from studio.ui.text import cut_to, literal
from studio.ui.widgets.field_row import FieldRow
from studio.ui.widgets.listing import Listing
from studio.ui.widgets.long_list import LongList
from studio.wording import count

if TYPE_CHECKING:
    from evidence.award.register_lines import Line, RegisterLines
    from evidence.award.registers import Register

_HINTS = {
    "date": "year-month-day, like 2026-11-24",
    "money": "pounds, like 40 or 12.50",
    "number": "a whole number",
    "people": "how many people",
}


class RegistersScreen(StudioScreen):
    """Every register, and what is due."""

    HELP_PAGE = "registers"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "open", key_display="Enter", id="registers.open", tooltip="Its lines"),
    ]

    def compose_middle(self) -> Iterable[Widget]:
        """The registers, then what is due."""
        yield Listing(id="registers")
        yield Static(id="about")

    def on_mount(self) -> None:
        """The list has the keys."""
        self.title_is("Registers: lists around the award")
        self.refocus()

    def refocus(self) -> None:
        """The list has the keys."""
        self.query_one("#registers").focus()

    def read_library(self) -> None:
        """Count the lines again."""
        from evidence.award.register_lines import RegisterLines
        from evidence.award.registers import registers

        lines, listing = RegisterLines(self.library), self.query_one("#registers", Listing)
        marked = listing.marked
        listing.clear_options()
        for kind in registers():
            number = f"{len(lines.of(kind.id)) or '·':>3}  "
            listing.add_option(Option(Content.assemble((f"{kind.title:<26}", "bold"), number), kind.id))
        listing.highlighted = marked
        due = lines.due(self.studio.clock().date())
        words = f"{count(len(due), 'line')} to look at again: their day has come." if due else ""
        self.query_one("#about", Static).update(literal(words))

    def action_open(self) -> None:
        """Open the marked register."""
        self.query_one("#registers", Listing).action_select()

    @on(OptionList.OptionHighlighted, "#registers")
    def _say_about(self, message: OptionList.OptionHighlighted) -> None:
        from evidence.award.registers import registers

        self.say(registers()[message.option_index].about)

    @on(OptionList.OptionSelected, "#registers")
    def _open(self, message: OptionList.OptionSelected) -> None:
        from evidence.award.registers import registers

        self.app.push_screen(RegisterScreen(registers()[message.option_index]))


class RegisterScreen(UndoingScreen):
    """The lines of one register."""

    HELP_PAGE = "registers"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "edit", "open", key_display="Enter", id="register.edit", tooltip="Read or change it"
        ),
        Binding("a", "add", "add", id="register.add", tooltip="A new line"),
        Binding("x", "strike", "take out", id="register.strike", tooltip="Take the line out"),
        Binding("z", "undo", "undo", id="register.undo", tooltip="Put back what was taken out last"),
    ]

    lines: reactive[tuple[Line, ...]] = reactive((), init=False, bindings=True)

    def __init__(self, kind: Register) -> None:
        super().__init__()
        self.kind = kind

    def compose_middle(self) -> Iterable[Widget]:
        """The head, then the lines."""
        yield Static(id="columns")
        yield LongList(id="lines")

    def on_mount(self) -> None:
        """Say where we are."""
        self.title_is(self.kind.title)

    @property
    def register_lines(self) -> RegisterLines:
        """All lines of the library."""
        from evidence.award.register_lines import RegisterLines

        return RegisterLines(self.library)

    def read_library(self) -> None:
        """Read the lines."""
        self.lines = self.register_lines.of(self.kind.id)
        self.listing.show(len(self.lines), self._line, marked=self.listing.marked)
        self._show_head()

    def on_resize(self) -> None:
        """The columns follow the width."""
        self._show_head()

    def _show_head(self) -> None:
        empty = f"No {self.kind.line} yet. Press A to write the first."
        width = self._width(self.size.width - 4)
        heads = Content.assemble(*(cut_to(f"{field.title} ", width) for field in self.kind.fields))
        self.query_one("#columns", Static).update(heads if self.lines else literal(empty))

    def _width(self, width: int) -> int:
        return max(8, width // len(self.kind.fields))

    def _line(self, line: int, width: int) -> Content:
        values = self.lines[line].values
        shown = (field.shown(values).replace("\n", " ") for field in self.kind.fields)
        cells = (Content.assemble(cut_to(words, self._width(width) - 1), " ") for words in shown)
        return Content.assemble(*cells)

    def action_add(self) -> None:
        """A new line."""
        self.app.push_screen(RegisterLineScreen(self.kind))

    def action_edit(self) -> None:
        """The marked line in its form."""
        self.app.push_screen(RegisterLineScreen(self.kind, self.lines[self.listing.marked]))

    @on(LongList.Clicked)
    def _clicked(self) -> None:
        self.action_edit()

    def action_strike(self) -> None:
        """Take the marked line out."""
        kept, line = self.register_lines, self.lines[self.listing.marked]
        kept.strike(line.id)
        self.did(lambda: kept.strike(line.id, struck=False))
        self.read_library()
        self.say("Taken out. Z puts it back.")

    def can_do(self, action: str) -> bool:
        """Most need a line."""
        return bool(self.lines) if action in ("edit", "strike") else super().can_do(action)


class RegisterLineScreen(FormScreen):
    """One line: a row a column."""

    HELP_PAGE = "registers"

    def __init__(self, kind: Register, line: Line | None = None) -> None:
        super().__init__()
        self.kind = kind
        self.line = line

    def on_mount(self) -> None:
        """Say what it is."""
        self.title_is(f"{self.kind.title}: {'a new ' if self.line is None else 'one '}{self.kind.line}")
        super().on_mount()

    def rows(self) -> Iterable[Widget]:
        """What stands there, to type over."""
        typed = self.line.typed if self.line else {}
        for field in self.kind.fields:
            hint = _HINTS.get(field.kind, "")
            yield FieldRow(
                field.title, id=f"column-{field.id}", value=typed.get(field.id, ""), placeholder=hint
            )

    def save(self) -> str:
        """Keep the line."""
        from evidence.award.register_lines import RegisterLines

        lines = RegisterLines(self.library)
        typed = {field.id: self.typed(f"column-{field.id}") for field in self.kind.fields}
        if self.line is None:
            lines.add(self.kind.id, typed)
            return f"A new {self.kind.line} is written down."
        lines.edit(self.line.id, typed)
        return "Changed."
