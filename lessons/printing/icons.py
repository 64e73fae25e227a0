"""Small pictures made from shapes; each stands beside its words and says nothing that they do not."""

from math import cos, pi, sin

from lessons.colour import WHITE, Colour
from lessons.printing.sheet import Box, Sheet


def disc_record(sheet: Sheet, x: float, y: float, radius: float, main: Colour, second: Colour) -> None:
    """A record with its grooves."""
    sheet.disc(x, y, radius, main)
    for share in (0.82, 0.66, 0.52):
        sheet.ring(x, y, radius * share, WHITE, thick=0.22)
    sheet.disc(x, y, radius * 0.36, second)
    sheet.disc(x, y, radius * 0.07, WHITE)


def screen(sheet: Sheet, x: float, y: float, radius: float, main: Colour, second: Colour) -> None:
    """A computer that shows a sound."""
    box = Box(x - radius, y - radius * 0.86, 2 * radius, radius * 1.36)
    sheet.outline(box, main, thick=1.0, round_=1.6)
    sheet.stroke(
        [(x - radius * 0.45, y + radius * 0.86), (x + radius * 0.45, y + radius * 0.86)], main, thick=1.2
    )
    sheet.stroke([(x, y + radius * 0.55), (x, y + radius * 0.86)], main, thick=1.2)
    for place, high in enumerate((0.15, 0.4, 0.9, 0.55, 0.75, 0.3, 0.12)):
        at = x + (place - 3) * radius * 0.24
        half = radius * 0.42 * high
        middle = y - radius * 0.18
        colour = second if place == 2 else main
        sheet.stroke([(at, middle - half), (at, middle + half)], colour, thick=radius * 0.12)


def bubble(sheet: Sheet, x: float, y: float, radius: float, main: Colour, second: Colour) -> None:
    """Somebody says something."""
    box = Box(x - radius, y - radius * 0.85, 2 * radius, radius * 1.35)
    sheet.fill(box, main, round_=radius * 0.4)
    tail = [
        (x - radius * 0.5, y + radius * 0.4),
        (x - radius * 0.62, y + radius * 0.95),
        (x, y + radius * 0.4),
    ]
    sheet.polygon(tail, main)
    for place in (-1, 0, 1):
        sheet.disc(
            x + place * radius * 0.46, y - radius * 0.17, radius * 0.14, second if place == 0 else WHITE
        )


def stop_sign(sheet: Sheet, x: float, y: float, radius: float, colour: Colour) -> None:
    """Eight corners, as on the road."""
    turns = [pi / 8 + place * pi / 4 for place in range(8)]
    sheet.polygon([(x + radius * cos(t), y + radius * sin(t)) for t in turns], colour)
    inner = radius * 0.86
    ring = [(x + inner * cos(t), y + inner * sin(t)) for t in [*turns, turns[0]]]
    sheet.stroke(ring, WHITE, thick=0.4)
    sheet.fill(Box(x - radius * 0.5, y - radius * 0.12, radius, radius * 0.24), WHITE)
