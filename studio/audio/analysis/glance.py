"""A glance at a sound: what NumPy alone finds at once, in the program's own process."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from studio.audio.analysis.spectrogram import Spectra, Spectrogram, spectra_of
from studio.audio.analysis.starts import starts_of
from studio.audio.listening.moments import MOMENT_SECONDS, moments_of
from studio.audio.source import SoundSource
from studio.audio.units import SILENCE_DBFS, seconds_to_frames

MOST_SECONDS = 300.0
"""So much of a sound is listened to, from its start: five minutes are a long piece in a classroom."""

GAP_SECONDS = 0.4
"""The shortest gap that is called one: between words and notes there are many shorter ones."""
_SOUNDING_BELOW_LOUDEST_DB = 35.0
_SOUNDING_DBFS = -60.0
_ABOVE_ROOM_DB = 6.0
_LOUDEST_ROOM_DBFS = -42.0
"""What is louder is no room, but somebody who plays quietly."""
_MOST_OF_ROOM_BELOW_LOUDEST_DB = 15.0


@dataclass(frozen=True)
class Glance:
    """How long, how loud and how bright."""

    seconds: float
    """The whole length of the sound."""
    listened_seconds: float
    """How much of it everything here is about, from its start."""
    levels_dbfs: tuple[float, ...]
    """The level of every `MOMENT_SECONDS`, in the loudest channel."""
    starts: tuple[float, ...]
    """The seconds at which something begins."""
    spectra: Spectra

    @property
    def spectrogram(self) -> Spectrogram:
        """The picture of its pitches."""
        return self.spectra.spectrogram

    @property
    def is_silent(self) -> bool:
        """Whether nothing at all is there."""
        return self.loudest_dbfs <= SILENCE_DBFS

    @cached_property
    def loudest_dbfs(self) -> float:
        """The level of the loudest moment."""
        return max(self.levels_dbfs, default=SILENCE_DBFS)

    @property
    def loudest_at(self) -> float:
        """The second at which the loudest moment begins."""
        if not self.levels_dbfs:
            return 0.0
        return self.levels_dbfs.index(self.loudest_dbfs) * MOMENT_SECONDS

    @cached_property
    def sounding_dbfs(self) -> float:
        """The level above which a moment counts as sound and not as room."""
        levels = np.array(self.levels_dbfs or (SILENCE_DBFS,))
        room = float(np.percentile(levels, 10)) + _ABOVE_ROOM_DB
        room = min(room, self.loudest_dbfs - _MOST_OF_ROOM_BELOW_LOUDEST_DB, _LOUDEST_ROOM_DBFS)
        return max(room, self.loudest_dbfs - _SOUNDING_BELOW_LOUDEST_DB, _SOUNDING_DBFS)

    def sounding(self) -> list[tuple[float, float]]:
        """Start and end, in seconds, of each part that sounds, gaps shorter than `GAP_SECONDS` let be."""
        loud = np.array(self.levels_dbfs) > self.sounding_dbfs
        edges = np.flatnonzero(np.diff(np.concatenate([[0], loud.astype(np.int8), [0]]))) * MOMENT_SECONDS
        parts: list[tuple[float, float]] = []
        for start, stop in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
            if parts and start - parts[-1][1] < GAP_SECONDS:
                parts[-1] = parts[-1][0], stop
            else:
                parts.append((start, stop))
        return parts


def glance_at(source: SoundSource, *, progress: Callable[[float], None] | None = None) -> Glance:
    """Look at the first `MOST_SECONDS` of a sound; a second or two for five minutes.

    Silence and no frames give levels of `SILENCE_DBFS` or none, and no brightness. `progress` is told
    the share done, and may raise to stop.
    """
    stop = min(source.length, seconds_to_frames(MOST_SECONDS, source.samplerate))
    levels = moments_of(source, 0, stop).levels_dbfs() if stop else np.zeros(0)
    return Glance(
        source.length / source.samplerate,
        stop / source.samplerate,
        tuple(levels.tolist()),
        starts_of(source, stop),
        spectra_of(source, stop, progress=progress),
    )
