"""The rhythm grid in lines: the counting, the rows in one of three views, and what is told in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from lessons.rhythm.notation import said
from lessons.rhythm.pattern import OFF, STRONG, TO_A_BEAT, Pattern
from lessons.rhythm.score import CELL, NOTE_CELL, NOTES, column, counting, draw
from studio.ui.text import cut_to, literal

LABEL = 13
"""Cells before the bar."""
_PLAYING = "▼"
_LEVELS = {OFF: "a rest", STRONG: "strong"}
_CURSOR = "reverse"
_HEADS = 4
"""The line of the heads of notes, of the six that a row is written in."""


@dataclass(frozen=True, slots=True)
class GridLook:
    """What of the grid is shown."""

    view: str
    row: int
    step: int
    playing: int | None = None
    """The step that sounds."""
    all_notes: bool = False
    """Whether there is room for the notes of every row."""


def grid_content(pattern: Pattern, titles: Sequence[str], look: GridLook) -> Content:
    """The whole grid."""
    in_notes = look.view == NOTES
    cell = NOTE_CELL if in_notes else CELL
    left = 2 if in_notes else LABEL
    lines = [_marker(look.playing, cell, left), Content(" " * left + counting(pattern.steps, cell))]
    for number, row in enumerate(pattern.rows):
        here = number == look.row
        if in_notes and not (here or look.all_notes):
            continue
        drawn = [Content(line) for line in draw(row, look.view)]
        if here:
            at = column(look.step, cell)
            marked = _HEADS if in_notes else len(drawn) - 1
            drawn[marked] = drawn[marked].stylize(_CURSOR, at, at + 2)
        lines += _with_label(number, titles[number], drawn, here=here, in_notes=in_notes)
    return Content("\n").join(lines)


def _with_label(
    number: int, title: str, drawn: Sequence[Content], *, here: bool, in_notes: bool
) -> list[Content]:
    name = Content.assemble((f"{number + 1} ", "bold"), cut_to(title, LABEL - 3), " ")
    if here:
        name = name.stylize("bold")
    if in_notes:
        return [Content(""), name, *(Content.assemble("  ", line) for line in drawn)]
    *above, last = drawn
    labelled = [Content.assemble(" " * LABEL, line) for line in above]
    return [*(labelled or [Content("")]), Content.assemble(name, last)]


def _marker(playing: int | None, cell: int, left: int) -> Content:
    return Content("" if playing is None else " " * (left + column(playing, cell)) + _PLAYING)


def cursor_words(pattern: Pattern, titles: Sequence[str], row: int, step: int) -> Content:
    """Where the cursor is and what is there, then the whole row as it is said."""
    marked = pattern.rows[row]
    level = _LEVELS.get(marked.hits[step], "soft")
    place = f"beat {step // TO_A_BEAT + 1}, box {step % TO_A_BEAT + 1}: {level}"
    where = Content.assemble(literal(titles[row], "bold"), f", {place}")
    return Content.assemble(where, "\n", literal(f"Say it: {said(marked)}."))


def title_words(pattern: Pattern) -> str:
    """The title line."""
    return f"{pattern.title} · {pattern.tempo} beats a minute"
