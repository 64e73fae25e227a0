"""Moments of a film: seconds and pictures, as they are typed and as they are read."""

import math
import re
from fractions import Fraction

from studio.errors import StudioError

_TYPED = re.compile(r"(?:(?P<minutes>\d{1,3}):)?(?P<seconds>\d{1,5}(?:[.,]\d{1,6})?)", re.ASCII)
_PICTURE = re.compile(r"p(?:icture)? ?(?P<number>\d{1,7})", re.ASCII | re.IGNORECASE)


class BadMoment(StudioError):
    """A time that is none, or is not in the film."""


def picture_at(seconds: float, rate: Fraction) -> int:
    """The picture that is seen then; the first is 0."""
    # A moment that was worked out from a picture may lie a rounding before it.
    return max(0, math.floor(Fraction(seconds) * rate + Fraction(1, 1000)))


def seconds_of(picture: int, rate: Fraction) -> float:
    """When a picture comes."""
    return float(picture / rate)


def moment_typed(text: str, rate: Fraction) -> float:
    """Read a time such as `12.5`, `1:02.5` or, by its picture, `p308` -> seconds.

    Raises
    ------
    BadMoment
        If it is none of these.
    """
    plain = text.strip()
    if picture := _PICTURE.fullmatch(plain):
        return seconds_of(int(picture["number"]), rate)
    found = _TYPED.fullmatch(plain)
    if found is None:
        raise BadMoment(f"“{plain[:20]}” is no time.", "Write it like 12.5, 1:02.5, or p308 for a picture.")
    return int(found["minutes"] or 0) * 60 + float(found["seconds"].replace(",", "."))


def within(seconds: float, film_seconds: Fraction, rate: Fraction) -> float:
    """The moment itself, when a film of this length has it.

    Raises
    ------
    BadMoment
        If it has not.
    """
    if not 0 <= seconds < film_seconds:
        end = moment_words(float(film_seconds), rate)
        raise BadMoment("That moment is not in the film.", f"It ends at {end}.")
    return seconds


def moment_words(seconds: float, rate: Fraction) -> str:
    """A time as it is read: minutes, seconds, and the picture."""
    minutes, rest = divmod(seconds, 60)
    if round(rest, 2) >= 60:
        minutes, rest = minutes + 1, 0.0
    return f"{int(minutes)}:{rest:05.2f}  picture {picture_at(seconds, rate)}"
