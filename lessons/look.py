"""The school's colours, in which its certificates, badges and posters are printed."""

from dataclasses import dataclass, replace

from evidence.award.records import AwardRecords
from evidence.library import Library
from lessons.colour import WHITE, Colour, contrast, parse_colour
from studio.errors import StudioError

_SEEN_MAIN, _SEEN_SECOND = 3.0, 1.3
"""The least contrast to white paper: of shapes that carry something, and of mere ornament."""


class TooPale(StudioError):
    """A colour that would not be seen on white paper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Two colours, as #rrggbb. A new choice takes the place of the one before, which stays."""

    id: str
    main: str = "#1f4e79"
    second: str = "#e69f00"

    def __post_init__(self) -> None:
        for colour in (self.main, self.second):
            Colour.of(colour)

    @property
    def main_colour(self) -> Colour:
        """Of large letters and ornament."""
        return Colour.of(self.main)

    @property
    def second_colour(self) -> Colour:
        """The accent."""
        return Colour.of(self.second)


class Looks:
    """The looks in a library."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._records = AwardRecords(library, "look", "LK", Look)

    def now(self) -> Look:
        """The one that stands; ours, which everybody can tell apart, until the school has chosen."""
        return next(iter(reversed(self._records.all())), Look(id=""))

    def set(self, main: str, second: str, *, who: str | None = None) -> Look:
        """Choose two colours, as words such as `dark blue` or as #rrggbb.

        Raises
        ------
        AdultsOnly, UnknownColour, TooPale
            If no adult is here, a word is no colour, or the paper would swallow one of them.
        """
        self._library.adults.need("choose the school's colours")
        made = Look(id="", main=str(_main(main)), second=str(_second(second)))
        return self._records.add(lambda id_: replace(made, id=id_), who=who)


def fits_main(colour: Colour) -> bool:
    """Whether it is strong enough on white paper for the letters."""
    return contrast(colour, WHITE) >= _SEEN_MAIN


def fits_second(colour: Colour) -> bool:
    """Whether it is seen on white paper at all."""
    return contrast(colour, WHITE) >= _SEEN_SECOND


def _main(text: str) -> Colour:
    colour = parse_colour(text)
    if not fits_main(colour):
        raise TooPale(
            f"“{text[:40]}” is too pale to read on white paper.",
            f"Make it the second colour, or use a darker one such as {colour.readable()}.",
        )
    return colour


def _second(text: str) -> Colour:
    colour = parse_colour(text)
    if not fits_second(colour):
        raise TooPale(f"“{text[:40]}” is not seen on white paper.", "Choose a stronger second colour.")
    return colour
