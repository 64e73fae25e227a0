"""What is proposed as evidence from a session that was held."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evidence.entry import Entry
    from evidence.library import Library
    from rubric.framework import Framework


def proposed_now(library: Library, session_id: str, framework: Framework) -> tuple[Entry, ...]:
    """Propose what there is to propose -> what waits for an adult because of a session."""
    from lessons.proposals import propose

    propose(library, framework)
    return proposed_from(library, session_id)


def proposed_from(library: Library, session_id: str) -> tuple[Entry, ...]:
    """What is proposed from a session: from what it was, what was taught in it, and what was made."""
    sources = sources_of(library, session_id)
    return tuple(
        entry for entry in library.entries() if entry.status == "proposed" and entry.source in sources
    )


def sources_of(library: Library, session_id: str) -> frozenset[str]:
    """Ids of everything that evidence of a session can come from."""
    from lessons.club.sessions import Sessions
    from lessons.club.teaching import Teachings

    sessions = Sessions(library)
    session = sessions.one(session_id)
    taught = (each.occasion for each in Teachings(library).all() if each.session == session.id)
    made = (sound.id for sound in sessions.sounds(session_id))
    return frozenset(filter(None, [session.occasion, *taught, *made]))
