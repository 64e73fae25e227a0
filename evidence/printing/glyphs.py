"""The glyphs of a run, as its font shapes it, and what draws them in a PDF."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from evidence.printing.runs import Run

if TYPE_CHECKING:
    from fpdf.fonts import TTFFont

_UNIT = 1000.0
_NOTHING = 0x2060
"""What a glyph stands for when the letters of its group are told by the glyph before it."""
_DRIFT = 2.0
"""Thousandths of the size by which a glyph may stand off its place, as widths in a PDF are rounded."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph in its place; lengths are in thousandths of the size."""

    id: int
    cluster: int
    """The place of the first letter that it stands for."""
    advance: float
    right: float
    up: float


def shaped(font: "TTFFont", run: Run) -> list[Glyph]:
    """The glyphs of a run from left to right."""
    glyphs, places = font.perform_harfbuzz_shaping(run.text, _UNIT, run.shaping())
    return [
        Glyph(
            glyph.codepoint,
            glyph.cluster,
            place.x_advance * font.scale,
            place.x_offset * font.scale,
            place.y_offset * font.scale,
        )
        for glyph, place in zip(glyphs, places, strict=True)
    ]


def operators(font: "TTFFont", run: Run, size: float, left: float, bottom: float) -> tuple[str, float]:
    """What draws a run, each glyph in its place, and how wide it is, in points."""
    unit = size / 1000
    parts: list[str] = []
    letters, pen, drawn = "", 0.0, -_UNIT
    for glyph, code, width in _coded(font, run):
        if glyph.right or glyph.up or abs(pen - drawn) > _DRIFT:
            parts.append(f"<{letters}> Tj" if letters else "")
            x, y = left + (pen + glyph.right) * unit, bottom + glyph.up * unit
            parts.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm")
            letters, drawn = "", pen + glyph.right
        letters += f"{code:04X}"
        pen += glyph.advance
        drawn = drawn + width if not glyph.up else -_UNIT
    return " ".join([*parts, f"<{letters}> Tj"]).lstrip(), pen * unit


def _coded(font: "TTFFont", run: Run) -> Iterator[tuple[Glyph, int, float]]:
    """Each glyph with its code in the PDF and its width there."""
    glyphs = shaped(font, run)
    starts = sorted({glyph.cluster for glyph in glyphs})
    letters = {start: run.text[start:stop] for start, stop in pairwise([*starts, len(run.text)])}
    for glyph in glyphs:
        name = font.ttfont.getGlyphName(glyph.id)
        width = round(font.scale * font.ttfont["hmtx"].metrics[name][0])
        said = tuple(map(ord, letters.pop(glyph.cluster, ""))) or (_NOTHING,)
        known = font.subset.get_glyph(glyph=glyph.id, unicode=said, glyph_name=name, glyph_width=width)
        code = font.subset.pick_glyph(known)
        if code is not None:
            yield glyph, code, width
