"""The day on which something is said to have happened: today, or one before it."""

from datetime import date

from studio.errors import StudioError


class NotYetHappened(StudioError):
    """Something that is said to have happened, in the future."""


def past_day(day: date | None, today: date, *, it: str = "it happened") -> date:
    """The day that was given, or today.

    Raises
    ------
    NotYetHappened
        If it is still to come; `it` is what was done on that day, for the remedy.
    """
    if day is not None and day > today:
        raise NotYetHappened(f"{day.isoformat()} is in the future.", f"Give the day on which {it}.")
    return day or today
