"""A matter: one thing on the desk, and the place of the program where it is done."""

from dataclasses import dataclass
from datetime import date, timedelta

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
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
        return _DAYS[day.weekday()]
    return f"{day.day} {_MONTHS[day.month - 1]}"


_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
