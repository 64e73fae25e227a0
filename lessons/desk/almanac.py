"""The almanac: every dated thing of the school's music between two days."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from evidence.award.plans import Plans
from evidence.library import Library
from lessons.assembly.events import Events
from lessons.club.sessions import Sessions
from lessons.competitions.competitions import Competitions
from lessons.occasion import Occasions
from lessons.occasion_kind import occasion_kind

KINDS = ("half-term", "club", "assembly", "competition", "happened")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """One thing on one day."""

    day: date
    kind: str
    """One of `KINDS`."""
    words: str
    place: str
    """Where the program has it."""
    about: str = ""
    """Its id."""
    at: str = ""
    """Its time, such as `15:30`; empty for the whole day."""


def almanac(library: Library, first: date, last: date) -> tuple[Dated, ...]:
    """Everything from a first to a last day, by day and time; what was called off says so."""
    found = (
        *_half_terms(library, first, last),
        *_sessions(library),
        *_events(library),
        *_competitions(library),
        *_happened(library),
    )
    there = [each for each in found if first <= each.day <= last]
    return tuple(sorted(there, key=lambda each: (each.day, KINDS.index(each.kind), each.at, each.about)))


def _half_terms(library: Library, first: date, last: date) -> Iterator[Dated]:
    calendar = Plans(library).calendar()
    half_term = calendar.at(first)
    while half_term.first <= last:
        about = {"kind": "half-term", "place": "dates", "about": half_term.code}
        yield Dated(day=half_term.first, words=f"{half_term.title} begins", **about)
        yield Dated(day=half_term.last, words=f"{half_term.title} ends", **about)
        half_term = calendar.at(half_term.last + timedelta(days=1))


def _sessions(library: Library) -> Iterator[Dated]:
    for each in Sessions(library).all():
        state = f" (not held: {each.why_not})" if each.status == "not-held" else ""
        words = f"Club: {each.title}{state}"
        yield Dated(day=each.date, kind="club", words=words, place="club", about=each.id, at=each.begins)


def _events(library: Library) -> Iterator[Dated]:
    for each in Events(library).all():
        words = each.title if each.is_on else f"{each.title} (cancelled)"
        yield Dated(
            day=each.date, kind="assembly", words=words, place="assembly", about=each.id, at=each.begins
        )


def _competitions(library: Library) -> Iterator[Dated]:
    for each in Competitions(library).all():
        about = {"kind": "competition", "place": "competition", "about": each.id}
        state = " (cancelled)" if each.status == "cancelled" else ""
        yield Dated(day=each.opens, words=f"“{each.title}” opens{state}", **about)
        yield Dated(day=each.closes, words=f"“{each.title}” closes{state}", **about)
        if each.announced is not None:
            yield Dated(day=each.announced.date(), words=f"“{each.title}” announced", **about)


def _happened(library: Library) -> Iterator[Dated]:
    """What else was written down; sessions, events and competitions stand for theirs."""
    told = {each.occasion for each in Sessions(library).all()} | {
        each.occasion for each in Events(library).all()
    }
    told |= {each.occasion for each in Competitions(library).all()}
    for each in Occasions(library).all():
        if each.id not in told:
            title = occasion_kind(each.kind).title
            words = each.title if each.title.startswith(title) else f"{title}: {each.title}"
            yield Dated(day=each.date, kind="happened", words=words, place="evidence_list", about=each.id)
