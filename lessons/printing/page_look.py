"""What pages for a browser look like: the school's colours, and the picture of a sound in bars."""

from lessons.look import Look
from lessons.printing.ornament import Peaks, drawn, loudest

BARS, STEP, HIGH = 64, 10, 120
"""Of the picture of a sound: how many bars, how far apart, how high."""


class PageColours:
    """The school's colours, each dark enough for what it is used for."""

    def __init__(self, look: Look) -> None:
        self.main = str(look.main_colour.readable())
        self.bar = str(look.main_colour)
        self.second = str(look.second_colour)
        self.pale = str(look.main_colour.tint(0.06))


def bars(peaks: Peaks) -> list[tuple[int, float, float, bool]]:
    """Left edge, top and height of each bar of the picture, and whether it has the second colour."""
    found = drawn(peaks, BARS)
    tall = [max(6.0, peak * HIGH) for peak in found]
    return [
        (place * STEP + 2, round((HIGH - each) / 2, 1), round(each, 1), place in loudest(found))
        for place, each in enumerate(tall)
    ]
