"""A pattern drawn in characters that every terminal has: as boxes, as shapes, or in notes."""

from collections.abc import Callable

from lessons.rhythm.notation import Symbol, beat_name, second_beams, symbols
from lessons.rhythm.pattern import OFF, STRONG, TO_A_BEAT, Row

BOXES, SHAPES, NOTES = "boxes", "shapes", "notes"
VIEWS = {
    BOXES: "graphic score: boxes",
    SHAPES: "graphic score: shapes, tall for strong, as long as they last",
    NOTES: "notes, with the names to say them",
}
"""What each view shows."""
CELL = 3
"""Cells of a step."""
NOTE_CELL = 4
"""Of a step where notes are written, which need room for their beams."""
BETWEEN_BEATS = 2

_REST_BY_LENGTH = {4: "Z", 3: "7·", 2: "7", 1: "7"}
"""How a rest looks in simple notation; the shortest has a second hook above it."""


def column(step: int, cell: int = CELL) -> int:
    """The first cell of a step."""
    return step * cell + step // TO_A_BEAT * BETWEEN_BEATS


def width_of(steps: int, cell: int = CELL) -> int:
    """Cells of a whole bar."""
    return column(steps - 1, cell) + cell


def draw(row: Row, view: str) -> tuple[str, ...]:
    """The lines of a row in one of the `VIEWS`."""
    return _DRAWN[view](row)


def counting(steps: int, cell: int = CELL) -> str:
    """The line over the bar: a number on each beat, a point on each step."""
    line = [" "] * width_of(steps, cell)
    for step in range(steps):
        line[column(step, cell)] = "·" if step % TO_A_BEAT else str(step // TO_A_BEAT + 1)
    return "".join(line)


def boxes(row: Row) -> tuple[str, ...]:
    """One line: a filled box is played, a point is not; strong ones are wide."""
    line = [" "] * width_of(len(row.hits))
    for step, hit in enumerate(row.hits):
        drawn = "·" if hit == OFF else "■■" if hit == STRONG else "■"
        _write(line, column(step), drawn)
    return ("".join(line),)


def shapes(row: Row) -> tuple[str, ...]:
    """Two lines: a strong sound is tall, a soft one low, and a tail shows how long it lasts."""
    high, low = ([" "] * width_of(len(row.hits)) for _ in range(2))
    for symbol in (each for beat in symbols(row) for each in beat):
        first, end = column(symbol.step), column(symbol.step + symbol.length - 1) + CELL - 1
        if symbol.is_rest:
            _write(low, first, "·")
            continue
        _write(low, first, "██" + "░" * (end - first - 2) if symbol.is_strong else "▒" * (end - first))
        if symbol.is_strong:
            _write(high, first, "██")
    return "".join(high), "".join(low)


def notes(row: Row) -> tuple[str, ...]:
    """Six lines: accents, two beams, stems, heads and rests, and the names below."""
    lines = [[" "] * width_of(len(row.hits), NOTE_CELL) for _ in range(6)]
    for number, beat in enumerate(symbols(row)):
        _write_beat(lines, beat)
        boxes_ = row.hits[number * TO_A_BEAT : (number + 1) * TO_A_BEAT]
        _write(lines[5], column(number * TO_A_BEAT, NOTE_CELL), beat_name(boxes_))
    return tuple("".join(line) for line in lines)


def _write_beat(lines: list[list[str]], beat: tuple[Symbol, ...]) -> None:
    accents, beam, second, stems, heads, _ = lines
    for symbol in beat:
        at = column(symbol.step, NOTE_CELL)
        if symbol.is_rest:
            _write(heads, at, _REST_BY_LENGTH[symbol.length])
            if symbol.length in (1, 3):
                _write(stems, at, "7" if symbol.length == 1 else " ")
            continue
        if symbol.is_strong:
            accents[at] = ">"
        beam[at] = second[at] = stems[at] = "│"
        _write(heads, at, "●·" if symbol.has_dot else "●")
    beamed = [symbol for symbol in beat if symbol.has_beam]
    if beamed:
        _beam(beam, [column(each.step, NOTE_CELL) for each in beamed], "┌", "┬", "┐")
        _second_beam(second, beamed)


def _beam(line: list[str], at: list[int], first: str, between: str, last: str) -> None:
    """A beam over notes; a note alone has a flag."""
    end = at[-1] if len(at) > 1 else at[0] + 2
    for cell in range(at[0], end):
        line[cell] = "─"
    line[at[0]] = first
    for cell in at[1:-1]:
        line[cell] = between
    if len(at) > 1:
        line[at[-1]] = last


def _second_beam(line: list[str], beamed: list[Symbol]) -> None:
    for first, last, side in second_beams(beamed):
        left, right = (column(beamed[number].step, NOTE_CELL) for number in (first, last))
        if side > 0:
            line[left], line[left + 1] = "├", "─"
        elif side < 0:
            line[left], line[left - 1] = "┤", "─"
        else:
            joined = line[left] == "┤"
            for cell in range(left + 1, right):
                line[cell] = "─"
            line[left], line[right] = "┼" if joined else "├", "┤"


def _write(line: list[str], at: int, text: str) -> None:
    for offset, letter in enumerate(text):
        if at + offset < len(line):
            line[at + offset] = letter


_DRAWN: dict[str, Callable[[Row], tuple[str, ...]]] = {BOXES: boxes, SHAPES: shapes, NOTES: notes}
