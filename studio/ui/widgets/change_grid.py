"""The changes there are to choose from: each with its key, its word, and how much of it is on."""

from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from studio.ui.text import printable

COLUMNS = 4
ON, OFF = "■", "·"


@dataclass(frozen=True, slots=True)
class ChangeCell:
    """One change as it stands now."""

    key: str
    title: str
    strengths: int
    number: int | None = None
    """Of the strength that is on, from 1, or 0 for other numbers; `None` when it is off."""

    @property
    def marks(self) -> str:
        """A square for each strength up to the one that is on."""
        lit = self.strengths if self.number == 0 else self.number or 0
        return ON * lit + OFF * (self.strengths - lit)


class ChangeGrid(Widget, can_focus=True):
    """Arrows go from one to the next; the marked one is told about below."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "change--key",
        "change--word",
        "change--off",
        "change--on",
        "change--marked",
    }
    DEFAULT_CSS = """
    ChangeGrid {
        height: auto;
        .change--key { color: $accent; text-style: bold; }
        .change--word { color: $foreground; }
        .change--off { color: $quiet; }
        .change--on { color: $success; text-style: bold; }
        .change--marked { color: $ink; background: $primary; text-style: bold; }
        &:focus { text-style: none; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(0,-1)", "choose", key_display="Arrows", id="changes.left", tooltip="Another"),
        Binding("right", "move(0,1)", "right", show=False, id="changes.right"),
        Binding("up", "move(-1,0)", "up", show=False, id="changes.up"),
        Binding("down", "move(1,0)", "down", show=False, id="changes.down"),
    ]

    cells: reactive[tuple[ChangeCell, ...]] = reactive((), layout=True)
    marked: reactive[int] = reactive(0)

    class Moved(Message):
        """Another change is marked."""

    class Clicked(Message):
        """The marked change was clicked."""

    def validate_marked(self, marked: int) -> int:
        """One that is there."""
        return max(0, min(marked, len(self.cells) - 1))

    def watch_marked(self) -> None:
        """Tell about it."""
        self.post_message(self.Moved())

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as there are changes for."""
        return -(-len(self.cells) // COLUMNS)

    def action_move(self, down: int, right: int) -> None:
        """Walk; at an edge it stays."""
        row, column = divmod(self.marked, COLUMNS)
        column += right
        place = (row + down) * COLUMNS + column
        if 0 <= column < COLUMNS and 0 <= place < len(self.cells):
            self.marked = place

    def on_click(self, event: Click) -> None:
        """Mark the one under the mouse."""
        place = event.y * COLUMNS + min(COLUMNS - 1, event.x * COLUMNS // max(1, self.size.width))
        if place < len(self.cells):
            self.marked = place
            self.post_message(self.Clicked())

    def render_line(self, y: int) -> Strip:
        """One row."""
        segments: list[Segment] = []
        for column in range(COLUMNS):
            begin, end = (self.size.width * each // COLUMNS for each in (column, column + 1))
            place = y * COLUMNS + column
            if place < len(self.cells):
                segments += self._cell(self.cells[place], end - begin, here=place == self.marked)
        return Strip(segments).adjust_cell_length(self.size.width, self.rich_style)

    def _cell(self, cell: ChangeCell, width: int, *, here: bool) -> list[Segment]:
        title = printable(cell.title)
        room = max(1, width - 5 - len(title) - cell.strengths)
        state = "off" if cell.number is None else "on"
        parts = (
            (f" {cell.key.upper()} ", "key"),
            (f"{title}{' ' * room}", "word"),
            (f"{cell.marks} ", state),
        )
        styled = [
            (text, "marked" if here else state if name == "word" and state == "on" else name)
            for text, name in parts
        ]
        cells = [Segment(text, self.get_component_rich_style(f"change--{name}")) for text, name in styled]
        return [*cells, Segment(" ", self.rich_style)]
