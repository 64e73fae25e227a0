"""Plan: what is done about the gaps, by half-terms; each action starts, and ends with what it changed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from evidence.plans import Plans
from rubric.plan import Action, chosen, pounds
from studio.errors import StudioError
from studio.ui.action_words import about_action, action_line, section_line
from studio.ui.screens.base import StudioScreen
from studio.ui.text import literal
from studio.ui.widgets.listing import Listing
from studio.wording import count

if TYPE_CHECKING:
    from rubric.framework import Framework

_RESTORED = (
    "title",
    "criteria",
    "owner",
    "start",
    "end",
    "success",
    "cost_pence",
    "status",
    "impact",
    "done_on",
)


class PlanScreen(StudioScreen):
    """The actions, those that end first on top."""

    HELP_PAGE = "plan"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "edit", "change", key_display="Enter", id="plan.edit", tooltip="Change this action"),
        Binding("a", "add", "add", id="plan.add", tooltip="Plan something"),
        Binding("s", "start", "start", id="plan.start", tooltip="It has begun"),
        Binding("d", "done", "done", id="plan.done", tooltip="It is done: say what is different now"),
        Binding("x", "drop", "drop", id="plan.drop", tooltip="It will not be done; it is kept in the list"),
        Binding("z", "take_back", "take back", id="plan.back", tooltip="As it was before the last key"),
        Binding(
            "v", "view", "all or open", id="plan.view", tooltip="Only what is still to do, or everything"
        ),
        Binding("r", "diary", "diary", id="plan.diary", tooltip="Reflections, talks and trainings"),
        Binding("g", "gaps", "gaps", id="plan.gaps", tooltip="What is below the target"),
        Binding("y", "dates", "dates", id="plan.dates", tooltip="The half-terms of your school"),
    ]

    actions: tuple[Action, ...] = ()
    open_only = False

    def __init__(self) -> None:
        super().__init__()
        self.before: list[tuple[str, Action | None]] = []
        """What was changed here, as it was; `None` for what was new."""

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
                    Option(section_line(self.calendar, section, here, self._today), disabled=True)
                )
            listing.add_option(
                Option(action_line(action, self.calendar, self._today, self.size.width - 6), action.id)
            )
        self.query_one("#empty").display = not self.actions
        self._mark(marked)
        self._show_action()

    def _show_empty(self) -> None:
        words = "Nothing is still to do. V shows everything." if self.open_only else "Nothing planned yet."
        self.query_one("#empty", Static).update(literal(f"{words} A plans something, G shows the gaps."))

    def _mark(self, action_id: str | None) -> None:
        listing = self.query_one("#actions", Listing)
        ids = [each.id for each in self.actions]
        if ids:
            listing.highlighted = listing.get_option_index(action_id if action_id in ids else ids[0])

    @property
    def _today(self) -> Any:
        return self.plans.today

    @property
    def action(self) -> Action | None:
        """The marked one."""
        listing = self.query_one("#actions", Listing)
        if listing.highlighted is None:
            return None
        marked = listing.get_option_at_index(listing.highlighted).id
        return next((each for each in self.actions if each.id == marked), None)

    @on(OptionList.OptionHighlighted, "#actions")
    def _show_action(self) -> None:
        action = self.action
        words = about_action(action, self.calendar, self._today) if action else literal("")
        self.query_one("#words", Static).update(words)
        self.refresh_bindings()

    # What becomes of an action

    def action_add(self) -> None:
        """A form for a new one."""
        from studio.ui.screens.action_form import ActionScreen

        self.app.push_screen(ActionScreen(kept=lambda made: self.before.append((made.id, None))))

    def action_edit(self) -> None:
        """A form with what it says now."""
        from studio.ui.screens.action_form import ActionScreen

        action = self._need()
        self.app.push_screen(ActionScreen(action, kept=lambda made: self.before.append((made.id, action))))

    def action_start(self) -> None:
        """It has begun."""
        self._change(self._need(), "started")

    def action_drop(self) -> None:
        """It will not be done."""
        self._change(self._need(), "dropped")

    def action_done(self) -> None:
        """It is done: ask what is different now."""
        action = self._need()

        def with_impact(impact: str) -> None:
            if not impact:
                raise StudioError(
                    f"{action.id} cannot be done without its impact.",
                    "Say in a sentence what is different now.",
                )
            self._change(action, "done", impact=impact)

        self.ask("What is different now?", with_impact, value=action.impact)

    def _change(self, action: Action, status: str, **given: str) -> None:
        self.plans.edit_action(action.id, framework=self._framework(action), status=status, **given)
        self.before.append((action.id, action))
        self.read_library()
        self.say(f"{action.id} is {status}. Z takes it back.")

    def action_take_back(self) -> None:
        """As it was before; what was new is dropped, and stays in the list."""
        action_id, before = self.before.pop()
        given = {name: getattr(before, name) for name in _RESTORED} if before else {"status": "dropped"}
        now = self.plans.action(action_id)
        self.plans.edit_action(action_id, framework=self._framework(now), **given)
        self.read_library()
        self._mark(action_id)
        self.say(f"{action_id} is as it was." if before else f"{action_id} is dropped.")

    def _need(self) -> Action:
        assert self.action is not None  # else the key does nothing
        return self.action

    def _framework(self, action: Action) -> Framework:
        from rubric.shelf import framework_named

        return framework_named(action.framework, self.library.folder)

    # Elsewhere

    def action_view(self) -> None:
        """Only what is still to do, or everything."""
        self.open_only = not self.open_only
        self.read_library()

    def action_diary(self) -> None:
        """What was thought and said."""
        self.studio.open_place("diary")

    def action_gaps(self) -> None:
        """What is below the target."""
        self.studio.open_place("gaps")

    def action_dates(self) -> None:
        """The school's own dates."""
        from studio.ui.screens.dates import DatesScreen

        self.app.push_screen(DatesScreen())

    def can_do(self, action: str) -> bool:
        """Only what fits the marked action."""
        if action == "take_back":
            return bool(self.before)
        if action not in ("edit", "start", "done", "drop"):
            return True
        marked = self.action if self.is_mounted else None
        if marked is None:
            return False
        fits = {"start": marked.status == "planned", "drop": marked.is_open, "done": marked.is_open}
        return fits.get(action, True)
