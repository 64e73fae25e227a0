"""What the Change screen says about the change that is marked."""

from lessons.sound_change import ChangeOn, SoundChange
from lessons.vocabulary import dimension_titles, dimensions
from studio.audio.recipe import STEP_KINDS, Step
from studio.wording import begun


def about_words(change: SoundChange) -> str:
    """What it does, and what to listen for."""
    told = next(each for each in dimensions() if each.id == change.about)
    title = begun(dimension_titles((change.about,))[0])
    return f"{change.say} {title}: {told.say[0].lower()}{told.say[1:]}"


def now_words(change: SoundChange, on: ChangeOn | None) -> str:
    """How much of it is on, and what its key does next."""
    key = change.key.upper()
    following = 0 if on is None else on.number
    then = change.strengths[following].words if following < len(change.strengths) else "none of it"
    if on is None:
        return f"Now: none of it. {key}: {then}."
    now = change.strengths[on.number - 1].words if on.number else numbers_words(change.own_steps(on.steps))
    return f"Now: {now}. {key} again: {then}."


def numbers_words(steps: tuple[Step, ...]) -> str:
    """Its exact numbers, as they are written."""
    return str(first_asked(steps)) if steps else ""


def first_asked(steps: tuple[Step, ...]) -> Step:
    """The first of the steps that has numbers to type; without what was found in a sound for it."""
    step = next((each for each in steps if STEP_KINDS[each.name].parameters), steps[0])
    return Step(step.name, step.values[: len(STEP_KINDS[step.name].parameters)])
