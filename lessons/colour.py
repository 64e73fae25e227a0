"""Colours as words or as #rrggbb, and how well one is read on another."""

import re
from dataclasses import dataclass
from functools import cache

from assets import asset
from rubric.tables import ContentFault, read_table
from studio.errors import StudioError
from studio.wording import did_you_mean

READABLE = 4.5
"""The least contrast of text, by WCAG 2.2."""

_RGB = re.compile("#?([0-9a-f]{6})", re.ASCII)
_DARKER = 0.94
_TINT = 0.07
"""Of the palest ground that stands behind words in the same colour."""


class ColourFault(ContentFault):
    """The file of colours cannot be used as it stands."""


class UnknownColour(StudioError):
    """A word that is no colour we know."""


@dataclass(frozen=True, slots=True)
class Colour:
    """Red, green and blue, each 0 to 255."""

    red: int
    green: int
    blue: int

    @classmethod
    def of(cls, rgb: str) -> "Colour":
        """The colour of a text such as `#1f4e79`."""
        found = _RGB.fullmatch(rgb.lower())
        if found is None:
            raise ValueError(f"no colour is written {rgb!r:.20}")
        return cls(*bytes.fromhex(found[1]))

    def __str__(self) -> str:
        return f"#{self.red:02x}{self.green:02x}{self.blue:02x}"

    @property
    def rgb(self) -> tuple[int, int, int]:
        """As a PDF takes it."""
        return self.red, self.green, self.blue

    @property
    def light(self) -> float:
        """Relative luminance, 0 to 1 (WCAG 2.2)."""
        parts = [part / 255 for part in self.rgb]
        red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    @property
    def ink(self) -> "Colour":
        """Black or white, whichever is read better on it; always at least 4.5 to 1."""
        return max(BLACK, WHITE, key=lambda each: contrast(each, self))

    def readable(self) -> "Colour":
        """The same colour, or a darker one that is read well on white paper and on a pale tint of itself."""
        found = self
        while contrast(found, self.tint(_TINT)) < READABLE:
            found = Colour(*(round(part * _DARKER) for part in found.rgb))
        return found

    def tint(self, share: float) -> "Colour":
        """A paler one: `share` of it on white."""
        return Colour(*(round(255 - (255 - part) * share) for part in self.rgb))


BLACK, WHITE = Colour(0, 0, 0), Colour(255, 255, 255)


def contrast(one: Colour, other: Colour) -> float:
    """Contrast of two colours, 1 to 21 (WCAG 2.2)."""
    low, high = sorted((one.light, other.light))
    return (high + 0.05) / (low + 0.05)


def parse_colour(text: str) -> Colour:
    """The colour of words such as `dark blue`, or of `#1f4e79`.

    Raises
    ------
    UnknownColour
        If it is neither.
    """
    word = " ".join(text.lower().replace("-", " ").replace("gray", "grey").split())
    known = colour_words()
    if word in known:
        return known[word]
    if _RGB.fullmatch(word):
        return Colour.of(word)
    raise UnknownColour(f"“{text[:40]}” is not a colour we know.", did_you_mean(word, known))


@cache
def colour_words() -> dict[str, Colour]:
    """Every colour by each of its words."""
    table = read_table(asset("printing", "colours.toml"), ColourFault)
    found: dict[str, Colour] = {}
    for row in table.tables("colours"):
        colour = Colour.of(row.text("rgb", pattern="#[0-9a-f]{6}", example="#1f4e79"))
        for words in row.text("words", longest=80).split(" | "):
            if words in found:
                raise row.fault("words", f"“{words}” is there twice.", "Keep one of the two.")
            found[words] = colour
        row.expect_nothing_else()
    table.expect_nothing_else()
    return found
