"""Gaps: what is below the target, what to read next, and ideas; one key turns either into an action."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from evidence.award.audits import Audits
from evidence.award.plans import Plans
from evidence.award.standing import music_technology
from lessons.idea import Idea, ideas_for
from rubric.audit import VIEWS
from rubric.framework import Claim
from rubric.profile import Gap, Target, gaps
from studio.ui.descriptor_words import descriptor_words
from studio.ui.half_terms import half_term_after, half_term_words
from studio.ui.reading_on import read_on
from studio.ui.screens.base import StudioScreen
from studio.ui.text import cut_to, literal
from studio.ui.widgets.listing import Listing
from studio.wording import count

if TYPE_CHECKING:
    from rubric.plan import Action

_BEFORE_TITLE = 32
_SHORTEST_TITLE = 12


class GapsScreen(StudioScreen):
    """The gaps on the left; the marked one on the right."""

    HELP_PAGE = "gaps"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "its evidence", key_display="Enter", id="gaps.open", tooltip="What we have"),
        Binding("a", "plan_gap", "action", id="gaps.action", tooltip="Make the gap an action of the plan"),
        Binding(
            "1", "idea(1)", "idea to action", key_display="1-9", id="gaps.idea", tooltip="Plan this idea"
        ),
        *(Binding(f"{number}", f"idea({number})", "idea", show=False) for number in range(2, 10)),
        Binding("d", "read_on", "read on", id="gaps.read_on", tooltip="More of what stands on the right"),
        Binding("z", "take_back", "undo", id="gaps.back", tooltip="Drop the action made just now"),
        Binding("t", "target", "target", id="gaps.target", tooltip="Another level, or another day"),
        Binding("p", "plan", "plan", id="gaps.plan", tooltip="All actions"),
        Binding("m", "filter", "MT", id="gaps.filter", tooltip="Only music technology, or everything"),
        Binding("v", "view", "whose view", id="gaps.view", tooltip="By the school's judgement, or the hub's"),
    ]

    target: Target | None = None
    gaps: tuple[Gap, ...] = ()
    actions: tuple[Action, ...] = ()
    view = "school"

    def __init__(self, *, first_words: str = "") -> None:
        super().__init__()
        self._first_words = first_words
        self.made: list[str] = []
        """Ids of the actions made here."""

    def compose_middle(self) -> Iterable[Widget]:
        """Two halves."""
        yield Static(id="empty")
        with Horizontal(id="halves"):
            yield Listing(id="gaps")
            with VerticalScroll(id="pane", can_focus=False):
                yield Static(id="words")

    def on_mount(self) -> None:
        """The list has the keys."""
        self.title_is("Gaps")
        self.say(self._first_words)
        self.refocus()

    def refocus(self) -> None:
        """The list has the keys."""
        self.query_one("#gaps").focus()

    def on_resize(self) -> None:
        """The columns follow the width."""
        self._fill()

    def read_library(self) -> None:
        """Look again."""
        framework, audits = self.studio.framework, Audits(self.library)
        self.target = audits.target(framework.id)
        if self.target is not None and self.target.level not in framework.levels:
            self.target = None  # of an older edition of the framework
        newest = audits.newest(view=self.view, framework=framework.id)
        found = gaps(newest, self.target, framework) if self.target else ()
        self.gaps = tuple(
            each for each in found if not self.studio.only_mt or music_technology(each.criterion)
        )
        self.actions = Plans(self.library).actions()
        self._fill()

    def _fill(self) -> None:
        listing = self.query_one("#gaps", Listing)
        marked = listing.marked
        listing.clear_options()
        listing.add_options(Option(self._line(gap), gap.criterion.code) for gap in self.gaps)
        listing.highlighted = min(marked, len(self.gaps) - 1) if self.gaps else None
        what = f"{count(len(self.gaps), 'gap')} to {self.target.level}" if self.target else "no target yet"
        self.title_is(f"Gaps: {what}", f"{self.view}'s view, not an award")
        self.query_one("#empty", Static).update(literal(self._empty_words()))
        self.query_one("#empty").display = not self.gaps
        self.query_one("#halves").display = bool(self.gaps)
        self._show_gap()
        self.refresh_bindings()

    def _empty_words(self) -> str:
        if self.target is None:
            return "Press T to choose what to aim for. Then the gaps stand here."
        return (
            f"Nothing here is judged below {self.target.level}. Judged by the {self.view} itself: a profile."
        )

    def _line(self, gap: Gap) -> Content:
        planned = len(self.actions_for(gap))
        now = (gap.now or "not judged").replace("-", " ")
        mark = count(planned, "action") if planned else ""
        room = self.size.width * 2 // 5 - _BEFORE_TITLE
        title = cut_to(gap.criterion.title, room) if room > _SHORTEST_TITLE else ""
        return Content.assemble((f"{gap.criterion.code:<6}", "bold"), f"{now:<11}", f"{mark:<10}", title)

    @property
    def gap(self) -> Gap | None:
        """The marked one."""
        return self.gaps[self.query_one("#gaps", Listing).marked] if self.gaps else None

    def actions_for(self, gap: Gap) -> list[Action]:
        """What the plan already has for a gap."""
        return [each for each in self.actions if gap.criterion.code in each.criteria and each.is_open]

    @on(OptionList.OptionHighlighted, "#gaps")
    def _show_gap(self) -> None:
        gap = self.gap
        self.query_one("#words", Static).update(Content("\n").join(self._about(gap)) if gap else Content(""))
        self.query_one("#pane").scroll_home(animate=False)
        self.refresh_bindings()

    def _about(self, gap: Gap) -> Iterable[Content]:
        now = (gap.now or "not judged").replace("-", " ")
        yield Content.assemble(literal(f"{gap.criterion.title}. ", "bold"), f"Now: {now}.")
        for descriptor in gap.missing:
            words = descriptor_words(descriptor, self.target.phase if self.target else None)
            yield Content.assemble((f"{descriptor.level}: ", "bold $accent"), words)
        for action in self.actions_for(gap):
            yield Content.assemble((f"{action.id} {action.status}: ", "bold $success"), literal(action.title))
        for number, idea in enumerate(ideas_of(gap), start=1):
            yield Content.assemble((f"\n{number}  Idea: {idea.title}. ", "bold $accent"), literal(idea.text))

    # From a gap to an action

    def action_plan_gap(self) -> None:
        """The gap itself becomes an action."""
        gap = self.gap
        if gap is not None:
            level, code = gap.missing[0].level, gap.criterion.code
            self._plan(f"Towards {level} in {code}: {gap.criterion.title}", gap)

    def action_idea(self, number: int) -> None:
        """An idea becomes an action."""
        gap = self.gap
        ideas = ideas_of(gap) if gap else ()
        if gap is not None and number <= len(ideas):
            self._plan(ideas[number - 1].title, gap, level=ideas[number - 1].claim.level)

    def _plan(self, title: str, gap: Gap, level: str | None = None) -> None:
        wanted = next((each for each in gap.missing if each.level == level), gap.missing[0])
        plans = Plans(self.library)
        end = half_term_after(plans.calendar(), plans.today)
        made = plans.add_action(
            title,
            framework=self.studio.framework,
            criteria=[gap.criterion.code],
            owner="lead",
            end=end.code,
            success=wanted.text,
        )
        self.made.append(made.id)
        self.read_library()
        self.say(f"Planned {made.id}, until the end of {half_term_words(end)}. P opens the plan, Z undoes.")

    def action_take_back(self) -> None:
        """Drop the action made last."""
        action_id = self.made[-1]
        plans = Plans(self.library)
        plans.edit_action(action_id, framework=self.studio.framework, status="dropped")
        self.made = self.made[:-1]
        self.read_library()
        self.say(f"{action_id} is dropped.")

    # Elsewhere

    def action_open(self) -> None:
        """What the next level asks for, and what we have."""
        from studio.ui.screens.award.claim import ClaimScreen

        gap = self.gap
        if gap is not None:
            self.app.push_screen(ClaimScreen(Claim(gap.criterion.code, gap.missing[0].level)))

    def action_read_on(self) -> None:
        """More of the right half, and from its end the beginning again."""
        read_on(self.query_one("#pane"))

    def action_target(self) -> None:
        """Another target."""
        self.studio.open_place("target")

    def action_plan(self) -> None:
        """The plan."""
        self.studio.open_place("plan")

    def action_filter(self) -> None:
        """Only music technology, or everything."""
        self.studio.only_mt = not self.studio.only_mt
        self.read_library()

    def action_view(self) -> None:
        """By the other's judgement."""
        self.view = VIEWS[(VIEWS.index(self.view) + 1) % len(VIEWS)]
        self.read_library()

    def can_do(self, action: str) -> bool:
        """Most of it needs a gap."""
        if action == "idea":
            return self.gap is not None and bool(ideas_of(self.gap))
        needs = {"open": self.gaps, "plan_gap": self.gaps, "read_on": self.gaps, "take_back": self.made}
        return bool(needs.get(action, True))


def ideas_of(gap: Gap) -> tuple[Idea, ...]:
    """The ideas for what a gap still asks for."""
    wanted = {descriptor.level for descriptor in gap.missing}
    return tuple(idea for idea in ideas_for(gap.criterion.code) if idea.claim.level in wanted)
