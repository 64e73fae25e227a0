"""What there is to draw of a sound, and its rows of blocks."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from textual.geometry import Size

from studio.ui.widgets.drawing import seen, trace_rows, wave_rows
from studio.ui.widgets.view import View

_TRACE_FRAMES = 64
"""With no more frames a column, a wave is a line."""

Columns = Callable[[int, int, int], tuple[Any, Any]]
"""`(start, stop, width)` in frames and columns -> the lowest and highest amplitude of each column."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody stands in a picture: what is seen of it, the cursor, and the two lines."""

    view: View
    cursor: int
    markers: tuple[int | None, int | None]

    def at(self, frame: int) -> "Place":
        """The same with the cursor elsewhere, and in sight."""
        return replace(self, view=self.view.showing(frame), cursor=frame)


@dataclass(frozen=True, slots=True)
class Picture:
    """What there is to draw of one sound."""

    columns: Columns
    length: int
    samplerate: int
    kept: tuple[int, int] | None = None
    """Frames that stay when the rest is shown as cut away; `None` when nothing is."""
    close: Callable[[], None] = lambda: None
    """Lets go of the file behind it, once it is not shown any more."""
    slow: bool = False
    """Whether its columns may take long, and are asked for in a thread."""


Wanted = tuple[View, Size, int]
"""What is to be drawn, in how many cells, and how many rows of them are the wave."""


def rows_of(picture: Picture, wanted: Wanted) -> list[str]:
    """The wave's rows of blocks."""
    view, size, height = wanted
    columns = picture.columns(view.start, view.stop, size.width)
    lows, highs = ([seen(float(value)) for value in side] for side in columns)
    is_line = view.span <= _TRACE_FRAMES * size.width
    return (trace_rows if is_line else wave_rows)(lows, highs, height)
