"""The plan's actions in words: a line in the list, and all of one."""

from collections.abc import Iterable, Sequence
from datetime import date

from textual.content import Content

from evidence.entry import Entry
from rubric.plan import Action, pounds
from rubric.year import Calendar
from studio.ui.half_terms import half_term_days, half_term_words
from studio.ui.text import cut_to, literal
from studio.wording import count, date_in_words

_BEFORE_TITLE = 49
_NEWEST = 3


def section_line(calendar: Calendar, code: str, actions: Sequence[Action], today: date) -> Content:
    """A half-term as a heading."""
    half_term = calendar.half_term(code)
    cost = sum(each.cost_pence for each in actions if each.status != "dropped")
    now = "   now" if half_term.first <= today <= half_term.last else ""
    costs = f"   {pounds(cost)}" if cost else ""
    days = f"   {half_term_days(half_term)}{costs}{now}"
    return Content.assemble((half_term_words(half_term), "bold $accent"), (days, "$quiet"))


def action_line(action: Action, calendar: Calendar, today: date, width: int) -> Content:
    """An action in one line; what is late starts with a sign."""
    late = action.is_late(calendar, today)
    status = f"{'! late' if late else action.status:<9}"
    cost = pounds(action.cost_pence) if action.cost_pence else ""
    return Content.assemble(
        f"  {action.id:<9}",
        (status, "bold" if late else ""),
        f"{action.owner:<9}",
        cut_to(" ".join(action.criteria), 9),
        f" {cost:>9}  ",
        cut_to(action.title, max(10, width - _BEFORE_TITLE)),
    )


def about_action(action: Action, calendar: Calendar, today: date, shown_by: Sequence[Entry] = ()) -> Content:
    """All that the plan says about an action."""
    return Content("\n").join([*_lines(action, calendar, today), *map(_evidence_line, shown_by[:_NEWEST])])


def _lines(action: Action, calendar: Calendar, today: date) -> Iterable[Content]:
    starts, ends = (half_term_words(calendar.half_term(code)) for code in (action.start, action.end))
    when = starts if action.start == action.end else f"{starts}, to {ends}"
    yield literal(action.title, "bold")
    age = action.age_days(today)
    planned = f"{count(age, 'day')} ago" if age else "today"
    yield literal(f"{when}. Planned {planned}.")
    if action.success:
        yield Content.assemble(("It worked if: ", "bold"), literal(action.success))
    if action.impact:
        on = f" ({date_in_words(action.done_on)})" if action.done_on else ""
        yield Content.assemble((f"What is different now{on}: ", "bold $success"), literal(action.impact))


def _evidence_line(entry: Entry) -> Content:
    impact = f": {entry.impact}" if entry.impact else ""
    return Content.assemble((f"{entry.id}  ", "bold"), literal(f"“{entry.title}”{impact}"))
