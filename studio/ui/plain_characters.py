"""The tier below the safe glyphs: every line in plain characters, for terminals that have no others."""

import unicodedata
from functools import lru_cache

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

ASCII_VARIABLE = "SOUNDINGBOARD_ASCII"
"""Set to anything on a computer whose terminal has plain characters only."""

_SHAPES = str.maketrans(
    {
        **dict.fromkeys("█■", "#"),
        "▒": "+",
        "░": ":",
        "▲": "^",
        "▼": "v",
        **dict.fromkeys("●•", "*"),
        "×": "x",
        "←": "<",
        "→": ">",
        "↑": "^",
        "↓": "v",
        **dict.fromkeys("─–—−", "-"),
        "═": "=",
        **dict.fromkeys("│║", "|"),
        **dict.fromkeys("┌┐└┘├┤┬┴┼╔╗╚╝", "+"),
        **dict.fromkeys("·…", "."),
        **dict.fromkeys("“”", '"'),
        **dict.fromkeys("‘’", "'"),
        "°": "o",
        "£": "L",
    }
)
"""The safe glyphs, each as the plain character that is most like it."""


@lru_cache(2048)
def in_plain_characters(text: str) -> str:
    """A text in as many cells of plain characters: letters lose their accents, `?` is for what is left."""
    return text if text.isascii() else "".join(map(_plain, text.translate(_SHAPES)))


def _plain(character: str) -> str:
    if character.isascii():
        return character
    cells = cell_len(character)
    letters = "".join(c for c in unicodedata.normalize("NFKD", character) if c.isascii())
    return letters if len(letters) == cells else "?" * cells


class PlainCharacters(LineFilter):
    """Whatever draws, widgets, borders and scroll bars: what is written to the terminal is plain."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """One line."""
        return [Segment(in_plain_characters(text), style, control) for text, style, control in segments]
