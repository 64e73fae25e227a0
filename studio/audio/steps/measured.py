"""A kind of step that needs figures of the whole sound, written behind its numbers once they are found."""

from dataclasses import dataclass

from studio.audio.steps.kind import Parameter, RecipeFault, StepKind, number_to_text


@dataclass(frozen=True, slots=True)
class MeasuredKind(StepKind):
    """A step that is asked for with few numbers; what was found in the sound stands behind them.

    A step without them does the same: they are then found each time the sound is opened.
    """

    found: tuple[Parameter, ...] = ()
    """The figures that are found; all of them are there, or none."""

    def read_values(self, words: list[str]) -> tuple[float, ...]:
        """Numbers as written -> values, with those that were found if they are there."""
        asked = len(self.parameters)
        values = StepKind.read_values(self, words[:asked])
        if len(words) <= asked:
            return values
        if len(words) != asked + len(self.found):
            raise RecipeFault(f"“{self.name}” has too few numbers or too many.", f"Write: {self.usage}.")
        return values + tuple(self._read_value(*pair) for pair in zip(self.found, words[asked:], strict=True))

    def write_values(self, values: tuple[float, ...]) -> list[str]:
        """The values as `read_values` reads them back."""
        asked = len(self.parameters)
        return [*StepKind.write_values(self, values[:asked]), *map(number_to_text, values[asked:])]
