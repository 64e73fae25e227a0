"""Dates, lengths, sizes and numbers for people, the same in every room and on every computer."""

from collections.abc import Iterable
from datetime import date

_LONGEST_WORD, _MOST_CHOICES = 40, 40
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
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
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def weekday(day: date) -> str:
    """Such as `Tuesday`, never in the language of the machine."""
    return WEEKDAYS[day.weekday()]


def length_in_words(seconds: float) -> str:
    """Such as `3.4 seconds` or `2 minutes 5 seconds`."""
    if seconds < 59.95:
        shown = f"{seconds:.1f}" if seconds >= 0.95 else f"{seconds:.2f}"
        return f"{shown} seconds"
    minutes, rest = divmod(round(seconds), 60)
    return " ".join([count(minutes, "minute"), *([count(rest, "second")] if rest else [])])


def clock(seconds: float, *, decimals: int = 1) -> str:
    """Minutes and seconds, `0:07.4`."""
    ticks = int(seconds * 10**decimals + 1e-6)
    whole, part = divmod(ticks, 10**decimals)
    minutes, rest = divmod(whole, 60)
    tail = f".{part:0{decimals}d}" if decimals else ""
    return f"{minutes}:{rest:02d}{tail}"


def count(number: int, one: str, many: str | None = None) -> str:
    """Such as `1 entry` or `3 entries`."""
    return f"{number} {one if number == 1 else many or f'{one}s'}"


def begun(words: str) -> str:
    """With a capital at the beginning, as a sentence has it; `GCSE` inside it stays as it is."""
    return words[:1].upper() + words[1:]


def listed(items: list[str]) -> str:
    """Such as `Y3, Y4 and Y6`."""
    return " and ".join(filter(None, [", ".join(items[:-1]), items[-1]])) if items else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """What to try instead of a word that is not known: the nearest one, or what there is."""
    from difflib import get_close_matches  # which only a slip of the keys needs

    choices = list(known)
    close = get_close_matches(word[:_LONGEST_WORD], choices, n=1)
    return f"Did you mean “{close[0]}”?" if close else f"Use one of: {', '.join(choices[:_MOST_CHOICES])}."


def size_words(size: int) -> str:
    """The size of a file: `12 KB`, `3.4 MB`."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} KB"
    return f"{size / 1_000_000:.1f} MB" if size < 1_000_000_000 else f"{size / 1_000_000_000:.1f} GB"
