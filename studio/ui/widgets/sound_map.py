"""A map of a sound: rows of blocks with words at their left, times below, and the playhead."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from rich.segment import Segment
from textual.geometry import Size
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from studio.ui.widgets.sound_rows import Rows
from studio.ui.widgets.view import View, ruler

GUTTER = 13
_PLAYHEAD = "│"
_TICKS = 1000
"""Of a second: fine enough for the times below."""

Draw = Callable[[int, int], Rows]
"""`(width, height)` in cells -> what is drawn."""


class SoundMap(Widget):
    """Draws whatever `show` was given, once for each size."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"map--cells", "map--words", "map--playhead"}
    DEFAULT_CSS = """
    SoundMap {
        height: 1fr;
        .map--cells { color: $primary; }
        .map--words { color: $quiet; }
        .map--playhead { color: $ink; background: $accent; }
    }
    """

    playhead: reactive[float | None] = reactive(None)
    """The second that sounds now."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._draw: Draw | None = None
        self._seconds = 0.0
        self._rows = Rows([], [])
        self._drawn: Size | None = None

    def show(self, draw: Draw, seconds: float) -> None:
        """Draw something else of a sound."""
        self._draw, self._seconds, self._drawn = draw, seconds, None
        self.refresh()

    @property
    def _width(self) -> int:
        return max(1, self.size.width - GUTTER)

    def render_line(self, y: int) -> Strip:
        """One row, or the times."""
        if self._draw is None or self.size.width <= GUTTER:
            return Strip.blank(self.size.width, self.rich_style)
        if self._drawn != self.size:
            self._rows, self._drawn = self._draw(self._width, max(1, self.size.height - 1)), self.size
        words = self.get_component_rich_style("map--words")
        if y >= len(self._rows.cells):
            whole = View.whole(round(self._seconds * _TICKS), _TICKS)
            times = ruler(whole, self._width) if y == self.size.height - 1 else ""
            return Strip([Segment(" " * GUTTER + times, words)])
        label = self._rows.labels[y][: GUTTER - 1].rjust(GUTTER - 1)
        row = Strip([Segment(self._rows.cells[y], self.get_component_rich_style("map--cells"))])
        return Strip.join([Strip([Segment(f"{label} ", words)]), self._with_playhead(row)])

    def _with_playhead(self, row: Strip) -> Strip:
        if self.playhead is None or not 0 <= self.playhead <= self._seconds:
            return row
        column = min(self._width - 1, int(self.playhead / max(self._seconds, 1e-9) * self._width))
        line = Strip([Segment(_PLAYHEAD, self.get_component_rich_style("map--playhead"))])
        return Strip.join([row.crop(0, column), line, row.crop(column + 1)])
