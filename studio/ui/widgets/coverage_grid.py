"""The whole award at a glance: a number for each level of each criterion, and MT1 by year group."""

from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from evidence.coverage import CLASSES_CRITERION, Coverage
from rubric.framework import LEVELS, Claim

NONE = "·"
_LABEL_WIDTH = 6
_CELL_WIDTHS = (7, 7, 4)
_PANEL_WIDTH = _LABEL_WIDTH + sum(_CELL_WIDTHS)
_NUMBER_WIDTH = 4


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a panel: a criterion, or a year group of MT1."""

    label: str
    criterion: str
    counts: tuple[int, ...]
    year: str | None = None


Panel = tuple[Row, ...]


def panels(found: Coverage) -> tuple[Panel, ...]:
    """The criteria in two panels, and the year groups of MT1 in a third."""
    rows = [
        Row(code, code, tuple(counts[level] for level in LEVELS)) for code, counts in found.criteria.items()
    ]
    years = [
        Row(year, CLASSES_CRITERION, tuple(counts[level] for level in LEVELS), year)
        for year, counts in found.mt1_year_groups.items()
    ]
    half = (len(rows) + 1) // 2
    return tuple(rows[:half]), tuple(rows[half:]), tuple(years)


def moved(shape: tuple[int, ...], at: tuple[int, int], down: int, right: int) -> tuple[int, int]:
    """The cursor `(row, column)` after a move; columns run through the panels, whose rows are `shape`."""
    column = max(0, min(len(shape) * len(LEVELS) - 1, at[1] + right))
    rows = shape[column // len(LEVELS)]
    return max(0, min(rows - 1, at[0] + down)), column


class CoverageGrid(Widget, can_focus=True):
    """Arrows walk; where there is nothing there is a dot."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"grid--head", "grid--some", "grid--none", "grid--cursor"}
    DEFAULT_CSS = """
    CoverageGrid {
        .grid--head { color: $quiet; }
        .grid--some { color: $success; text-style: bold; }
        .grid--none { color: $quiet; }
        .grid--cursor { color: $ink; background: $accent; text-style: bold; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1, 0)", "move", key_display="Arrows", id="grid.up", tooltip="Walk about"),
        Binding("down", "move(1, 0)", "down", show=False),
        Binding("left", "move(0, -1)", "left", show=False),
        Binding("right", "move(0, 1)", "right", show=False),
    ]

    panels: reactive[tuple[Panel, ...]] = reactive((), layout=True)
    at: reactive[tuple[int, int]] = reactive((0, 0))

    class Moved(Message):
        """The cursor stands on another cell."""

    @property
    def row(self) -> Row:
        """The line the cursor stands on."""
        return self.panels[self.at[1] // len(LEVELS)][self.at[0]]

    @property
    def claim(self) -> Claim:
        """The level the cursor stands on."""
        return Claim(self.row.criterion, LEVELS[self.at[1] % len(LEVELS)])

    def action_move(self, down: int, right: int) -> None:
        """Walk."""
        self.at = moved(tuple(map(len, self.panels)), self.at, down, right)
        self.post_message(self.Moved())

    def render_line(self, y: int) -> Strip:
        """A line of all panels side by side."""
        segments: list[Segment] = []
        gap = max(1, (self.size.width - len(self.panels) * _PANEL_WIDTH) // max(1, len(self.panels)))
        for number, panel in enumerate(self.panels):
            segments += self._head(number) if y == 0 else self._cells(number, panel, y - 1)
            segments.append(Segment(" " * gap, self.rich_style))
        return Strip(segments).adjust_cell_length(self.size.width, self.rich_style)

    def _head(self, number: int) -> list[Segment]:
        label = CLASSES_CRITERION if number == 2 else ""
        text = f"{label:<{_LABEL_WIDTH}}" + "".join(
            f"{level:<{width}}" for level, width in zip(LEVELS, _CELL_WIDTHS, strict=True)
        )
        return [Segment(text, self.get_component_rich_style("grid--head"))]

    def _cells(self, number: int, panel: Panel, index: int) -> list[Segment]:
        if index >= len(panel):
            return [Segment(" " * _PANEL_WIDTH, self.rich_style)]
        row = panel[index]
        segments = [Segment(f"{row.label:<{_LABEL_WIDTH}}", self.rich_style)]
        for level, number_of_entries in enumerate(row.counts):
            here = self.at == (index, number * len(LEVELS) + level)
            text = f" {number_of_entries or NONE}"
            segments.append(Segment(f"{text:<{_NUMBER_WIDTH}}", self._style(number_of_entries, here=here)))
            segments.append(Segment(" " * (_CELL_WIDTHS[level] - _NUMBER_WIDTH), self.rich_style))
        return segments

    def _style(self, number_of_entries: int, *, here: bool) -> Style:
        if here:
            return self.get_component_rich_style("grid--cursor")
        return self.get_component_rich_style("grid--some" if number_of_entries else "grid--none")
