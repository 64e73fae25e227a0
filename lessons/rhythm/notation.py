"""A row of a pattern as it is written and said: notes and rests, and a name for each beat."""

from collections.abc import Sequence
from dataclasses import dataclass

from lessons.rhythm.pattern import OFF, STRONG, TO_A_BEAT, Row
from lessons.rhythm.shipped import rhythm_book
from studio.wording import listed


@dataclass(frozen=True, slots=True)
class Symbol:
    """A note or a rest."""

    step: int
    """Where it begins, counted in the bar."""
    length: int
    """In steps: 1 is a semiquaver, 2 a quaver, 3 a quaver with a dot, 4 a crotchet."""
    is_rest: bool = False
    is_strong: bool = False

    @property
    def has_beam(self) -> bool:
        """Whether it hangs on a beam, or has a flag when it is alone."""
        return not self.is_rest and self.length < TO_A_BEAT

    @property
    def has_dot(self) -> bool:
        """Whether it is longer by half."""
        return self.length == 3


def beat_symbols(boxes: str, first: int = 0) -> tuple[Symbol, ...]:
    """The notes of one beat; each lasts until the next, or until the beat is over.

    A beat that begins with nothing begins with a rest.
    """
    starts = [at for at, box in enumerate(boxes) if box != OFF]
    found = []
    if not starts or starts[0]:
        found.append(Symbol(first, starts[0] if starts else len(boxes), is_rest=True))
    for at, after in zip(starts, [*starts[1:], len(boxes)], strict=False):
        found.append(Symbol(first + at, after - at, is_strong=boxes[at] == STRONG))
    return tuple(found)


def symbols(row: Row) -> tuple[tuple[Symbol, ...], ...]:
    """The notes and rests of a row, beat by beat."""
    return tuple(beat_symbols(boxes, TO_A_BEAT * number) for number, boxes in enumerate(row.beats))


def second_beams(notes: Sequence[Symbol]) -> tuple[tuple[int, int, int], ...]:
    """Where the second beam of a beat runs, which only its shortest notes have.

    Each part is (first note, last note, side): between two short notes side is 0; a short note alone has a
    stump, to its right (1) or, as the last of its beat, to its left (-1).
    """
    short = [note.length == 1 for note in notes]
    parts = []
    for number, is_short in enumerate(short):
        if not is_short:
            continue
        if number + 1 < len(notes) and short[number + 1]:
            parts.append((number, number + 1, 0))
        elif not (number and short[number - 1]):
            parts.append((number, number, -1 if number and number == len(notes) - 1 else 1))
    return tuple(parts)


def beat_name(boxes: str) -> str:
    """How a beat is said, such as `ti-ti`."""
    return rhythm_book().names[boxes.lower()]


def said(row: Row) -> str:
    """A row in words: its beats' names, and which beats have a strong one."""
    names = ", ".join(map(beat_name, row.beats))
    strong = [str(number) for number, boxes in enumerate(row.beats, 1) if STRONG in boxes]
    return f"{names}; strong on {listed(strong)}" if strong else names
