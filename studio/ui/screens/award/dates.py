"""Dates: the half-terms of this school year and the next, as usual or as your school has them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from evidence.award.plans import Plans
from rubric.year import HalfTerm
from studio.errors import StudioError
from studio.ui.half_terms import half_term_days, half_term_words, two_years
from studio.ui.screens.base import StudioScreen
from studio.ui.widgets.listing import Listing


class DatesScreen(StudioScreen):
    """Enter changes the days of one."""

    HELP_PAGE = "dates"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "change", "change", key_display="Enter", id="dates.change", tooltip="Your own days"),
        Binding("z", "take_back", "undo", id="dates.back", tooltip="The days it had before"),
    ]

    half_terms: tuple[HalfTerm, ...] = ()

    def __init__(self) -> None:
        super().__init__()
        self.before: list[HalfTerm] = []

    def compose_middle(self) -> Iterable[Widget]:
        """The list."""
        yield Listing(id="half-terms")

    def on_mount(self) -> None:
        """The list has the keys."""
        self.title_is("Dates: the half-terms of your school")
        self.refocus()

    def refocus(self) -> None:
        """The list has the keys."""
        self.query_one("#half-terms").focus()

    def read_library(self) -> None:
        """Look again."""
        plans = Plans(self.library)
        calendar = plans.calendar()
        self.half_terms = two_years(calendar, plans.today)
        listing = self.query_one("#half-terms", Listing)
        marked = listing.marked
        listing.clear_options()
        listing.add_options(
            Option(self._line(each, own=each.code in calendar.own)) for each in self.half_terms
        )
        listing.highlighted = marked

    def _line(self, each: HalfTerm, *, own: bool) -> Content:
        today = self.studio.clock().date()
        now = "   now" if each.first <= today <= each.last else ""
        whose = "your dates" if own else "usual dates"
        return Content.assemble(
            (f"{half_term_words(each):<28}", "bold"), f"{half_term_days(each):<26}", whose, now
        )

    def action_change(self) -> None:
        """Ask for its first and last day."""
        self.query_one("#half-terms", Listing).action_select()

    @on(OptionList.OptionSelected, "#half-terms")
    def _ask(self, message: OptionList.OptionSelected) -> None:
        half_term = self.half_terms[message.option_index]
        days = f"{half_term.first.isoformat()} {half_term.last.isoformat()}"
        self.ask("First and last day:", partial(self._set, half_term), value=days)

    def _set(self, half_term: HalfTerm, answer: str) -> None:
        try:
            first, last = map(date.fromisoformat, answer.split())
        except ValueError:
            raise StudioError(
                f"“{answer[:30]}” are not two days.", "Write them like 2027-01-04 2027-02-12."
            ) from None
        Plans(self.library).set_dates(half_term.code, first, last)
        self.before.append(half_term)
        self.read_library()
        self.say(f"{half_term_words(half_term)} has your dates now.")

    def action_take_back(self) -> None:
        """The days it had before."""
        before = self.before[-1]
        Plans(self.library).set_dates(before.code, before.first, before.last)
        self.before = self.before[:-1]
        self.read_library()
        self.say(f"{half_term_words(before)} is as it was.")

    def can_do(self, action: str) -> bool:
        """Taking back needs a change."""
        return bool(self.before) if action == "take_back" else super().can_do(action)
