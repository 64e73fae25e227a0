"""How many came to the club in a half-term: counts, never one child; and a paper of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from studio.ui.free_name import free_name
from studio.ui.half_terms import half_term_words
from studio.ui.reading_on import read_on
from studio.ui.screens.writing import WritingScreen
from studio.ui.text import day_words, literal
from studio.ui.widgets.progress_line import ProgressLine
from studio.wording import count

if TYPE_CHECKING:
    from lessons.club.attendance import Counts
    from rubric.year import Calendar, HalfTerm

_DAY, _CAME, _YEAR = 14, 12, 6
_FORMS = (".pdf", ".docx", ".xlsx")


class ClubCountsScreen(WritingScreen):
    """The sessions of one half-term; the arrows lead to others."""

    HELP_PAGE = "club_counts"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", "half-term", key_display="← →", id="counts.step", tooltip="Another one"),
        Binding("right", "step(1)", "half-term", show=False, id="counts.on"),
        Binding("w", "write", "write a paper", id="counts.write", tooltip="Into the library's exports"),
        Binding("f", "form", "PDF, Word or table", id="counts.form", tooltip="What the file will be"),
        Binding("d", "read_on", "read on", id="counts.read_on", tooltip="The rest of it"),
    ]

    half_term: reactive[HalfTerm | None] = reactive(None, init=False)
    form: reactive[str] = reactive(".pdf", init=False)

    def __init__(self, day: date | None) -> None:
        super().__init__()
        self._day = day

    def compose_middle(self) -> Iterable[Widget]:
        """The counts."""
        with VerticalScroll(id="page", can_focus=False):
            yield Static(id="lines")
        yield Static(id="about")
        yield ProgressLine(id="bar")

    @property
    def calendar(self) -> Calendar:
        """The school's half-terms."""
        from evidence.award.plans import Plans

        return Plans(self.library).calendar()

    def read_library(self) -> None:
        """Count them."""
        from lessons.club.attendance import Attendance

        if self.half_term is None:
            self.half_term = self.calendar.at(self._day or self.studio.clock().date())
        half_term = self.half_term
        self.title_is(f"Club register as counts: {half_term_words(half_term)}")
        counts = Attendance(self.library).between(half_term.first, half_term.last)
        self.query_one("#lines", Static).update(Content("\n").join(_lines(counts)))
        self.query_one("#about", Static).update(literal(f"A paper of it: {self._out()}"))
        self.call_after_refresh(self.refresh_bindings)

    def _out(self) -> Path:
        code = self.half_term.code if self.half_term else "club"
        return free_name(self.library.exports, f"club-register-{code}", self.form)

    def action_step(self, by: int) -> None:
        """The half-term after, or before."""
        if self.half_term is not None:
            edge = self.half_term.last + timedelta(days=1) if by > 0 else self.half_term.first
            self.half_term = self.calendar.at(edge) if by > 0 else _before(self.calendar, edge)
            self.read_library()

    def action_form(self) -> None:
        """A PDF, a Word file, a workbook."""
        self.form = _FORMS[(_FORMS.index(self.form) + 1) % len(_FORMS)]
        self.read_library()

    def action_write(self) -> None:
        """Write it, in a thread."""
        code = self.half_term.code if self.half_term else None

        def write(out: Path) -> None:
            from lessons.club.register_report import write_register

            write_register(self.library, out, code)

        self.write_to(self._out(), write, "Small numbers are hidden in it.")

    def action_read_on(self) -> None:
        """The rest of it."""
        read_on(self.query_one("#page"))

    def can_do(self, action: str) -> bool:
        """Nothing while it is written."""
        if action == "read_on":
            return self.query_one("#page").max_scroll_y > 0
        return super().can_do(action)


def _before(calendar: Calendar, first: date) -> HalfTerm:
    """The half-term before the one that begins on a day."""
    year = calendar.school_year(first - timedelta(days=90))
    earlier = [each for each in (*year, *calendar.school_year(first)) if each.first < first]
    return max(earlier, key=lambda each: each.first, default=calendar.at(first))


def _lines(counts: Counts) -> list[Content]:
    if not counts.held:
        return [literal("No session was held in this half-term.")]
    head = f"{'':<{_DAY}}{'came':<{_CAME}}" + "".join(f"{year:<{_YEAR}}" for year in counts.years)
    lines = [literal(f"{head}  session", "bold")]
    for each in counts.held:
        by_year = dict(each.by_year)
        cells = "".join(f"{by_year.get(year, 0) or '·':<{_YEAR}}" for year in counts.years)
        came = f"{each.number} of {each.members}"
        day = f"{day_words(each.session.date):<{_DAY}}"
        lines.append(literal(f"{day}{came:<{_CAME}}{cells}  {each.session.title}"))
    lines += [Content(""), *map(literal, _summary(counts))]
    return [*lines, *(literal(f"Not held on {day_words(e.date)}: {e.why_not}") for e in counts.not_held)]


def _summary(counts: Counts) -> list[str]:
    said = [f"{count(len(counts.held), 'session')} held. {counts.joined} joined, {counts.left} left."]
    if counts.percent is not None:
        said.append(f"Of all the places that members had, {counts.percent} % were taken.")
    if counts.retention is not None:
        said.append(f"Of the {counts.began} there at the beginning, {counts.stayed} are members at the end.")
    return said
