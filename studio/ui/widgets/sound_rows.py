"""What is in a sound as rows of blocks: spectrum, notes, loudness. Plain arithmetic, no screen."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

SHADES = ((-12.0, "█"), (-24.0, "▒"), (-38.0, "░"))
"""How far below the loudest a cell may be, in dB, for each of the blocks that every terminal has."""
LOWEST_DBFS = -60.0

_LABEL_EVERY = 3


class Note(Protocol):
    """A note to draw."""

    @property
    def start(self) -> float:
        """The second it begins at."""

    @property
    def stop(self) -> float:
        """The second it ends at."""

    @property
    def number(self) -> float:
        """Its pitch in semitones."""

    @property
    def is_steady(self) -> bool:
        """Whether it stays."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of a picture, the top one first, each with the words at its left."""

    cells: list[str]
    labels: list[str]


def spectrum_rows(levels: Sequence[Sequence[float]], hertz: Sequence[float]) -> Rows:
    """A spectrum, in dB below the loudest, the highest pitch first; `hertz` says what each row stands for."""
    labels = ["" for _ in hertz]
    for row in range(0, len(hertz) - 1, _LABEL_EVERY):
        labels[row] = hertz_words(hertz[row])
    if hertz:
        labels[0], labels[-1] = f"high {labels[0]}", f"low {hertz_words(hertz[-1])}"
    return Rows(["".join(map(shade, row)) for row in levels], labels)


def shade(below_loudest_db: float) -> str:
    """The block for a level."""
    return next((block for lowest, block in SHADES if below_loudest_db > lowest), " ")


def hertz_words(hertz: float) -> str:
    """Such as `440 Hz` or `3.5 kHz`."""
    if hertz >= 9950:
        return f"{hertz / 1000:.0f} kHz"
    return f"{hertz / 1000:.1f} kHz" if hertz >= 995 else f"{hertz:.0f} Hz"


def level_rows(levels_dbfs: Sequence[float], width: int, height: int) -> Rows:
    """Loudness over time as columns that stand on the lowest row."""
    tall = [height * max(0.0, 1 - level / LOWEST_DBFS) for level in _loudest(levels_dbfs, width)]
    cells = ["".join(_standing(column - (height - 1 - row)) for column in tall) for row in range(height)]
    labels = [""] * height
    if height:
        labels[0], labels[-1] = "loud", "quiet"
    return Rows(cells, labels)


def _standing(covered: float) -> str:
    """The block for a cell that is covered so far from below."""
    return "█" if covered >= 0.75 else "▒" if covered >= 0.4 else "░" if covered >= 0.1 else " "


def _loudest(levels: Sequence[float], width: int) -> list[float]:
    if not levels:
        return [LOWEST_DBFS] * width
    columns = []
    for column in range(width):
        first = column * len(levels) // width
        columns.append(max(levels[first : max(first + 1, (column + 1) * len(levels) // width)]))
    return columns


def note_rows(
    notes: Sequence[Note],
    track: Sequence[float | None],
    seconds: float,
    width: int,
    height: int,
    names: Sequence[str],
) -> Rows:
    """Notes over time: a row a semitone or more; where the pitch slides it is a lighter block.

    `names` are the twelve notes from C; with more than a semitone to a row the lowest is named.
    """
    cells = [[" "] * width for _ in range(height)]
    pitches = [number for number in track if number is not None]
    if not pitches or height < 1:
        return Rows(["".join(row) for row in cells], [""] * height)
    lowest, a_row = _range(pitches, height)
    for place, number in enumerate(track):
        if number is not None:
            _put(cells, place * width // len(track), (number - lowest) / a_row, "░")
    for note in notes:
        first = int(note.start / seconds * width)
        for column in range(first, max(first + 1, round(note.stop / seconds * width))):
            _put(cells, column, (note.number - lowest) / a_row, "█" if note.is_steady else "▒")
    numbers = [round(lowest + 0.5) + a_row * row for row in reversed(range(height))]
    return Rows(["".join(row) for row in cells], [f"{names[n % 12]}{n // 12 - 1}" for n in numbers])


def _range(pitches: Sequence[float], height: int) -> tuple[float, int]:
    """The lower edge of the lowest row, and how many semitones a row has."""
    low, high = round(min(pitches)), round(max(pitches))
    a_row = -(-(high - low + 1) // height)
    spare = height * a_row - (high - low + 1)
    return low - spare // 2 - 0.5, a_row


def _put(cells: list[list[str]], column: int, row_up: float, block: str) -> None:
    row = len(cells) - 1 - int(row_up)
    if 0 <= row < len(cells) and 0 <= column < len(cells[row]):
        cells[row][column] = block
