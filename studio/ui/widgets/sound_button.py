"""A giant button: its number, a word, a shape and a colour; the chosen one is seen without colour, too."""

from __future__ import annotations

from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from studio.ui.text import cut_to, literal
from studio.ui.widgets.big_words import LINE, big_rows

SHAPE_WIDTH = 14
"""Cells of a shape on its ground: five squares of two cells, and two cells at each side."""
_MARK = "▼ ▼ ▼"
_SIDES = 2

Part = tuple[str, str]
"""Cells, and the style that they have."""


def picture(rows: tuple[str, ...], face: str) -> list[list[Part]]:
    """A shape, black on its colour; the ground of it is as wide as `SHAPE_WIDTH`."""
    return [[("  " + row.replace("#", "██").replace(".", "  ") + "  ", face)] for row in rows]


def bar(share: float, width: int) -> str:
    """How much of a sound has sounded."""
    lit = max(0, min(width, round(share * width)))
    return "█" * lit + "░" * (width - lit)


class SoundButton(Widget):
    """Says what is on it; which key chooses it is for the screen to say."""

    DEFAULT_CSS = """
    SoundButton {
        border: solid $quiet;
        border-title-align: center;
        border-subtitle-align: center;
        &.-marked { border: double $accent; border-title-color: $accent; }
    }
    """

    words: reactive[str] = reactive("")
    """What the sound is called; empty while there is none."""
    in_words: reactive[bool] = reactive(False)
    """Whether the word is the big thing, and not the shape."""
    is_marked: reactive[bool] = reactive(False, toggle_class="-marked")
    share: reactive[float | None] = reactive(None)
    """How much has sounded, 0 to 1; `None` in silence."""
    heard: reactive[str] = reactive("")
    """What a microphone hears that records onto it; empty when none does."""

    class Pressed(Message):
        """It was clicked."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    def __init__(self, place: int, rows: tuple[str, ...], glyph: str) -> None:
        super().__init__(id=f"button-{place}")
        self.place = place
        self.rows = rows
        self.glyph = glyph
        self.face = f"$face-ink on $face-{place}"  # bold would make it grey where there are 16 colours

    def on_click(self, event: Click) -> None:
        """A mouse or a finger does what the number does."""
        event.stop()
        self.post_message(self.Pressed(self.place))

    def watch_is_marked(self) -> None:
        """The arrows above it."""
        self._title()

    def watch_heard(self) -> None:
        """That it is being recorded."""
        self._title()

    def watch_share(self) -> None:
        """The bar below it."""
        width = max(0, self.size.width - 2 * _SIDES)
        self.border_subtitle = "" if self.share is None else Content(bar(self.share, width))

    def _title(self) -> None:
        words = f"● {self.heard}" if self.heard else _MARK if self.is_marked else ""
        self.border_title = Content(words) if words else ""

    def render(self) -> Content:
        """As much of it as there is room for."""
        width, height = self.content_size
        lines = self._lines(width, height) or [self._one_line(width)]
        above = max(0, (height - len(lines)) // 2)
        return Content("\n").join([*[Content("")] * above, *lines])

    def _lines(self, width: int, height: int) -> list[Content]:
        if self.in_words:
            return self._with_big_word(self._big(width, height - 2), width, height)
        shape = self._shape(width)
        if not shape or height < len(shape):
            return []
        word = self._big(width, height - len(shape) - 1)
        if word is not None:
            return [*shape, Content(""), *(_middle([(row, "bold")], width) for row in word)]
        gap = [Content("")] if height > len(shape) + 1 else []
        return [*shape, *gap, self._word(width)] if height > len(shape) else shape

    def _big(self, width: int, height: int) -> list[str] | None:
        """The word in big letters, in as many lines as there is room for."""
        most_lines = (height + 1) // LINE
        return big_rows(self.words, width, most_lines=most_lines) if most_lines > 0 else None

    def _with_big_word(self, word: list[str] | None, width: int, height: int) -> list[Content]:
        head = self._one_line(width, with_word=False)
        if word is None:
            return [head, Content(""), self._word(width)] if height > 2 else []
        return [head, Content(""), *(_middle([(row, "bold")], width) for row in word)]

    def _shape(self, width: int) -> list[Content]:
        """The shape with its number beside it; nothing where it has no room."""
        room = width - SHAPE_WIDTH - _SIDES
        number = big_rows(str(self.place), room) if room > 0 else None
        if number is None:
            return []
        parts = zip(picture(self.rows, self.face), number, strict=True)
        return [_middle([*shape, ("  ", ""), (figure, "bold")], width) for shape, figure in parts]

    def _word(self, width: int) -> Content:
        words = self.words or "press to record"
        style = "bold reverse" if self.is_marked or self.share is not None else "bold"
        room = max(0, width - 2)
        shown = literal(words).truncate(room, ellipsis=True)
        around = max(0, width - shown.cell_length - 2) // 2
        return Content.assemble(" " * around, (" ", style), literal(shown.plain, style), (" ", style))

    def _one_line(self, width: int, *, with_word: bool = True) -> Content:
        """Number, sign and word in one line, on the button's colour."""
        words = f" {self.place} {self.glyph} " + (self.words if with_word else "")
        return cut_to(words, width).stylize(self.face)


def _middle(parts: list[Part], width: int) -> Content:
    """Parts in the middle of a line."""
    around = max(0, width - sum(len(text) for text, _ in parts)) // 2
    return Content.assemble(" " * around, *parts)
