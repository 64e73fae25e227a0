"""Quality Mark: which levels have evidence, and where the gaps are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from evidence.coverage import Coverage, coverage
from rubric.framework import LEVELS
from studio.ui.screens.base import StudioScreen
from studio.ui.text import literal
from studio.ui.widgets.coverage_grid import CoverageGrid, panels


class CoverageScreen(StudioScreen):
    """Counts, never a verdict."""

    HELP_PAGE = "coverage"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter",
            "open",
            "open",
            key_display="Enter",
            id="coverage.open",
            tooltip="What it asks, and what we have",
        ),
        Binding("e", "make", "evidence", id="coverage.make", tooltip="Write something down for it"),
        Binding("l", "entries", "list", id="coverage.list", tooltip="All entries"),
        Binding("b", "bundle", "bundle", id="coverage.bundle", tooltip="Seal it all into one file"),
    ]

    def compose_middle(self) -> Iterable[Widget]:
        """The grid, the level one stands on, and the gaps."""
        yield CoverageGrid()
        yield Static(id="gaps")
        yield Static(id="asks")

    def on_mount(self) -> None:
        """The grid has the keys."""
        self.title_is("Quality Mark: entries for each level")
        self.refocus()

    def refocus(self) -> None:
        """The grid has the keys."""
        self.query_one(CoverageGrid).focus()

    def read_library(self) -> None:
        """Count again."""
        found = coverage(self.library.entries(), self.studio.framework)
        grid = self.query_one(CoverageGrid)
        grid.panels = panels(found)
        self.query_one("#gaps", Static).update(literal(gap_words(found)))
        self._show_claim()

    @on(CoverageGrid.Moved)
    def _show_claim(self) -> None:
        grid = self.query_one(CoverageGrid)
        criterion = self.studio.framework.criterion(grid.claim.criterion)
        where = f"{criterion.code} {grid.claim.level}{f' in {grid.row.year}' if grid.row.year else ''}: "
        text = f"{criterion.title}. {criterion.descriptor(grid.claim.level).text}"
        self.query_one("#asks", Static).update(Content.assemble((where, "bold $accent"), literal(text)))

    def action_open(self) -> None:
        """What the level asks for, and what we have for it."""
        from studio.ui.screens.claim import ClaimScreen

        self.app.push_screen(ClaimScreen(self.query_one(CoverageGrid).claim))

    def action_make(self) -> None:
        """Write something down for the level one stands on."""
        self.studio.open_make_evidence(claim=self.query_one(CoverageGrid).claim)

    def action_entries(self) -> None:
        """All entries."""
        self.studio.open_place("evidence_list")

    def action_bundle(self) -> None:
        """Seal."""
        self.studio.open_place("bundle")


def gap_words(found: Coverage) -> str:
    """How much has nothing yet, and which year groups MT1 still lacks."""
    total = len(found.criteria) * len(LEVELS)
    years = [year for year, counts in found.mt1_year_groups.items() if not any(counts.values())]
    lacking = f"MT1 lacks {' '.join(years)}." if years else "MT1 has every year group."
    return f"Nothing yet for {len(found.gaps)} of {total} levels. {lacking}"
