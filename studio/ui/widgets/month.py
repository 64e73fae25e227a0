"""A month: seven columns of days, each with letters for what is on it."""

from calendar import Calendar
from collections.abc import Mapping
from datetime import date, timedelta

from textual.content import Content
from textual.widgets import Static

_LETTERS = {"club": "C", "assembly": "A", "competition": "K", "happened": "·", "half-term": "■"}
_HEAD = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_CELL = 10
_WEEKS = Calendar(firstweekday=0)


def first_shown(month: date) -> date:
    """The Monday that the page of a month begins with."""
    return month - timedelta(days=month.weekday())


def last_shown(month: date) -> date:
    """The last Sunday on the page of a month, however many weeks it has."""
    return first_shown(month) + timedelta(days=6 * 7 - 1)


class Month(Static):
    """Letters say what is on: C club, A assembly, K competition, ■ a half-term begins or ends, · other."""

    def show(self, marked: date, today: date, marks: Mapping[date, tuple[str, ...]]) -> None:
        """Draw the month of the marked day."""
        lines = [Content.styled("".join(f" {name:<{_CELL - 1}}" for name in _HEAD), "bold")]
        for week in _WEEKS.monthdatescalendar(marked.year, marked.month):
            cells = [_cell(day, marked, today, marks.get(day, ())) for day in week]
            lines.append(Content("").join(cells))
        legend = "C club   A assembly   K competition   ■ term dates   · something else"
        self.update(Content("\n").join([*lines, Content.styled(legend, "dim")]))


def _cell(day: date, marked: date, today: date, kinds: tuple[str, ...]) -> Content:
    letters = "".join(_LETTERS.get(kind, "·") for kind in kinds)
    sign = "[" if day == marked else "*" if day == today else " "
    end = "]" if day == marked else " "
    words = f"{sign}{day.day:>2} {letters}"[: _CELL - 1].ljust(_CELL - 1) + end
    style = "reverse bold" if day == marked else "bold" if day == today else ""
    if day.month != marked.month:
        style = "dim"
    return Content.styled(words, style) if style else Content(words)
