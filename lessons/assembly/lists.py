"""The school's own lists: its words, order, people and times, every form of them kept with its day."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from evidence.award.records import AwardRecords
from evidence.library import Library
from evidence.words import clean_line, clean_title
from lessons.assembly.checklist import (
    LONGEST_BEFORE,
    Checklist,
    Step,
    doers,
    shipped_list,
    shipped_lists,
)
from studio.errors import StudioError
from studio.wording import did_you_mean

MOST_STEPS = 40


class ListRefused(StudioError):
    """Something that cannot be done with a list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnList:
    """One form of a list, from a day on."""

    id: str
    list: str
    steps: tuple[Step, ...]
    what: str
    """What was changed in it."""
    when: datetime
    struck: bool = False
    """Whether it was taken back; the form before it then holds."""


class Checklists:
    """The lists of a library: the school's own form, else ours."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._records = AwardRecords(library, "checklist", "CL", OwnList)

    def all(self) -> tuple[Checklist, ...]:
        """Every list as it is now."""
        return tuple(self.now(each.id) for each in shipped_lists())

    def now(self, list_id: str) -> Checklist:
        """One list as it is now; UnknownList if there is none of this id."""
        ours = shipped_list(list_id)
        own = [each for each in self.history(ours.id) if not each.struck]
        return replace(ours, steps=own[-1].steps) if own else ours

    def history(self, list_id: str) -> tuple[OwnList, ...]:
        """Every form that the school gave a list, oldest first, those taken back too."""
        wanted = shipped_list(list_id).id
        return tuple(each for each in self._records.all() if each.list == wanted)

    def set(self, list_id: str, step_id: str, **given: Any) -> Checklist:
        """Change `words`, `who`, `why` or `minutes` of a step."""
        clean = _clean(given)

        def changed(steps: tuple[Step, ...]) -> tuple[Step, ...]:
            step = _step(steps, step_id)
            return tuple(replace(each, **clean) if each is step else each for each in steps)

        return self._edit(list_id, f"{step_id.upper()} changed", changed)

    def add(
        self,
        list_id: str,
        words: str,
        *,
        who: str = "all",
        why: str = "",
        minutes: int | None = None,
        place: int | None = None,
    ) -> Checklist:
        """Add a step, at the end or at a place counted from 1."""
        clean = _clean({"words": words, "who": who, "why": why, "minutes": minutes})
        ever = [step.id for each in self.history(list_id) for step in each.steps]
        id_ = _new_id([*ever, *(step.id for step in shipped_list(list_id).steps)])

        def added(steps: tuple[Step, ...]) -> tuple[Step, ...]:
            if len(steps) >= MOST_STEPS:
                raise ListRefused(f"The list has {MOST_STEPS} steps.", "Take one out first.")
            return _put(steps, Step(id=id_, **clean), place)

        return self._edit(list_id, f"{id_} added", added)

    def take_out(self, list_id: str, step_id: str) -> Checklist:
        """Take a step out."""

        def without(steps: tuple[Step, ...]) -> tuple[Step, ...]:
            step = _step(steps, step_id)
            if len(steps) == 1:
                raise ListRefused("It is the last step of the list.", "Change its words instead.")
            return tuple(each for each in steps if each is not step)

        return self._edit(list_id, f"{step_id.upper()} taken out", without)

    def move(self, list_id: str, step_id: str, place: int) -> Checklist:
        """Move a step to a place, counted from 1."""

        def moved(steps: tuple[Step, ...]) -> tuple[Step, ...]:
            step = _step(steps, step_id)
            return _put(tuple(each for each in steps if each is not step), step, place)

        return self._edit(list_id, f"{step_id.upper()} moved", moved)

    def reset(self, list_id: str) -> Checklist:
        """Our list again; the school's forms stay in the history."""
        return self._edit(list_id, "our list again", lambda steps: shipped_list(list_id).steps)

    def undo(self, list_id: str) -> Checklist:
        """Take the newest change back."""
        self._library.adults.need("change a list")
        own = [each for each in self.history(list_id) if not each.struck]
        if not own:
            raise ListRefused("There is no change to take back.", "The list is as it came.")
        self._records.change(own[-1].id, lambda each: replace(each, struck=True), action="struck", who=None)
        return self.now(list_id)

    def redo(self, list_id: str) -> Checklist:
        """Put the change back that was taken back last."""
        self._library.adults.need("change a list")
        struck: list[OwnList] = []
        for each in self.history(list_id):
            struck = [*struck, each] if each.struck else []
        if not struck:
            raise ListRefused("There is no change to put back.", "The list is as it was changed last.")
        self._records.change(
            struck[0].id, lambda each: replace(each, struck=False), action="put-back", who=None
        )
        return self.now(list_id)

    def _edit(
        self, list_id: str, what: str, change: Callable[[tuple[Step, ...]], tuple[Step, ...]]
    ) -> Checklist:
        self._library.adults.need("change a list")
        ours = self.now(list_id)
        made = OwnList(id="", list=ours.id, steps=change(ours.steps), what=what, when=self._library.now())
        self._records.add(lambda id_: replace(made, id=id_), who=None)
        return self.now(list_id)


def _clean(given: dict[str, Any]) -> dict[str, Any]:
    if unknown := given.keys() - {"words", "who", "why", "minutes"}:
        raise ValueError(f"a step has no {sorted(unknown)}")
    clean = dict(given)
    if "words" in given:
        clean["words"] = clean_title(given["words"])
    if "why" in given:
        clean["why"] = clean_line(given["why"], called="The reason")
    if "who" in given:
        word = given["who"].strip().lower()
        if word not in doers():
            raise ListRefused(f"“{word[:40]}” cannot do a step.", did_you_mean(word, doers()))
        clean["who"] = word
    minutes = given.get("minutes")
    if minutes is not None and not 0 <= minutes <= LONGEST_BEFORE:
        raise ListRefused(f"{minutes} minutes before the start cannot be.", f"Give 0 to {LONGEST_BEFORE}.")
    return clean


def _step(steps: Sequence[Step], step_id: str) -> Step:
    known = {step.id: step for step in steps}
    word = step_id.strip().upper()
    if word not in known:
        raise ListRefused(f"The list has no step “{step_id[:20]}”.", did_you_mean(word, known))
    return known[word]


def _put(steps: tuple[Step, ...], step: Step, place: int | None) -> tuple[Step, ...]:
    at = len(steps) if place is None else min(max(place, 1), len(steps) + 1) - 1
    return (*steps[:at], step, *steps[at:])


def _new_id(ever: Sequence[str]) -> str:
    letter = ever[-1][0]
    return f"{letter}{1 + max(int(each[1:]) for each in ever)}"
