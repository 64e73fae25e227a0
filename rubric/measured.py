"""A number laid beside what a descriptor asks for: the sum in words, never a verdict on the criterion."""

from dataclasses import dataclass
from fractions import Fraction

from rubric.framework import Measure

_NEAR = Fraction(8, 10)
"""Of what is asked “approximately”: from here on people decide."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What came of it."""

    met: bool | None
    """Whether the number is reached; `None` where people must judge, or nothing was counted."""
    words: str
    """The sum, such as `13 of 150 is 8.7 %: the text asks for at least 8 %.`"""


def measured(measure: Measure, value: float, of: float | None = None) -> Measured:
    """Lay a value beside its measure; `of` is how many there are, where a share is asked for."""
    if value < 0 or (of is not None and of < 0):
        raise ValueError(f"nothing counts {value} of {of}")
    number, unit = Fraction(str(value)), _unit(measure)
    counted = _amount(number, unit)
    if of is not None:
        if of == 0:
            return Measured(None, f"{_plain(number)} of 0: there is nothing to count yet.")
        whole = Fraction(str(of))
        counted = f"{_plain(number)} of {_plain(whole)}"
        if unit.startswith("%"):
            number = number / whole * 100
            counted += f" is {_share(number, measure)} %"
    said = f"{counted}: the text asks for {_asked(measure, unit)}"
    if _reached(measure, number):
        return Measured(True, f"{said}.")
    if measure.about and _is_near(measure, number):
        return Measured(None, f"{said}, approximately. Whether that is near enough, people decide.")
    return Measured(False, f"{said}.")


def _reached(measure: Measure, number: Fraction) -> bool:
    low, high = measure.at_least, measure.at_most
    return (low is None or number >= Fraction(str(low))) and (high is None or number <= Fraction(str(high)))


def _is_near(measure: Measure, number: Fraction) -> bool:
    low, high = measure.at_least, measure.at_most
    return (low is None or number >= Fraction(str(low)) * _NEAR) and (
        high is None or number * _NEAR <= Fraction(str(high))
    )


def _asked(measure: Measure, unit: str) -> str:
    bounds = [
        f"at {word} {_amount(Fraction(str(bound)), unit)}"
        for word, bound in (("least", measure.at_least), ("most", measure.at_most))
        if bound is not None
    ]
    return " and ".join(bounds)


def _amount(number: Fraction, unit: str) -> str:
    shown = unit[:-1] if number == 1 and unit.endswith("s") else unit
    return f"{_plain(number)} {shown}"


def _unit(measure: Measure) -> str:
    """A share says its percent sign only: what it is of stands in the measure's name."""
    return "%" if measure.unit.startswith("%") else measure.unit


def _share(number: Fraction, measure: Measure) -> str:
    """One decimal, or as many as show on which side of the bound it lies."""
    bounds = {Fraction(str(bound)) for bound in (measure.at_least, measure.at_most) if bound is not None}
    for decimals in range(1, 7):
        shown = f"{float(number):.{decimals}f}"
        if number in bounds or Fraction(shown) not in bounds:
            return shown.removesuffix(".0") if Fraction(shown) == number else shown
    return shown


def _plain(number: Fraction) -> str:
    return str(number.numerator) if number.denominator == 1 else f"{float(number):g}"
