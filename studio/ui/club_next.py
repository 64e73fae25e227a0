"""The one thing to do next in the club, with the key for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.ui.club_words import when_and_where
from studio.wording import count

if TYPE_CHECKING:
    from lessons.club.session import Session
    from studio.ui.club_now import ClubNow


def next_words(now: ClubNow, *, part: int, running: bool, adult: bool) -> str:
    """What to do next, as the club stands now."""
    if now.club is None:
        return "Next: C gives it a name." if adult else "Next: an adult gives it a name (C)."
    if now.session is None:
        return _between(now, adult)
    if now.session.is_over:
        return _after(now.session, adult)
    if not now.session.register:
        return "Next: R marks who is here." if now.members else "Next: R, then N writes down who is in it."
    if not now.session.seats and len(now.session.here) > 1:
        return "Next: P says who sits where."
    return _in_it(now, part, running, adult)


def _between(now: ClubNow, adult: bool) -> str:
    if now.left_open:
        return f"Next: T, and say whether “{now.left_open[-1].title}” was held."
    if not now.members and adult:
        return "Next: R writes down who is in it."
    if now.next is None and adult:
        return "Next: T, then P plans the term."
    return f"Next: {when_and_where(now.next)}." if now.next else "The next session is not planned yet."


def _after(session: Session, adult: bool) -> str:
    if session.status == "not-held":
        return "It counts nowhere. Z takes that back." if adult else ""
    return "Next: E shows what it is evidence for." if adult else "It was held. Well done, everybody."


def _in_it(now: ClubNow, part: int, running: bool, adult: bool) -> str:
    parts = now.plan.parts if now.plan else ()
    if not running and part == 0 and len(parts) > 1:
        return f"Next: Space starts the clock of the {parts[0].name}."
    if part + 1 < len(parts):
        return f"Next: → goes on to the {parts[part + 1].name}."
    fresh = sum(not sound.kept for sound in now.sounds)
    if fresh:
        return f"Next: S, to keep or bin {count(fresh, 'sound')}."
    return "Next: F says that it was held." if adult else "Next: an adult finishes it (F)."
