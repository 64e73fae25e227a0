"""Sounds to set a loudspeaker by: a tone and pink noise that begin from nothing and are never loud."""

import numpy as np
import numpy.typing as npt

from studio.audio.clip import Clip, Frames
from studio.audio.units import db_to_amplitude, seconds_to_frames

Wave = npt.NDArray[np.float64]

LOUDEST_DBFS = -18.0
"""The highest level that can be asked for, as RMS: what comes out of the speakers is for the fader to say."""
USUAL_DBFS = -20.0
SHORTEST_START_SECONDS = 3.0
"""The sound takes at least so long to reach its level, so that a fader left up is heard in time."""
_END_SECONDS = 0.5
_LOUDEST_PEAK = 0.7
_DEEPEST_HERTZ = 30.0
"""Pink noise has nothing below: no school's loudspeaker plays it, and it only moves the cone."""


def steady_tone(
    seconds: float = 20.0,
    *,
    samplerate: int = 48000,
    channels: int = 1,
    hertz: float = 440.0,
    level_dbfs: float = USUAL_DBFS,
    start_seconds: float = 5.0,
) -> Clip:
    """A steady tone with a slow start.

    Parameters
    ----------
    seconds : length, with start and end; more than the start
    hertz : pitch, above 0 and below half of `samplerate`
    level_dbfs : RMS of the steady part; at most `LOUDEST_DBFS`
    start_seconds : how long it takes to get there; at least `SHORTEST_START_SECONDS`

    Returns
    -------
    A clip that begins and ends in silence, the same in every channel.

    Raises
    ------
    ValueError
        If a number is outside what is said above.
    """
    if not 0 < hertz < samplerate / 2:
        raise ValueError(f"a tone of {hertz} Hz cannot be at {samplerate} frames a second")
    length = _length(seconds, samplerate, level_dbfs, start_seconds)
    wave = np.sin(2 * np.pi * hertz * np.arange(length) / samplerate)
    return _safe(wave, level_dbfs, samplerate, channels, start_seconds)


def pink_noise(
    seconds: float = 20.0,
    *,
    samplerate: int = 48000,
    channels: int = 1,
    level_dbfs: float = USUAL_DBFS,
    start_seconds: float = 5.0,
    seed: int = 1,
) -> Clip:
    """Pink noise with a slow start: as much sound in each octave, like many people talking far away.

    Parameters, Raises: see `steady_tone`. The same `seed` gives the same noise.
    """
    length = _length(seconds, samplerate, level_dbfs, start_seconds)
    return _safe(_pink(length, samplerate, seed), level_dbfs, samplerate, channels, start_seconds)


def _length(seconds: float, samplerate: int, level_dbfs: float, start_seconds: float) -> int:
    if level_dbfs > LOUDEST_DBFS:
        raise ValueError(f"{level_dbfs} dBFS is above the highest level, {LOUDEST_DBFS}")
    if start_seconds < SHORTEST_START_SECONDS or seconds <= start_seconds + _END_SECONDS:
        raise ValueError(f"{seconds} s cannot begin in {start_seconds} s, at least {SHORTEST_START_SECONDS}")
    return seconds_to_frames(seconds, samplerate)


def _safe(wave: Wave, level_dbfs: float, samplerate: int, channels: int, start_seconds: float) -> Clip:
    """The wave at its level, never above the highest peak, faded in slowly and out."""
    scaled = wave * (db_to_amplitude(level_dbfs) / np.sqrt(np.mean(np.square(wave))))
    scaled *= min(1.0, _LOUDEST_PEAK / np.abs(scaled).max())
    start = seconds_to_frames(start_seconds, samplerate)
    end = seconds_to_frames(_END_SECONDS, samplerate)
    # Decibels, not amplitude, rise evenly over the start: to the ear it grows from far away.
    rise = db_to_amplitude(-60.0) ** np.linspace(1.0, 0.0, start)
    scaled[:start] *= rise * np.minimum(1.0, np.arange(start) / (0.1 * start))
    scaled[-end:] *= np.linspace(1.0, 0.0, end)
    frames: Frames = np.repeat(scaled.astype(np.float32)[:, None], channels, axis=1)
    return Clip(frames, samplerate)


def _pink(length: int, samplerate: int, seed: int) -> Wave:
    """White noise whose power falls with the frequency, in all of it at once."""
    white = np.fft.rfft(np.random.default_rng(seed).standard_normal(length))
    hertz = np.fft.rfftfreq(length, 1 / samplerate)
    heard = hertz >= _DEEPEST_HERTZ
    white[~heard] = 0.0
    white[heard] /= np.sqrt(hertz[heard])
    return np.fft.irfft(white, length)
