"""The action plan: what is done about the gaps, by whom, until when, and what came of it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from rubric.year import Calendar
from studio.errors import StudioError

ACTION_STATUSES = ("planned", "started", "done", "dropped")
PARTNERS = ("mentor", "hub")
"""Whom a conversation is with."""


class BadCost(StudioError):
    """Something that is no sum of money."""


class NoImpact(StudioError):
    """An action that is said to be done without what came of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One thing that the school does about one or more criteria."""

    id: str
    title: str
    framework: str
    criteria: tuple[str, ...]
    owner: str
    """Who sees to it, as a role."""
    start: str
    """Code of the half-term in which it begins."""
    end: str
    """Code of the half-term by whose end it is done."""
    success: str = ""
    """How one will see that it worked."""
    cost_pence: int = 0
    status: str = "planned"
    impact: str = ""
    """What difference it made."""
    made: datetime
    done_on: date | None = None

    def __post_init__(self) -> None:
        if self.status not in ACTION_STATUSES:
            raise ValueError(f"status must be one of {ACTION_STATUSES}, not {self.status!r:.40}")
        if self.status == "done" and not self.impact:
            raise NoImpact(
                f"{self.id or 'The action'} cannot be done without its impact.",
                "Say in a sentence what is different now.",
            )
        if not self.criteria or self.cost_pence < 0:
            raise ValueError("an action has a criterion, and no cost below nothing")

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.status in ("planned", "started")

    def is_late(self, calendar: Calendar, today: date) -> bool:
        """Whether its last half-term is over and it is not done."""
        return self.is_open and calendar.half_term(self.end).last < today

    def age_days(self, today: date) -> int:
        """Days since it was planned."""
        return (today - self.made.date()).days

    def runs_in(self, calendar: Calendar, code: str) -> bool:
        """Whether a half-term is one of its own."""
        asked = calendar.half_term(code)
        starts, ends = calendar.half_term(self.start), calendar.half_term(self.end)
        return starts.first <= asked.last and asked.first <= ends.last


@dataclass(frozen=True, slots=True, kw_only=True)
class Reflection:
    """A look back at one half-term."""

    id: str
    half_term: str
    text: str
    by: str | None
    when: datetime
    struck: bool = False
    """Whether it was taken out; it can be put back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """A conversation with the mentor or the hub, and what was agreed."""

    id: str
    partner: str
    held_on: date
    about: str
    agreed: str = ""
    actions: tuple[str, ...] = ()
    """Ids of the actions that it was about, or that came of it."""
    by: str | None
    when: datetime
    struck: bool = False
    """Whether it was taken out; it can be put back."""

    def __post_init__(self) -> None:
        if self.partner not in PARTNERS:
            raise ValueError(f"partner must be one of {PARTNERS}, not {self.partner!r:.40}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Training:
    """A training that somebody went to, what they thought of it, and what came of it weeks later."""

    id: str
    title: str
    attended_on: date
    by: str
    """Who went, as a role."""
    answers: tuple[str, ...]
    """To the questions of `year.prompts`, in their order; empty where nothing was said."""
    follow_up: date
    """When to ask what came of it."""
    came_of_it: str = ""
    followed_up_on: date | None = None
    when: datetime
    struck: bool = False
    """Whether it was taken out; it can be put back."""

    def is_due(self, today: date) -> bool:
        """Whether it is time to ask, and nobody has."""
        return not self.came_of_it and self.follow_up <= today


def chosen(
    actions: Iterable[Action],
    calendar: Calendar,
    *,
    today: date,
    status: str | None = None,
    criterion: str | None = None,
    owner: str | None = None,
    half_term: str | None = None,
    late: bool = False,
) -> tuple[Action, ...]:
    """The actions that fit everything that is asked for, those that end first on top."""
    found = [
        action
        for action in actions
        if status in (None, action.status)
        and (criterion is None or criterion.strip().upper() in action.criteria)
        and (owner is None or owner.strip().lower() == action.owner)
        and (half_term is None or action.runs_in(calendar, half_term))
        and (not late or action.is_late(calendar, today))
    ]
    return tuple(sorted(found, key=lambda action: calendar.half_term(action.end).last))


def parse_pounds(text: str) -> int:
    """Read a sum such as `12.50` or `£1,200` -> pence.

    Raises
    ------
    BadCost
        If it is none.
    """
    found = re.fullmatch(r"£?(\d{1,3}(?:,\d{3})+|\d{1,7})(?:\.(\d{2}))?", text.strip(), re.ASCII)
    if not found:
        raise BadCost(f"“{text[:40]}” is not a cost.", "Write pounds, such as 40 or 12.50.")
    return int(found[1].replace(",", "")) * 100 + int(found[2] or 0)


def pounds(pence: int) -> str:
    """Pence as it is written in England: `£12.50`."""
    return f"£{pence // 100:,}.{pence % 100:02d}"
