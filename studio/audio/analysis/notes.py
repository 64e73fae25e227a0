"""Notes: a line of pitch cut where the pitch changes or something begins anew."""

from collections.abc import Sequence

import numpy as np

from studio.audio.analysis.findings import TRACK_HOP_SECONDS, HeardNote

_SAME_NOTE = 0.6
"""Semitones around a note's middle: a singer's wobble, but not the next semitone."""
_STEADY = 0.55
"""Semitones between nearly the lowest and nearly the highest place of a note that stays."""
_SLIDING = 3.5
"""Semitones a second: what goes up or down so fast is on its way, and no note."""
_GAP_PLACES = 2
_FEWEST_PLACES = 4


def notes_in(track: Sequence[float | None], onsets: Sequence[float]) -> tuple[HeardNote, ...]:
    """The notes of a line of pitch.

    Parameters
    ----------
    track : semitones or `None`, one every `TRACK_HOP_SECONDS`
    onsets : seconds; a note that is played again is two

    Returns
    -------
    Notes of at least a tenth of a second, in order, none over another.
    """
    struck = {round(onset / TRACK_HOP_SECONDS) for onset in onsets}
    notes: list[HeardNote] = []
    run: list[tuple[int, float]] = []
    for place, number in enumerate(track):
        if run and (_is_over(run, place, number) or (place in struck and len(run) >= _FEWEST_PLACES)):
            notes += _note(run)
            run = []
        if number is not None:
            run.append((place, number))
    return (*notes, *_note(run))


def _is_over(run: list[tuple[int, float]], place: int, number: float | None) -> bool:
    if number is None:
        return place - run[-1][0] > _GAP_PLACES
    middle = float(np.median([each for _, each in run[-16:]]))
    return abs(number - middle) > _SAME_NOTE


def _note(run: list[tuple[int, float]]) -> list[HeardNote]:
    if len(run) < _FEWEST_PLACES:
        return []
    start, stop = run[0][0] * TRACK_HOP_SECONDS, (run[-1][0] + 1) * TRACK_HOP_SECONDS
    # The first and last moments slide from the note before and into the next.
    edge = len(run) // 6
    numbers = np.array([number for _, number in run[edge : len(run) - edge]])
    spread = float(np.percentile(numbers, 90) - np.percentile(numbers, 10))
    slope = np.polyfit(np.arange(len(numbers)) * TRACK_HOP_SECONDS, numbers, 1)[0]
    is_steady = bool(spread <= _STEADY and abs(slope) <= _SLIDING)
    return [HeardNote(start, stop, float(np.median(numbers)), is_steady)]
