"""Quality Mark: the award at a glance, what the school aims for, and the one thing to do next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from evidence.award.standing import month_of, music_technology
from rubric.audit import Judgement
from rubric.framework import Claim
from studio.ui.descriptor_words import descriptor_words
from studio.ui.messages import StandingRead
from studio.ui.next_step import next_step
from studio.ui.read_in_thread import read_in_thread
from studio.ui.screens.base import StudioScreen
from studio.ui.text import literal
from studio.ui.widgets.mark_grid import Cell, MarkGrid, panels

if TYPE_CHECKING:
    from evidence.award.standing import Standing

_NEWEST = 12


class QualityMarkScreen(StudioScreen):
    """Marks and counts, never a verdict."""

    HELP_PAGE = "quality_mark"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "open", "open", key_display="Enter", id="mark.open", tooltip="What a level asks for"
        ),
        Binding("a", "go('audit')", "audit", id="mark.audit", tooltip="Judge where the school stands"),
        Binding("t", "go('target')", "target", id="mark.target", tooltip="What to aim for, and by when"),
        Binding("g", "go('gaps')", "gaps", id="mark.gaps", tooltip="What is below the target, with ideas"),
        Binding("p", "go('plan')", "plan", id="mark.plan", tooltip="What is done about the gaps"),
        Binding("d", "go('diary')", "diary", id="mark.diary", tooltip="Reflections, talks and trainings"),
        Binding("l", "go('evidence_list')", "list", id="mark.list", tooltip="All entries"),
        Binding("e", "go('proposals')", "accept", id="mark.accept", tooltip="Evidence that waits for you"),
        Binding("w", "make", "write", id="mark.make", tooltip="Write something down for this level"),
        Binding("y", "go('years_grid')", "years", id="mark.years", tooltip="MT1 by year group and term"),
        Binding("m", "filter", "MT", id="mark.filter", tooltip="Only music technology, or everything"),
        Binding("b", "go('bundle')", "bundle", id="mark.bundle", tooltip="Seal it all into one file"),
    ]

    standing: reactive[Standing | None] = reactive(None, init=False, bindings=True)

    read_at: tuple[int, date] | None = None
    """How long the log was when it was read, and the day."""

    def compose_middle(self) -> Iterable[Widget]:
        """The grid, what to do next, and the level one stands on."""
        yield MarkGrid()
        yield Static(id="next")
        yield Static(id="asks")

    def on_mount(self) -> None:
        """The grid has the keys."""
        self.title_is("Quality Mark")
        self.refocus()

    def refocus(self) -> None:
        """The grid has the keys."""
        self.query_one(MarkGrid).focus()

    def read_library(self) -> None:
        """Look again, without holding up the keys; not when the log says that nothing was changed."""
        state = self.library.journal.size(), self.studio.clock().date()
        if self.standing is None or state != self.read_at:
            self.read_at = state
            self._read()
        else:
            self._show_all(self.standing)

    @read_in_thread
    def _read(self) -> Message:
        from evidence.award.standing import standing

        return StandingRead(standing(self.library, self.studio.framework))

    @on(StandingRead)
    def _show(self, message: StandingRead) -> None:
        waiting = message.standing.proposed
        self.key_words = {"mark.accept": f"accept {waiting}"} if waiting else {}
        self.standing = message.standing
        self._show_all(message.standing)

    def _show_all(self, now: Standing) -> None:
        framework = self.studio.framework
        aim = "no aim yet"
        if now.target:
            aim = f"aim: {now.target.level} by {month_of(now.target.by_date, self.studio.clock().date())}"
        self.title_is(f"Quality Mark   {aim}", judged_words(now.judged(framework)))
        codes = [
            each.code for each in framework.criteria if not self.studio.only_mt or music_technology(each)
        ]
        grid = self.query_one(MarkGrid)
        grid.panels = panels(cells_of(now), codes, now.found.mt1_year_groups)
        self.query_one("#next", Static).update(
            Content.assemble(("next: ", "bold $accent"), literal(next_step(now, framework), "bold"))
        )
        self._show_claim()

    @on(MarkGrid.Moved)
    def _show_claim(self) -> None:
        grid = self.query_one(MarkGrid)
        if self.standing is None or not grid.panels:
            return
        criterion = self.studio.framework.criterion(grid.claim.criterion)
        where = f"{criterion.code} {grid.claim.level}{f' in {grid.row.year}' if grid.row.year else ''}: "
        snapshot = self.standing.snapshot
        judged = level_words(snapshot.judgement(criterion.code) if snapshot else None)
        phase = self.standing.target.phase if self.standing.target else None
        lines = [
            Content.assemble(
                (where, "bold $accent"),
                literal(f"{criterion.title}, {judged}. "),
                descriptor_words(criterion.descriptor(grid.claim.level), phase),
            )
        ]
        # Where the window has room, what there is for it.
        for entry in self.standing.newest.get(grid.claim, ())[:_NEWEST]:
            lines.append(literal(f"  {entry.id}  {entry.date_happened.isoformat()}  {entry.title}"))
        self.query_one("#asks", Static).update(Content("\n").join(lines))

    # Where the keys lead

    def action_filter(self) -> None:
        """Only music technology, or everything."""
        self.studio.only_mt = not self.studio.only_mt
        if self.standing is not None:
            self._show_all(self.standing)
        self.say("Only music technology. M shows everything." if self.studio.only_mt else "")

    def action_open(self) -> None:
        """What the level asks for, and what we have for it."""
        from studio.ui.screens.award.claim import ClaimScreen

        self.app.push_screen(ClaimScreen(self.query_one(MarkGrid).claim))

    def action_make(self) -> None:
        """Write something down for the level one stands on, and the year group if it stands in one."""
        grid = self.query_one(MarkGrid)
        self.studio.open_make_evidence(claim=grid.claim, year=grid.row.year)

    def action_go(self, place: str) -> None:
        """To another place of the award."""
        self.studio.open_place(place)

    def can_do(self, action: str) -> bool:
        """A level can be opened once the grid is there."""
        return action not in ("open", "make") or self.standing is not None


def cells_of(now: Standing) -> Mapping[Claim, Cell]:
    """The mark of each level that has evidence."""
    return {claim: Cell(mark.glyph, mark.count) for claim, mark in now.marks.items() if mark.count}


def judged_words(judged: Mapping[str, int]) -> str:
    """How many criteria the school itself judges at each level."""
    said = [f"{number} {level}" for level, number in judged.items() if number]
    return f"self-judged: {' '.join(said)}" if said else "not judged yet"


def level_words(judgement: Judgement | None) -> str:
    """What the school judged of one criterion."""
    if judgement is None:
        return "not judged"
    return f"self-judged {judgement.level.replace('-', ' ')}"
