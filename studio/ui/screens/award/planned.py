"""The actions of the plan on the screen, by half-terms, with the marked one below them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from evidence.award.plans import Plans
from evidence.award.standing import evidence_of_actions
from rubric.plan import Action, chosen, pounds
from studio.ui.action_words import about_action, action_line, section_line
from studio.ui.faults import FAULTS
from studio.ui.messages import ActionEvidenceRead, ProblemMet
from studio.ui.screens.base import StudioScreen
from studio.ui.text import literal
from studio.ui.widgets.listing import Listing
from studio.wording import count

if TYPE_CHECKING:
    from evidence.entry import Entry
    from rubric.year import Calendar


class PlannedScreen(StudioScreen):
    """Shows the plan; what is done to it is for the screen made of this one."""

    HELP_PAGE: ClassVar[str] = "plan"

    actions: tuple[Action, ...] = ()
    calendar: Calendar
    open_only = False

    def __init__(self) -> None:
        super().__init__()
        self.evidence: dict[str, tuple[Entry, ...]] = {}
        """What shows the impact of an action, by its id."""

    def compose_middle(self) -> Iterable[Widget]:
        """The list, and the marked action below it."""
        yield Static(id="empty")
        yield Listing(id="actions")
        with VerticalScroll(id="pane", can_focus=False):
            yield Static(id="words")

    def on_mount(self) -> None:
        """The list has the keys."""
        self.title_is("Plan")
        self.refocus()

    def refocus(self) -> None:
        """The list has the keys."""
        self.query_one("#actions").focus()

    @property
    def plans(self) -> Plans:
        """The library's plan."""
        return Plans(self.library)

    def on_resize(self) -> None:
        """The columns follow the width."""
        self._fill()

    def read_library(self) -> None:
        """Look again."""
        plans = self.plans
        self.calendar = plans.calendar()
        found = chosen(plans.actions(), self.calendar, today=plans.today)
        self.actions = tuple(each for each in found if each.is_open or not self.open_only)
        late = sum(each.is_late(self.calendar, plans.today) for each in found)
        costs = pounds(sum(each.cost_pence for each in found if each.status != "dropped"))
        words = f"{count(len(found), 'action')}{f', {late} late' if late else ''}"
        self.title_is(f"Plan: {words}", f"costs {costs}")
        self._fill()
        self._read_evidence()

    @work(thread=True, group="evidence", exclusive=True)
    def _read_evidence(self) -> None:
        try:
            self.post_message(ActionEvidenceRead(evidence_of_actions(self.library.entries())))
        except FAULTS as error:
            self.post_message(ProblemMet(error))

    @on(ActionEvidenceRead)
    def _show_evidence(self, message: ActionEvidenceRead) -> None:
        self.evidence = message.by_action
        self._show_action()

    def _fill(self) -> None:
        if not self.actions:
            self._show_empty()
        listing = self.query_one("#actions", Listing)
        marked = self.action.id if self.action else None
        listing.clear_options()
        section = ""
        for action in self.actions:
            if action.end != section:
                section = action.end
                here = [each for each in self.actions if each.end == section]
                listing.add_option(
                    Option(section_line(self.calendar, section, here, self.today), disabled=True)
                )
            listing.add_option(
                Option(action_line(action, self.calendar, self.today, self.size.width - 6), action.id)
            )
        self.query_one("#empty").display = not self.actions
        self.mark(marked)
        self._show_action()

    def _show_empty(self) -> None:
        words = "Nothing is still to do. V shows everything." if self.open_only else "Nothing planned yet."
        self.query_one("#empty", Static).update(literal(f"{words} A plans something, G shows the gaps."))

    def mark(self, action_id: str | None) -> None:
        """Stand on an action, or on the first."""
        listing = self.query_one("#actions", Listing)
        ids = [each.id for each in self.actions]
        if ids:
            listing.highlighted = listing.get_option_index(action_id if action_id in ids else ids[0])

    @property
    def today(self) -> date:
        """By the library's clock."""
        return self.plans.today

    @property
    def action(self) -> Action | None:
        """The marked one."""
        listing = self.query_one("#actions", Listing)
        if listing.highlighted is None:
            return None
        marked = listing.get_option_at_index(listing.highlighted).id
        if marked is None:  # a heading, which a page turned may have landed on: the action after it
            marked = listing.get_option_at_index(listing.highlighted + 1).id
        return next((each for each in self.actions if each.id == marked), None)

    @on(OptionList.OptionHighlighted, "#actions")
    def _show_action(self) -> None:
        action = self.action
        words = (
            about_action(action, self.calendar, self.today, self.evidence.get(action.id, ()))
            if action
            else literal("")
        )
        self.query_one("#words", Static).update(words)
        self.refresh_bindings()
