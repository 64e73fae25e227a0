"""How far a note is off: a line with its middle marked, and the words under it."""

from typing import ClassVar

from rich.segment import Segment
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from studio.audio.pitches import IN_TUNE_CENTS

WORDS = ("A BIT LOW", "IN TUNE", "A BIT HIGH")
MOST_CENTS = 50.0
_MARK = "█"


def place_of(cents: float, width: int) -> int:
    """The column of so many cents; the middle is in tune."""
    share = (max(-MOST_CENTS, min(MOST_CENTS, cents)) + MOST_CENTS) / (2 * MOST_CENTS)
    return round(share * (width - 1))


def word_for(cents: float) -> str:
    """The word for so many cents."""
    if abs(cents) <= IN_TUNE_CENTS:
        return WORDS[1]
    return WORDS[0] if cents < 0 else WORDS[2]


def scale(width: int) -> str:
    """The line: the part that is in tune is darker, its ends are half a note away."""
    low, high = place_of(-IN_TUNE_CENTS, width), place_of(IN_TUNE_CENTS, width)
    return "".join("▒" if low <= column <= high else "░" for column in range(width))


def word_line(width: int) -> str:
    """The three words: at the left, in the middle, at the right."""
    line = f"{WORDS[0]}{' ' * width}"[:width]
    left = max(0, (width - len(WORDS[1])) // 2)
    line = line[:left] + WORDS[1] + line[left + len(WORDS[1]) :]
    return (line[: max(0, width - len(WORDS[2]))] + WORDS[2])[:width]


class TuningBar(Widget):
    """Two rows of line and one of words; the word that holds now is reversed."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"tuning--line", "tuning--mark", "tuning--in-tune", "tuning--now"}
    DEFAULT_CSS = """
    TuningBar {
        height: 3;
        .tuning--line { color: $quiet; }
        .tuning--mark { color: $error; }
        .tuning--in-tune { color: $success; }
        .tuning--now { text-style: bold reverse; }
    }
    """

    cents: reactive[float | None] = reactive(None)
    """How far off it is; `None` when no note is heard."""

    def render_line(self, y: int) -> Strip:
        """The line on the first rows, the words on the last."""
        return self._words() if y == self.size.height - 1 else self._line()

    def _line(self) -> Strip:
        width = self.size.width
        line = Strip([Segment(scale(width), self.get_component_rich_style("tuning--line"))])
        if self.cents is None or width < 3:
            return line
        name = "in-tune" if word_for(self.cents) == WORDS[1] else "mark"
        first = max(0, place_of(self.cents, width) - 1)
        mark = Strip([Segment(_MARK * 3, self.get_component_rich_style(f"tuning--{name}"))])
        return Strip.join([line.crop(0, first), mark, line.crop(first + 3)]).crop(0, width)

    def _words(self) -> Strip:
        line = word_line(self.size.width)
        strip = Strip([Segment(line, self.get_component_rich_style("tuning--line"))])
        word = "" if self.cents is None else word_for(self.cents)
        at = line.find(word) if word else -1
        if at < 0:
            return strip
        now = Strip([Segment(word, self.get_component_rich_style("tuning--now"))])
        return Strip.join([strip.crop(0, at), now, strip.crop(at + len(word))])
