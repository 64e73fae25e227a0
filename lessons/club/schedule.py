"""Which days the club meets on in a half-term, and which session of the plan comes when."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from lessons.club.club import Club
from lessons.club.plan import ClubPlan
from lessons.club.session import Session
from rubric.year import Calendar, HalfTerm
from studio.errors import StudioError

OWN_TITLE = "Club session"
"""Of a session that follows no plan."""


class NoDays(StudioError):
    """A half-term in which no session can be planned."""


def club_days(half_term: HalfTerm, club: Club, *, after: date) -> tuple[date, ...]:
    """The club's days in a half-term, none before a day.

    Raises
    ------
    NoDays
        If the club meets on different days, or there is no such day left.
    """
    if club.weekday is None:
        raise NoDays("The club has no day of the week.", "Set one with --day, or give the dates one by one.")
    first = max(half_term.first, after)
    first += timedelta(days=(club.weekday - first.weekday()) % 7)
    days = tuple(first + timedelta(weeks=week) for week in range(20))
    found = tuple(day for day in days if day <= half_term.last)
    if not found:
        raise NoDays(
            f"There is no {club.day} left in {half_term.title}.", "Name the next half-term, or give dates."
        )
    return found


def span(calendar: Calendar, half_term: HalfTerm) -> tuple[date, date]:
    """The first and last day that count to a half-term: those of the holidays before it do, too."""
    first = half_term.first
    while calendar.at(first - timedelta(days=1)).code == half_term.code:
        first -= timedelta(days=1)
    return first, half_term.last


def schedule(
    days: Iterable[date],
    club: Club,
    plan: ClubPlan,
    there: Sequence[Session],
    calendar: Calendar,
    now: datetime,
    *,
    to_the_end: bool = False,
) -> tuple[Session, ...]:
    """New sessions for these days, without ids, going on in the plan where this school year's left off.

    Days that have a session are left out. When the plan is over, the rest of the days stay free or, with
    `to_the_end`, become sessions of one's own; a plan that was over before begins again.
    """
    taken = {session.date for session in there}
    wanted = sorted(set(days) - taken)
    if not wanted:
        return ()
    year = calendar.school_year(wanted[0])[0].first
    done = [each.step for each in there if each.plan == plan.id and each.date >= year]
    step = max(done, default=0) % len(plan.sessions)
    found: list[Session] = []
    for day in wanted:
        step += 1
        if step > len(plan.sessions) and not to_the_end:
            break
        found.append(_session(day, club, plan, step, now))
    return _numbered(found, there, calendar)


def _session(day: date, club: Club, plan: ClubPlan, step: int, now: datetime) -> Session:
    planned = plan.session(step) if step <= len(plan.sessions) else None
    return Session(
        id="",
        date=day,
        number=0,
        title=planned.title if planned else OWN_TITLE,
        plan=plan.id if planned else "",
        step=step if planned else 0,
        begins=club.begins,
        minutes=club.minutes,
        place=club.place,
        scope=club.scope,
        resources=planned.resources if planned else (),
        made=now,
    )


def _numbered(found: Iterable[Session], there: Sequence[Session], calendar: Calendar) -> tuple[Session, ...]:
    """Each with its number in its half-term."""
    counted: dict[str, int] = {}
    for session in there:
        if session.status != "not-held":
            code = calendar.at(session.date).code
            counted[code] = counted.get(code, 0) + 1
    numbered = []
    for session in found:
        code = calendar.at(session.date).code
        counted[code] = counted.get(code, 0) + 1
        numbered.append(replace(session, number=counted[code]))
    return tuple(numbered)
