"""The form that plans sessions: a half-term, a plan, or days of one's own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from studio.errors import StudioError
from studio.ui.half_terms import half_term_days, half_term_options
from studio.ui.screens.form import FormScreen
from studio.ui.text import day_words, literal
from studio.ui.widgets.choice_row import ChoiceRow
from studio.ui.widgets.field_row import FieldRow
from studio.wording import count

if TYPE_CHECKING:
    from lessons.club.session import Session

_SHOWN = 14


class ClubTermFormScreen(FormScreen):
    """Which days there will be shows before they are planned."""

    HELP_PAGE: ClassVar[str] = "club_term"

    def __init__(self, *, kept: Callable[[list[str]], None]) -> None:
        super().__init__()
        self._kept = kept
        """Is told the ids of what was planned, to take it back."""
        self._there: tuple[Session, ...] = ()

    def rows(self) -> Iterable[Widget]:
        """The lines."""
        from evidence.award.plans import Plans
        from lessons.club.club import Clubs
        from lessons.club.plan import club_plans
        from lessons.club.sessions import Sessions

        self._there = Sessions(self.library).all()
        club, today = Clubs(self.library).need(), self.studio.clock().date()
        calendar = Plans(self.library).calendar()
        plans = [(plan.id, plan.title) for plan in club_plans()]
        yield ChoiceRow(
            "Half-term", half_term_options(calendar, today), id="half_term", value=calendar.at(today).code
        )
        yield ChoiceRow("Plan", plans, id="plan", value=club.plan)
        hint = f"empty: each {club.day} of it" if club.day else "like 2026-11-24 2026-12-01"
        yield FieldRow("Or own days", id="days", placeholder=hint)
        yield Static(id="will_be", classes="words")

    def on_mount(self) -> None:
        """Say at once what would be planned."""
        self.title_is("Plan the club's sessions")
        self.show_days()

    @on(ChoiceRow.Chosen)
    @on(Input.Changed)
    def show_days(self) -> None:
        """Say which days it would be."""
        try:
            words = self._words(self._days())
        except StudioError as error:
            words = str(error)
        self.query_one("#will_be", Static).update(Content("\n").join(map(literal, words.splitlines())))

    def _days(self) -> list[date]:
        """The days of one's own, or those of the half-term."""
        from evidence.award.plans import Plans
        from lessons.club.club import Clubs
        from lessons.club.schedule import club_days

        typed = self.typed("days").replace(",", " ").split()
        try:
            own = [date.fromisoformat(each) for each in typed]
        except ValueError:
            raise StudioError("One of these is no date.", "Write each like 2026-11-24.") from None
        if own:
            return sorted(set(own))
        half_term = Plans(self.library).calendar().half_term(self.typed("half_term"))
        return list(club_days(half_term, Clubs(self.library).need(), after=self.studio.clock().date()))

    def _words(self, days: list[date]) -> str:
        from evidence.award.plans import Plans

        half_term = Plans(self.library).calendar().half_term(self.typed("half_term"))
        of = "" if self.typed("days") else f"It lasts from {half_term_days(half_term)}.\n"
        planned = self._planned(days)
        shown = ", ".join(day_words(day) for day in planned[:_SHOWN])
        more = f" and {len(planned) - _SHOWN} more" if len(planned) > _SHOWN else ""
        free = len(set(days) - {each.date for each in self._there}) - len(planned)
        rest = f"Then the plan is over: {count(free, 'day stays', 'days stay')} free.\n" if free else ""
        return (
            f"{of}{count(len(planned), 'day')}{': ' if shown else ''}{shown}{more}.\n{rest}"
            "Days that have a session stay as they are; the plan goes on where it was left off."
        )

    def _planned(self, days: list[date]) -> list[date]:
        """Those that will get a session, with what the form says now."""
        from evidence.award.plans import Plans
        from lessons.club.club import Clubs
        from lessons.club.plan import club_plan
        from lessons.club.schedule import schedule

        club, plan = Clubs(self.library).need(), club_plan(self.typed("plan"))
        calendar, now, own = Plans(self.library).calendar(), self.library.now(), bool(self.typed("days"))
        found = schedule(days, club, plan, self._there, calendar, now, to_the_end=own)
        return [each.date for each in found]

    def save(self) -> str:
        """Plan them."""
        from lessons.club.sessions import Sessions

        typed = bool(self.typed("days"))
        made = Sessions(self.library).plan_term(
            self.typed("half_term"), dates=self._days() if typed else (), plan=self.typed("plan")
        )
        self._kept([each.id for each in made])
        return f"Planned: {count(len(made), 'session')}. M moves one; Z takes all of them back."
