"""Text whose letters join, stack or run from right to left: measured, and broken into lines that fit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from evidence.printing.faces import PLAIN, SHAPES, Faces, face_of
from evidence.printing.gaps import gaps_in, leads
from evidence.printing.glyphs import shaped
from evidence.printing.letters import BOX, JOINERS, belongs_before
from evidence.printing.lines import spans
from evidence.printing.runs import Run, begins_right, runs_of

if TYPE_CHECKING:
    from fpdf.fonts import TTFFont

_LONGEST_JOINED = 40
"""Letters that are never parted; more than any word has, so that a line ends somewhere."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text: its runs from left to right as they are seen."""

    runs: tuple[Run, ...]
    from_right: bool = False
    """Whether its paragraph begins at the right margin."""


@dataclass(frozen=True, slots=True)
class Box:
    """The room that a line takes: along it, and above and below its baseline."""

    width: float
    above: float
    below: float


class Shaper:
    """Lines of any text in the fonts of a PDF, regular or bold."""

    def __init__(self, faces: Faces, *, bold: bool) -> None:
        self._faces, self._bold = faces, bold

    def lines(self, paragraph: str, room: float) -> Iterator[Line]:
        """The lines of a paragraph, each no wider than `room`, in thousandths of the size."""
        text, faces = self._in_faces(paragraph)
        widths, joined = self._measured(text, faces)
        from_right = begins_right(text)
        for start, stop in spans(text, widths, room, gaps=gaps_in(text, joined), joined=joined):
            yield Line(tuple(runs_of(text[start:stop], faces[start:stop], from_right)), from_right)

    def box(self, line: Line) -> Box:
        """How much room a line takes, in thousandths of the size."""
        width, above, below = 0.0, 0.0, 0.0
        for run in line.runs:
            font = self._faces.font(run.face, bold=self._bold)
            for glyph in shaped(font, run):
                width += glyph.advance
                shape = font.hbfont.get_glyph_extents(glyph.id)
                above = max(above, glyph.up + shape.y_bearing * font.scale)
                below = max(below, -glyph.up - (shape.y_bearing + shape.height) * font.scale)
        return Box(width, above, below)

    def _in_faces(self, paragraph: str) -> tuple[str, list[str]]:
        """The text with boxes for what no font has, and the font of each letter."""
        shown: list[tuple[str, str]] = []
        for cluster in _clusters(paragraph):
            shown += self._cluster_in_faces(cluster, shown[-1][1] if shown else PLAIN)
        faces = [face for _, face in shown]
        for place in range(1, len(faces) - 1):  # a space between two words of a font is in that font too
            if shown[place][0] == " " and faces[place - 1] == faces[place + 1]:
                faces[place] = faces[place - 1]
        return "".join(letter for letter, _ in shown), faces

    def _cluster_in_faces(self, cluster: str, before: str) -> list[tuple[str, str]]:
        own = [face_of(letter) for letter in cluster if letter not in JOINERS]
        tried = own if own[:1] == [PLAIN] or cluster[0].isalpha() else [before, *own]
        for face in tried:
            if face is not None and self._faces.shows(face, cluster):
                return [(letter, face) for letter in cluster]
        each = [(letter, face_of(letter)) for letter in cluster if letter not in JOINERS]
        return [(letter, face) if face else (BOX, SHAPES) for letter, face in each]

    def _measured(self, text: str, faces: Sequence[str]) -> tuple[list[float], set[int]]:
        """The width of each letter, and which letters are never parted from the one before."""
        widths: list[float] = []
        joined = {at for at in range(1, len(text)) if belongs_before(text[at]) or leads(text[at - 1])}
        for face, group in groupby(faces):
            start = len(widths)
            part = text[start : start + sum(1 for _ in group)]
            advances = _advances(self._faces.font(face, bold=self._bold), Run(part, face, begins_right(part)))
            widths += [advances.get(at, 0.0) for at in range(len(part))]
            joined.update(start + at for at in range(1, len(part)) if at not in advances)
        return widths, _bounded(joined)


def _advances(font: "TTFFont", run: Run) -> dict[int, float]:
    """How wide each cluster of a run is, by the place of its first letter."""
    found: dict[int, float] = {}
    for glyph in shaped(font, run):
        found[glyph.cluster] = found.get(glyph.cluster, 0.0) + glyph.advance
    return found


def _bounded(joined: set[int]) -> set[int]:
    """The same places without every fortieth of those that follow one another."""
    kept: set[int] = set()
    length = 0
    for place in sorted(joined):
        length = length + 1 if place - 1 in joined else 1
        if length % _LONGEST_JOINED:
            kept.add(place)
    return kept


def _clusters(text: str) -> Iterator[str]:
    """Each letter with the marks on it."""
    start = 0
    for place in range(1, len(text)):
        if not belongs_before(text[place]):
            yield text[start:place]
            start = place
    if text:
        yield text[start:]
