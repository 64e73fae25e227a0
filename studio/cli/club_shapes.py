"""What the club's commands share: the library, the session that is meant, and what they print."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from studio.cli.options import has_pin_at_hand, open_library
from studio.errors import StudioError

if TYPE_CHECKING:
    from evidence.library import Library
    from lessons.club.plan import SessionPlan
    from lessons.club.session import Session


class NoSessionToday(StudioError):
    """The word `today` on a day without a session."""


def club_library(library: Path | None) -> "Library":
    """The library for what pupils may do, and adults may do more of when their PIN is at hand."""
    return open_library(library, adult=has_pin_at_hand())


def session_id(library: "Library", text: str) -> str:
    """The id of a session; `today` for today's."""
    from lessons.club.kept_sessions import KeptSessions

    if text.strip().lower() != "today":
        return text
    found = KeptSessions(library).today()
    if found is None:
        raise NoSessionToday(
            "There is no session today.", "Plan one: soundingboard club plan --date YYYY-MM-DD."
        )
    return found.id


def session_shape(session: "Session") -> dict[str, Any]:
    """The JSON shape of a session, with its six-part plan as it stands."""
    from dataclasses import asdict

    from lessons.club.kept_sessions import plan_of
    from rubric.plain import to_plain

    shape = to_plain(session)
    return shape | {"here": list(session.here), "parts": [asdict(part) for part in plan_of(session).parts]}


def session_line(session: "Session") -> tuple[str, ...]:
    """A session in the columns of a list."""
    came = f"{len(session.here)} came" if session.status == "held" else session.why_not
    return (session.id, f"{session.date}", session.begins, session.status, session.title, came)


def plan_lines(session: "Session", plan: "SessionPlan") -> list[str]:
    """A session's plan, a line each."""
    lines = []
    for part in plan.parts:
        led = session.leads_of(part.name)
        who = f", led by {' '.join(led)}" if led else ""
        lines.append(f"{part.name.capitalize()}, {part.minutes} min{who}")
        lines += [f"  - {step}" for step in part.do]
        told = (("Say", part.say), ("Ask", part.ask), ("Ambassador", part.ambassador))
        lines += [f"  {label}: {text}" for label, text in told if text]
    lines.append(f"Resources: {'; '.join(plan.resources) or 'none'}")
    more = (("New word", plan.word), ("Level up", plan.level_up))
    return lines + [f"{label}: {text}" for label, text in more if text]
