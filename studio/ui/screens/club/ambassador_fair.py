"""Has every year group had its chance to lead? Counts, and those who wait to be named."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from studio.ui.screens.base import StudioScreen
from studio.ui.text import literal
from studio.wording import count, listed

if TYPE_CHECKING:
    from lessons.club.nomination import Chance

_COLUMNS = ("", "members", "nominated", "for the first time", "leading now", "before")
_WIDTHS = (7, 10, 12, 21, 14, 8)


class FairChanceScreen(StudioScreen):
    """A table by year group; never one child beside another."""

    HELP_PAGE = "ambassador_fair"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "name_all", "name them all", id="fair.name", tooltip="Give the title to all who wait"),
        Binding("z", "undo", "undo", id="fair.undo", tooltip="They were not named"),
    ]

    waiting: reactive[tuple[str, ...]] = reactive((), init=False, bindings=True)
    """Codes of those who are nominated and not named yet."""
    named: reactive[str] = reactive("", init=False, bindings=True)
    """Id of what was written down when they were named."""

    def compose_middle(self) -> Iterable[Widget]:
        """The table."""
        with VerticalScroll(id="page", can_focus=False):
            yield Static(id="lines")

    def on_mount(self) -> None:
        """Say what it is."""
        self.title_is("A fair chance to lead")

    def read_library(self) -> None:
        """Count again."""
        from lessons.club.nomination import Nominations

        nominations = Nominations(self.library)
        waiting = (each.code for each in nominations.all() if each.status == "open")
        self.waiting = tuple(dict.fromkeys(waiting))
        chances = nominations.fair_chance()
        lines = [_row(_COLUMNS, "bold"), *(_row(_cells(each)) for each in chances), Content("")]
        told = [each.words for each in chances if each.words]
        lines += [literal(words) for words in told or ["Every year group has somebody." if chances else ""]]
        who = listed(list(self.waiting)) or "nobody"
        lines += [Content(""), literal(f"Nominated and not named yet: {who}.")]
        self.query_one("#lines", Static).update(Content("\n").join(lines))

    def action_name_all(self) -> None:
        """Name everybody who waits."""
        from lessons.club.ambassadors import name_ambassadors

        number = len(self.waiting)
        self.named = name_ambassadors(self.library, self.waiting).id
        self.read_library()
        self.say(f"{count(number, 'child is', 'children are')} named. Evidence is proposed from it.")

    def action_undo(self) -> None:
        """They were not named."""
        from lessons.club.ambassadors import take_names_back

        take_names_back(self.library, self.named)
        self.named = ""
        self.read_library()
        self.say("Taken back.")

    def can_do(self, action: str) -> bool:
        """Naming needs somebody who waits."""
        if action == "undo":
            return bool(self.named)
        return action != "name_all" or bool(self.waiting)


def _cells(chance: Chance) -> tuple[str, ...]:
    numbers = (chance.members, chance.nominated, chance.never, chance.ambassadors, chance.before)
    return (chance.year, *(str(number) if number else "·" for number in numbers))


def _row(cells: Iterable[str], style: str = "") -> Content:
    text = "".join(f"{cell:<{width}}" for cell, width in zip(cells, _WIDTHS, strict=True))
    return literal(text, style)
