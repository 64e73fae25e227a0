"""Onsets: where something in a sound begins, such as a note, a word or a clap.

A sound is listened to a stretch at a time, and what is found depends only on what is near: the next onset
of an hour-long sound costs no more than that of a short one.
"""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from studio.audio.listening.bands import BandLayout, Energies, energies_of, smoothed, wide
from studio.audio.reading import finite
from studio.audio.source import SoundSource
from studio.audio.units import seconds_to_frames

NEAR_SECONDS = 0.15
"""A line this near to an onset was meant for it."""

_STRETCH_SECONDS = 4.0
_CONTEXT_SECONDS = 1.0
"""What is heard on both sides of a stretch, so that its edges change nothing."""
_QUIETEST = 1e-7
"""Energy of a band below which nothing is heard (-70 dBFS)."""
_DEPTH = 10**-4.5
"""Nor is anything heard so far (45 dB) below the loudest nearby."""
_RISE_ROWS = 5
"""A rise is from so many rows before, when the window held nothing of what is in it now (25 ms)."""
_LEAST_RISE_DB = 7.0
_ABOVE_USUAL = 3.5
"""A rise stands out from those of the half second around it: noise rises a little all the time."""
_USUAL_ROWS = 50
_APART_ROWS = 10
_LATER_ROWS = 8
_STAYS_DB = 3.0
_BEFORE_SECONDS, _AFTER_SECONDS = 0.03, 0.02
_STEP_SECONDS = 0.001
_SLOWEST_STEPS = 4
"""Steps in which even a low note reaches its height once."""
_BEGUN = 0.1
"""An onset is where the wave first reaches this share of the way up from what was before it."""

Rises = npt.NDArray[np.float64]


def onsets_between(source: SoundSource, start: int, stop: int) -> list[int]:
    """The onsets from frame `start` up to `stop`, in order; silence has none.

    Each is a frame index, within a few milliseconds of where one would say that it begins.
    """
    layout = BandLayout.at(source.samplerate)
    context = round(_CONTEXT_SECONDS * source.samplerate)
    first = max(0, start - context) // layout.hop * layout.hop  # so that rows lie where they always do
    last = min(source.length, stop + context)
    if last - first < layout.window:
        return []
    rises = rises_of(energies_of(source, first, last, layout))
    rough = first + _peaks(rises) * layout.hop + layout.window // 2
    found = sorted({_refined(source, int(frame)) for frame in rough})
    return [frame for frame in found if start <= frame < stop]


def onset_after(source: SoundSource, frame: int) -> int | None:
    """The first onset behind a frame; `None` when there is none any more."""
    for start, stop in _stretches(source, frame + 1, source.length):
        if found := onsets_between(source, start, stop):
            return found[0]
    return None


def onset_before(source: SoundSource, frame: int) -> int | None:
    """The last onset before a frame; `None` when there is none."""
    length = round(_STRETCH_SECONDS * source.samplerate)
    for stop in range(min(frame, source.length), 0, -length):
        if found := onsets_between(source, max(0, stop - length), stop):
            return found[-1]
    return None


def nearest_onset(source: SoundSource, frame: int, *, within_seconds: float = NEAR_SECONDS) -> int:
    """The onset that is nearest to a frame; the frame itself where there is none so near."""
    reach = seconds_to_frames(within_seconds, source.samplerate)
    found = onsets_between(source, max(0, frame - reach), min(source.length, frame + reach + 1))
    return min(found, key=lambda onset: abs(onset - frame)) if found else frame


def rises_of(energies: Energies) -> Rises:
    """By how many dB each row is above a moment before: its two most risen bands, or all together.

    A rise counts only when the whole has become louder or the bands stay up: a note that is cut off
    splashes into all bands for the length of a window.
    """
    bands = smoothed(wide(energies), 3)
    heard = np.maximum(bands, max(_QUIETEST, float(np.max(bands)) * _DEPTH))
    levels = 10 * np.log10(heard)
    before, later = _moved(levels, _RISE_ROWS), _moved(levels, -_LATER_ROWS)
    whole = 10 * np.log10(heard.sum(axis=1, keepdims=True))
    louder = (whole - _moved(whole, _RISE_ROWS))[:, 0]
    rises: Rises = np.maximum(_two_highest(levels - before), louder)
    rises[(louder <= 0) & (_two_highest(later - before) < _STAYS_DB)] = 0.0
    return rises


def _moved(rows: Rises, by: int) -> Rises:
    """The rows so many later; the first or last one is repeated."""
    index = np.clip(np.arange(len(rows)) - by, 0, len(rows) - 1)
    moved: Rises = rows[index]
    return moved


def _two_highest(rows: Rises) -> Rises:
    highest: Rises = np.sort(np.maximum(rows, 0.0), axis=1)[:, -2:].mean(axis=1)
    return highest


def _stretches(source: SoundSource, start: int, stop: int) -> Iterator[tuple[int, int]]:
    length = round(_STRETCH_SECONDS * source.samplerate)
    for first in range(start, stop, length):
        yield first, min(first + length, stop)


def _peaks(rises: Rises) -> npt.NDArray[np.intp]:
    """Rows that have risen enough, and more than every other one nearby."""
    usual = np.median(_around(rises, _USUAL_ROWS), axis=1)
    near = _around(rises, _APART_ROWS)
    highest = near.argmax(axis=1) == _APART_ROWS  # of equal ones the first
    return np.flatnonzero(highest & (rises >= np.maximum(_LEAST_RISE_DB, _ABOVE_USUAL * usual)))


def _around(rises: Rises, rows: int) -> Rises:
    return np.lib.stride_tricks.sliding_window_view(np.pad(rises, rows), 2 * rows + 1)


def _refined(source: SoundSource, frame: int) -> int:
    """Where, near a frame, the wave begins to grow."""
    step = max(1, round(_STEP_SECONDS * source.samplerate))
    start = max(0, frame - round(_BEFORE_SECONDS * source.samplerate))
    stop = min(source.length, frame + round(_AFTER_SECONDS * source.samplerate))
    wave = np.abs(finite(source.read(start, stop))).max(axis=1)
    steps = len(wave) // step
    if steps < 2:
        return frame
    heights = wave[: steps * step].reshape(steps, step).max(axis=1)
    padded = np.pad(heights, (_SLOWEST_STEPS - 1, 0), mode="edge")
    heights = np.lib.stride_tricks.sliding_window_view(padded, _SLOWEST_STEPS).max(axis=1)
    top = int(np.argmax(heights))
    rest = float(heights[: top + 1].min())
    begun = int(np.argmax(heights[: top + 1] >= rest + _BEGUN * (heights[top] - rest)))
    return start + begun * step
