"""A run through a list at an event: what was ticked by whom, what is late, and who signed it off."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from lessons.assembly.checklist import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A step that was done."""

    step: str
    by: tuple[str, ...] = ()
    """Who did it, by code; empty where it was not said."""
    when: datetime

    @property
    def code(self) -> str:
        """The first of them; empty for nobody."""
        return self.by[0] if self.by else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """A run that was signed off, by a pupil and by an adult beside them."""

    by: tuple[str, ...] = ()
    adult: str = ""
    """As a role; empty while no adult has signed."""
    when: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One list, ticked at one event; the steps stay as they were then, however the list changes."""

    id: str
    event: str
    list: str
    steps: tuple[Step, ...]
    ticks: tuple[Tick, ...] = ()
    signed: tuple[Signature, ...] = ()
    begun: datetime

    @property
    def done(self) -> dict[str, Tick]:
        """What was ticked, by step."""
        return {tick.step: tick for tick in self.ticks}

    @property
    def left(self) -> tuple[Step, ...]:
        """The steps that are not ticked."""
        return tuple(step for step in self.steps if step.id not in self.done)

    @property
    def next(self) -> Step | None:
        """The first step that is not ticked."""
        return next(iter(self.left), None)

    @property
    def is_whole(self) -> bool:
        """Whether every step is ticked."""
        return not self.left

    @property
    def is_signed(self) -> bool:
        """Whether an adult has signed it off."""
        return any(each.adult for each in self.signed)

    def due(self, step: Step, starts: datetime) -> datetime | None:
        """When a step should be done; `None` where the list has no clock."""
        return None if step.minutes is None else starts - timedelta(minutes=step.minutes)

    def late(self, starts: datetime, now: datetime) -> tuple[Step, ...]:
        """The steps whose time has passed and that are not ticked."""
        return tuple(step for step in self.left if (due := self.due(step, starts)) is not None and due < now)
