"""The whole award at a glance: a mark for each level of each criterion, and MT1 by year group."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from evidence.views.coverage import CLASSES_CRITERION
from rubric.framework import LEVELS, Claim

NONE = "·"
LEGEND = ("* key   o some   · none", "~ old   ! not released")
_LABEL_WIDTH = 6
_CELL_WIDTHS = (7, 7, 4)
_PANEL_WIDTH = _LABEL_WIDTH + sum(_CELL_WIDTHS)
_NUMBER_WIDTH = 4
_ROWS = 15


@dataclass(frozen=True, slots=True)
class Cell:
    """What there is for one level: a glyph and how many entries."""

    glyph: str = NONE
    count: int = 0

    @property
    def words(self) -> str:
        """Such as `o3`; a dot alone for nothing."""
        return f"{self.glyph}{self.count}" if self.count else NONE


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a panel: a criterion, or a year group of MT1."""

    label: str
    criterion: str
    cells: tuple[Cell, ...]
    year: str | None = None


@dataclass(frozen=True, slots=True)
class Panel:
    """Some rows under one heading."""

    rows: tuple[Row, ...]
    title: str = ""


def panels(
    cells: Mapping[Claim, Cell], codes: Iterable[str], years: Mapping[str, Mapping[str, int]]
) -> tuple[Panel, ...]:
    """The criteria in one panel or two, and the year groups of MT1 in the last."""
    rows = [
        Row(code, code, tuple(cells.get(Claim(code, level), Cell()) for level in LEVELS)) for code in codes
    ]
    of_years = [
        Row(
            year,
            CLASSES_CRITERION,
            tuple(Cell("o", counts[level]) if counts[level] else Cell() for level in LEVELS),
            year,
        )
        for year, counts in years.items()
    ]
    found = (
        Panel(tuple(rows[:_ROWS])),
        Panel(tuple(rows[_ROWS:])),
        Panel(tuple(of_years), CLASSES_CRITERION),
    )
    return tuple(panel for panel in found if panel.rows)


def moved(shape: tuple[int, ...], at: tuple[int, int], down: int, right: int) -> tuple[int, int]:
    """The cursor `(row, column)` after a move; columns run through the panels, whose rows are `shape`."""
    column = max(0, min(len(shape) * len(LEVELS) - 1, at[1] + right))
    rows = shape[column // len(LEVELS)]
    return max(0, min(rows - 1, at[0] + down)), column


class MarkGrid(Widget, can_focus=True):
    """Arrows walk; where there is nothing there is a dot."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "grid--head",
        "grid--some",
        "grid--none",
        "grid--warn",
        "grid--cursor",
    }
    DEFAULT_CSS = """
    MarkGrid {
        .grid--head { color: $quiet; }
        .grid--some { color: $success; text-style: bold; }
        .grid--none { color: $quiet; }
        .grid--warn { color: $warning; text-style: bold; }
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
    def shape(self) -> tuple[int, ...]:
        """How many rows each panel has."""
        return tuple(len(panel.rows) for panel in self.panels)

    def watch_panels(self) -> None:
        """Fewer rows may leave the cursor outside."""
        if self.panels:
            self.at = moved(self.shape, self.at, 0, 0)

    @property
    def row(self) -> Row:
        """The line the cursor stands on."""
        return self.panels[self.at[1] // len(LEVELS)].rows[self.at[0]]

    @property
    def claim(self) -> Claim:
        """The level the cursor stands on."""
        return Claim(self.row.criterion, LEVELS[self.at[1] % len(LEVELS)])

    def action_move(self, down: int, right: int) -> None:
        """Walk."""
        if self.panels:
            self.at = moved(self.shape, self.at, down, right)
            self.post_message(self.Moved())

    def render_line(self, y: int) -> Strip:
        """A line of all panels side by side, what the marks mean under the last."""
        segments: list[Segment] = []
        gap = max(1, (self.size.width - len(self.panels) * _PANEL_WIDTH) // max(1, len(self.panels)))
        for number, panel in enumerate(self.panels):
            segments += self._head(panel) if y == 0 else self._cells(number, panel, y - 1)
            segments.append(Segment(" " * gap, self.rich_style))
        return Strip(segments).adjust_cell_length(self.size.width, self.rich_style)

    def _head(self, panel: Panel) -> list[Segment]:
        text = f"{panel.title:<{_LABEL_WIDTH}}" + "".join(
            f"{level:<{width}}" for level, width in zip(LEVELS, _CELL_WIDTHS, strict=True)
        )
        return [Segment(text, self.get_component_rich_style("grid--head"))]

    def _cells(self, number: int, panel: Panel, index: int) -> list[Segment]:
        if index >= len(panel.rows):
            return [self._below(panel, index)]
        row = panel.rows[index]
        segments = [Segment(f"{row.label:<{_LABEL_WIDTH}}", self.rich_style)]
        for level, cell in enumerate(row.cells):
            here = self.at == (index, number * len(LEVELS) + level)
            segments.append(Segment(f" {cell.words:<{_NUMBER_WIDTH - 1}}", self._style(cell, here=here)))
            segments.append(Segment(" " * (_CELL_WIDTHS[level] - _NUMBER_WIDTH), self.rich_style))
        return segments

    def _below(self, panel: Panel, index: int) -> Segment:
        line = index - max(len(panel.rows) + 1, self.size.height - 1 - len(LEGEND))
        if panel is not self.panels[-1] or not 0 <= line < len(LEGEND):
            return Segment(" " * _PANEL_WIDTH, self.rich_style)
        return Segment(f"{LEGEND[line]:<{_PANEL_WIDTH}}", self.get_component_rich_style("grid--head"))

    def _style(self, cell: Cell, *, here: bool) -> Style:
        if here:
            return self.get_component_rich_style("grid--cursor")
        if not cell.count:
            return self.get_component_rich_style("grid--none")
        return self.get_component_rich_style("grid--warn" if cell.glyph in "!~" else "grid--some")
