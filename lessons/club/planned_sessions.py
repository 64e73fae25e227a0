"""The sessions of the club before they happen: planned from the half-terms, changed, called off."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from evidence.award.plans import Plans
from evidence.library import NotYetHappened
from evidence.safety.tombstone import tombstone
from evidence.words import clean_line, clean_text, clean_title
from lessons.club.club import Clubs
from lessons.club.kept_sessions import KeptSessions
from lessons.club.plan import UnknownPart, club_plan, parse_part
from lessons.club.schedule import NoDays, club_days, schedule
from lessons.club.session import OwnPart, Session
from lessons.part_names import PARTS
from rubric.plain import to_plain
from studio.errors import StudioError

LONGEST_PART = 180
"""Minutes, as the longest session."""


class NothingSaid(StudioError):
    """Something said, or a reason given, without words."""


class SessionBegun(StudioError):
    """A session to be taken out of the plan although something happened in it."""


class BadLength(StudioError):
    """A part of a session that takes no time, or more than a school day has."""


class PlannedSessions(KeptSessions):
    """What an adult decides about sessions."""

    def plan_term(
        self, half_term: str | None = None, *, dates: Sequence[date] = (), plan: str | None = None
    ) -> tuple[Session, ...]:
        """Plan the sessions of a half-term, this one unless another is named; or of these days.

        They follow the club's plan from where it was left off; days with a session stay as they are.

        Raises
        ------
        AdultsOnly, NoClub, UnknownHalfTerm, UnknownPlan, NoDays
        """
        self._library.adults.need("plan the club's sessions")
        club, calendar = Clubs(self._library).need(), Plans(self._library).calendar()
        asked = calendar.half_term(half_term) if half_term else calendar.at(self._today)
        days = tuple(dates) or club_days(asked, club, after=self._today)
        chosen = club_plan(plan or club.plan)
        now = self._library.now()
        with self._library.store.turn() as turn:
            new = schedule(days, club, chosen, self.all(), calendar, now, to_the_end=bool(dates))
            made = []
            for session in new:
                made.append(replace(session, id=turn.new_id("session", "CS")))
                turn.put("session", made[-1].id, to_plain(made[-1]), action="planned", who=None)
        if not made:
            raise NoDays(
                "There is a session on each of these days.", "Look at them: soundingboard club sessions."
            )
        return tuple(made)

    def unplan(self, session_ids: Sequence[str]) -> tuple[Session, ...]:
        """Take sessions out that were planned and in which nothing happened -> what they were."""
        self._library.adults.need("plan the club's sessions")
        known = tuple(map(self.one, session_ids))
        with self._library.store.turn() as turn:
            for session in known:
                stored = self._now(turn, session)
                if stored.status != "planned" or stored.register:
                    raise SessionBegun(f"{stored.id} has begun.", "Say that it was not held instead.")
                gone = tombstone(stored.id, self._today)
                turn.put("session", stored.id, gone, action="taken-out", who=None)
        return known

    def put_back(self, sessions: Sequence[Session]) -> None:
        """Put sessions back that were taken out of the plan."""
        self._library.adults.need("plan the club's sessions")
        with self._library.store.turn() as turn:
            for session in sessions:
                turn.put("session", session.id, to_plain(session), action="put-back", who=None)

    def edit(self, session_id: str, **fields: Any) -> Session:
        """Change the day, title, times, place, scope or resources of a session, or its step in the plan."""
        self._library.adults.need("change a session")
        clean = {name: _CLEAN[name](value) if name in _CLEAN else value for name, value in fields.items()}
        if step := fields.get("step"):
            plan = club_plan(self.one(session_id).plan or Clubs(self._library).need().plan)
            if not 1 <= step <= len(plan.sessions):
                raise NoDays(f"The plan has no session {step}.", f"Give 1 to {len(plan.sessions)}.")
            of_plan = plan.session(step)
            clean = {"plan": plan.id, "title": of_plan.title, "resources": of_plan.resources, **clean}

        def altered(stored: Session) -> Session:
            changed = replace(stored, **clean)
            if changed.status in ("held", "open") and changed.date > max(stored.date, self._today):
                raise NotYetHappened(f"{stored.id} has begun.", "Give the day on which it happened.")
            return changed

        return self._alter(session_id, altered, action="edited", what="change a session")

    def own_part(
        self, session_id: str, part: str, *, minutes: int = 0, do: Sequence[str] = (), ask: str = ""
    ) -> Session:
        """Put a part of the plan differently for this session; with nothing given it is the plan's again."""
        self._library.adults.need("change the plan of a session")
        name = parse_part(part)
        if name not in PARTS:
            raise UnknownPart("Resources take no time.", "Change them with --resource.")
        if not 0 <= minutes <= LONGEST_PART:
            raise BadLength(f"A part cannot take {minutes} minutes.", f"Give 1 to {LONGEST_PART}.")
        steps = tuple(filter(None, (clean_line(each, called="The step") for each in do)))
        own = OwnPart(part=name, minutes=minutes, do=steps, ask=clean_line(ask, called="The question"))

        def altered(stored: Session) -> Session:
            others = tuple(each for each in stored.own if each.part != name)
            return replace(stored, own=(*others, own) if minutes or steps or own.ask else others)

        return self._alter(session_id, altered, action="edited", what="change the plan of a session")

    def not_held(self, session_id: str, why: str) -> Session:
        """The session never happened: it counts nowhere, and its plan comes next time if you wish."""
        self._library.adults.need("call a session off")
        reason = clean_line(why, called="The reason")
        if not reason:
            raise NothingSaid("There is no reason.", "Say in a few words why it was not held.")
        return self._alter(
            session_id,
            lambda stored: replace(stored, status="not-held", why_not=reason),
            action="called-off",
            what="call a session off",
            over=False,
        )


_CLEAN: dict[str, Any] = {
    "title": clean_title,
    "place": lambda text: clean_line(text, called="The place"),
    "note": lambda text: clean_text(text, called="The note"),
    "resources": lambda all_: tuple(filter(None, (clean_line(each, called="A resource") for each in all_))),
}
