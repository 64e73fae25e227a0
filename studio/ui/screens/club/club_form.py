"""The form of the club: what it is called, when and where it meets, with how many PCs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from studio.errors import StudioError
from studio.ui.screens.form import FormScreen, as_options
from studio.ui.widgets.choice_row import ChoiceRow
from studio.ui.widgets.field_row import Answer, FieldRow

if TYPE_CHECKING:
    from lessons.club.club import Club

_SCOPES = (("school", "the whole school"), ("key-stage", "a key stage"), ("class", "a class"))
_NO_DAY = "none"


class NoNumber(StudioError):
    """Words where a number is meant."""


class ClubFormScreen(FormScreen):
    """A new club, or the one there is."""

    HELP_PAGE: ClassVar[str] = "club_form"

    def rows(self) -> Iterable[Widget]:
        """The lines, filled in with what the club is set to."""
        from evidence.safety.roles import club_role
        from lessons.club.club import Clubs
        from lessons.club.prompts import club_names

        now = self.now = Clubs(self.library).now()
        own = now.name if now else ""
        names = [own, *club_names()] if own else list(club_names())
        yield ChoiceRow("Name", as_options(dict.fromkeys(names)), id="known", value=own)
        yield FieldRow("or our own", id="own", placeholder="the children choose; empty: the name above")
        title = now.ambassador_title if now else club_role("ambassador").title
        yield FieldRow("Who leads is a", id="ambassador_title", value=title)
        yield from _when_and_where(now)
        yield Static(
            Content("The children's own name is the best. It stands on sheets, badges and in the evidence."),
            classes="words",
        )

    def on_mount(self) -> None:
        """Start at the name."""
        self.title_is("The club" if self.now else "A new club: what is it called?")

    def save(self) -> str:
        """Set the club up, or change it."""
        from lessons.club.club import Clubs

        club = Clubs(self.library).set(
            name=self.typed("own") or self.typed("known"),
            ambassador_title=self.typed("ambassador_title"),
            plan=self.typed("plan"),
            weekday=self.typed("weekday"),
            begins=self.typed("begins"),
            minutes=self._number("minutes"),
            place=self.typed("place"),
            seats=self._number("seats"),
            swap_minutes=self._number("swap_minutes"),
            scope=self.typed("scope"),
        )
        return f"{club.name} is set up. T plans the term." if self.now is None else f"{club.name} is changed."

    def _number(self, row: str) -> int:
        text = self.typed(row)
        if not (text.isascii() and text.isdecimal() and len(text) < 5):
            self.query_one(f"#{row}").query_one(Answer).focus()
            raise NoNumber(f"“{text[:20]}” is no number here.", "Write a whole number, like 6.")
        return int(text)


def _when_and_where(now: Club | None) -> Iterable[Widget]:
    from lessons.club.plan import club_plans
    from studio.wording import WEEKDAYS

    days = [*as_options(WEEKDAYS[:5]), (_NO_DAY, "different days"), *as_options(WEEKDAYS[5:])]
    plans = [(plan.id, plan.title) for plan in club_plans()]
    yield ChoiceRow("Plan", plans, id="plan", value=now.plan if now else None)
    day = _NO_DAY if now and now.weekday is None else now.day if now else "Tuesday"
    yield ChoiceRow("Day", days, id="weekday", value=day)
    yield FieldRow("Begins at", id="begins", value=now.begins if now else "15:30", placeholder="like 15:30")
    yield FieldRow("Minutes", id="minutes", value=str(now.minutes if now else 60))
    yield FieldRow("Place", id="place", value=now.place if now else "", placeholder="such as the music room")
    yield FieldRow("PCs", id="seats", value=str(now.seats if now else 6), placeholder="how many there are")
    yield FieldRow("Swap after", id="swap_minutes", value=str(now.swap_minutes if now else 5))
    yield ChoiceRow("For", _SCOPES, id="scope", value=now.scope if now else "school")
