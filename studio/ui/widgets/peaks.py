"""The last minute of a recording, as loud as it was."""

from typing import ClassVar

from rich.segment import Segment
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from studio.ui.widgets.drawing import peaks_strip


class PeaksStrip(Widget):
    """Fills from the right while one records."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"peaks-strip--wave"}
    DEFAULT_CSS = """
    PeaksStrip { height: 3; .peaks-strip--wave { color: $primary; } }
    """

    peaks: reactive[tuple[float, ...]] = reactive(())
    """Amplitudes 0..1, the newest last."""

    def render_line(self, y: int) -> Strip:
        """One row of the strip."""
        rows = peaks_strip(self.peaks, self.size.width, self.size.height)
        return Strip([Segment(rows[y], self.get_component_rich_style("peaks-strip--wave"))])
