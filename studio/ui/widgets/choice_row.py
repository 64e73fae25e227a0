"""One line of a form with a few answers to choose from, or many in a row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from studio.ui.text import literal

CHOSEN = "■"
_LABEL_WIDTH = 16
Option = tuple[str, str]
"""What is chosen, and the word for it."""


class ChoiceRow(Widget, can_focus=True):
    """Arrows choose, or the digit of the answer; the chosen one carries a square."""

    DEFAULT_CSS = """
    ChoiceRow {
        height: 1;
        &:focus { text-style: none; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1)", "choose", key_display="← →", id="choice.left", tooltip="Another answer"),
        Binding("right", "move(1)", "choose", show=False),
        Binding("up", "app.focus_previous", "line above", show=False),
        Binding("down", "app.focus_next", "line below", show=False),
        *(Binding(str(number), f"pick({number})", "choose", show=False) for number in range(1, 10)),
    ]

    class Chosen(Message):
        """Another answer was chosen."""

        def __init__(self, row: ChoiceRow) -> None:
            super().__init__()
            self.row = row

        @property
        def control(self) -> ChoiceRow:
            """The line it was chosen in."""
            return self.row

    at: reactive[int] = reactive(0)

    def __init__(self, label: str, options: Sequence[Option], *, id: str, value: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._label = label
        self._options = tuple(options)
        values = [each for each, _ in self._options]
        self.set_reactive(ChoiceRow.at, values.index(value) if value in values else 0)

    @property
    def value(self) -> str:
        """What is chosen."""
        return self._options[self.at][0]

    def render(self) -> Content:
        """All answers when there is room for them, else the chosen one between arrows."""
        label = (f" {self._label:<{_LABEL_WIDTH - 1}}", "bold reverse" if self.has_focus else "")
        parts = [
            literal(f"{CHOSEN if here else ' '}{word}", self._style(here))
            for here, word in ((number == self.at, word) for number, (_, word) in enumerate(self._options))
        ]
        every = Content("  ").join(parts)
        if every.cell_length > max(1, self.size.width - _LABEL_WIDTH):
            words = literal(self._options[self.at][1], self._style(True))
            every = Content.assemble("← ", words, " →")
        return Content.assemble(label, every)

    def _style(self, here: bool) -> str:
        if not here:
            return ""
        return "bold $accent reverse" if self.has_focus else "bold $accent"

    def action_move(self, by: int) -> None:
        """To the next answer, or the one before."""
        self._choose(self.at + by)

    def action_pick(self, number: int) -> None:
        """The answer of a digit."""
        if number <= len(self._options):
            self._choose(number - 1)

    def _choose(self, at: int) -> None:
        self.at = max(0, min(len(self._options) - 1, at))
        self.post_message(self.Chosen(self))
