"""How a competition stands now, read from the library at one go."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evidence.library import Library
    from lessons.competitions.competition import Competition

OVER = ("announced", "cancelled")


@dataclass(frozen=True, slots=True)
class Won:
    """A winner that was announced."""

    submission: str
    animal: str
    title: str
    makers: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Judged:
    """How far the judging is."""

    panel: int
    waiting: int
    """Judges who are here and not done."""
    nothing: bool = False
    """Whether everybody knew who had made what, so that nothing counts."""
    alone: bool = False
    """Whether there is one entry only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CompetitionNow:
    """What the competition's screen shows; without a competition the rest is empty."""

    today: date
    shown: Competition | None = None
    stands: str = ""
    entries: int = 0
    going: tuple[tuple[str, str, str], ...] = ()
    """Id, title and status of the others that are not over, oldest first."""
    older: int = 0
    """How many are over."""
    judged: Judged | None = None
    """`None` while it is not known yet, or there is nothing to judge."""
    wanted: int = 0
    """Entries that have no words yet."""
    unread: int = 0
    """Texts that wait for an adult."""
    won: tuple[Won, ...] = ()
    is_known: bool = True
    """Whether judging and words were read too."""


def read_competition(library: Library, competition_id: str | None) -> CompetitionNow:
    """What is known at once: the competition, its dates and how many entered."""
    from lessons.competitions.competitions import Competitions
    from lessons.competitions.docket import Dockets

    competitions = Competitions(library)
    every = competitions.all()
    shown = competitions.one(competition_id) if competition_id else competitions.now()
    today = competitions.today
    over = sum(each.status in OVER for each in every)
    if shown is None:
        return CompetitionNow(today=today, older=over)
    entered = [each for each in Dockets(library).submissions.all() if each.competition == shown.id]
    going = tuple(
        (each.id, each.title, each.stands(today))
        for each in every
        if each.status not in OVER and each.id != shown.id
    )
    stands = shown.stands(today)
    return CompetitionNow(
        today=today,
        shown=shown,
        stands=stands,
        entries=sum(each.is_in for each in entered),
        going=going,
        older=over,
        is_known=stands not in ("judging", "judged", "announced"),
    )


def with_judging(library: Library, now: CompetitionNow) -> CompetitionNow:
    """With how far judging and the words are, which takes longer to read."""
    if now.shown is None or now.is_known:
        return now
    known = replace(now, is_known=True)
    if now.stands == "judging":
        return replace(known, judged=_judged(library, now.shown.id))
    from lessons.competitions.reasons import Reasons

    reasons = Reasons(library, now.shown.id)
    if now.stands == "announced":
        return replace(known, won=_won(library, now.shown.id))
    return replace(known, wanted=len(reasons.wanted()), unread=len(reasons.unread()))


def _judged(library: Library, competition_id: str) -> Judged:
    from lessons.competitions.competitions import Competitions

    docket = Competitions(library).docket(competition_id)
    waiting = len(docket.waiting())
    how = "" if waiting else docket.result().how
    away = {each.code for each in docket.competition.away}
    here = [code for code in docket.competition.panel if code not in away]
    return Judged(len(here), waiting, nothing=how == "nothing", alone=len(docket.live) == 1)


def _won(library: Library, competition_id: str) -> tuple[Won, ...]:
    from lessons.competitions.announcement import winning
    from lessons.competitions.competitions import Competitions
    from lessons.competitions.reasons import WINNER, Reasons

    docket = Competitions(library).docket(competition_id)
    said = {
        each.submission: each.text for each in Reasons(library, competition_id).all() if each.kind == WINNER
    }
    titles = {sound.id: sound.title for sound in library.sounds()}
    return tuple(
        Won(each.id, each.animal, titles.get(each.sound_id, ""), each.makers, said.get(each.id, ""))
        for each in winning(docket)
    )
