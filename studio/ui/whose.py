"""Whose a sound is, as somebody types it: a year group, the code of who made it, or a credit."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from evidence.library import Library
from evidence.safety.people import parse_code
from evidence.sound import JOBS, Sound
from evidence.years import YEAR_GROUPS, parse_year
from studio.whose import say_whose
from studio.wording import listed

if TYPE_CHECKING:
    from studio.ui.screens.base import StudioScreen


def ask_whose(screen: StudioScreen, sound: Sound, then: Callable[[Sound], None]) -> None:
    """Ask at the foot of a screen whose a sound is, and keep the answer with it."""

    def answered(text: str) -> None:
        if text:
            said = say_whose(screen.library, sound, **typed_whose(text))
            then(said)
            screen.say(f"Kept with it: {said.credit or listed(list(said.makers)) or said.year}.")

    screen.ask(
        "Whose is it? Y4, Y4-heron, two codes, or from ...:",
        answered,
        value=likely_whose(screen.library, sound),
    )


def likely_whose(library: Library, sound: Sound) -> str:
    """The answer to begin with: as it is, else the year group of the newest other sound of that day."""
    if sound.by or sound.year:
        return " ".join(sound.makers) or sound.year or ""
    that_day = (
        other.year
        for other in reversed(library.sounds())
        if other.year and not other.binned and other.made.date() == sound.made.date()
    )
    return next(that_day, "")


def typed_whose(text: str) -> dict[str, Any]:
    """What `say_whose` wants: a code of a pupil says the year group, too; `from` begins a credit.

    More codes after the first are of those who made it together with them. Words before codes say their
    jobs: played Y4-heron, recorded Y5-otter, edited Y5-otter.

    Raises
    ------
    UnknownYear, NotACode
        If it is neither a year group nor a code.
    """
    if text.lower().startswith("from "):
        return {"credit": text[5:]}
    if "-" not in text:
        return {"year": parse_year(text)}
    jobs = _jobs_typed(text)
    if jobs:
        return {"crew": jobs}
    code, *partners = (parse_code(word) for word in text.replace(",", " ").split() if word != "and")
    year = code.partition("-")[0]
    said: dict[str, Any] = {"by": code, "partners": tuple(partners)} if partners else {"by": code}
    return said | {"year": year} if year in YEAR_GROUPS else said


def _jobs_typed(text: str) -> tuple[tuple[str, str], ...]:
    """Jobs and codes, when the first word is a job."""
    words = [word for word in text.replace(",", " ").split() if word not in ("and", "by")]
    if not words or words[0].lower() not in JOBS:
        return ()
    jobs, job = [], ""
    for word in words:
        if word.lower() in JOBS:
            job = word.lower()
        else:
            jobs.append((job, parse_code(word)))
    return tuple(jobs)
