"""A film and its cues in lines: the strip of its length, a cue, what is told about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from studio.ui.text import cut_to, literal
from studio.wording import clock, count

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studio.film.films import Cue, Film

_WHEN, _LEVEL = 24, 8


def strip(film: Film, width: int, *, marked: float | None, playing: float | None) -> tuple[str, str]:
    """Two lines: where one listens or stands, and the film's length with a box for each cue."""
    cells = max(4, width - 2)

    def cell(seconds: float) -> int:
        return min(cells - 1, int(seconds / float(film.seconds) * cells))

    bar = ["·"] * cells
    for cue in film.cues:
        bar[cell(cue.seconds)] = "■"
    above = [" "] * cells
    at = playing if playing is not None else marked
    if at is not None and at < film.seconds:
        above[cell(at)] = "▼"
    return " " + "".join(above), f"│{''.join(bar)}│"


def cue_line(film: Film, cue: Cue, titles: Mapping[str, str], width: int) -> Content:
    """One cue: when, which sound, how loud, what is seen."""
    title = max(12, (width - _WHEN - _LEVEL) // 2)
    level = f"{cue.gain_db:+.0f} dB" if cue.gain_db else ""
    return Content.assemble(
        cut_to(film.words_at(cue.seconds), _WHEN),
        cut_to(titles.get(cue.sound, "a sound that is gone"), title - 1),
        " ",
        f"{level:<{_LEVEL}}",
        literal(cue.words),
    )


def film_line(film: Film, width: int) -> Content:
    """One film in a list."""
    facts = f"{clock(float(film.seconds)):>8}   {count(len(film.cues), 'cue')}"
    return Content.assemble(cut_to(film.title, max(16, width - 24)), facts)


def film_facts(film: Film) -> str:
    """How long, how many pictures, whose sound."""
    rate = float(film.pictures_a_second)
    own = "its own sound too" if film.keeps_sound else "without its own sound"
    uneven = "" if film.is_even else ", not all equally long"
    return (
        f"{clock(float(film.seconds))}, {film.pictures} pictures{uneven}, {rate:.4g} a second, "
        f"{own if film.has_sound else 'silent'}."
    )
