"""Dates, lengths and numbers as they are read aloud, the same on every computer."""

from datetime import date

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def date_in_words(day: date) -> str:
    """Such as `10 July 2026`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def length_in_words(seconds: float) -> str:
    """Such as `3.4 seconds` or `2 minutes 5 seconds`."""
    if seconds < 59.95:
        shown = f"{seconds:.1f}" if seconds >= 0.95 else f"{seconds:.2f}"
        return f"{shown} seconds"
    minutes, rest = divmod(round(seconds), 60)
    return " ".join([count(minutes, "minute"), *([count(rest, "second")] if rest else [])])


def count(number: int, one: str, many: str | None = None) -> str:
    """Such as `1 entry` or `3 entries`."""
    return f"{number} {one if number == 1 else many or f'{one}s'}"


def listed(items: list[str]) -> str:
    """Such as `Y3, Y4 and Y6`."""
    return " and ".join(filter(None, [", ".join(items[:-1]), items[-1]])) if items else ""
