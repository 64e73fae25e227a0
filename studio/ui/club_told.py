"""What the club's first screen tells when no session is on, and what was made in one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from studio.ui.club_words import came_words, sound_words, when_and_where
from studio.ui.text import day_words, literal
from studio.wording import count, listed

if TYPE_CHECKING:
    from lessons.club.session import Session
    from studio.ui.club_now import ClubNow


def title_words(now: ClubNow) -> str:
    """Where one is."""
    if now.club is None:
        return "Club"
    return f"{now.club.name}: {now.session.title}" if now.session else now.club.name


def told_lines(now: ClubNow) -> list[str]:
    """What there is to say when no session is on."""
    if now.club is None:
        return ["There is no club in this library yet.", "", "Let the children choose a name for it."]
    if now.session is not None:
        return _over_words(now.session)
    lines = [f"{count(now.members, 'member')}. No session today."]
    if now.next is not None:
        lines += ["", f"The next one: {now.next.title}, {when_and_where(now.next)}."]
    if now.left_open:
        told = listed([f"{each.title} ({day_words(each.date)})" for each in now.left_open[-3:]])
        lines += ["", f"Nobody said yet whether this was held: {told}."]
    return lines


def _over_words(session: Session) -> list[str]:
    if session.status == "not-held":
        return [f"Today's session was not held: {session.why_not}"]
    lines = [f"Today's session was held. {came_words(session)}."]
    if session.leaders:
        lines.append(f"{listed(list(session.leaders))} led parts of it.")
    if session.note:
        lines += ["", session.note]
    return [*lines, "", *(f"“{said.text}”" for said in session.said[-5:])]


def made_content(now: ClubNow, lines: int) -> Content:
    """The sounds of the session, the newest first, in so many lines."""
    if now.session is None:
        return Content("")
    if not now.sounds:
        words = "What is recorded while it is open shows here."
        return literal("" if now.session.is_over else f"No sounds yet. {words}")
    many = count(len(now.sounds), "sound")
    if lines < 2:
        return Content.assemble((many, "bold"), ", the newest: ", literal(sound_words(now.sounds[0])))
    shown = [literal(sound_words(sound)) for sound in now.sounds[: lines - 1]]
    return Content("\n").join([literal(many, "bold"), *shown])
