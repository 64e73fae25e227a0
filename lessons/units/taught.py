"""“We taught this”: a lesson of a unit, written down as an occasion, from which evidence is proposed."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from evidence.library import Library
from lessons.occasion import Occasion, Occasions
from lessons.occasion_turn import take_back
from lessons.units.unit import Unit
from studio.errors import StudioError
from studio.wording import date_in_words, listed

KIND = "lesson"


class NotALesson(StudioError):
    """Something that happened and is no lesson of a unit, or is taken back already."""


class NothingSaid(StudioError):
    """A lesson of which it is not said who was in it, or what was done."""


def teach(
    library: Library,
    unit: Unit,
    *,
    did: Sequence[str],
    year_groups: Sequence[str] = (),
    day: date | None = None,
    subject: str = "",
    tools: str = "",
    note: str = "",
    sounds: Sequence[str] = (),
    who: str | None = None,
) -> Occasion:
    """Write down that a class had this unit, today unless a day is given.

    `did` is what the class did with sounds, of `lessons.occasion.DID`. A unit for one year group alone is
    taught to that one when none is given.

    Raises
    ------
    NothingSaid, NotYetHappened, UnknownRecord, BadScope
        If something is missing, has not happened yet, or is not known.
    """
    years = tuple(year_groups) or (unit.year_groups if len(unit.year_groups) == 1 else ())
    if not years:
        raise NothingSaid(
            "It is not said who was taught.", f"Say which year groups, such as {unit.year_groups[0]}."
        )
    if not did:
        raise NothingSaid(
            "It is not said what the class did with sounds.",
            "Say one or more: used given sounds, recorded their own, changed those.",
        )
    return Occasions(library).add(
        KIND,
        unit.title,
        day=day,
        year_groups=years,
        subject=subject or unit.subjects[0],
        tools=tools,
        note=note,
        sounds=sounds,
        scope="class",
        did=did,
        unit=unit.id,
        who=who,
    )


def untaught(library: Library, occasion_id: str) -> Occasion:
    """Take back that a unit was taught: nothing of it stays but its line in the log.

    A proposal that came of it is binned; evidence that an adult accepted is left to adults.

    Raises
    ------
    NotALesson, UnknownRecord
        If there is no such lesson.
    """
    library.adults.need("take back a lesson")
    made = Occasions(library).one(occasion_id)
    if made.kind != KIND or not made.unit:
        raise NotALesson(f"{made.id} is no lesson of a unit.", "Look for its id with: lesson show.")
    with library.store.turn() as turn:
        take_back(library, turn, "occasion", made.id)
    return made


def last_written(lessons: Sequence[Occasion], day: date) -> Occasion | None:
    """The lesson that was written down last, if that was on this day: what one key takes back."""
    newest = max(lessons, key=lambda each: each.id, default=None)
    return newest if newest is not None and newest.made.date() == day else None


def taught(library: Library) -> Mapping[str, tuple[Occasion, ...]]:
    """The lessons that were taught, by the id of their unit, the newest first."""
    found: dict[str, list[Occasion]] = defaultdict(list)
    for occasion in Occasions(library).all(KIND):
        if occasion.unit:
            found[occasion.unit].append(occasion)
    return {unit: tuple(sorted(each, key=_when, reverse=True)) for unit, each in found.items()}


def taught_words(lessons: Sequence[Occasion]) -> str:
    """When the newest of some lessons was, and with whom; empty when there is none."""
    if not lessons:
        return ""
    newest = lessons[0]
    more = f", and {len(lessons) - 1} before" if len(lessons) > 1 else ""
    return f"Taught on {date_in_words(newest.date)} with {listed(list(newest.year_groups))}{more}."


def _when(occasion: Occasion) -> tuple[date, str]:
    return occasion.date, occasion.id
