"""Badges, certificates and “Meet the leaders” as PDF, in the school's colours."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import OptionList, Static

from studio.ui.free_name import free_name
from studio.ui.screens.writing import KindsScreen
from studio.ui.text import literal

if TYPE_CHECKING:
    from evidence.library import Library

_KINDS = (
    ("badges", "Badges", "Eight to a sheet, to cut out and wear."),
    ("certificates", "Certificates", "A page each, to hold up in assembly and to take home."),
    ("role-card", "Role card", "What Ambassadors do, ask, and leave to adults; a page to learn from."),
    ("display", "Meet the leaders", "A page for each card that an adult lets be shown: card, then F2."),
)
_OF_SOMEBODY = ("badges", "certificates")


class AmbassadorPrintScreen(KindsScreen):
    """Enter writes the marked kind, for all Ambassadors or for one."""

    HELP_PAGE = "ambassador_print"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "write", "write it", key_display="Enter", id="leaders.write", tooltip="The PDF"),
        Binding("a", "whom", "all or one", id="leaders.whom", tooltip="For all, or for the marked one alone"),
        Binding("n", "names", "codes or names", id="leaders.names", tooltip="First names on paper"),
        Binding("w", "where", "where to", id="leaders.where", tooltip="Another folder, or a USB stick"),
    ]

    only_one: reactive[bool] = reactive(False, init=False)
    named: reactive[bool] = reactive(False, init=False)

    def __init__(self, code: str | None) -> None:
        super().__init__()
        self.code = code

    def on_mount(self) -> None:
        """The list has the keys."""
        self.title_is("Print for the Ambassadors")
        self.offer(title for _, title, _ in _KINDS)

    @property
    def kind(self) -> str:
        """The marked kind."""
        return _KINDS[self.marked][0]

    @on(OptionList.OptionHighlighted, "#kinds")
    def show_about(self) -> None:
        """Say what it will be."""
        about = next(words for kind, _, words in _KINDS if kind == self.kind)
        lines = [about]
        if self.kind in _OF_SOMEBODY:
            whom = f"For {self.code} alone" if self.only_one else "For all Ambassadors"
            lines.append(f"{whom}, with {'first names' if self.named else 'codes'}.")
        lines.append(f"It will be: {self._out()}")
        self.query_one("#about", Static).update(Content("\n").join(map(literal, lines)))

    def _out(self) -> Path:
        return free_name(self.folder, f"{self.kind}-{self.studio.clock().date().isoformat()}", ".pdf")

    @on(OptionList.OptionSelected, "#kinds")
    def action_write(self) -> None:
        """Write it, in a thread."""
        codes = [self.code] if self.only_one and self.code else []
        draw = partial(_printer(self.kind, codes, self.named), self.library)
        self.write_to(self._out(), draw, "Print it in colour.")

    def action_whom(self) -> None:
        """For all, or for the marked one."""
        self.only_one = not self.only_one
        self.show_about()

    def action_names(self) -> None:
        """Codes, or first names."""
        self.named = not self.named
        self.show_about()

    def can_do(self, action: str) -> bool:
        """Nothing while one is being drawn; names need a PIN to keep them."""
        if self.busy or action in ("help", "back"):
            return super().can_do(action)
        if action == "names":
            return self.library.adults.has_pin and self.kind in _OF_SOMEBODY
        return action != "whom" or (self.code is not None and self.kind in _OF_SOMEBODY)


def _printer(kind: str, codes: list[str], named: bool) -> Callable[..., Path]:
    from lessons.club import leaders_print as prints

    if kind == "role-card":
        return _print_role_card
    if kind == "display":
        return prints.print_display
    draw = prints.print_badges if kind == "badges" else prints.print_certificates
    return partial(draw, codes=codes, names=named)


def _print_role_card(library: Library, out: Path) -> Path:
    from evidence.papers.document import write_document
    from lessons.club.sheets import role_card_sheet

    return write_document(library, role_card_sheet(library), out)
