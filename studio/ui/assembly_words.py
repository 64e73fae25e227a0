"""The assembly in words: an event, how far away it is, and who does what at it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from textual.content import Content

from lessons.assembly.event import Event
from lessons.assembly.hitch import Hitch
from lessons.assembly.rota import STAND_IN, TRAINEE, Rota
from lessons.assembly.skill import team_role
from studio.ui.text import cut_to, day_words, literal
from studio.wording import count

NOBODY = "nobody yet"
_ROLE_WIDTH, _CODE_WIDTH = 10, 19
_MOST_HITCHES, _AFTER_TITLE = 2, 18
_SCOPE_WORDS = {"class": "one class", "key-stage": "a key stage", "school": "whole school"}


@dataclass(frozen=True, slots=True)
class OnDuty:
    """One job at an event: who does it, and who comes when they cannot."""

    role: str
    title: str
    code: str
    stand_in: str


def on_duty(event: Event, rota: Rota | None) -> tuple[OnDuty, ...]:
    """Every job that an event needs; codes are empty where nobody has it."""
    return tuple(
        OnDuty(
            role,
            team_role(role).title,
            rota.who(event.id, role) if rota else "",
            rota.who(event.id, role, STAND_IN) if rota else "",
        )
        for role in event.needs
    )


def learners(event: Event, rota: Rota | None) -> list[tuple[str, str]]:
    """Who learns at an event, and which job."""
    duties = rota.at(event.id) if rota else ()
    return [(duty.code, team_role(duty.role).title) for duty in duties if duty.part == TRAINEE]


def duty_lines(event: Event, rota: Rota | None) -> Iterable[Content]:
    """Who does what, a line a job; then who learns."""
    for each in on_duty(event, rota):
        code = each.code or NOBODY
        spare = f"stand-in {each.stand_in}" if each.stand_in else ""
        yield Content.assemble(
            (f"{each.title:<{_ROLE_WIDTH}}", "bold"),
            (f"{code:<{_CODE_WIDTH}}", "" if each.code else "$warning"),
            (spare, "$quiet"),
        )
    for code, title in learners(event, rota):
        learns = (f"{'Learning':<{_ROLE_WIDTH}}", "bold")
        yield Content.assemble(learns, f"{code:<{_CODE_WIDTH}}", (f"learns {title}", "$quiet"))


def how_far(day: date, today: date) -> str:
    """How far away a day is, such as `in 3 days`."""
    days = (day - today).days
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}
    if days in near:
        return near[days]
    return f"in {count(days, 'day')}" if days > 0 else f"{count(-days, 'day')} ago"


def where_and_when(event: Event, today: date) -> str:
    """Its day, time, place, and whom it is for."""
    year = f" {event.date.year}" if event.date.year != today.year else ""
    scope = _SCOPE_WORDS.get(event.scope, "")
    parts = (f"{day_words(event.date)}{year}", event.begins, event.place, scope, " ".join(event.years))
    return " · ".join(filter(None, parts))


def short_day(day: date, today: date) -> str:
    """A day in twelve cells: `Tue 24 Nov`, and the year instead of the weekday when it is another."""
    words = day_words(day)
    return words if day.year == today.year else f"{words.partition(' ')[2]} {day.year}"


def status_words(event: Event, today: date) -> str:
    """How it stands, in a word or two."""
    if event.status == "planned":
        return how_far(event.date, today) if event.date >= today else "not written down"
    return event.status


def event_line(event: Event, today: date, width: int, *, marked: bool = False) -> Content:
    """An event in one line of a list; a marked line has a ground of its own, on which colours do not read."""
    status = status_words(event, today)
    style = "" if marked else {"cancelled": "$quiet", "done": "$success"}.get(event.status, "")
    return Content.assemble(
        f"{short_day(event.date, today):<12} {event.begins}  ",
        cut_to(event.title, max(10, width - 52)),
        "  ",
        cut_to(event.place, 12),
        "  ",
        (f"{status:<16}", style),
    )


def clock_words(moment: datetime) -> str:
    """The time of day, such as `08:57`."""
    return f"{moment:%H:%M}"


def late_words(late: timedelta) -> str:
    """Such as `4 minutes late`; less than a minute is not late."""
    minutes = int(late.total_seconds() // 60)
    return f"{count(minutes, 'minute')} late" if minutes > 0 else ""


def to_go_words(starts: datetime, now: datetime) -> str:
    """How long until the start, such as `13 minutes to go`."""
    minutes = int((starts - now).total_seconds() // 60)
    if abs(minutes) > _LONGEST_MINUTES:
        return f"starts {day_words(starts.date())} {starts:%H:%M}"
    if minutes > 0:
        return f"{count(minutes, 'minute')} to go"
    return "it starts now" if minutes == 0 else f"began {count(-minutes, 'minute')} ago"


_LONGEST_MINUTES = 180


def heading_lines(event: Event, today: date) -> list[Content]:
    """What stands on top: its title, how far away it is, when and where, and what must be known."""
    far = event.status if event.status != "planned" else how_far(event.date, today)
    lines = [Content.assemble(literal(event.title, "bold"), "   ", (far, "bold $accent"))]
    lines.append(literal(where_and_when(event, today)))
    if event.why or event.note:
        lines.append(literal(event.why or event.note))
    return lines


def hitch_lines(hitches: Iterable[Hitch]) -> list[Content]:
    """The first things that are not right, and what to do about them."""
    first = list(hitches)[:_MOST_HITCHES]
    return [Content.assemble(("! ", "bold $warning"), literal(f"{each.what} {each.fix}")) for each in first]


def after_lines(events: Sequence[Event], rota: Rota | None) -> list[Content]:
    """The next events, each with who has which job as far as the same rota says."""
    lines = [
        literal(f"{day_words(each.date):<11}{each.begins}  {each.title:<{_AFTER_TITLE}}  {_who(each, rota)}")
        for each in events
    ]
    return [literal("After that", "bold"), *lines] if lines else []


def _who(event: Event, rota: Rota | None) -> str:
    return ", ".join(f"{each.title} {each.code}" for each in on_duty(event, rota) if each.code)


def about_event(event: Event, today: date) -> Content:
    """All that is said of one."""
    lines = [literal(event.title, "bold"), literal(where_and_when(event, today))]
    if event.why:
        lines.append(Content.assemble(("Cancelled: ", "bold"), literal(event.why)))
    if event.note:
        lines.append(literal(event.note))
    return Content("\n").join(lines)
