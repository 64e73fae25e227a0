"""The recipe: what was done to a sound, as an ordered list of steps with a text form."""

import math
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from studio.errors import StudioError

_NUMBER = re.compile(r"-?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?", re.ASCII)
_LONGEST_SECONDS = 7 * 24 * 3600.0
_SLACK_SECONDS = 1e-9


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


@dataclass(frozen=True, slots=True)
class Step:
    """One thing done to a sound; its text form is `name value value ...`."""

    name: str
    values: tuple[float, ...] = ()

    def __str__(self) -> str:
        return " ".join([self.name, *map(number_to_text, self.values)])

    @classmethod
    def parse(cls, text: str) -> "Step":
        """Read the text form.

        Raises
        ------
        RecipeFault
            If the step is unknown, has too few or too many numbers, or a number out of range.
        """
        words = text.split()
        if not words:
            raise RecipeFault("A step is empty.", f"The steps are: {', '.join(STEP_KINDS)}.")
        kind = STEP_KINDS.get(words[0].lower())
        if kind is None:
            raise RecipeFault(
                f"There is no step called “{words[0][:40]}”.", f"The steps are: {', '.join(STEP_KINDS)}."
            )
        return cls(kind.name, kind.read_values(words[1:]))


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
        if len(values) > 1 and self.parameters[:2] == _RANGE and values[1] <= values[0]:
            raise RecipeFault(
                f"“{self.name}” stops before it starts.", "Put the smaller time first, then the bigger one."
            )
        return tuple(values)

    def _read_value(self, parameter: Parameter, word: str) -> float:
        value = float(word) if _NUMBER.fullmatch(word) else math.nan
        if not parameter.low <= value <= parameter.high:
            raise RecipeFault(
                f"“{self.name}” cannot use “{word[:40]}” for {parameter.name}.",
                f"Give a number from {number_to_text(parameter.low)} to {number_to_text(parameter.high)}.",
            )
        return value + 0.0  # no minus zero


@dataclass(frozen=True, slots=True)
class Recipe:
    """The steps done to a sound, in order, and the ones taken back that could be done again."""

    steps: tuple[Step, ...] = ()
    undone: tuple[Step, ...] = ()
    """Steps taken back, the next one to redo last."""

    @classmethod
    def parse(cls, texts: Iterable[str]) -> "Recipe":
        """Read one step a text; see `Step.parse`."""
        return cls(tuple(Step.parse(text) for text in texts))

    def texts(self) -> list[str]:
        """The text form, one step an item; `parse` reads it back without loss."""
        return [str(step) for step in self.steps]

    def add(self, *steps: Step) -> "Recipe":
        """Do more; what was taken back can then no longer be redone."""
        return Recipe(self.steps + steps)

    def undo(self) -> "Recipe":
        """Take the last step back; with no steps, the same recipe."""
        return Recipe(self.steps[:-1], self.undone + self.steps[-1:])

    def redo(self) -> "Recipe":
        """Do again what was last taken back; with nothing taken back, the same recipe."""
        return Recipe(self.steps + self.undone[-1:], self.undone[:-1])

    def words(self, seconds: float) -> list[str]:
        """What was done to a sound of so many seconds, one phrase a step."""
        phrases = []
        for step in self.steps:
            kind = STEP_KINDS[step.name]
            phrases.append(kind.words(step.values, seconds))
            seconds = kind.seconds_after(step.values, seconds)
        return phrases

    def seconds_after(self, seconds: float) -> float:
        """How long a sound of so many seconds becomes."""
        for step in self.steps:
            seconds = STEP_KINDS[step.name].seconds_after(step.values, seconds)
        return seconds


def number_to_text(value: float) -> str:
    """The shortest text that reads back as the same number."""
    return str(int(value)) if value == int(value) else repr(value)


def _trim_words(values: tuple[float, ...], seconds: float) -> str:
    start, stop = _kept(values, seconds)
    ends = []
    if start > _SLACK_SECONDS:
        ends.append(f"{_seconds(start)} from the start")
    if seconds - stop > _SLACK_SECONDS:
        ends.append(f"{_seconds(seconds - stop)} from the end")
    return f"cut {' and '.join(ends)}" if ends else "cut nothing"


def _kept(values: tuple[float, ...], seconds: float) -> tuple[float, float]:
    return values[0], min(values[1], seconds) if len(values) > 1 else seconds


def _seconds(value: float) -> str:
    if 0 < value < 0.1:
        return f"{value:.3g} s"
    return f"{value:.2f} s" if value < 1 else f"{value:.1f} s"


def _fade_size(seconds: float) -> str:
    """Tidy's fades only take the click off an end; a child should not look for them."""
    return "a tiny " if seconds < 0.1 else ""


def _between(values: tuple[float, ...], seconds: float) -> str:
    start, stop = _kept(values, seconds) if values else (0.0, seconds)
    return f"from {_seconds(start)} to {_seconds(stop)}"


def _gain_words(values: tuple[float, ...], seconds: float) -> str:
    return f"{'louder' if values[0] >= 0 else 'quieter'} by {abs(values[0]):.1f} dB"


def _taken_out(values: tuple[float, ...], seconds: float) -> float:
    return seconds - max(0.0, min(values[1], seconds) - values[0])


_START = Parameter("START-SECONDS", 0, _LONGEST_SECONDS)
_STOP = Parameter("STOP-SECONDS", 0, _LONGEST_SECONDS)
_RANGE = (_START, _STOP)
_FADE = (Parameter("SECONDS", 0, _LONGEST_SECONDS),)
_CEILING = Parameter("DBFS", -60, 0, default=-1)

STEP_KINDS: dict[str, StepKind] = {
    kind.name: kind
    for kind in (
        StepKind("trim", _RANGE, 1, _trim_words, lambda v, s: max(0.0, _kept(v, s)[1] - _kept(v, s)[0])),
        StepKind("cut", _RANGE, 2, lambda v, s: f"take out {_between(v, s)}", _taken_out),
        StepKind("silence", _RANGE, 0, lambda v, s: f"make silent {_between(v, s)}"),
        StepKind(
            "pause",
            (Parameter("AT-SECONDS", 0, _LONGEST_SECONDS), Parameter("SECONDS", 0, 3600)),
            2,
            lambda v, s: f"put {_seconds(v[1])} of silence at {_seconds(v[0])}",
            lambda v, s: s + v[1],
        ),
        StepKind("fade-in", _FADE, 1, lambda v, s: f"{_fade_size(v[0])}fade in over {_seconds(v[0])}"),
        StepKind("fade-out", _FADE, 1, lambda v, s: f"{_fade_size(v[0])}fade out over {_seconds(v[0])}"),
        StepKind("gain", (Parameter("DB", -120, 60),), 1, _gain_words),
        StepKind("normalise", (_CEILING,), 0, lambda v, s: f"bring the loudest moment to {v[0]:.1f} dBFS"),
        StepKind("limit", (_CEILING,), 0, lambda v, s: f"hold the loudest moments under {v[0]:.1f} dBFS"),
        StepKind("reverse", (), 0, lambda v, s: "play it backwards"),
    )
}
"""Every step there is, by name."""
