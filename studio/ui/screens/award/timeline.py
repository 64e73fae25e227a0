"""The timeline: what happened in each half-term, the newest on top."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from studio.ui.entry_filter import COUNTS_NO_MORE, EntryFilter
from studio.ui.half_terms import half_term_days, half_term_words
from studio.ui.read_in_thread import read_in_thread
from studio.ui.screens.listed import ListedScreen
from studio.ui.text import cut_to, literal
from studio.ui.widgets.long_list import LongList
from studio.wording import count

if TYPE_CHECKING:
    from evidence.views.timeline import Stretch
    from rubric.year import Calendar, HalfTerm

_NAME_WIDTH = 27
_BAR_WIDTH = 12
_MOST_TITLES = 30


class TimelineRead(Message):
    """Every half-term is known."""

    def __init__(self, stretches: tuple[Stretch, ...], calendar: Calendar) -> None:
        super().__init__()
        self.stretches = stretches
        self.calendar = calendar


class TimelineScreen(ListedScreen):
    """One line a half-term; Enter shows its entries."""

    HELP_PAGE = "timeline"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "its entries", key_display="Enter", id="timeline.open", tooltip="In a list"),
        Binding("m", "grid", "MT1 grid", id="timeline.grid", tooltip="Year groups and terms"),
    ]

    stretches: reactive[tuple[Stretch, ...]] = reactive((), init=False, bindings=True)

    def __init__(self) -> None:
        super().__init__()
        self._calendar: Calendar | None = None

    def compose_middle(self) -> Iterable[Widget]:
        """The half-terms, and what happened in the marked one."""
        yield Static(id="empty")
        yield LongList(id="half-terms")
        with VerticalScroll(id="titles", can_focus=False):
            yield Static(id="title-words")

    def on_mount(self) -> None:
        """Say where we are."""
        self.title_is("Timeline")
        self.query_one("#empty").display = False

    def read_library(self) -> None:
        """Look again, without holding up the keys."""
        self._read()

    @read_in_thread
    def _read(self) -> Message:
        from evidence.award.plans import Plans
        from evidence.views.timeline import by_half_term

        calendar = Plans(self.library).calendar()
        entries = [each for each in self.library.entries() if each.status not in COUNTS_NO_MORE]
        return TimelineRead(by_half_term(entries, calendar), calendar)

    @on(TimelineRead)
    def _show(self, message: TimelineRead) -> None:
        self.stretches, self._calendar = message.stretches, message.calendar
        stretches = self.stretches
        most = max((len(each.entries) for each in stretches), default=1)
        self.listing.show(
            len(stretches),
            lambda line, width: stretch_line(stretches[line], most, width),
            marked=self.listing.marked,
        )
        total = sum(len(each.entries) for each in stretches)
        self.title_is(f"Timeline: {total:,} in {count(len(stretches), 'half-term')}")
        self.query_one("#empty", Static).update(literal("Nothing yet. Press Esc, then E to write it down."))
        self.query_one("#empty").display = not stretches
        self._show_titles()

    @on(LongList.Moved)
    def _show_titles(self) -> None:
        parts: list[Content] = []
        if self.stretches:
            stretch = self.stretches[self.listing.marked]
            parts.append(literal(half_term_days(stretch.half_term), "bold"))
            for entry in stretch.entries[:_MOST_TITLES]:
                line = f"{entry.date_happened.isoformat()}  {' '.join(entry.year_groups):<9} {entry.title}"
                parts.append(literal(line))
        self.query_one("#title-words", Static).update(Content("\n").join(parts))
        self.query_one("#titles").display = bool(parts)

    @on(LongList.Clicked)
    def action_open(self) -> None:
        """The entries of the marked half-term."""
        from studio.ui.screens.award.evidence_list import EvidenceListScreen

        if self.stretches and self._calendar is not None:
            half_term = self.stretches[self.listing.marked].half_term
            since = day_after_the_last(self._calendar, half_term)
            called = half_term_words(half_term)
            narrowed = EntryFilter(since=since, until=half_term.last, called=called)
            self.app.push_screen(EvidenceListScreen(narrowed))

    def action_grid(self) -> None:
        """Year groups and terms."""
        self.studio.open_place("years_grid")

    def can_do(self, action: str) -> bool:
        """Opening needs a half-term."""
        return action != "open" or bool(self.stretches)


def stretch_line(stretch: Stretch, most: int, width: int) -> Content:
    """A half-term: its name, how many entries, a bar, and the first titles."""
    number = len(stretch.entries)
    cells = -(-number * _BAR_WIDTH // most)
    titles = ", ".join(entry.title for entry in stretch.entries[:5])
    room = max(0, width - _NAME_WIDTH - _BAR_WIDTH - 10)
    return Content.assemble(
        cut_to(half_term_words(stretch.half_term), _NAME_WIDTH),
        (f"{number or '·':>6}", "bold"),
        f"  {'■' * cells:<{_BAR_WIDTH}}  ",
        cut_to(titles, room),
    )


def day_after_the_last(calendar: Calendar, half_term: HalfTerm) -> date:
    """The first day that counts for a half-term: the holidays before it are its own."""
    years = (half_term.first - timedelta(days=300), half_term.first)
    before = {each.code: each for year in years for each in calendar.school_year(year)}.values()
    ends = [each.last for each in before if each.last < half_term.first]
    return max(ends) + timedelta(days=1) if ends else half_term.first
