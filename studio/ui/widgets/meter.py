"""How loud the microphone hears you: a bar, and the words TOO QUIET, GOOD, TOO LOUD under it."""

from typing import ClassVar

from rich.segment import Segment
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

LOWEST_DBFS = -60.0
GOOD_DBFS = -30.0
LOUD_DBFS = -3.0
WORDS = ("TOO QUIET", "GOOD", "TOO LOUD")


def cells_lit(dbfs: float, width: int) -> int:
    """Cells of a bar that a level lights: none at the lowest, all at full scale."""
    share = (dbfs - LOWEST_DBFS) / -LOWEST_DBFS
    return max(0, min(width, round(share * width)))


def word_for(dbfs: float) -> str:
    """The word for a level."""
    if dbfs < GOOD_DBFS:
        return WORDS[0]
    return WORDS[1] if dbfs < LOUD_DBFS else WORDS[2]


def zone_starts(width: int) -> tuple[int, int, int]:
    """The first column of each word's part of the bar."""
    return 0, cells_lit(GOOD_DBFS, width), cells_lit(LOUD_DBFS, width)


def word_line(width: int) -> str:
    """The words, each under its part of the bar, the last one against the right edge."""
    line = [" "] * width
    _, good, loud = zone_starts(width)
    places = (0, max(len(WORDS[0]) + 1, (good + loud - len(WORDS[1])) // 2), width - len(WORDS[2]))
    for place, word in zip(places, WORDS, strict=True):
        line[place : place + len(word)] = word
    return "".join(line)[:width]


class Meter(Widget):
    """Three rows of bar and one of words; the word that holds now is reversed."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "meter--quiet",
        "meter--good",
        "meter--loud",
        "meter--off",
        "meter--now",
    }
    DEFAULT_CSS = """
    Meter {
        height: 4;
        .meter--quiet { color: $secondary; }
        .meter--good { color: $success; }
        .meter--loud { color: $error; }
        .meter--off { color: $quiet; }
        .meter--now { text-style: bold reverse; }
    }
    """

    peak_dbfs: reactive[float | None] = reactive(None)
    """The loudest of the last moment; `None` when nothing listens."""
    held_dbfs: reactive[float] = reactive(LOWEST_DBFS)
    """The loudest so far, drawn as a line."""

    def hear(self, peak_dbfs: float) -> None:
        """Show a new level."""
        self.held_dbfs = max(self.held_dbfs, peak_dbfs)
        self.peak_dbfs = peak_dbfs

    def rest(self) -> None:
        """Nothing listens any more."""
        self.peak_dbfs = None
        self.held_dbfs = LOWEST_DBFS

    def render_line(self, y: int) -> Strip:
        """The bar on the first rows, the words on the last."""
        return self._word_strip() if y == self.size.height - 1 else self._bar_strip()

    def _bar_strip(self) -> Strip:
        width = self.size.width
        lit = 0 if self.peak_dbfs is None else cells_lit(self.peak_dbfs, width)
        starts = zone_starts(width)
        segments = []
        for name, first, last in zip(("quiet", "good", "loud"), starts, (*starts[1:], width), strict=True):
            middle = max(first, min(lit, last))
            segments.append(Segment("█" * (middle - first), self.get_component_rich_style(f"meter--{name}")))
            segments.append(Segment("░" * (last - middle), self.get_component_rich_style("meter--off")))
        return self._with_held(Strip(segments), width)

    def _with_held(self, strip: Strip, width: int) -> Strip:
        held = cells_lit(self.held_dbfs, width) - 1
        if held < 0 or self.peak_dbfs is None:
            return strip
        line = Strip([Segment("│", self.rich_style)])
        return Strip.join([strip.crop(0, held), line, strip.crop(held + 1)])

    def _word_strip(self) -> Strip:
        line = word_line(self.size.width)
        strip = Strip([Segment(line, self.get_component_rich_style("meter--off"))])
        if self.peak_dbfs is None:
            return strip
        word = word_for(self.peak_dbfs)
        at = line.find(word)
        if at < 0:  # too narrow for the words
            return strip
        now = Strip([Segment(word, self.get_component_rich_style("meter--now"))])
        return Strip.join([strip.crop(0, at), now, strip.crop(at + len(word))])
