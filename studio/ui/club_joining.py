"""Joining the club as somebody types it: a year group and how many, or codes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from studio.errors import StudioError

if TYPE_CHECKING:
    from evidence.library import Library
    from lessons.club.member import Member


def join(library: Library, typed: str, day: date | None) -> tuple[Member, ...]:
    """Take them in -> those who were not in it before; a year group makes new codes.

    Raises
    ------
    StudioError
        If it is neither a year group nor a code, or the pupil cannot join.
    """
    from lessons.club.member import Members

    members = Members(library)
    known = {each.code for each in members.here(day)}
    joined = members.join_all(_codes(library, typed.replace(",", " ").split()), day)
    return tuple(each for each in joined if each.code not in known)


def never_joined(library: Library, joined: Sequence[Member]) -> None:
    """They did not join after all; new codes stay in the list of people."""
    from lessons.club.member import Members

    for each in joined:
        Members(library).leave(each.code, each.joined)


def _codes(library: Library, words: list[str]) -> list[str]:
    from evidence.safety.people import People

    if any("-" in word for word in words):
        return words
    year, *rest = words
    number = rest[0] if rest else "1"
    if not (number.isascii() and number.isdecimal()):
        raise StudioError(f"“{number[:20]}” is no number.", "Type Y4 3, or a code like Y4-heron.")
    return [person.code for person in People(library).add(year, count=int(number))]
