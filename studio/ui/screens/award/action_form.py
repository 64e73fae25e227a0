"""The form of one action: what, what for, who, when, how one will see that it worked, what it costs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from evidence.award.plans import Plans
from evidence.codes import ROLES
from rubric.plan import Action, parse_pounds
from rubric.shelf import framework_named
from studio.errors import StudioError
from studio.ui.half_terms import half_term_after, half_term_options
from studio.ui.screens.form import FormScreen, as_options
from studio.ui.text import literal
from studio.ui.widgets.choice_row import ChoiceRow
from studio.ui.widgets.field_row import Answer, FieldRow


class NoPurpose(StudioError):
    """An action that is for no criterion."""


class ActionScreen(FormScreen):
    """A new action, or one as it is now."""

    HELP_PAGE: ClassVar[str] = "plan"

    def __init__(self, action: Action | None = None, *, kept: Callable[[Action], None]) -> None:
        super().__init__()
        self.action = action
        self._kept = kept
        """Is told what was kept, to take it back."""

    def rows(self) -> Iterable[Widget]:
        """The lines, filled in with what the action says."""
        now = self.action
        plans = Plans(self.library)
        calendar, today = plans.calendar(), plans.today
        start = now.start if now else calendar.at(today).code
        end = now.end if now else half_term_after(calendar, today).code
        terms = half_term_options(calendar, today, start, end)
        yield FieldRow("What to do", id="title", value=now.title if now else "", placeholder="in a few words")
        codes = ", ".join(now.criteria) if now else ""
        yield FieldRow("What it is for", id="criteria", value=codes, placeholder="criteria, such as MT3, C6")
        yield ChoiceRow(
            "Who sees to it", as_options(ROLES[:5]), id="owner", value=now.owner if now else "lead"
        )
        yield ChoiceRow("From", terms, id="start", value=start)
        yield ChoiceRow("To the end of", terms, id="end", value=end)
        yield FieldRow(
            "It worked if", id="success", value=now.success if now else "", placeholder="how one will see it"
        )
        cost = f"{now.cost_pence / 100:.2f}" if now and now.cost_pence else ""
        yield FieldRow("Costs in £", id="cost", value=cost, placeholder="nothing")
        if now and now.impact:
            yield FieldRow("Different now", id="impact", value=now.impact)
        yield Static(Content(""), id="purpose", classes="words")

    def on_mount(self) -> None:
        """Start at the title."""
        super().on_mount()
        self.title_is(f"Plan: change {self.action.id}" if self.action else "Plan: a new action")

    def on_input_changed(self) -> None:
        """What the codes stand for."""
        titles = {each.code: each.title for each in self.studio.framework.criteria}
        known = [f"{code} {titles[code]}" for code in self._codes() if code in titles]
        self.query_one("#purpose", Static).update(literal("For: " + ", ".join(known) if known else ""))

    def _codes(self) -> list[str]:
        return [code.upper() for code in re.split(r"[,;\s]+", self.typed("criteria")) if code]

    def save(self) -> str:
        """Keep it."""
        codes = self._codes()
        if not codes:
            self.query_one("#criteria").query_one(Answer).focus()
            raise NoPurpose("It is for no criterion yet.", "Write what it is for, such as MT3.")
        plans, cost = Plans(self.library), self.typed("cost")
        given: dict[str, Any] = {
            "criteria": codes,
            "cost_pence": parse_pounds(cost) if cost else 0,
            **{name: self.typed(name) for name in ("owner", "start", "end", "success")},
        }
        if self.action is None:
            made = plans.add_action(self.typed("title"), framework=self.studio.framework, **given)
        else:
            if self.action.impact:
                given["impact"] = self.typed("impact")
            framework = framework_named(self.action.framework, self.library.folder)
            made = plans.edit_action(self.action.id, framework=framework, title=self.typed("title"), **given)
        self._kept(made)
        return f"{'Changed' if self.action else 'Planned'} {made.id}. Z takes it back."
