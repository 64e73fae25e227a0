"""A sound's picture: the wave, the playhead, the cursor, two lines, the labels, and what was cut away."""

from collections.abc import Sequence
from typing import Any, ClassVar

from rich.cells import set_cell_size
from rich.segment import Segment
from textual import on, work
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget
from textual.worker import get_current_worker

from studio.ui.text import printable
from studio.ui.widgets.picture import Picture, Place, Wanted, rows_of
from studio.ui.widgets.view import View, ruler

__all__ = ["Picture", "Waveform"]

PLAYHEAD = "│"
MARKER = "▲"
LABEL = "▼"


class Waveform(Widget):
    """Draws a picture; `detailed` adds the labels above, the cursor, the lines and the times below."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "waveform--wave",
        "waveform--removed",
        "waveform--playhead",
        "waveform--cursor",
        "waveform--marker",
        "waveform--ruler",
        "waveform--label",
    }
    DEFAULT_CSS = """
    Waveform {
        height: 1fr;
        .waveform--wave { color: $primary; }
        .waveform--removed { color: $quiet; }
        .waveform--playhead { color: $ink; background: $accent; }
        .waveform--cursor { text-style: reverse; color: $foreground; }
        .waveform--marker { color: $accent; text-style: bold; }
        .waveform--ruler { color: $quiet; }
        .waveform--label { color: $foreground; }
    }
    """

    class Drawn(Message):
        """The rows of a slow picture are worked out."""

        def __init__(self, picture: Picture, wanted: Wanted, rows: list[str]) -> None:
            super().__init__()
            self.picture = picture
            self.wanted = wanted
            self.rows = rows

    view: reactive[View] = reactive(View(0, 0, 0, 1), init=False)
    cursor: reactive[int] = reactive(0)
    playhead: reactive[int | None] = reactive(None)
    markers: reactive[tuple[int | None, int | None]] = reactive((None, None))
    labels: reactive[tuple[tuple[int, str], ...]] = reactive(())
    """Frames and words, in order; without any they take no room."""

    def __init__(self, *, detailed: bool = False, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self.detailed = detailed
        self.picture: Picture | None = None
        self._rows: list[str] = []
        self._drawn: Wanted | None = None
        self._asked: Wanted | None = None

    def show(self, picture: Picture | None, *, keep_view: bool = False) -> None:
        """Draw another picture, all of it or staying at the same part."""
        if picture is not self.picture:
            self._let_go()
        had_one, self.picture = self.picture is not None, picture
        self._drawn = self._asked = None
        if picture is not None:
            stays = keep_view and had_one and self.view.samplerate == picture.samplerate
            whole = View.whole(picture.length, picture.samplerate)
            self.view = self.view.of_length(picture.length) if stays else whole
        self.refresh()

    @property
    def place(self) -> Place:
        """Where one stands."""
        return Place(self.view, self.cursor, self.markers)

    def stand_at(self, place: Place | None) -> None:
        """Stand there, if it is a place of this picture."""
        if place is not None and self.picture is not None and place.view.length == self.picture.length:
            self.view, self.cursor, self.markers = place.view, place.cursor, place.markers

    def swapped(self) -> Picture | None:
        """The picture, which is not let go of when another one is shown."""
        picture, self.picture = self.picture, None
        return picture

    def _let_go(self) -> None:
        if self.picture is not None:
            self.picture.close()

    def on_unmount(self) -> None:
        """Let go of the file."""
        self._let_go()

    @property
    def wave_height(self) -> int:
        """Rows of the wave itself: an odd number, so that silence lies in the middle."""
        room = max(1, self.size.height - self._above - (2 if self.detailed else 0))
        return room - (1 - room % 2)

    @property
    def _above(self) -> int:
        """Rows above the wave."""
        return 1 if self.detailed and self.labels else 0

    def render_line(self, y: int) -> Strip:
        """One row: of the wave, of the markers, or of the times."""
        width = self.size.width
        if self.picture is None or self.picture.length == 0 or width < 1:
            return Strip.blank(width, self.rich_style)
        if y < self._above:
            return self._label_line(width)
        below = y - self._above - self.wave_height
        if below < 0:
            return self._wave_line(y - self._above, width)
        if self.detailed and below == 0:
            return self._marker_line(width)
        if y < self.size.height - 1 or not self.detailed:
            return Strip.blank(width, self.rich_style)
        return Strip([Segment(ruler(self.view, width), self.get_component_rich_style("waveform--ruler"))])

    def _wave_line(self, y: int, width: int) -> Strip:
        row = self._picture_rows()[y]
        wave = self.get_component_rich_style("waveform--wave")
        removed = self.get_component_rich_style("waveform--removed")
        first, last = self._kept_columns(width)
        cells = [(row[:first].replace("█", "░").replace("▒", "░"), removed), (row[first:last], wave)]
        cells.append((row[last:].replace("█", "░").replace("▒", "░"), removed))
        strip = Strip([Segment(text, style) for text, style in cells if text])
        for column, name in self._upright_lines(width):
            mark = PLAYHEAD if name == "waveform--playhead" or row[column] in " ─" else row[column]
            strip = _with_cell(strip, column, mark, self.get_component_rich_style(name))
        return strip

    def _kept_columns(self, width: int) -> tuple[int, int]:
        if self.picture is None or self.picture.kept is None:
            return 0, width
        start, stop = self.picture.kept
        first = self.view.column(start, width)
        last = self.view.column(stop, width)
        before = 0 if start < self.view.start else width
        after = 0 if stop < self.view.start else width
        return before if first is None else first, after if last is None else last

    def _upright_lines(self, width: int) -> list[tuple[int, str]]:
        """Columns with a line through them, the topmost last."""
        wanted: list[tuple[int | None, str]] = [(marker, "waveform--marker") for marker in self.markers]
        if self.detailed:
            wanted.append((self.cursor, "waveform--cursor"))
        wanted.append((self.playhead, "waveform--playhead"))
        columns = [(self.view.column(frame, width), name) for frame, name in wanted if frame is not None]
        return [(column, name) for column, name in columns if column is not None]

    def _marker_line(self, width: int) -> Strip:
        line = [" "] * width
        for frame in self.markers:
            column = None if frame is None else self.view.column(frame, width)
            if column is not None:
                line[column] = MARKER
        return Strip([Segment("".join(line), self.get_component_rich_style("waveform--marker"))])

    def _label_line(self, width: int) -> Strip:
        columns = [(self.view.column(frame, width), words) for frame, words in self.labels]
        shown = [(column, words) for column, words in columns if column is not None]
        ends = [*(column for column, _ in shown[1:]), width]
        text = " " * shown[0][0] if shown else ""
        for (column, words), end in zip(shown, ends, strict=False):
            text += set_cell_size(f"{LABEL}{printable(words)} ", end - column)
        style = self.get_component_rich_style("waveform--label")
        return Strip([Segment(set_cell_size(text, width), style)])

    def _picture_rows(self) -> Sequence[str]:
        """The wave's rows, worked out once for a view and size."""
        wanted = (self.view, self.size, self.wave_height)
        if self._drawn != wanted and self.picture is not None:
            if not self.picture.slow:
                self._rows, self._drawn = rows_of(self.picture, wanted), wanted
            elif self._asked != wanted:
                self._asked = wanted
                self._draw(self.picture, wanted)
        if len(self._rows) == self.wave_height and all(len(row) == self.size.width for row in self._rows):
            return self._rows
        return [" " * self.size.width] * self.wave_height

    @work(thread=True, exclusive=True, group="draw")
    def _draw(self, picture: Picture, wanted: Wanted) -> None:
        rows = rows_of(picture, wanted)
        if not get_current_worker().is_cancelled:
            self.post_message(self.Drawn(picture, wanted, rows))

    @on(Drawn)
    def _show_drawn(self, message: Drawn) -> None:
        message.stop()
        if message.picture is self.picture:
            self._rows, self._drawn = message.rows, message.wanted
            self.refresh()


def _with_cell(strip: Strip, column: int, character: str, style: Any) -> Strip:
    cell = Strip([Segment(character, style)])
    return Strip.join([strip.crop(0, column), cell, strip.crop(column + 1)])
