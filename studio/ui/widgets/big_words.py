"""Words for the class screen in letters five rows tall; plain where there is no room, or no such letter."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from studio.ui.text import literal

ROWS = 5
LINE = ROWS + 1
"""A line of letters, and the empty row below it."""
_BETWEEN_WORDS = 3
"""Empty squares, where letters have one."""

Letter = tuple[str, ...]


@cache
def big_letters() -> Mapping[str, Letter]:
    """The letters that come with the program."""
    from assets import asset

    return letters_in(asset("big-letters.txt").read_text(encoding="utf-8"))


def letters_in(text: str) -> dict[str, Letter]:
    """The letters that a file draws: a line with one character, then five rows of # and points.

    Raises
    ------
    ValueError
        If a letter has not five rows of one length, made of # and points.
    """
    lines = [line.rstrip() for line in text.splitlines()]
    found: dict[str, Letter] = {}
    at = 0
    while at < len(lines):
        if len(lines[at]) != 1:
            at += 1
            continue
        rows = lines[at + 1 : at + 1 + ROWS]
        if len(rows) < ROWS or len({len(row) for row in rows}) != 1 or set("".join(rows)) - set("#."):
            raise ValueError(f"the letter {lines[at]!r} in line {at + 1} is not five rows of # and points")
        found[lines[at]] = tuple(row.replace("#", "█").replace(".", " ") for row in rows)
        at += 1 + ROWS
    return found


def big_rows(words: str, width: int, *, most_lines: int = 1) -> list[str] | None:
    """Rows of squares, as wide as there is room for, in at most so many lines of letters.

    `None` where the words do not fit, or have a letter that nobody drew.
    """
    letters, split = big_letters(), words.upper().split()
    if not split or not set("".join(split)) <= set(letters):
        return None
    for across in (2, 1):  # a square is two cells, as on paper, else one
        lines = _wrapped(split, width // across)
        if lines is not None and len(lines) <= most_lines:
            return _drawn(lines, across)
    return None


def _wrapped(split: list[str], squares: int) -> list[list[str]] | None:
    """Words in lines that fit; `None` when one word alone does not."""
    lines: list[list[str]] = []
    for word in split:
        if _squares([word]) > squares:
            return None
        if lines and _squares([*lines[-1], word]) <= squares:
            lines[-1].append(word)
        else:
            lines.append([word])
    return lines


def _squares(line: list[str]) -> int:
    return len(_row(line, 0))


def _row(line: list[str], row: int) -> str:
    letters = big_letters()
    return (" " * _BETWEEN_WORDS).join(" ".join(letters[letter][row] for letter in word) for word in line)


def _drawn(lines: list[list[str]], across: int) -> list[str]:
    rows: list[str] = []
    for line in lines:
        if rows:
            rows.append("")
        rows += ["".join(square * across for square in _row(line, row)) for row in range(ROWS)]
    return rows


class BigWords(Widget):
    """A few words, as big as they fit; with `text-align: center` in the style sheet they stand in the middle.

    They take as many rows as they need; `most_lines` says how many lines of big letters they may become
    before plain letters are better.
    """

    DEFAULT_CSS = """
    BigWords {
        height: auto;
        color: $foreground;
        text-style: bold;
    }
    """

    words: reactive[str] = reactive("", layout=True)
    most_lines: reactive[int] = reactive(1, layout=True)

    def __init__(self, words: str = "", *, id: str | None = None, most_lines: int = 1) -> None:  # noqa: A002
        super().__init__(id=id)
        self.set_reactive(BigWords.most_lines, most_lines)
        self.set_reactive(BigWords.words, words)

    def rows(self, width: int) -> list[str] | None:
        """The rows as they are drawn in so many cells; `None` when the letters are plain."""
        return big_rows(self.words, width, most_lines=self.most_lines)

    def render(self) -> Content:
        """The rows, all of one length so that they stay under each other in the middle."""
        rows = self.rows(self.content_size.width)
        if rows is None:
            return literal(self.words)
        longest = max(map(len, rows))
        return Content("\n").join(Content(row.ljust(longest)) for row in rows)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """As many cells as the letters take."""
        rows = self.rows(container.width)
        return literal(self.words).cell_length if rows is None else max(map(len, rows))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as the letters take."""
        rows = self.rows(width)
        if rows is not None:
            return len(rows)
        return literal(self.words).get_height({}, max(1, width)) if self.words else 1
