"""The recipe: what was done to a sound, as an ordered list of steps with a text form."""

from collections.abc import Iterable
from dataclasses import dataclass

from studio.audio.steps.arranging import ARRANGING
from studio.audio.steps.colouring import COLOURING
from studio.audio.steps.kind import RecipeFault, StepKind, number_to_text
from studio.audio.steps.levelling import LEVELLING
from studio.audio.steps.stretching import STRETCHING

__all__ = ["STEP_KINDS", "Recipe", "RecipeFault", "Step"]

STEP_KINDS: dict[str, StepKind] = {
    kind.name: kind for kind in (*ARRANGING, *LEVELLING, *STRETCHING, *COLOURING)
}
"""Every step there is, by name."""


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
