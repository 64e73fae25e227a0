"""Target: the level that the school aims for, by when, and who decided it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from evidence.award.audits import Audits
from evidence.award.plans import Plans
from rubric.framework import PHASES
from rubric.profile import counts
from rubric.year import Calendar
from studio.ui.screens.award.gaps import GapsScreen
from studio.ui.screens.form import FormScreen, as_options
from studio.ui.text import literal
from studio.ui.widgets.choice_row import ChoiceRow
from studio.ui.widgets.field_row import FieldRow
from studio.wording import date_in_words

DECIDERS = ("lead", "head", "governor", "staff")
_ENOUGH_TIME = timedelta(days=120)


class TargetScreen(FormScreen):
    """A decision of the school's; the ones before it are kept."""

    HELP_PAGE: ClassVar[str] = "target"

    def rows(self) -> Iterable[Widget]:
        """Where we are, then what to decide."""
        framework, audits = self.studio.framework, Audits(self.library)
        before = audits.target(framework.id)
        newest = audits.newest(view="school", framework=framework.id)
        profile = counts(newest, framework)
        now = ", ".join(f"{number} {level.replace('-', ' ')}" for level, number in profile.items() if number)
        yield Static(Content.assemble(("Self-judged now: ", "bold"), literal(now)), classes="words")
        yield ChoiceRow(
            "Level", as_options(framework.levels), id="level", value=before.level if before else None
        )
        day = before.by_date if before else good_day(Plans(self.library).calendar(), self._today)
        yield FieldRow("By when", id="day", value=day.isoformat(), placeholder="year-month-day")
        yield ChoiceRow(
            "Who decided", as_options(DECIDERS), id="role", value=before.decided_by if before else None
        )
        yield ChoiceRow(
            "Kind of school", as_options(PHASES), id="phase", value=before.phase if before else None
        )
        if before:
            by = date_in_words(before.by_date)
            told = f"Until now: {before.level} by {by}, decided by: {before.decided_by}."
            yield Static(literal(told), classes="words")

    @property
    def _today(self) -> date:
        return self.studio.clock().date()

    def on_mount(self) -> None:
        """Start at the level."""
        super().on_mount()
        self.title_is("Target: what the school aims for")

    def save(self) -> str:
        """Keep the decision."""
        made = Audits(self.library).set_target(
            self.typed("level"),
            by_date=self.typed_day("day"),
            decided_by=self.typed("role"),
            phase=self.typed("phase"),
            framework=self.studio.framework,
        )
        return f"The target is {made.level} by {date_in_words(made.by_date)}."

    def go_on(self, words: str) -> None:
        """To the gaps, which is what one wants to know then."""
        if isinstance(self.app.screen_stack[-2], GapsScreen):
            super().go_on(words)
        else:
            self.app.switch_screen(GapsScreen(first_words=words))


def good_day(calendar: Calendar, today: date) -> date:
    """The end of a school year that leaves time enough: this one, or the next."""
    end = calendar.school_year(today)[-1].last
    if end - today >= _ENOUGH_TIME:
        return end
    return calendar.school_year(end + timedelta(days=90))[-1].last
