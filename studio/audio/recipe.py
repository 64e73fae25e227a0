"""The recipe: what was done to a sound, as an ordered list of steps with a text form."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from studio.audio.steps.arranging import ARRANGING
from studio.audio.steps.colouring import COLOURING
from studio.audio.steps.kind import RecipeFault, StepKind
from studio.audio.steps.levelling import LEVELLING
from studio.audio.steps.stretching import STRETCHING

__all__ = ["STEP_KINDS", "Recipe", "RecipeFault", "Rewrite", "Step"]

STEP_KINDS: dict[str, StepKind] = {
    kind.name: kind for kind in (*ARRANGING, *LEVELLING, *STRETCHING, *COLOURING)
}
"""Every step there is, by name."""
_MOST_REWRITES = 100
"""Kept with a recipe; a child may lean on a key that moves a step."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing done to a sound; its text form is `name value value ...`."""

    name: str
    values: tuple[float, ...] = ()

    def __str__(self) -> str:
        kind = STEP_KINDS.get(self.name)
        return " ".join([self.name, *(kind.write_values(self.values) if kind else ())])

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
class Rewrite:
    """All steps written anew at once: some taken out, put in another order, or given other numbers."""

    before: tuple[Step, ...]
    count: int
    """How many steps there were just after it."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """The steps done to a sound, in order, and what it takes to go back and forth between them."""

    steps: tuple[Step, ...] = ()
    undone: tuple[Step | tuple[Step, ...], ...] = ()
    """What was taken back, the next to redo last: a step, or all the steps that a rewrite left."""
    rewrites: tuple[Rewrite, ...] = ()
    """The newest last."""

    @classmethod
    def parse(cls, texts: Iterable[str]) -> "Recipe":
        """Read one step a text; see `Step.parse`."""
        return cls(tuple(Step.parse(text) for text in texts))

    def texts(self) -> list[str]:
        """The text form, one step an item; `parse` reads it back without loss."""
        return [str(step) for step in self.steps]

    def add(self, *steps: Step, instead_of: int = 0) -> "Recipe":
        """Do more, in place of so many of the last steps; what was taken back can no longer be redone.

        Steps in whose place others come are forgotten, unless a rewrite left them: then that is a rewrite.
        """
        kept = self.steps[: len(self.steps) - instead_of]
        if self.rewrites and len(kept) < self.rewrites[-1].count:
            return self.rewrite(kept + steps)
        return Recipe(kept + steps, rewrites=self.rewrites)

    def rewrite(self, steps: Iterable[Step]) -> "Recipe":
        """Have these steps instead, as one change; with the same steps, the same recipe."""
        new = tuple(steps)
        if new == self.steps:
            return self
        rewrites = (*self.rewrites, Rewrite(self.steps, len(new)))
        return Recipe(new, rewrites=rewrites[-_MOST_REWRITES:])

    def without(self, index: int) -> "Recipe":
        """Take one step out, wherever it stands."""
        self._check(index)
        return self.rewrite((*self.steps[:index], *self.steps[index + 1 :]))

    def moved(self, index: int, to: int) -> "Recipe":
        """Put one step where another stands, which makes room for it."""
        self._check(index, to)
        rest = [*self.steps[:index], *self.steps[index + 1 :]]
        rest.insert(to, self.steps[index])
        return self.rewrite(rest)

    def changed(self, index: int, step: Step) -> "Recipe":
        """Do another step in place of one."""
        self._check(index)
        return self.rewrite((*self.steps[:index], step, *self.steps[index + 1 :]))

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back: a step, or that the last one was taken out."""
        return bool(self.steps or self._last_rewrite)

    def undo(self) -> "Recipe":
        """Take the last change back, a step or a rewrite; with none, the same recipe."""
        last = self._last_rewrite
        if last is not None:
            return Recipe(last.before, (*self.undone, self.steps), self.rewrites[:-1])
        return Recipe(self.steps[:-1], self.undone + self.steps[-1:], self.rewrites)

    def redo(self) -> "Recipe":
        """Do again what was last taken back; with nothing taken back, the same recipe."""
        if not self.undone:
            return self
        *rest, last = self.undone
        if isinstance(last, Step):
            return Recipe((*self.steps, last), tuple(rest), self.rewrites)
        return Recipe(last, tuple(rest), (*self.rewrites, Rewrite(self.steps, len(last))))

    @property
    def _last_rewrite(self) -> Rewrite | None:
        """The newest rewrite, unless steps were added since."""
        last = self.rewrites[-1] if self.rewrites else None
        return last if last is not None and last.count == len(self.steps) else None

    def _check(self, *places: int) -> None:
        for place in places:
            if not 0 <= place < len(self.steps):
                raise ValueError(f"there is no step {place} among {len(self.steps)}")

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

    def as_plain(self) -> dict[str, Any]:
        """Plain values for JSON; `from_plain` reads them back without loss."""
        undone = [str(each) if isinstance(each, Step) else _texts(each) for each in self.undone]
        plain: dict[str, Any] = {"steps": self.texts(), "undone": undone}
        if self.rewrites:  # most recipes have none, and those of earlier versions could not
            plain["rewrites"] = [
                {"before": _texts(each.before), "count": each.count} for each in self.rewrites
            ]
        return plain

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> "Recipe":
        """Read what `as_plain` wrote, now or before steps could be written anew."""
        undone = tuple(
            Step.parse(each) if isinstance(each, str) else _steps(each) for each in plain["undone"]
        )
        rewrites = tuple(
            Rewrite(_steps(each["before"]), int(each["count"])) for each in plain.get("rewrites", ())
        )
        return cls(_steps(plain["steps"]), undone, rewrites)


def _texts(steps: Iterable[Step]) -> list[str]:
    return [str(step) for step in steps]


def _steps(texts: Iterable[str]) -> tuple[Step, ...]:
    return tuple(Step.parse(text) for text in texts)
