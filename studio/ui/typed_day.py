"""A day as somebody types it."""

from datetime import date

from studio.errors import StudioError


class NoDay(StudioError):
    """Words where a day is meant."""


def typed_day(text: str) -> date:
    """The day of words such as `2026-12-11`.

    Raises
    ------
    NoDay
    """
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise NoDay(
            f"“{text[:20]}” is not a date.", "Write the year, the month and the day, like 2026-12-11."
        ) from None
