"""What a board is set to, in words: one line for each key of its settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lessons.soundboard.board import LONGEST_PAUSE, OFF, ONE_KEY, QUICKEST_PACE, SHORTEST_PAUSE, TWO_KEYS
from lessons.soundboard.board import SLOWEST_PACE as SLOWEST

if TYPE_CHECKING:
    from lessons.soundboard.board import Board

PACES = (QUICKEST_PACE, 1.5, 2.0, 3.0, 4.0, 5.0, SLOWEST)
PAUSES = (0.0, SHORTEST_PAUSE, 0.5, 0.8, 1.0, 1.5, LONGEST_PAUSE)
SCANNING_WORDS = {
    OFF: "none: each button has its key",
    TWO_KEYS: "two: Space goes on, Enter plays",
    ONE_KEY: "one: the mark walks, any key plays",
}


def pace_words(board: Board) -> str:
    """How long the highlight stands on a button."""
    return f"{board.pace:g} s on each button"


def pause_words(board: Board) -> str:
    """Which presses count."""
    if not board.is_slow:
        return "every press counts"
    return f"slow: none counts for {board.pause:g} s, or while a sound plays"


def big_words_words(board: Board) -> str:
    """What is big on the buttons."""
    return "words" if board.big_words else "shapes"


def after(values: tuple[float, ...], value: float) -> float:
    """The next of some numbers in order, round and round."""
    return next((each for each in values if each > value), values[0])
