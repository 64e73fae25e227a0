"""A part of a session's plan put the school's own way: minutes, steps, the question."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from studio.errors import StudioError
from studio.ui.screens.form import FormScreen
from studio.ui.widgets.choice_row import ChoiceRow
from studio.ui.widgets.field_row import Answer, FieldRow
from studio.wording import begun

if TYPE_CHECKING:
    from lessons.club.plan import PlanPart, SessionPlan

_BETWEEN = " / "


class ClubPartScreen(FormScreen):
    """What is as the plan has it stays the plan's."""

    HELP_PAGE: ClassVar[str] = "club_part"

    def __init__(self, session_id: str) -> None:
        super().__init__()
        self.session_id = session_id

    def rows(self) -> Iterable[Widget]:
        """The part, then its lines."""
        parts = [(part.name, begun(part.name)) for part in self.plan.parts]
        yield ChoiceRow("Part", parts, id="part")
        yield FieldRow("Minutes", id="minutes")
        yield FieldRow("Do", id="do", placeholder="step / next step / ...")
        yield FieldRow("Ask", id="ask", placeholder="one question")
        ready = _BETWEEN.join(self.plan.resources)
        yield FieldRow("Have ready", id="resources", value=ready, placeholder="thing / next thing / ...")
        words = "A stroke (/) stands between two steps. An empty line is the plan's own again."
        yield Static(Content(words), classes="words")

    def on_mount(self) -> None:
        """Show the first part."""
        self.title_is("Our own way")
        self.show_part()

    @property
    def plan(self) -> SessionPlan:
        """The plan as it is now."""
        from lessons.club.sessions import Sessions

        return Sessions(self.library).plan(self.session_id)

    @property
    def part(self) -> PlanPart:
        """The chosen part as it is now."""
        return self.plan.part(self.typed("part"))

    @on(ChoiceRow.Chosen)
    def show_part(self) -> None:
        """Fill in what the chosen part says."""
        part = self.part
        for row, words in (
            ("minutes", str(part.minutes)),
            ("do", _BETWEEN.join(part.do)),
            ("ask", part.ask),
        ):
            self.query_one(f"#{row}").query_one(Answer).value = words

    def save(self) -> str:
        """Keep it for this session."""
        from lessons.club.kept_sessions import plan_of
        from lessons.club.sessions import Sessions

        minutes = self.typed("minutes")
        if minutes and not (minutes.isascii() and minutes.isdecimal() and 0 < int(minutes) <= 180):
            raise StudioError(f"“{minutes[:20]}” is no number of minutes.", "Write 1 to 180.")
        sessions = Sessions(self.library)
        part = plan_of(replace(sessions.one(self.session_id), own=())).part(self.typed("part"))
        own = {
            "minutes": (int(minutes or 0), part.minutes),
            "do": (_listed(self.typed("do")), part.do),
            "ask": (self.typed("ask"), part.ask),
        }
        changed: dict[str, Any] = {name: typed for name, (typed, plans) in own.items() if typed != plans}
        sessions.own_part(self.session_id, part.name, **changed)
        ready = _listed(self.typed("resources"))
        if ready != self.plan.resources:
            sessions.edit(self.session_id, resources=ready)
        return f"The {part.name} is your own in this session. The plan itself stays as it was."


def _listed(typed: str) -> tuple[str, ...]:
    return tuple(filter(None, (each.strip() for each in typed.split(_BETWEEN))))
