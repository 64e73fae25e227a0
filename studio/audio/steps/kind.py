"""A kind of step: what it is called, which numbers it takes, and how it is said."""

import math
import re
from collections.abc import Callable
from dataclasses import dataclass

from studio.errors import StudioError

_NUMBER = re.compile(r"-?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?", re.ASCII)
LONGEST_SECONDS = 7 * 24 * 3600.0
"""No time in a step is later."""


class RecipeFault(StudioError):
    """A step that cannot be read, or cannot be done to this sound."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One number of a step: what it is called, and the range it may have (both ends included)."""

    name: str
    low: float
    high: float
    default: float | None = None
    """What stands in when the number is left out; `None` when it must be given or may be missing."""
    words: tuple[str, ...] = ()
    """When there are some, one of them is written and the number is its place among them."""

    def text(self, value: float) -> str:
        """The number as it is written."""
        return self.words[int(value)] if self.words else number_to_text(value)


@dataclass(frozen=True, slots=True)
class StepKind:
    """What a step is called, which numbers it takes, and how it is said."""

    name: str
    parameters: tuple[Parameter, ...]
    fewest: int
    """How many of the numbers must be written."""
    words: Callable[[tuple[float, ...], float], str]
    """Values and the seconds of the sound before the step -> what was done, in words."""
    seconds_after: Callable[[tuple[float, ...], float], float] = lambda values, seconds: seconds
    """Values and the seconds before -> the seconds after."""

    @property
    def usage(self) -> str:
        """How to write the step, for people."""
        names = [p.name if i < self.fewest else f"[{p.name}]" for i, p in enumerate(self.parameters)]
        return " ".join([self.name, *names])

    def read_values(self, words: list[str]) -> tuple[float, ...]:
        """Numbers as written -> values, with the defaults filled in."""
        if not self.fewest <= len(words) <= len(self.parameters):
            raise RecipeFault(f"“{self.name}” has too few numbers or too many.", f"Write: {self.usage}.")
        values = [self._read_value(p, w) for p, w in zip(self.parameters, words, strict=False)]
        values += [p.default for p in self.parameters[len(values) :] if p.default is not None]
        if len(values) > 1 and self.parameters[:2] == RANGE and values[1] <= values[0]:
            raise RecipeFault(
                f"“{self.name}” stops before it starts.", "Put the smaller time first, then the bigger one."
            )
        return tuple(values)

    def write_values(self, values: tuple[float, ...]) -> list[str]:
        """The values as `read_values` reads them back."""
        return [parameter.text(value) for parameter, value in zip(self.parameters, values, strict=False)]

    def _read_value(self, parameter: Parameter, word: str) -> float:
        if parameter.words:
            return float(self._place(parameter, word.lower()))
        value = float(word) if _NUMBER.fullmatch(word) else math.nan
        if not parameter.low <= value <= parameter.high:
            raise RecipeFault(
                f"“{self.name}” cannot use “{word[:40]}” for {parameter.name}.",
                f"Give a number from {number_to_text(parameter.low)} to {number_to_text(parameter.high)}.",
            )
        return value + 0.0  # no minus zero

    def _place(self, parameter: Parameter, word: str) -> int:
        if word not in parameter.words:
            raise RecipeFault(
                f"“{self.name}” cannot use “{word[:40]}” for {parameter.name}.",
                f"Give one of these: {', '.join(parameter.words)}.",
            )
        return parameter.words.index(word)


def number_to_text(value: float) -> str:
    """The shortest text that reads back as the same number."""
    return str(int(value)) if value == int(value) else repr(value)


def seconds_in_words(value: float) -> str:
    """A length as it is said in a recipe: "0.02 s", "0.75 s", "2.0 s"."""
    if 0 < value < 0.1:
        return f"{value:.3g} s"
    return f"{value:.2f} s" if value < 1 else f"{value:.1f} s"


START = Parameter("START-SECONDS", 0, LONGEST_SECONDS)
STOP = Parameter("STOP-SECONDS", 0, LONGEST_SECONDS)
RANGE = (START, STOP)
"""A stretch of the sound, from a moment up to a later one."""
