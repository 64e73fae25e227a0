"""The action plan of a library: its actions, and the school's own dates."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from evidence.award.records import AwardRecords
from evidence.codes import parse_role
from evidence.library import Library
from evidence.words import clean_text, clean_title
from rubric.framework import Framework
from rubric.plan import Action
from rubric.year import Calendar
from studio.errors import StudioError


class WrongOrder(StudioError):
    """An action that would end before it begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnDates:
    """The school's dates of one half-term."""

    code: str
    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptCalendar:
    """The school's dates, as they are stored: one record for all."""

    id: str
    dates: tuple[OwnDates, ...] = ()

    @property
    def calendar(self) -> Calendar:
        """To ask for half-terms."""
        return Calendar({each.code: (each.first, each.last) for each in self.dates})


class Plans:
    """What a school does about its gaps."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._actions = AwardRecords(library, "action", "AC", Action)
        self._calendars = AwardRecords(library, "calendar", "CAL", KeptCalendar)

    @property
    def today(self) -> date:
        """By the library's clock."""
        return self._library.now().date()

    # The school year

    def calendar(self) -> Calendar:
        """The half-terms, with the school's own dates where it gave some."""
        # Two programs that put in the first dates at one moment leave two records.
        return Calendar(
            {code: days for kept in self._calendars.all() for code, days in kept.calendar.own.items()}
        )

    def set_dates(self, code: str, first: date, last: date) -> Calendar:
        """Keep the school's own dates of one half-term."""
        self._library.adults.need("change the dates of the school year")

        def with_dates(kept: KeptCalendar) -> KeptCalendar:
            own = kept.calendar.with_dates(code, first, last).own
            dates = (OwnDates(code=each, first=own[each][0], last=own[each][1]) for each in own)
            return replace(kept, dates=tuple(dates))

        kept = self._calendars.all()
        if kept:
            return self._calendars.change(kept[-1].id, with_dates, action="edited", who=None).calendar
        return self._calendars.add(lambda id_: with_dates(KeptCalendar(id=id_)), who=None).calendar

    # Actions

    def actions(self) -> tuple[Action, ...]:
        """Every action, oldest first."""
        return self._actions.all()

    def action(self, action_id: str) -> Action:
        """One action; UnknownRecord if there is none of this id."""
        return self._actions.one(action_id)

    def add_action(
        self,
        title: str,
        *,
        framework: Framework,
        criteria: Sequence[str],
        owner: str,
        start: str | None = None,
        end: str | None = None,
        success: str = "",
        cost_pence: int = 0,
    ) -> Action:
        """Plan something, from this half-term to its end unless others are named."""
        self._library.adults.need("plan an action")
        calendar = self.calendar()
        begins = calendar.half_term(start) if start else calendar.at(self.today)
        made = Action(
            id="",
            title=clean_title(title),
            framework=framework.id,
            criteria=tuple(dict.fromkeys(framework.criterion(code).code for code in criteria)),
            owner=parse_role(owner),
            start=begins.code,
            end=calendar.half_term(end).code if end else begins.code,
            success=clean_text(success, called="The measure of success"),
            cost_pence=cost_pence,
            made=self._library.now(),
        )
        _refuse_backwards(made, calendar)
        return self._actions.add(lambda id_: replace(made, id=id_), who=made.owner)

    def edit_action(
        self, action_id: str, *, framework: Framework, by: str | None = None, **given: Any
    ) -> Action:
        """Change what is given of an action; `status` done needs an impact, given now or before."""
        self._library.adults.need("change the plan")
        calendar, role = self.calendar(), parse_role(by) if by else None
        clean: dict[str, Any] = {name: _CLEAN[name](value) for name, value in given.items() if name in _CLEAN}
        for name in {"start", "end"} & given.keys():
            clean[name] = calendar.half_term(given[name]).code
        if "criteria" in given:
            codes = (framework.criterion(code).code for code in given["criteria"])
            clean["criteria"] = tuple(dict.fromkeys(codes))

        def edited(stored: Action) -> Action:
            changed = replace(stored, **(given | clean))
            done_on = (changed.done_on or self.today) if changed.status == "done" else None
            changed = replace(changed, done_on=done_on)
            _refuse_backwards(changed, calendar)
            return changed

        return self._actions.change(action_id, edited, action=given.get("status", "edited"), who=role)


_CLEAN: dict[str, Callable[[str], str]] = {
    "title": clean_title,
    "owner": parse_role,
    "success": lambda text: clean_text(text, called="The measure of success"),
    "impact": lambda text: clean_text(text, called="The impact"),
}


def _refuse_backwards(action: Action, calendar: Calendar) -> None:
    if calendar.half_term(action.end).last < calendar.half_term(action.start).first:
        raise WrongOrder(
            f"It would end in {action.end}, before it begins in {action.start}.", "Give a later half-term."
        )
