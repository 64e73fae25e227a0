"""Plan: what is done about the gaps, by half-terms; each action starts, and ends with what it changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from evidence.award.audits import Audits
from rubric.framework import Claim
from rubric.plan import Action
from studio.errors import StudioError
from studio.ui.screens.award.planned import PlannedScreen

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


class PlanScreen(PlannedScreen):
    """The actions, those that end first on top."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "edit", "change", key_display="Enter", id="plan.edit", tooltip="Change this action"),
        Binding("a", "add", "add", id="plan.add", tooltip="Plan something"),
        Binding("s", "start", "start", id="plan.start", tooltip="It has begun"),
        Binding("d", "done", "done", id="plan.done", tooltip="It is done: say what is different now"),
        Binding("x", "drop", "drop", id="plan.drop", tooltip="It will not be done; it is kept in the list"),
        Binding("z", "take_back", "undo", id="plan.back", tooltip="As it was before the last key"),
        Binding("w", "write", "write evidence", id="plan.write", tooltip="Of what this action changed"),
        Binding(
            "v", "view", "all or open", id="plan.view", tooltip="Only what is still to do, or everything"
        ),
        Binding("r", "diary", "diary", id="plan.diary", tooltip="Reflections, talks and trainings"),
        Binding("g", "gaps", "gaps", id="plan.gaps", tooltip="What is below the target"),
        Binding("y", "dates", "dates", id="plan.dates", tooltip="The half-terms of your school"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.before: list[tuple[str, Action | None]] = []
        """What was changed here, as it was; `None` for what was new."""

    # What becomes of an action

    def action_add(self) -> None:
        """A form for a new one."""
        from studio.ui.screens.award.action_form import ActionScreen

        self.app.push_screen(ActionScreen(kept=lambda made: self.before.append((made.id, None))))

    def action_edit(self) -> None:
        """A form with what it says now."""
        from studio.ui.screens.award.action_form import ActionScreen

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
        action_id, before = self.before[-1]
        given = {name: getattr(before, name) for name in _RESTORED} if before else {"status": "dropped"}
        now = self.plans.action(action_id)
        self.plans.edit_action(action_id, framework=self._framework(now), **given)
        self.before = self.before[:-1]
        self.read_library()
        self.mark(action_id)
        self.say(f"{action_id} is as it was." if before else f"{action_id} is dropped.")

    def _need(self) -> Action:
        assert self.action is not None  # else the key does nothing
        return self.action

    def _framework(self, action: Action) -> Framework:
        from rubric.shelf import framework_named

        return framework_named(action.framework, self.library.folder)

    # Elsewhere

    def action_write(self) -> None:
        """Evidence of what the action changed, for the level that the school aims for."""
        action, framework = self._need(), self.studio.framework
        target = Audits(self.library).target(framework.id)
        ours = action.framework == framework.id and target is not None and target.level in framework.levels
        claim = Claim(action.criteria[0], target.level) if ours and target else None
        self.studio.open_make_evidence(claim=claim, action=action)

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
        from studio.ui.screens.award.dates import DatesScreen

        self.app.push_screen(DatesScreen())

    def can_do(self, action: str) -> bool:
        """Only what fits the marked action."""
        if action == "take_back":
            return bool(self.before)
        if action not in ("edit", "start", "done", "drop", "write"):
            return True
        marked = self.action if self.is_mounted else None
        if marked is None:
            return False
        fits = {"start": marked.status == "planned", "drop": marked.is_open, "done": marked.is_open}
        return fits.get(action, True)
