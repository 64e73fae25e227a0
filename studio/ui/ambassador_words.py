"""All about one Ambassador: the way so far, their card, what they taught, why they were nominated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from studio.ui.club_words import labelled
from studio.ui.text import day_words, literal
from studio.wording import count, date_in_words, listed

if TYPE_CHECKING:
    from evidence.library import Library

_MOST_TAUGHT = 3


def about_leader(library: Library, code: str, width: int, *, adult: bool) -> list[Content]:
    """What there is to say, a line a fact."""
    lines = [_way(library, code)]
    lines += _card(library, code, width)
    lines += _taught(library, code, width)
    if adult:
        lines += _nominated(library, code, width)
    return lines


def _way(library: Library, code: str) -> Content:
    """The steps of the way; those reached carry a square."""
    from lessons.club.journey import journey

    shown = []
    for step in journey(library, code):
        since = f" {date_in_words(step.since)}" if step.since else ""
        words = f"■ {step.title}{since}" if step.reached else f"· {step.title}"
        shown.append(Content.styled(words, "bold") if step.reached else Content(words))
    return Content("   ").join(shown)


def _card(library: Library, code: str, width: int) -> list[Content]:
    from lessons.club.profile import FIELDS, Profiles

    profile = Profiles(library).of(code)
    if profile is None:
        return [labelled("Card", "none yet: Enter writes one", width)]
    said = [getattr(profile, field) for field in FIELDS if getattr(profile, field)]
    state = "on show" if profile.shown else "not on show until an adult has read it"
    return [labelled("Card", f"{' · '.join(said)} ({state})", width)]


def _taught(library: Library, code: str, width: int) -> list[Content]:
    from lessons.club.teaching import Teachings

    times = [each for each in Teachings(library).all() if code in each.codes]
    told = [
        f"{day_words(each.date)}: {each.tool}, {listed([*each.year_groups])}, {count(each.minutes, 'minute')}"
        for each in reversed(times[-_MOST_TAUGHT:])
    ]
    return [labelled("Taught" if not number else "", words, width) for number, words in enumerate(told)]


def _nominated(library: Library, code: str, width: int) -> list[Content]:
    from lessons.club.nomination import Nominations

    found = [each for each in Nominations(library).standing() if each.code == code and each.status == "open"]
    told = [f"{each.why} ({'their own words' if each.is_own else each.by})" for each in found]
    return [labelled("Could" if not number else "", words, width) for number, words in enumerate(told)] or [
        literal("")
    ]
