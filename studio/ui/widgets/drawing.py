"""Sound as rows of blocks: plain arithmetic, no screen."""

import math
from collections.abc import Sequence
from itertools import pairwise

_FULL = 0.75
_HALF = 0.4
_TRACE = 0.1
_FAINT = 0.01
_BEND = 0.6


def seen(amplitude: float) -> float:
    """How tall an amplitude is drawn: quiet sounds more than they are, or a classroom shows as a thread."""
    return math.copysign(abs(amplitude) ** _BEND, amplitude)


def wave_rows(lows: Sequence[float], highs: Sequence[float], rows: int) -> list[str]:
    """Lowest and highest amplitude a column -> rows of blocks, the top row first.

    A column is drawn from its low to its high; a cell part covered is a lighter block, and where
    there is no sound at all the middle row is a thin line.
    """
    columns = list(zip(lows, highs, strict=True))
    return ["".join(_cell(low, high, row, rows) for low, high in columns) for row in range(rows)]


def trace_rows(lows: Sequence[float], highs: Sequence[float], rows: int) -> list[str]:
    """The same for so few frames a column that the wave is a line: it is drawn whole, over its axis.

    Each column reaches half-way to its neighbours, and is at least most of a row thick.
    """
    least = 2.0 / rows * _FULL
    columns = [_thick(low, high, least) for low, high in _reaching(lows, highs)]
    axis = rows // 2
    drawn = ["".join(_cell(low, high, row, rows) for low, high in columns) for row in range(rows)]
    drawn[axis] = drawn[axis].replace("░", "─")
    return drawn


def _reaching(lows: Sequence[float], highs: Sequence[float]) -> list[tuple[float, float]]:
    columns = list(zip(lows, highs, strict=True))
    met = [[low, high] for low, high in columns]
    for left, right in pairwise(range(len(columns))):
        if highs[left] < lows[right]:
            met[left][1] = met[right][0] = (highs[left] + lows[right]) / 2
        elif lows[left] > highs[right]:
            met[left][0] = met[right][1] = (lows[left] + highs[right]) / 2
    return [(low, high) for low, high in met]


def _thick(low: float, high: float, least: float) -> tuple[float, float]:
    more = max(0.0, least - (high - low)) / 2
    return low - more, high + more


def _cell(low: float, high: float, row: int, rows: int) -> str:
    height = 2.0 / rows
    top = 1.0 - row * height
    bottom = top - height
    covered = (min(high, top) - max(low, bottom)) / height
    if covered >= _FULL:
        return "█"
    if covered >= _HALF:
        return "▒"
    if covered >= _TRACE:
        return "░"
    if row != rows // 2:
        return " "
    # The middle row always says whether there is sound: a line for silence, shade for a little.
    return "░" if high - low > _FAINT else "─"


def peaks_strip(peaks: Sequence[float], width: int, rows: int) -> list[str]:
    """The newest peaks (0..1) as a strip filled from the right; a column can stand for several."""
    columns = [seen(peak) for peak in _squeezed(peaks, width)]
    columns = [0.0] * (width - len(columns)) + columns
    return wave_rows([-value for value in columns], columns, rows)


def _squeezed(peaks: Sequence[float], width: int) -> list[float]:
    if len(peaks) <= width or width < 1:
        return list(peaks)[:width]
    edges = [index * len(peaks) // width for index in range(width + 1)]
    return [max(peaks[first:last]) for first, last in pairwise(edges)]


_FIGURES = {
    "0": ("███", "█ █", "█ █", "█ █", "███"),
    "1": ("  █", "  █", "  █", "  █", "  █"),
    "2": ("███", "  █", "███", "█  ", "███"),
    "3": ("███", "  █", "███", "  █", "███"),
    "4": ("█ █", "█ █", "███", "  █", "  █"),
    "5": ("███", "█  ", "███", "  █", "███"),
    "6": ("███", "█  ", "███", "█ █", "███"),
    "7": ("███", "  █", "  █", "  █", "  █"),
    "8": ("███", "█ █", "███", "█ █", "███"),
    "9": ("███", "█ █", "███", "  █", "███"),
    ":": (" ", "█", " ", "█", " "),
    ".": (" ", " ", " ", " ", "█"),
}


def big_figures(text: str) -> list[str]:
    """Digits, colons and points, five rows tall and each block two cells wide."""
    rows = [" ".join(_FIGURES[character][row] for character in text) for row in range(5)]
    return ["".join(character * 2 for character in row) for row in rows]
