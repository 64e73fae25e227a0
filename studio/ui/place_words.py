"""Where one stands in a sound, in words: the cursor, what is between the lines, and how much is seen."""

from __future__ import annotations

from studio.ui.widgets.picture import Place
from studio.ui.widgets.view import decimals_of, time_words


def place_words(place: Place, *, snapping: bool = False) -> str:
    """Such as `At 0:01.24 · 0.66 s between the lines · 0.20 s seen`."""
    view = place.view
    decimals = max(2, decimals_of(view))
    words = [f"At {time_words(place.cursor / max(1, view.samplerate), decimals)}", between_words(place)]
    if not view.is_whole:
        words.append(f"{_length(view.span, view.samplerate)} seen")
    if snapping:
        words.append("lines snap")
    return " · ".join(filter(None, words))


def between_words(place: Place) -> str:
    """How much is between the lines; empty when there is no line."""
    start, stop = place.markers
    view = place.view
    if start is None and stop is None:
        return ""
    frames = abs((view.length if stop is None else stop) - (start or 0))
    if start is None or stop is None:
        return f"{_length(frames, view.samplerate)} {'to the line' if start is None else 'from the line on'}"
    return f"{_length(frames, view.samplerate)} between the lines"


def _length(frames: int, samplerate: int) -> str:
    """Seconds as finely as a length of this size needs."""
    seconds = frames / max(1, samplerate)
    if seconds >= 60:
        return time_words(seconds, 1)
    decimals = 2 + sum(0 < seconds < limit for limit in (0.1, 0.01))
    return f"{seconds:.{decimals}f} s"
