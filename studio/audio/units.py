"""Conversions: seconds to frames, amplitude to decibels and back."""

import math

SILENCE_DBFS = -140.0
"""The level given to silence instead of minus infinity: just below one 24-bit step (-138.5 dBFS)."""


def seconds_to_frames(seconds: float, samplerate: int) -> int:
    """Nearest whole number of frames; halves go up."""
    return math.floor(seconds * samplerate + 0.5)


def amplitude_to_db(amplitude: float) -> float:
    """Level in dB of an amplitude (1.0 is 0 dBFS); silence and anything below reads `SILENCE_DBFS`."""
    return max(SILENCE_DBFS, 20.0 * math.log10(amplitude)) if amplitude > 0 else SILENCE_DBFS


def db_to_amplitude(db: float) -> float:
    """Amplitude of a level in dB (0 dBFS is 1.0)."""
    return float(10.0 ** (db / 20.0))
