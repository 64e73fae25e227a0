"""The form that sets a competition with a brief card; Ambassadors fill it in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from evidence.years import YEAR_GROUPS, in_order
from studio.ui.screens.form import FormScreen, as_options
from studio.ui.text import day_words, literal
from studio.ui.widgets.choice_row import ChoiceRow
from studio.ui.widgets.field_row import FieldRow
from studio.ui.widgets.years_row import YearsRow

if TYPE_CHECKING:
    from lessons.competitions.brief import Brief

_SCOPES = (("school", "the whole school"), ("key-stage", "a key stage"), ("class", "a class"))


class CompetitionFormScreen(FormScreen):
    """Title, days, who may enter and who leads it; the rest is on the card."""

    HELP_PAGE: ClassVar[str] = "competition_form"

    def __init__(self, brief: Brief) -> None:
        super().__init__()
        self.brief = brief

    def rows(self) -> Iterable[Widget]:
        """The lines, filled in with what is usual."""
        from lessons.competitions.competition import WHO_MAY
        from lessons.competitions.competitions import Competitions

        today = self.studio.clock().date()
        closes = Competitions(self.library).usual_closing(today)
        yield FieldRow("Title", id="title", value=self.brief.title)
        yield FieldRow("Opens on", id="opens", value=today.isoformat())
        yield FieldRow("Last day", id="closes", value=closes.isoformat(), placeholder="like 2026-12-11")
        yield ChoiceRow("Who may enter", as_options(WHO_MAY), id="who_may", value="pairs")
        yield YearsRow(frozenset(self.brief.years), id="years")
        yield ChoiceRow("It is for", _SCOPES, id="scope", value="school")
        yield FieldRow("Led by", id="led_by", placeholder="codes, such as Y6-otter Y6-fox")
        words = [
            literal(f"{self.brief.hook} {self.brief.make}"),
            literal(
                f"It is usual to take entries until {day_words(closes)}. An adult can move the day later."
            ),
        ]
        yield Static(Content("\n").join(words), id="about")

    def on_mount(self) -> None:
        """Start at the title."""
        super().on_mount()
        self.title_is(f"Set a competition: {self.brief.title}")

    def save(self) -> str:
        """Set it."""
        from lessons.competitions.competitions import Competitions
        from studio.ui.typed_codes import typed_codes

        years = self.query_one(YearsRow).chosen
        known = Competitions(self.library).set(
            self.brief.id,
            title=self.typed("title"),
            opens=self.typed_day("opens"),
            closes=self.typed_day("closes"),
            who_may=self.typed("who_may"),
            years=in_order(year for year in YEAR_GROUPS if year in years),
            scope=self.typed("scope"),
            led_by=typed_codes(self.typed("led_by")),
        )
        return (
            f"“{known.title}” is set, until {day_words(known.closes)}. Tell everybody: P prints the poster."
        )

    def go_on(self, words: str) -> None:
        """To the competition itself."""
        self.app.pop_screen()
        self.studio.open_place("competition")
        here = self.app.screen
        from studio.ui.screens.competition.competition import CompetitionScreen

        if isinstance(here, CompetitionScreen):
            here.show_current(words)
