"""A patient of the edit clinic in a line, and the two sides of its card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from evidence.papers.paper import Block, Bullets, Heading, Text
from studio.ui.text import cut_to
from studio.wording import clock, count

if TYPE_CHECKING:
    from evidence.sound import Sound
    from studio.clinic import Patient

_STATE = 26
_MENDED = {
    "yes": "Yes: as good as new.",
    "partly": "Partly: better, but never good.",
    "no": "No: it must be recorded again.",
}


def patient_line(number: int, patient: Patient, sound: Sound | None, width: int) -> Content:
    """Number, title, how long it is now, what was done to it."""
    if sound is None:
        state, seconds = "not in yet", ""
    else:
        steps = len(sound.recipe.steps)
        state = f"{count(steps, 'step')} taken" if steps else "not treated yet"
        seconds = clock(sound.recipe.seconds_after(sound.seconds))
    return Content.assemble(
        (f"{number}  ", "bold"),
        cut_to(patient.title, max(12, width - 3 - 9 - _STATE)),
        f"{seconds:>7}  ",
        cut_to(state, _STATE),
    )


def card(patient: Patient) -> tuple[Block, ...]:
    """What the patient says of itself, and what to do; nothing is given away."""
    return (
        Text(f"“{patient.says}”"),
        Heading("Look and listen for"),
        Text(patient.hear),
        Heading("Try"),
        Bullets(patient.steps),
    )


def answer(patient: Patient) -> tuple[Block, ...]:
    """What is wrong, whether it can be mended, how it could have been avoided."""
    return (
        Heading("What is wrong"),
        Text(patient.wrong),
        Heading("Can it be mended?"),
        Text(_MENDED[patient.mended]),
        Heading("Next time"),
        Text(patient.learn),
    )
