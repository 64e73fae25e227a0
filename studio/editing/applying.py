"""Applying: what was done to one sound, done to others, as many as there are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from evidence.library import Library
from evidence.records.read_back import read_back
from evidence.sound import Sound
from studio.audio.recipe import RecipeFault, Step
from studio.errors import StudioError
from studio.takes import Progress, settled_sound
from studio.wording import count, listed

_MOST_NAMED = 3


class NothingToApply(StudioError):
    """No steps, or no sounds to do them to."""


@dataclass(frozen=True, slots=True)
class NotApplied:
    """A sound that was left as it is, and why."""

    sound: Sound
    why: StudioError


@dataclass(frozen=True, slots=True)
class Applied:
    """What became of it."""

    changed: tuple[Sound, ...]
    """As they are now; in each, one undo takes all the steps back."""
    left: tuple[NotApplied, ...] = ()

    @property
    def words(self) -> str:
        """In a sentence or two."""
        done = f"Done to {count(len(self.changed), 'sound')}."
        if not self.left:
            return done
        titles = [f"“{each.sound.title}”" for each in self.left[:_MOST_NAMED]]
        more = len(self.left) - len(titles)
        named = f"{', '.join(titles)} and {more} more" if more else listed(titles)
        return f"{done} Not to {named}: {self.left[0].why.what}"


def apply_steps(
    library: Library, steps: Sequence[Step], sounds: Iterable[Sound], *, progress: Progress | None = None
) -> Applied:
    """Do these steps, after their own, to every sound; one undo in each takes all of them back.

    A sound that they do not fit, that is in the bin, or that another program changed meanwhile is left as
    it is, and the others go on. All are stored in one turn at the end: when it is stopped, nothing changed.

    Raises
    ------
    NothingToApply
        If there are no steps or no sounds.
    """
    targets = tuple({sound.id: sound for sound in sounds}.values())
    if not steps:
        raise NothingToApply("Nothing was done to that sound.", "Choose one that was changed.")
    if not targets:
        raise NothingToApply("There are no other sounds to do it to.", "Choose one first.")
    fitting: list[tuple[Sound, Sound]] = []
    left: list[NotApplied] = []
    for number, sound in enumerate(targets, 1):
        try:
            fitting.append((sound, _with_steps(library, sound, steps)))
        except StudioError as fault:
            left.append(NotApplied(sound, fault))
        if progress is not None:
            progress(number / len(targets))
    return _stored(library, fitting, left)


def take_back(library: Library, applied: Applied) -> tuple[Sound, ...]:
    """Take it back in every sound that nobody changed since, in one turn; those that were taken back."""
    back = []
    with library.store.turn() as turn:
        for changed in applied.changed:
            stored = read_back(turn.get("sound", changed.id), changed.id, Sound)
            if stored.recipe == changed.recipe:
                sound = stored.with_recipe(stored.recipe.undo())
                turn.put("sound", sound.id, sound.as_plain(), action="undid", who=None)
                back.append(sound)
    return tuple(back)


def _with_steps(library: Library, sound: Sound, steps: Sequence[Step]) -> Sound:
    if sound.binned:
        raise RecipeFault("It is in the bin.", "Take it out of the bin first.")
    return settled_sound(library, sound, sound.recipe.rewrite((*sound.recipe.steps, *steps)))


def _stored(library: Library, fitting: list[tuple[Sound, Sound]], left: list[NotApplied]) -> Applied:
    done = []
    with library.store.turn() as turn:
        for before, changed in fitting:
            stored = read_back(turn.get("sound", before.id), before.id, Sound)
            if stored != before:
                left.append(NotApplied(before, _changed_meanwhile(before)))
                continue
            turn.put("sound", changed.id, changed.as_plain(), action="applied", who=None)
            done.append(changed)
    return Applied(tuple(done), tuple(left))


def _changed_meanwhile(sound: Sound) -> StudioError:
    return RecipeFault("Another program changed it meanwhile.", "Look at it again, then try again.")
