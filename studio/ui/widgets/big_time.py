"""Seconds in figures five rows tall."""

from typing import ClassVar

from rich.segment import Segment
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from studio.ui.widgets.drawing import big_figures
from studio.wording import clock


class BigTime(Widget):
    """A clock of blocks, in the middle of its line."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"big-time--figures"}
    DEFAULT_CSS = """
    BigTime { height: 5; .big-time--figures { color: $foreground; text-style: bold; } }
    """

    seconds: reactive[float] = reactive(0.0)
    counted: reactive[int | None] = reactive(None)
    """A number to show in place of the time, while one counts in."""

    def render_line(self, y: int) -> Strip:
        """One row of the figures."""
        rows = big_figures(clock(self.seconds) if self.counted is None else str(self.counted))
        text = rows[y].center(self.size.width) if y < len(rows) else ""
        return Strip([Segment(text, self.get_component_rich_style("big-time--figures"))])
