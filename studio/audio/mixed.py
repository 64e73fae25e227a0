"""Sounds at the same time, each as loud and as late as it should be, as one sound."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from studio.audio.clip import Frames
from studio.audio.reading import blocks_of
from studio.audio.source import SoundSource
from studio.audio.units import amplitude_to_db, db_to_amplitude


@dataclass(frozen=True, slots=True)
class Voice:
    """One sound of a mix."""

    source: SoundSource
    gain_db: float = 0.0
    at: int = 0
    """The frame of the mix where it begins."""


class Mixed:
    """The sum of voices of one shape, worked out in float64; a `SoundSource`.

    Parameters
    ----------
    voices : at least one, all of the same samplerate and channels
    gain_db : of the whole mix
    """

    def __init__(self, voices: Sequence[Voice], *, gain_db: float = 0.0) -> None:
        if len({(voice.source.samplerate, voice.source.channels) for voice in voices}) != 1:
            raise ValueError("only sounds of one shape can be mixed")
        if any(voice.at < 0 for voice in voices):
            raise ValueError("no voice begins before the mix")
        self._voices = tuple(voices)
        self._gain_db = gain_db
        self.samplerate = voices[0].source.samplerate
        self.channels = voices[0].source.channels
        self.length = max(voice.at + voice.source.length for voice in voices)

    def highest(self, peak: float) -> float:
        """No amplitude of it is higher when none of its voices is, before their gains, higher than `peak`."""
        return peak * sum(db_to_amplitude(voice.gain_db + self._gain_db) for voice in self._voices)

    def read(self, start: int, stop: int) -> Frames:
        """Frames `start` to `stop` (half-open)."""
        if not 0 <= start <= stop <= self.length:
            raise ValueError(f"frames {start} to {stop} are not inside 0 to {self.length}")
        total = np.zeros((stop - start, self.channels))
        for voice in self._voices:
            first, last = max(start, voice.at), min(stop, voice.at + voice.source.length)
            if first < last:
                gain = db_to_amplitude(voice.gain_db + self._gain_db)
                part = voice.source.read(first - voice.at, last - voice.at)
                total[first - start : last - start] += np.multiply(part, gain, dtype=np.float64)
        return total.astype(np.float32)


def headroom_db(
    source: SoundSource, *, ceiling_dbfs: float, progress: Callable[[float], None] | None
) -> float:
    """How far a sound must be turned down to stay under full scale: 0 when it does, else negative.

    It is then brought down to `ceiling_dbfs`. Every sample is read; `progress` hears the share done, 0..1,
    and may raise to stop.
    """
    peak, done = 0.0, 0
    for block in blocks_of(source, 0, source.length):
        peak = max(peak, float(np.abs(block).max(initial=0.0)))
        done += len(block)
        if progress is not None:
            progress(done / source.length)
    return 0.0 if peak <= 1.0 else ceiling_dbfs - amplitude_to_db(peak)
