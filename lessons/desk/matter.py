"""A matter: one thing on the desk, and the place of the program where it is done."""

from dataclasses import dataclass
from datetime import date, timedelta

from studio.wording import date_in_words, weekday

_THIS_WEEK = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One thing that goes on or waits."""

    place: str
    """Where it is done, such as `club`."""
    words: str
    """What there is to say, without a name."""
    about: str = ""
    """Id of what it is about, where there is one."""
    now: bool = False
    """Whether it waits for somebody today; the others are good to know."""


def day_near(day: date, today: date) -> str:
    """A day as one says it from today: `today`, `tomorrow`, `Friday`, or `4 December`."""
    if day == today:
        return "today"
    if day == today + timedelta(days=1):
        return "tomorrow"
    if today < day <= today + timedelta(days=_THIS_WEEK):
        return weekday(day)
    return date_in_words(day).rpartition(" ")[0]
