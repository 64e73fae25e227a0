"""The calendar: a month of the school year, and what is on the marked day."""

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

from studio.ui.read_in_thread import read_in_thread
from studio.ui.screens.base import StudioScreen
from studio.ui.text import literal
from studio.ui.widgets.month import Month, first_shown, last_shown
from studio.wording import date_in_words, weekday

if TYPE_CHECKING:
    from lessons.desk.almanac import Dated


class MonthRead(Message):
    """What is on each day of a month."""

    def __init__(self, month: date, dated: tuple[Dated, ...]) -> None:
        super().__init__()
        self.month = month
        self.dated = dated


class CalendarScreen(StudioScreen):
    """Arrows move from day to day; Enter opens the first thing of the day, a number another one."""

    HELP_PAGE = "calendar"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1)", "day", key_display="Arrows", id="calendar.left", tooltip="Another day"),
        Binding("right", "move(1)", "day", show=False, id="calendar.right"),
        Binding("up", "move(-7)", "week", show=False, id="calendar.up"),
        Binding("down", "move(7)", "week", show=False, id="calendar.down"),
        Binding("pageup", "turn(-1)", "month before", show=False, id="calendar.before"),
        Binding("pagedown", "turn(1)", "month", key_display="PgUp PgDn", id="calendar.after", tooltip="Turn"),
        Binding("t", "today", "today", id="calendar.today", tooltip="Back to today"),
        Binding("enter", "open", "open", key_display="Enter", id="calendar.open", tooltip="Where it is done"),
        Binding(
            "1",
            "open(1)",
            "open one",
            key_display="1-9",
            id="calendar.open1",
            tooltip="By its number",
        ),
        *(
            Binding(str(number), f"open({number})", "open one", show=False, id=f"calendar.open{number}")
            for number in range(2, 10)
        ),
        Binding("y", "dates", "half-terms", id="calendar.dates", tooltip="Put the school's dates right"),
    ]

    day: reactive[date | None] = reactive(None, init=False, bindings=True)
    """The marked one."""

    def __init__(self) -> None:
        super().__init__()
        self._by_day: dict[date, list[Dated]] = {}
        self._read_month: date | None = None

    def compose_middle(self) -> Iterable[Widget]:
        """The month, and the day under it."""
        yield Month(id="month")
        with VerticalScroll(id="of-day", can_focus=False):
            yield Static(id="day-words")

    def on_mount(self) -> None:
        """Today is marked."""
        self.day = self.studio.clock().date()

    def read_library(self) -> None:
        """Look again, without holding up the keys."""
        if self.day is not None:
            self._read(self.day.replace(day=1))

    def watch_day(self, before: date | None, day: date) -> None:
        """Show it; another month is read first."""
        if before is None or before.replace(day=1) != day.replace(day=1):
            self._read(day.replace(day=1))
        self._show()

    @read_in_thread
    def _read(self, month: date) -> Message:
        from lessons.desk.almanac import almanac

        return MonthRead(month, almanac(self.library, first_shown(month), last_shown(month)))

    @on(MonthRead)
    def _know(self, message: MonthRead) -> None:
        self._by_day = {}
        for each in message.dated:
            self._by_day.setdefault(each.day, []).append(each)
        self._show()
        self.refresh_bindings()

    def _show(self) -> None:
        if self.day is None or not self.is_mounted:
            return
        marks = {day: tuple(dict.fromkeys(each.kind for each in of)) for day, of in self._by_day.items()}
        self.title_is(f"Calendar: {date_in_words(self.day).partition(' ')[2]}")
        self.query_one(Month).show(self.day, self.studio.clock().date(), marks)
        lines = [literal(f"{weekday(self.day)} {date_in_words(self.day)}", "bold")]
        several = len(self._of_day) > 1
        for number, each in enumerate(self._of_day, 1):
            start = f"{number if several and number < 10 else ' '}  "
            lines.append(Content.assemble((start, "bold"), literal(f"{each.at or '     '}  {each.words}")))
        if not self._of_day:
            lines.append(literal("Nothing on this day."))
        self.query_one("#day-words", Static).update(Content("\n").join(lines))

    @property
    def _of_day(self) -> list[Dated]:
        return self._by_day.get(self.day, []) if self.day else []

    def action_move(self, days: int) -> None:
        """Some days on."""
        if self.day is not None:
            self.day += timedelta(days=days)

    def action_turn(self, months: int) -> None:
        """A month on; its first day is marked."""
        if self.day is not None:
            number = self.day.year * 12 + self.day.month - 1 + months
            self.day = date(number // 12, number % 12 + 1, 1)

    def action_today(self) -> None:
        """Back to today."""
        self.day = self.studio.clock().date()

    def action_open(self, number: int = 1) -> None:
        """The place of one of the day's things."""
        if number <= len(self._of_day):
            self.studio.open_place(self._of_day[number - 1].place)

    def action_dates(self) -> None:
        """Put the half-terms right."""
        self.studio.open_place("dates")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Opening needs something on the day; numbers, more than one thing."""
        if action == "open" and len(self._of_day) < (2 if parameters else 1):
            return False
        return super().check_action(action, parameters)
