"""Ornament made from shapes: bands and rings of a sound, a frame, notes, cut marks."""

from collections.abc import Sequence
from math import ceil, cos, pi, sin
from random import Random

from lessons.colour import Colour
from lessons.look import Look
from lessons.printing.sheet import Box, Sheet

Peaks = Sequence[float]
"""How loud a sound is from its beginning to its end, each 0 to 1."""


def peaks_from(seed: str, number: int) -> tuple[float, ...]:
    """A sound that nobody recorded, always the same for the same words: a few swells, rough like a voice."""
    chance = Random(seed)
    swells = [
        (chance.uniform(0.08, 0.92), chance.uniform(0.05, 0.16), chance.uniform(0.45, 1)) for _ in range(5)
    ]
    found = []
    for place in range(number):
        at = (place + 0.5) / number
        swell = max(high * max(0.0, 1 - ((at - middle) / (2 * wide)) ** 2) for middle, wide, high in swells)
        edge = min(1.0, 6 * at, 6 * (1 - at))
        found.append(max(0.06, swell * edge * chance.uniform(0.55, 1)))
    top = max(found)
    return tuple(peak / top for peak in found)


def drawn(peaks: Peaks, number: int) -> tuple[float, ...]:
    """As many bars as there is room for, each the loudest of its part, the loudest of all 1."""
    if not peaks:
        return (0.06,) * number
    parts = [
        peaks[
            int(n * len(peaks) / number) : max(
                int(n * len(peaks) / number) + 1, ceil((n + 1) * len(peaks) / number)
            )
        ]
        for n in range(number)
    ]
    found = [max(map(abs, part)) for part in parts]
    top = max(found) or 1.0
    return tuple(max(0.06, peak / top) for peak in found)


def loudest(bars: Sequence[float]) -> range:
    """The places of the loudest bar and its neighbours, which have the second colour."""
    top = max(range(len(bars)), key=bars.__getitem__)
    return range(max(0, top - 1), top + 2)


def band(sheet: Sheet, box: Box, look: Look, peaks: Peaks, *, step: float = 3.0, accent: bool = True) -> None:
    """A sound as a row of round bars; where it is loudest it has the second colour."""
    number = max(5, int(box.width / step))
    bars = drawn(peaks, number)
    bright = loudest(bars) if accent else range(0)
    thick = step * 0.55
    _, middle = box.middle
    for place, peak in enumerate(bars):
        x = box.x + (place + 0.5) * box.width / number
        half = max(0.0, peak * box.height / 2 - thick / 2)
        colour = look.second_colour if place in bright else look.main_colour
        sheet.stroke([(x, middle - half), (x, middle + half + 0.01)], colour, thick=thick)


def burst(sheet: Sheet, x: float, y: float, radius: float, look: Look, peaks: Peaks) -> None:
    """A sound bent round a disc: a seal."""
    number = 56
    inner = radius * 0.66
    for place, peak in enumerate(drawn(peaks, number)):
        turn = 2 * pi * place / number - pi / 2
        outer = inner + (radius - inner) * (0.25 + 0.75 * peak)
        ends = [(x + r * cos(turn), y + r * sin(turn)) for r in (inner, outer)]
        sheet.stroke(ends, look.main_colour, thick=radius * 0.036)
    sheet.disc(x, y, radius * 0.56, look.second_colour)


def note(sheet: Sheet, x: float, y: float, size: float, colour: Colour) -> None:
    """Two quavers under a beam, in the middle of a place."""
    left, right, up, down = x - size * 0.28, x + size * 0.36, y - size * 0.48, y + size * 0.34
    thick = size * 0.085
    for stem, lift in ((left, 0.0), (right, size * 0.12)):
        sheet.stroke([(stem, down - lift), (stem, up + size * 0.12 - lift)], colour, thick=thick)
        _head(sheet, stem - size * 0.135, down - lift, size * 0.18, colour)
    half = thick / 2
    beam = [
        (left - half, up + size * 0.06),
        (right + half, up - size * 0.08),
        (right + half, up + size * 0.09),
        (left - half, up + size * 0.23),
    ]
    sheet.polygon(beam, colour)


def _head(sheet: Sheet, x: float, y: float, radius: float, colour: Colour) -> None:
    """An oval that leans."""
    points = []
    for place in range(28):
        turn = 2 * pi * place / 28
        across, along = radius * cos(turn), radius * 0.74 * sin(turn)
        points.append((x + across * 0.94 + along * 0.34, y - across * 0.34 + along * 0.94))
    sheet.polygon(points, colour)


def frame(
    sheet: Sheet, box: Box, look: Look, peaks: Peaks, *, share: float = 0.46, swing: float = 15
) -> None:
    """A frame whose upper line becomes a sound in the middle."""
    wide = box.width * share
    left, right = box.x + (box.width - wide) / 2, box.x + (box.width + wide) / 2
    colour, bend = look.main_colour, 7.0
    for from_x, to_x, turn in ((left - 3, box.x, 1), (right + 3, box.right, -1)):
        path = [(from_x, box.y), (to_x + turn * bend, box.y)]
        path += _corner(to_x + turn * bend, box.y + bend, bend, turn, top=True)
        path += _corner(to_x + turn * bend, box.bottom - bend, bend, turn, top=False)
        path.append((box.x + box.width / 2, box.bottom))
        sheet.stroke(path, colour, thick=0.6)
    band(sheet, Box(left, box.y - swing / 2, wide, swing), look, peaks, step=2.7)


def _corner(x: float, y: float, bend: float, turn: int, *, top: bool) -> list[tuple[float, float]]:
    """A quarter of a circle round its centre."""
    turns = [place / 8 * pi / 2 for place in range(9)]
    if top:
        return [(x - turn * bend * sin(t), y - bend * cos(t)) for t in turns]
    return [(x - turn * bend * cos(t), y + bend * sin(t)) for t in turns]


def cut_marks(sheet: Sheet, xs: Sequence[float], ys: Sequence[float], colour: Colour) -> None:
    """Short lines outside a grid of cards, and small crosses inside it, where to cut."""
    long, gap = 6.0, 1.5
    for x in xs:
        sheet.stroke([(x, ys[0] - gap - long), (x, ys[0] - gap)], colour, thick=0.2)
        sheet.stroke([(x, ys[-1] + gap), (x, ys[-1] + gap + long)], colour, thick=0.2)
    for y in ys:
        sheet.stroke([(xs[0] - gap - long, y), (xs[0] - gap, y)], colour, thick=0.2)
        sheet.stroke([(xs[-1] + gap, y), (xs[-1] + gap + long, y)], colour, thick=0.2)
    for x in xs[1:-1]:
        for y in ys[1:-1]:
            sheet.stroke([(x - 1.5, y), (x + 1.5, y)], colour, thick=0.2)
            sheet.stroke([(x, y - 1.5), (x, y + 1.5)], colour, thick=0.2)
