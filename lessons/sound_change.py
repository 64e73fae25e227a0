"""The changes that a child can make to a sound with one key, and which of them are on it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial

from assets import asset
from lessons.vocabulary import dimensions
from rubric.tables import ContentFault, Table, read_table
from studio.audio.recipe import Recipe, RecipeFault, Step

KEYS_TAKEN = "bhnyz"
"""Letters that mean something on every screen with a sound."""
_MOST_STRENGTHS = 4
Steps = tuple[Step, ...]
_LEVELLED: Steps = (Step("gain", (0.0,)), Step("limit", (-1.0,)))


class ChangesFault(ContentFault):
    """A file of changes that cannot be used as it stands."""


@dataclass(frozen=True, slots=True)
class Strength:
    """One way to make a change: more of it, or less."""

    words: str
    steps: Steps


@dataclass(frozen=True, slots=True)
class SoundChange:
    """Something to do to a sound, in words that a child knows."""

    id: str
    key: str
    title: str
    say: str
    about: str
    """Id of the dimension of music."""
    strengths: tuple[Strength, ...]
    """From little to much; pressed again, a key does the next, and at last none."""
    as_loud: bool = False
    """Whether the last two steps are a gain, to be found for each sound, and a limiter above it."""

    def own_steps(self, steps: Steps) -> Steps:
        """Of its steps on a sound, those that make it what it is."""
        return steps[: -len(_LEVELLED)] if self.as_loud else steps


@dataclass(frozen=True, slots=True)
class ChangeOn:
    """Where a change stands among the steps of a sound."""

    place: int
    steps: Steps
    number: int
    """Of its strength, from 1; 0 for numbers of one's own."""

    def replaced(self, all_steps: Steps, steps: Steps) -> Steps:
        """All steps of the sound with others in its place."""
        return (*all_steps[: self.place], *steps, *all_steps[self.place + len(self.steps) :])


@cache
def sound_changes() -> tuple[SoundChange, ...]:
    """What there is to choose from, in its order."""
    return sound_changes_of(read_table(asset("studio", "changes.toml"), ChangesFault))


def sound_changes_of(table: Table) -> tuple[SoundChange, ...]:
    """The changes in a file's table.

    Raises
    ------
    ChangesFault
        At the first thing that is missing, double, misspelt or of the wrong kind.
    """
    found = table.rows("changes", _change, named=lambda each: each.id)
    table.refuse_twins("changes", (each.key for each in found))
    table.expect_nothing_else()
    return found


def changes_on(
    steps: Steps, changes: Sequence[SoundChange], own: Mapping[str, Steps] | None = None
) -> dict[str, ChangeOn]:
    """The changes that are on a sound with these steps, by id; each only where it stands first.

    `own` has the steps of those that somebody gave numbers of their own.
    """
    kinds = [(change, 0, (own or {}).get(change.id, ())) for change in changes]
    for change in changes:
        kinds += [(change, number, each.steps) for number, each in enumerate(change.strengths, 1)]
    kinds.sort(key=lambda kind: -len(kind[2]))  # what has more steps is looked for first
    found: dict[str, ChangeOn] = {}
    place = 0
    while place < len(steps):
        for change, number, wanted in kinds:
            if change.id not in found and _are(steps[place:], wanted, change):
                found[change.id] = ChangeOn(place, steps[place : place + len(wanted)], number)
                place += len(wanted)
                break
        else:
            place += 1
    return found


def without_changes(recipe: Recipe, on: Mapping[str, ChangeOn]) -> Recipe:
    """The recipe as it was without these changes."""
    gone = {each.place + index for each in on.values() for index in range(len(each.steps))}
    return Recipe(tuple(step for place, step in enumerate(recipe.steps) if place not in gone))


def _are(steps: Steps, wanted: Steps, change: SoundChange) -> bool:
    """Whether these steps begin with the ones wanted, whatever was found in the sound for them."""
    if not wanted or len(steps) < len(wanted):
        return False
    own = len(change.own_steps(wanted))
    rest = [step.name for step in steps[own : len(wanted)]]
    return all(map(_is, steps[:own], wanted)) and rest == [step.name for step in wanted[own:]]


def _is(step: Step, wanted: Step) -> bool:
    return step.name == wanted.name and step.values[: len(wanted.values)] == wanted.values


def _change(row: Table) -> SoundChange:
    as_loud = row.has("as_loud") and row.truth("as_loud")
    change = SoundChange(
        id=row.text("id", pattern=r"[a-z]{2,20}", example="echo"),
        key=row.text("key", pattern=rf"(?![{KEYS_TAKEN}])[a-z]", example="e"),
        title=row.text("title", longest=12),
        say=row.text("say", longest=70),
        about=row.choice("about", [each.id for each in dimensions()]),
        strengths=row.rows("strengths", partial(_strength, as_loud), named=lambda each: each.words),
        as_loud=as_loud,
    )
    if len(change.strengths) > _MOST_STRENGTHS:
        raise row.fault("strengths", f"there are more than {_MOST_STRENGTHS}.", "Take the others out.")
    row.expect_nothing_else()
    return change


def _strength(as_loud: bool, row: Table) -> Strength:
    words = row.text("words", longest=30)
    try:
        steps = Recipe.parse(row.texts("steps")).steps
    except RecipeFault as fault:
        raise row.fault("steps", fault.what, fault.fix) from fault
    row.expect_nothing_else()
    return Strength(words, steps + _LEVELLED if as_loud else steps)
