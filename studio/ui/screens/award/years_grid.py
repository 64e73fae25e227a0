"""The grid of MT1: each year group in each term of a school year, at each level."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from evidence.views.coverage import CLASSES_CRITERION
from rubric.framework import LEVELS
from studio.ui.entry_filter import EntryFilter
from studio.ui.read_in_thread import read_in_thread
from studio.ui.screens.award.timeline import day_after_the_last
from studio.ui.screens.base import StudioScreen
from studio.ui.text import literal
from studio.ui.widgets.mark_grid import Cell, MarkGrid, Panel, Row
from studio.wording import count

if TYPE_CHECKING:
    from evidence.views.year_grid import Grid
    from rubric.year import Calendar, HalfTerm

_BESIDE_ROWS = 3
"""The heading, and what the signs mean."""


class GridRead(Message):
    """The numbers of one school year are known."""

    def __init__(self, grid: Grid, calendar: Calendar, day: date) -> None:
        super().__init__()
        self.grid = grid
        self.calendar = calendar
        self.day = day


class YearsGridScreen(StudioScreen):
    """Counts of accepted entries; Enter shows those of a cell."""

    HELP_PAGE = "years_grid"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "its entries", key_display="Enter", id="years.open", tooltip="In a list"),
        Binding("b", "year_before", "year before", id="years.before", tooltip="The school year before"),
        Binding("n", "year_after", "next year", id="years.next", tooltip="The school year after"),
        Binding("e", "make", "make evidence", id="years.make", tooltip="Write something down for it"),
    ]

    day: reactive[date | None] = reactive(None, init=False, bindings=True)
    """A day of the school year that is shown; today's at first."""

    def __init__(self) -> None:
        super().__init__()
        self._calendar: Calendar | None = None
        self._terms: tuple[str, ...] = ()

    def compose_middle(self) -> Iterable[Widget]:
        """The grid, and below it the cell one stands on."""
        yield MarkGrid()
        yield Static(id="here")
        yield Static(id="gaps")

    def on_mount(self) -> None:
        """The grid has the keys."""
        self.title_is("MT1 by year group and term")
        self.refocus()

    def refocus(self) -> None:
        """The grid has the keys."""
        self.grid.focus()

    @property
    def grid(self) -> MarkGrid:
        """The numbers."""
        return self.query_one(MarkGrid)

    def read_library(self) -> None:
        """Look again, without holding up the keys."""
        self._read(self.day or self.studio.clock().date())

    @read_in_thread
    def _read(self, day: date) -> Message:
        from evidence.award.plans import Plans
        from evidence.school_years import school_years
        from evidence.views.year_grid import mt1_grid

        calendar = Plans(self.library).calendar()
        years = school_years(self.library)
        grid = mt1_grid(self.library.entries(), calendar, year_groups=years, day=day)
        return GridRead(grid, calendar, day)

    @on(GridRead)
    def _show(self, message: GridRead) -> None:
        self._calendar, self.day = message.calendar, message.day
        terms = next(iter(message.grid.values()), {})
        self._terms = tuple(terms)
        self.grid.panels = tuple(_panel(message.grid, term) for term in terms)
        self.grid.styles.height = len(message.grid) + _BESIDE_ROWS
        halves = message.calendar.school_year(message.day)
        self.title_is(f"MT1 in {halves[0].first.year} to {halves[-1].last.year}")
        lacking = [year for year, of_year in message.grid.items() if not _any(of_year)]
        words = (
            f"Nothing this year yet for: {' '.join(lacking)}." if lacking else "Every year group has some."
        )
        self.query_one("#gaps", Static).update(literal(words))
        self._show_here()

    @on(MarkGrid.Moved)
    def _show_here(self) -> None:
        if not self.grid.panels:
            return
        level, row = self.grid.claim.level, self.grid.row
        number = row.cells[LEVELS.index(level)].count
        asked = self.studio.framework.descriptor(self.grid.claim).text
        where = f"{row.year}, {self._term_words()}, {level}: {count(number, 'entry', 'entries')}.  "
        words = Content.assemble((where, "bold $accent"), literal(asked))
        self.query_one("#here", Static).update(words)

    @property
    def _term(self) -> str:
        return self._terms[self.grid.at[1] // len(LEVELS)]

    def _term_words(self) -> str:
        year, _, season = self._term.partition("-")
        return f"{season} {year}"

    def action_open(self) -> None:
        """The entries of the cell one stands on."""
        from studio.ui.screens.award.evidence_list import EvidenceListScreen

        calendar = self._calendar
        if calendar is None or not self.grid.panels:
            return
        halves = [each for each in self._halves() if each.code.startswith(f"{self._term}-")]
        narrowed = EntryFilter(
            criterion=CLASSES_CRITERION,
            level=self.grid.claim.level,
            year=self.grid.row.year,
            status="accepted",
            since=day_after_the_last(calendar, halves[0]),
            until=halves[-1].last,
            called=self._term_words(),
        )
        self.app.push_screen(EvidenceListScreen(narrowed))

    def action_year_before(self) -> None:
        """The school year before."""
        if halves := self._halves():
            self._read(halves[0].first - timedelta(days=90))

    def action_year_after(self) -> None:
        """The school year after."""
        if halves := self._halves():
            self._read(halves[-1].last + timedelta(days=90))

    def _halves(self) -> tuple[HalfTerm, ...]:
        """The half-terms of the school year that is shown."""
        if self._calendar is None or self.day is None:
            return ()
        return self._calendar.school_year(self.day)

    def action_make(self) -> None:
        """Write something down for the level and year group one stands on."""
        if self.grid.panels:
            self.studio.open_make_evidence(claim=self.grid.claim, year=self.grid.row.year)

    def can_do(self, action: str) -> bool:
        """The next school year has to have begun."""
        if action == "year_after":
            halves = self._halves()
            return bool(halves) and halves[-1].last < self.studio.clock().date()
        return True


def _panel(grid: Grid, term: str) -> Panel:
    rows = []
    for year, terms in grid.items():
        counts = terms[term]
        cells = tuple(Cell("o", counts[level]) if counts[level] else Cell() for level in LEVELS)
        rows.append(Row(year, CLASSES_CRITERION, cells, year))
    return Panel(tuple(rows), term.partition("-")[2][:3].capitalize())


def _any(of_year: dict[str, dict[str, int]]) -> bool:
    return any(number for counts in of_year.values() for number in counts.values())
