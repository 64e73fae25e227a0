"""The forms of the diary: a look back, a conversation, a training with its questions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import ClassVar

from textual.widget import Widget
from textual.widgets import Static

from evidence.award.diary import Diary
from evidence.award.plans import Plans
from evidence.codes import ROLES
from rubric.plan import PARTNERS
from rubric.year import prompts
from studio.ui.half_terms import half_term_options, half_term_words
from studio.ui.screens.form import FormScreen, as_options
from studio.ui.text import literal
from studio.ui.widgets.choice_row import ChoiceRow
from studio.ui.widgets.field_row import Answer, FieldRow
from studio.wording import date_in_words

_WRITERS = ("lead", "head", "staff", "governor")


class ReflectionScreen(FormScreen):
    """A look back at a half-term."""

    HELP_PAGE: ClassVar[str] = "diary"

    def rows(self) -> Iterable[Widget]:
        """The question, the half-term, the words."""
        plans = Plans(self.library)
        calendar, today = plans.calendar(), plans.today
        yield Static(literal(prompts().reflection), classes="words")
        yield FieldRow("Looking back", id="text", placeholder="in a few sentences")
        terms = half_term_options(calendar, today)
        yield ChoiceRow("At", terms, id="half-term", value=calendar.at(today).code)
        yield ChoiceRow("By", as_options(_WRITERS), id="by")

    def on_mount(self) -> None:
        """Start at the words."""
        super().on_mount()
        self.title_is("Diary: look back at a half-term")

    def save(self) -> str:
        """Keep it."""
        diary = Diary(self.library)
        made = diary.reflect(self.typed("text"), half_term=self.typed("half-term"), by=self.typed("by"))
        half_term = Plans(self.library).calendar().half_term(made.half_term)
        return f"Kept {made.id}, a look back at {half_term_words(half_term)}."


class ConversationScreen(FormScreen):
    """A talk with the mentor or the hub, and what was agreed."""

    HELP_PAGE: ClassVar[str] = "diary"

    def rows(self) -> Iterable[Widget]:
        """With whom, when, what about, what was agreed."""
        yield ChoiceRow("With the", as_options(PARTNERS), id="partner", value="hub")
        day = self.studio.clock().date().isoformat()
        yield FieldRow("Day", id="day", value=day, placeholder="year-month-day")
        yield FieldRow("What about", id="about", placeholder="in a sentence or two")
        yield FieldRow("Agreed", id="agreed", placeholder="who does what, and by when")
        yield FieldRow("Actions", id="actions", placeholder="of the plan, such as AC-0001; often none")
        yield ChoiceRow("Written by", as_options(_WRITERS), id="by")

    def on_mount(self) -> None:
        """Start at the partner."""
        super().on_mount()
        self.title_is("Diary: a conversation")

    def save(self) -> str:
        """Keep it."""
        made = Diary(self.library).talk(
            self.typed("partner"),
            self.typed("about"),
            agreed=self.typed("agreed"),
            actions=[each for each in re.split(r"[,;\s]+", self.typed("actions")) if each],
            day=self.typed_day("day"),
            by=self.typed("by"),
        )
        return f"Kept {made.id}, a conversation with the {made.partner}."


class TrainingScreen(FormScreen):
    """A training, with the questions about it; weeks later one asks what came of it."""

    HELP_PAGE: ClassVar[str] = "diary"

    def rows(self) -> Iterable[Widget]:
        """What, when, who, and each question above its answer."""
        yield FieldRow("Training", id="title", placeholder="what it was called")
        day = self.studio.clock().date().isoformat()
        yield FieldRow("Day", id="day", value=day, placeholder="year-month-day")
        yield ChoiceRow("Who went", as_options(ROLES[:5]), id="by")
        for question in prompts().questions:
            yield Static(literal(question.text), classes="question")
            yield FieldRow("", id=f"answer-{question.key}", placeholder="may be left empty")

    def on_mount(self) -> None:
        """Start at its name."""
        super().on_mount()
        self.title_is("Diary: a training")

    def refocus(self) -> None:
        """Its name comes first."""
        self.query_one("#title").query_one(Answer).focus()

    def save(self) -> str:
        """Keep it."""
        made = Diary(self.library).add_training(
            self.typed("title"),
            by=self.typed("by"),
            answers=[self.typed(f"answer-{question.key}") for question in prompts().questions],
            day=self.typed_day("day"),
        )
        return f"Kept {made.id}. On {date_in_words(made.follow_up)}, ask what came of it."
