"""The announcement: all that script, poster, newsletter, page and certificates are made of."""

from dataclasses import dataclass
from datetime import date

from evidence.library import Library
from lessons.competitions.brief import Brief
from lessons.competitions.competition import NotNow
from lessons.competitions.docket import Docket, Dockets
from lessons.competitions.reasons import KIND, WINNER, Reasons
from lessons.competitions.result import HOW
from lessons.competitions.submission import Submission


@dataclass(frozen=True, slots=True)
class Winner:
    """One of the winners; there may be several who win together."""

    animal: str
    submission: str
    sound_id: str
    """Its title is the sound's; play and export it with the recipe that was handed in (`judged_sound`)."""
    makers: tuple[str, ...]
    """By code; each needs a release for the channel before the sound leaves the school."""
    reasons: tuple[str, ...]
    """The panel's own words, word for word."""


@dataclass(frozen=True, slots=True)
class KindLine:
    """What was good in an entry, in no order that means anything."""

    animal: str
    submission: str
    makers: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """A result as it goes out; nothing in it ranks those who did not win."""

    competition: str
    """Id."""
    title: str
    brief: Brief
    winners: tuple[Winner, ...]
    """None when there is no award this time."""
    no_award: str
    """Why not, such as a winner who was taken out since; empty when there is one."""
    kind_lines: tuple[KindLine, ...]
    """Of every entry that did not win, in the order of the animals' names."""
    panel: tuple[str, ...]
    led_by: tuple[str, ...]
    announcers: tuple[str, ...]
    date: date
    play_order: tuple[str, ...]
    """Ids of the entries to play, one after the other: the winners."""
    entries: int
    years: tuple[str, ...]
    scope: str


def announcement(library: Library, competition_id: str) -> Announcement:
    """What is announced of a competition, when every word was checked.

    Raises
    ------
    NotNow, ReasonsMissing
    """
    library.adults.need("prepare the announcement")
    docket = Dockets(library).one(competition_id)
    known = docket.competition
    known.need(library.now().date(), "judged", "announced", to="be announced")
    if known.result is None:
        raise NotNow(f"“{known.title}” has no result.", "Close the judging first.")
    reasons = Reasons(library, known.id)
    reasons.need_ready()
    won = winning(docket)
    words = {(each.submission, each.kind): each.text for each in reasons.all()}
    return Announcement(
        competition=known.id,
        title=known.title,
        brief=known.brief,
        winners=tuple(_winner(each, words.get((each.id, WINNER), "")) for each in won),
        no_award=known.no_award or ("" if won else HOW["gone"]),
        kind_lines=tuple(
            KindLine(each.animal, each.id, each.makers, words.get((each.id, KIND), ""))
            for each in sorted(docket.live, key=lambda each: each.animal)
            if each not in won
        ),
        panel=known.panel,
        led_by=known.led_by,
        announcers=known.announcers,
        date=(known.announced or library.now()).date(),
        play_order=tuple(each.id for each in won),
        entries=len(docket.live),
        years=known.years,
        scope=known.scope,
    )


def winning(docket: Docket) -> tuple[Submission, ...]:
    """The winners, in the order of the animals' names; none when there is no award this time."""
    kept = docket.competition.result
    if kept is None or docket.competition.no_award:
        return ()
    found = (each for each in docket.live if each.id in kept.winners)
    return tuple(sorted(found, key=lambda each: each.animal))


def _winner(entry: Submission, text: str) -> Winner:
    return Winner(entry.animal, entry.id, entry.sound_id, entry.makers, (text,) if text else ())
