"""One criterion of an audit on the screen: its levels, what we have for it, what was judged."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.content import Content
from textual.widgets import Static

from evidence.award.audits import Audits
from evidence.award.figures import Figures
from evidence.award.standing import evidence_for, music_technology
from rubric.audit import VIEWS
from rubric.framework import Claim, Criterion
from studio.ui.faults import FAULTS
from studio.ui.messages import EvidenceSorted, ProblemMet
from studio.ui.screens.award.numbers import number_lines
from studio.ui.screens.base import StudioScreen
from studio.ui.text import day_words, literal
from studio.ui.widgets.level_columns import LevelColumns
from studio.wording import count, date_in_words

if TYPE_CHECKING:
    from evidence.award.figures import Asked
    from evidence.entry import Entry
    from rubric.audit import Judgement, Snapshot

HOW = {
    "best_fit": "Choose the level that describes your school best, all in all.",
    "cumulative": "Each level needs the ones before it: choose the highest that is all there.",
}
SHOWN = 3
"""How many entries of a level stand on the screen."""
_JUDGES = ("lead", "head", "staff", "governor")


class AuditingScreen(StudioScreen):
    """Walks through the criteria; what is done to them is for the screen made of it."""

    HELP_PAGE: ClassVar[str] = "audit"

    audit: Snapshot | None = None
    """The newest of this view, open or locked."""
    phase: str | None = None
    """The kind of school, once the target says it."""
    asked: tuple[Asked, ...] = ()
    """The numbers that the texts ask for."""
    several = False
    """Whether there are two audits to compare."""
    criterion: Criterion
    view = "school"
    role = "lead"

    def __init__(self) -> None:
        super().__init__()
        self.evidence: dict[Claim, tuple[Entry, ...]] = {}
        self.taken: list[tuple[str, Judgement | None]] = []
        """What was judged here, with what was there before."""

    @property
    def audits(self) -> Audits:
        """The library's audits."""
        return Audits(self.library)

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """Those one walks through."""
        every = self.studio.framework.criteria
        return tuple(filter(music_technology, every)) if self.studio.only_mt else every

    def on_mount(self) -> None:
        """Begin with the first that is not judged."""
        self.read_audits()
        self._to_first_open()
        self.refocus()

    def refocus(self) -> None:
        """The arrows scroll the levels."""
        self.query_one(LevelColumns).focus()

    def read_library(self) -> None:
        """Look again."""
        self.read_audits()
        self.show_criterion()
        self._sort_evidence()

    def read_audits(self) -> None:
        """Which audits there are, and the kind of school."""
        every = self.audits.all(framework=self.studio.framework.id)
        self.several = len(every) > 1
        self.audit = next((each for each in reversed(every) if each.view == self.view), None)
        target = self.audits.target(self.studio.framework.id)
        self.phase = target.phase if target else None
        self.asked = Figures(self.library).asked(self.studio.framework, phase=self.phase)

    def _to_first_open(self) -> None:
        audit = self.audit
        is_open = (each for each in self.criteria if audit is None or audit.level(each.code) is None)
        self.criterion = next(is_open, self.criteria[0])

    @work(thread=True, group="evidence", exclusive=True)
    def _sort_evidence(self) -> None:
        try:
            self.post_message(EvidenceSorted(evidence_for(self.library.entries())))
        except FAULTS as error:
            self.post_message(ProblemMet(error))

    @on(EvidenceSorted)
    def _show_evidence(self, message: EvidenceSorted) -> None:
        self.evidence = message.by_claim
        self._show_have()

    # What is on the screen

    def show_criterion(self) -> None:
        """All of the criterion that one stands at."""
        criterion, audit = self.criterion, self.audit
        at = self.criteria.index(criterion) + 1
        kind = audit.kind if audit else "view"
        self.title_is(
            f"Audit: {criterion.code} {criterion.title}  {at}/{len(self.criteria)}",
            f"{len(audit.judgements) if audit else 0} judged, {self.view} {kind}",
        )
        judged = audit.judgement(criterion.code) if audit else None
        how = HOW[criterion.mode]
        if audit and audit.locked:
            how = f"Locked on {date_in_words(audit.locked.date())}. R judges again, F for the last time."
        self.query_one("#how", Static).update(literal(how))
        self.query_one(LevelColumns).show(
            criterion, chosen=judged.level if judged else None, phase=self.phase
        )
        self.query_one("#judged", Static).update(judged_line(judged, self.role))
        self._show_have()
        self.refresh_bindings()

    def shown(self, level: str) -> tuple[Entry, ...]:
        """What shows a level of the criterion, the key pieces first and then the newest."""
        code = self.criterion.code
        return tuple(
            sorted(self.evidence.get(Claim(code, level), ()), key=lambda each: code not in each.key_for)
        )

    def _show_have(self) -> None:
        lines = [Content("We have nothing for it yet.")]
        code = self.criterion.code
        shown = [(level, self.shown(level)) for level in self.studio.framework.levels]
        if any(entries for _, entries in shown):
            lines = [
                Content.assemble((f"{level}: ", "bold"), have_words(entries, code))
                for level, entries in shown
                if entries
            ]
        lines += [literal(words, "$quiet") for words in number_lines(self.asked, self.criterion.code)]
        self.query_one("#have", Static).update(Content("\n").join(lines))

    # Walking about

    def action_step(self, by: int) -> None:
        """To the next criterion, or the one before."""
        at = self.criteria.index(self.criterion) + by
        self.criterion = self.criteria[max(0, min(len(self.criteria) - 1, at))]
        self.say("")
        self.show_criterion()

    def action_filter(self) -> None:
        """Only music technology, or everything."""
        self.studio.only_mt = not self.studio.only_mt
        if self.criterion not in self.criteria:
            self._to_first_open()
        self.show_criterion()
        self.say(
            "Only music technology. M goes through everything." if self.studio.only_mt else "Every criterion."
        )

    def action_view(self) -> None:
        """The other's eyes; the two are kept apart."""
        self.view = VIEWS[(VIEWS.index(self.view) + 1) % len(VIEWS)]
        self.role = "hub" if self.view == "hub" else _JUDGES[0]
        self.taken = []
        self.read_audits()
        self._to_first_open()
        self.show_criterion()
        self.say(f"The {self.view}'s view. The school's and the hub's are kept apart.")

    def action_who(self) -> None:
        """Another role judges."""
        if self.view == "school":
            self.role = _JUDGES[(_JUDGES.index(self.role) + 1) % len(_JUDGES)]
        self.show_criterion()
        self.say(f"Judged by: {self.role}.")

    def action_numbers(self) -> None:
        """The numbers that the texts ask for."""
        from studio.ui.screens.award.numbers import NumbersScreen

        self.app.push_screen(NumbersScreen(self.criterion.code))

    def action_target(self) -> None:
        """What to aim for."""
        self.studio.open_place("target")

    def action_compare(self) -> None:
        """Two audits side by side."""
        from studio.ui.screens.award.compare import CompareScreen

        self.app.push_screen(CompareScreen())


def have_words(entries: tuple[Entry, ...], code: str) -> Content:
    """How many there are, and the first few; a key piece has a star."""
    number = f"{count(len(entries), 'entry', 'entries')}: " if len(entries) > SHOWN else ""
    titles = (
        f"{'* ' if code in each.key_for else ''}“{each.title}” {each.date_happened.isoformat()}"
        for each in entries[:SHOWN]
    )
    return literal(f"{number}{', '.join(titles)}")


def judged_line(judged: Judgement | None, role: str) -> Content:
    """What was judged, how sure, when and why; `role` is who would judge now."""
    if judged is None:
        return Content(f"Not judged yet. You judge as: {role}.")
    what = f"Judged {judged.level.replace('-', ' ')}, {judged.sure}, {day_words(judged.when.date())}"
    by = f" by {judged.by}" if judged.by else ""
    rests = f" Rests on {', '.join(judged.evidence)}." if judged.evidence else " No evidence yet."
    why = f": {judged.reason}" if judged.reason else "."
    end = "" if why.endswith((".", "!", "?")) else "."
    return Content.assemble((what, "bold"), literal(f"{by}{why}{end}{rests}"))
