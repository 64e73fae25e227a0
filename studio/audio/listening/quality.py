"""Quality: what is good or wrong about a recording, in words for a child and for a teacher."""

from dataclasses import dataclass

import numpy as np

from studio.audio.listening.bands import BandLayout
from studio.audio.listening.clipping import clipped_places
from studio.audio.listening.extent import Extent, find_core, find_extent
from studio.audio.listening.hearing import hear
from studio.audio.listening.moments import MOMENT_SECONDS, Moments, moments_of
from studio.audio.source import SoundSource
from studio.audio.units import amplitude_to_db

VERDICTS = ("nothing", "clipped", "too-quiet", "noisy", "long-silence", "good")
"""Every verdict, the most important first."""

_QUIET_DBFS = -40.0
_NOISY_DB = 12.0
_LONG_SILENCE_SECONDS = 5.0
_SILENT_DBFS = -60.0
_SILENT_BELOW_LOUD_DB = 12.0
_ABOVE_ROOM_DB = 3.0

_CHILD = {
    "nothing": "I heard nothing at all. Is the microphone switched on?",
    "clipped": "That was too loud, and it crackles. Move back a bit and record it again.",
    "too-quiet": "That was very quiet. Move closer and record it again, or make it louder.",
    "noisy": "I can hear the room as well as you. Find a quieter place, or move closer.",
    "long-silence": "There is a long quiet bit. Tidy it, or cut the quiet bit out.",
    "good": "That sounds good. You can keep it.",
}


@dataclass(frozen=True, slots=True)
class Quality:
    """What was measured, and what it means."""

    peak_dbfs: float
    loud_dbfs: float
    """Root mean square of the loud parts."""
    room_db: float | None
    """How far the sound stands above the room; `None` when the room could not be heard alone."""
    clipped_places: int
    silence_seconds: float
    """The longest stretch in which nothing happens."""
    verdicts: tuple[str, ...]
    """From `VERDICTS`, the most important first."""
    child: str
    """Two short sentences on the most important verdict: what happened, what to do."""
    teacher: str
    """One sentence on all verdicts, with the figures."""


def check(source: SoundSource) -> Quality:
    """Measure a sound by blocks and judge it; an empty sound is `nothing`."""
    moments = moments_of(source)
    if not moments.powers.any():
        return _quality(amplitude_to_db(moments.peak), moments.loud_dbfs(), None, 0, 0.0, ("nothing",))
    places = clipped_places(source, moments.lowest, moments.highest)
    extent = _extent(source)
    room_db = extent.prominence_db if extent is not None and extent.room_heard else None
    silence_seconds = _longest_silence(moments)
    loud_dbfs = moments.loud_dbfs()
    signs = {
        "clipped": places > 0,
        "too-quiet": loud_dbfs < _QUIET_DBFS,
        "noisy": room_db is not None and room_db < _NOISY_DB,
        "long-silence": silence_seconds >= _LONG_SILENCE_SECONDS,
    }
    verdicts = tuple(verdict for verdict, holds in signs.items() if holds) or ("good",)
    return _quality(amplitude_to_db(moments.peak), loud_dbfs, room_db, places, silence_seconds, verdicts)


def _extent(source: SoundSource) -> Extent | None:
    hearing = hear(source, BandLayout.at(source.samplerate))
    core = None if hearing is None else find_core(hearing.energies)
    return None if hearing is None or core is None else find_extent(hearing.energies, core)


def _longest_silence(moments: Moments) -> float:
    """Seconds of the longest stretch at the level of the room or below -60 dBFS."""
    levels = moments.levels_dbfs()
    room = float(np.percentile(levels, 10)) + _ABOVE_ROOM_DB
    silent = levels <= min(max(room, _SILENT_DBFS), moments.loud_dbfs() - _SILENT_BELOW_LOUD_DB)
    edges = np.flatnonzero(np.diff(np.concatenate([[0], silent.astype(np.int8), [0]])))
    runs = edges[1::2] - edges[::2]
    return float(np.max(runs, initial=0)) * MOMENT_SECONDS


def _quality(
    peak_dbfs: float,
    loud_dbfs: float,
    room_db: float | None,
    places: int,
    silence_seconds: float,
    verdicts: tuple[str, ...],
) -> Quality:
    figures = {
        "nothing": "every sample is the same: the microphone is muted, blocked, or not the one chosen",
        "clipped": f"it is cut flat {places} {'time' if places == 1 else 'times'}, which cannot be mended",
        "too-quiet": "more gain at the microphone is better than making it louder afterwards",
        "noisy": f"the sound is only {room_db or 0:.0f} dB above the room (20 dB is comfortable)",
        "long-silence": f"nothing happens for {silence_seconds:.0f} s at a stretch",
        "good": "nothing clipped" + ("" if room_db is None else f", {room_db:.0f} dB above the room"),
    }
    levels = f"Peak {peak_dbfs:.1f} dBFS, loud parts {loud_dbfs:.1f} dBFS"
    teacher = "; ".join([levels, *(figures[verdict] for verdict in verdicts)]) + "."
    return Quality(
        peak_dbfs, loud_dbfs, room_db, places, silence_seconds, verdicts, _CHILD[verdicts[0]], teacher
    )
