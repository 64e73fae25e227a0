"""The score of a rhythm: each row as boxes to play from, and below them in notes on one line."""

from collections.abc import Sequence
from pathlib import Path

from evidence.library import Library
from lessons.colour import BLACK
from lessons.printing.printed import GREY, Printing, refuse_nothing
from lessons.printing.sheet import Box, Sheet, Type
from lessons.rhythm.notation import Symbol, beat_name, second_beams, symbols
from lessons.rhythm.pattern import OFF, STRONG, TO_A_BEAT, Pattern, Row

_TOP, _LABEL = 26.0, 34.0
_ROW_MOST = 44.0
_HEAD, _STEM, _BEAM, _APART = 1.7, 10.0, 1.2, 2.4
"""Millimetres: half a head's width, a stem, a beam's thickness, from one beam to the next."""
_RESTS = {4: "\U0001d13d", 3: "\U0001d13e", 2: "\U0001d13e", 1: "\U0001d13f"}
"""Of a crotchet, a quaver (with a dot when it is longer), a semiquaver."""


def rhythm_sheet(
    library: Library,
    pattern: Pattern,
    rows: Sequence[tuple[str, Row]],
    out: Path | str,
    *,
    overwrite: bool = False,
) -> Path:
    """Write the rows of a pattern, each with what its sound is called, on one page.

    Raises
    ------
    AdultsOnly, NothingToPrint, PaperExists, PaperNotWritten
    """
    printing = Printing(library, out, overwrite=overwrite)
    refuse_nothing(rows, "row")
    sheet = printing.sheet(pattern.title, landscape=True, about=pattern.sound_ids)
    sheet.page()
    inside = Box(18, 16, sheet.width - 36, sheet.height - 32)
    _head(sheet, printing, pattern, inside)
    height = min(_ROW_MOST, (inside.height - _TOP - 8) / len(rows))
    for number, (title, row) in enumerate(rows):
        _Drawn(sheet, printing, inside, pattern.steps).row(
            title, row, inside.y + _TOP + number * height, height
        )
    printing.foot(sheet, inside, "Big: strong. Small: soft. A point: a rest. Four boxes are one beat.")
    return printing.put(sheet)


def _head(sheet: Sheet, printing: Printing, pattern: Pattern, inside: Box) -> None:
    main = printing.look.main_colour.readable()
    title = Box(inside.x, inside.y - 2, inside.width * 0.7, 18)
    sheet.words(
        pattern.title, title, Type(34, least=10, round=True, colour=main, leading=1.1), at=None, most=2
    )
    tempo = Box(inside.x + inside.width * 0.72, inside.y, inside.width * 0.28, 12)
    sheet.words(f"{pattern.tempo} beats a minute", tempo, Type(14, colour=GREY), at=1.0, most=1)


class _Drawn:
    """Draws rows of one bar between the label and the right edge."""

    def __init__(self, sheet: Sheet, printing: Printing, inside: Box, steps: int) -> None:
        self._sheet = sheet
        self._look = printing.look
        self._inside = inside
        self._left = inside.x + _LABEL
        self._cell = (inside.right - self._left) / steps
        self._steps = steps

    def row(self, title: str, row: Row, top: float, height: float) -> None:
        """One row: its boxes above, its notes below."""
        boxes = min(self._cell * 0.8, height * 0.3)
        label = Box(self._inside.x, top, _LABEL - 4, boxes)
        self._sheet.words(title, label, Type(15, least=7, bold=True), at=0.0, most=2)
        for step, hit in enumerate(row.hits):
            self._box(self._left + (step + 0.5) * self._cell, top + boxes / 2, boxes, hit)
        line = top + height * 0.74
        self._staff(line)
        for number, beat in enumerate(symbols(row)):
            self._beat(beat, line)
            name = Box(self._x(number * TO_A_BEAT) - 2, line + 2.6, self._cell * TO_A_BEAT, 5)
            self._sheet.words(beat_name(row.beats[number]), name, Type(11, least=6), at=0.0, most=1)

    def _x(self, step: float) -> float:
        """The middle of a note's head."""
        return self._left + (step + 0.35) * self._cell

    def _box(self, x: float, y: float, size: float, hit: str) -> None:
        main = self._look.main_colour
        if hit == OFF:
            self._sheet.disc(x, y, 0.5, GREY)
            return
        half = size / 2 if hit == STRONG else size * 0.28
        self._sheet.fill(Box(x - half, y - half, 2 * half, 2 * half), main, round_=half * 0.2)

    def _staff(self, y: float) -> None:
        for step in range(0, self._steps + 1, TO_A_BEAT):
            x = self._left + step * self._cell - self._cell * 0.12
            if step in (0, self._steps):
                self._sheet.stroke([(x, y - 4), (x, y + 4)], BLACK, thick=0.5)
        right = self._left + self._steps * self._cell - self._cell * 0.12
        self._sheet.stroke([(self._left - self._cell * 0.12, y), (right, y)], GREY, thick=0.2)

    def _beat(self, beat: tuple[Symbol, ...], y: float) -> None:
        for symbol in beat:
            x = self._x(symbol.step)
            if symbol.is_rest:
                sign = Box(x - 4, y - 5, 8, 10)
                self._sheet.words(_RESTS[symbol.length], sign, Type(20), most=1)
            else:
                self._note(symbol, x, y)
            if symbol.has_dot:
                self._sheet.disc(x + _HEAD + 1.4, y - 1.0, 0.45, BLACK)
        self._beams([symbol for symbol in beat if symbol.has_beam], y)

    def _note(self, symbol: Symbol, x: float, y: float) -> None:
        self._sheet.disc(x, y, _HEAD, BLACK)
        stem = x + _HEAD - 0.2
        self._sheet.stroke([(stem, y), (stem, y - _STEM)], BLACK, thick=0.4)
        if symbol.is_strong:
            top = y + 0.2
            self._sheet.stroke([(x - 5.2, top - 1.1), (x - 2.6, top), (x - 5.2, top + 1.1)], BLACK, thick=0.3)

    def _beams(self, notes: list[Symbol], y: float) -> None:
        stems = [self._x(note.step) + _HEAD - 0.2 for note in notes]
        stump = self._cell * 0.4
        if len(stems) == 1:
            self._beam(stems[0], stems[0] + stump, y - _STEM)
        elif stems:
            self._beam(stems[0], stems[-1], y - _STEM)
        for first, last, side in second_beams(notes):
            left, right = stems[first], stems[last]
            if side:
                left, right = sorted((left, left + side * stump))
            self._beam(left, right, y - _STEM + _APART)

    def _beam(self, left: float, right: float, y: float) -> None:
        self._sheet.fill(Box(left - 0.2, y, right - left + 0.4, _BEAM), BLACK)
