"""The sessions as they are kept: looked up, counted, and changed one turn at a time."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from evidence.award.plans import Plans
from evidence.award.records import AwardRecords
from evidence.library import Library
from evidence.records.store import Turn
from evidence.safety.releases import end_of_school_year
from evidence.sound import Sound
from lessons.club.club import Clubs
from lessons.club.holding import put_held
from lessons.club.member import Members
from lessons.club.plan import SessionPlan, club_plans, own_plan
from lessons.club.schedule import span
from lessons.club.session import Session
from lessons.occasion import Occasions
from rubric.plain import from_plain, to_plain
from studio.errors import StudioError

OF_BRONZE = 6
"""How many sessions the award's bronze asks for."""
_FIRST = ("open", "planned", "held", "not-held")
"""Which of several sessions on a day is meant."""


class SessionOver(StudioError):
    """Something to be written in a session that was held, or never was."""


@dataclass(frozen=True, slots=True)
class Meter:
    """How many sessions were held in the school year, beside what the award's bronze asks for."""

    held: int
    of: int = OF_BRONZE


class KeptSessions:
    """Every session of the club; see `Sessions` for what can be done in them."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._records = AwardRecords(library, "session", "CS", Session)

    @property
    def _today(self) -> date:
        return self._library.now().date()

    def all(self) -> tuple[Session, ...]:
        """Every session, by its day."""
        return tuple(sorted(self._records.all(), key=lambda each: (each.date, each.id)))

    def one(self, session_id: str) -> Session:
        """One session; UnknownRecord if there is none of this id."""
        return self._records.one(session_id)

    def of(self, half_term: str) -> tuple[Session, ...]:
        """The sessions of a half-term, such as `2026-autumn-2`, by their day."""
        calendar = Plans(self._library).calendar()
        first, last = span(calendar, calendar.half_term(half_term))
        return tuple(each for each in self.all() if first <= each.date <= last)

    def today(self, day: date | None = None) -> Session | None:
        """The session of a day, today's unless another is given; one that is still to be held comes first."""
        on = day or self._today
        found = [each for each in self._records.all() if each.date == on]
        return min(found, key=lambda each: (_FIRST.index(each.status), each.id), default=None)

    def next(self) -> Session | None:
        """The first session from today on that is not over."""
        coming = (each for each in self.all() if each.date >= self._today and not each.is_over)
        return next(coming, None)

    def left_open(self) -> tuple[Session, ...]:
        """Sessions of earlier days of which nobody said whether they were held."""
        return tuple(each for each in self.all() if each.date < self._today and not each.is_over)

    def meter(self, day: date | None = None) -> Meter:
        """How many sessions were held in the school year of a day, however they were written down."""
        calendar, on = Plans(self._library).calendar(), day or self._today
        first, last = calendar.school_year(on)[0].first, end_of_school_year(calendar, on)
        held = Occasions(self._library).all("club-session")
        return Meter(sum(first <= each.date <= last for each in held))

    def sounds(self, session_id: str) -> tuple[Sound, ...]:
        """What was made in a session and is not in the bin: first what nobody kept yet."""
        wanted = self.one(session_id).id
        found = [each for each in self._library.sounds() if each.session == wanted and not each.binned]
        return tuple(sorted(found, key=lambda each: each.kept))

    def plan(self, session_id: str) -> SessionPlan:
        """The six-part plan of a session, with what the school put differently."""
        return plan_of(self.one(session_id))

    def _alter(
        self,
        session_id: str,
        altered: Callable[[Session], Session],
        *,
        action: str,
        what: str,
        over: bool = True,
    ) -> Session:
        """Change a session; pupils may while it is today's and not over.

        Where it was held, what it became follows in the same turn; with `over` false that is refused.
        """
        known = self.one(session_id)
        if known.is_over or known.date != self._today:
            self._library.adults.need(what)
        with self._library.store.turn() as turn:
            stored = self._now(turn, known)
            if stored.is_over and not over:
                raise _over(stored)
            changed = altered(stored)
            if changed.status == "held":
                changed = self._became(turn, changed)
            turn.put("session", changed.id, to_plain(changed), action=action, who=None)
        return changed

    def _now(self, turn: Turn, known: Session) -> Session:
        """The session as it is in this turn, whatever other programs did before."""
        stored = turn.get("session", known.id)
        return known if stored is None else from_plain(Session, stored.fields)

    def _became(self, turn: Turn, session: Session) -> Session:
        club = Clubs(self._library).now()
        sounds = [each for each in self._library.sounds() if each.session == session.id and not each.binned]
        return put_held(
            self._library,
            turn,
            session,
            name=club.name if club else "The club",
            plan=plan_of(session),
            people=Members(self._library).people(),
            sounds=sounds,
        )


def _over(session: Session) -> SessionOver:
    state = "was held already" if session.status == "held" else "is down as not held"
    return SessionOver(f"{session.id} {state}.", f"Take that back: soundingboard club again {session.id}.")


def plan_of(session: Session) -> SessionPlan:
    """The six-part plan of a session, with what the school put differently in it."""
    known = next((plan.sessions for plan in club_plans() if plan.id == session.plan), ())
    plan = own_plan(session.title, session.minutes)
    if 0 < session.step <= len(known):  # otherwise somebody took it out of the plan's file
        plan = known[session.step - 1]
    for own in session.own:
        plan = plan.with_part(own.over(plan.part(own.part)))
    return replace(plan, title=session.title, resources=session.resources)
