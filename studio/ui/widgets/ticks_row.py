"""One line of a form with answers of which any number can be chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from studio.ui.text import literal
from studio.ui.widgets.choice_row import CHOSEN, Option

_LABEL_WIDTH = 16


class TicksRow(Widget, can_focus=True):
    """Arrows and Space, or the digit of the answer; each chosen one carries a square.

    Past the first and the last answer the arrows go on to the lines above and below.
    """

    DEFAULT_CSS = """
    TicksRow {
        height: auto;
        &:focus { text-style: none; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "tick", "choose", key_display="Space", id="ticks.tick", tooltip="This one, or not"),
        Binding("up", "move(-1)", "move", key_display="↑ ↓", id="ticks.up", tooltip="To another answer"),
        Binding("down", "move(1)", "down", show=False),
        Binding("left", "move(-1)", "up", show=False),
        Binding("right", "move(1)", "down", show=False),
        *(Binding(str(number), f"pick({number})", "choose", show=False) for number in range(1, 10)),
    ]

    class Ticked(Message):
        """One was chosen, or given up."""

    chosen: reactive[frozenset[str]] = reactive(frozenset())
    at: reactive[int] = reactive(0)

    def __init__(
        self,
        label: str,
        options: Sequence[Option],
        *,
        id: str,  # noqa: A002
        chosen: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__(id=id)
        self._label = label
        self._options = tuple(options)
        self.set_reactive(TicksRow.chosen, chosen)

    @property
    def values(self) -> tuple[str, ...]:
        """What is chosen, in the order of the answers."""
        return tuple(value for value, _ in self._options if value in self.chosen)

    def render(self) -> Content:
        """One answer a line, with its digit."""
        lines = []
        for number, (value, word) in enumerate(self._options):
            label = self._label if number == 0 else ""
            on = value in self.chosen
            style = "bold $accent" if on else ""
            if self.has_focus and number == self.at:
                style += " reverse"
            lines.append(
                Content.assemble(
                    (
                        f" {label:<{_LABEL_WIDTH - 1}}",
                        "bold reverse" if self.has_focus and number == 0 else "",
                    ),
                    literal(f"{CHOSEN if on else ' '} {number + 1} {word}", style.strip()),
                )
            )
        return Content("\n").join(lines)

    def action_move(self, by: int) -> None:
        """To another answer, or out of them."""
        to = self.at + by
        if 0 <= to < len(self._options):
            self.at = to
        elif by > 0:
            self.app.action_focus_next()
        else:
            self.app.action_focus_previous()

    def action_tick(self) -> None:
        """On or off."""
        self._turn(self.at)

    def action_pick(self, number: int) -> None:
        """The answer of a digit."""
        if number <= len(self._options):
            self._turn(number - 1)

    def _turn(self, at: int) -> None:
        self.at = at
        self.chosen = self.chosen ^ {self._options[at][0]}
        self.post_message(self.Ticked())
