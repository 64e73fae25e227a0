"""The order in which the letters of a line are seen, which is not the order in which they are read."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

_FROM_RIGHT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


@dataclass(frozen=True, slots=True)
class Run:
    """Letters that are drawn at once: one font, one direction."""

    text: str
    face: str
    backwards: bool = False

    def shaping(self) -> dict[str, Any]:
        """How fpdf2 is to shape it."""
        from fpdf.enums import TextDirection

        way = TextDirection.RTL if self.backwards else TextDirection.LTR
        return {"features": {}, "fragment_direction": way, "script": None, "language": None}


def begins_right(text: str) -> bool:
    """Whether the first letter that has a direction runs from right to left."""
    ways = (unicodedata.bidirectional(letter) for letter in text)
    return next((way in ("R", "AL") for way in ways if way in ("L", "R", "AL")), False)


def runs_of(text: str, faces: Sequence[str], from_right: bool) -> list[Run]:
    """The runs of a line in the order in which they are seen."""
    levels = _levels(text, from_right)
    runs: list[tuple[int, Run]] = []
    start = 0
    for (face, level), group in groupby(zip(faces, levels, strict=True)):
        stop = start + sum(1 for _ in group)
        runs.append((level, Run(text[start:stop], face, bool(level % 2))))
        start = stop
    for height in range(max(levels, default=0), 0, -1):  # rule L2 of the bidirectional algorithm
        runs = _turned(runs, height)
    return [run for _, run in runs]


def _turned(runs: list[tuple[int, Run]], height: int) -> list[tuple[int, Run]]:
    turned = []
    for high, group in groupby(runs, lambda pair: pair[0] >= height):
        part = list(group)
        turned += part[::-1] if high else part
    return turned


def _levels(text: str, from_right: bool) -> list[int]:
    """The embedding level of each letter; a line is worked out by itself, so that no text costs too much."""
    from fpdf.bidi import BidiParagraph
    from fpdf.enums import TextDirection

    if not from_right and not _FROM_RIGHT.search(text):
        return [0] * len(text)
    line = BidiParagraph(text, TextDirection.RTL if from_right else TextDirection.LTR)
    known = {
        letter.character_index: letter.embedding_level
        for letter in line.get_characters_with_embedding_level()
    }
    levels: list[int] = []
    for place in range(len(text)):
        levels.append(known.get(place, levels[-1] if levels else int(from_right)))
    return levels
