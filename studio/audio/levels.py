"""Levels: how loud one block of sound is."""

from dataclasses import dataclass

import numpy as np

from studio.audio.clip import Frames
from studio.audio.units import amplitude_to_db

FULL_SCALE = 1.0 - 2.0**-15
"""The highest 16-bit sample; a converter that ran out of room gives this, not 1.0."""


@dataclass(frozen=True, slots=True)
class Levels:
    """What one block of sound measured."""

    peak_dbfs: tuple[float, ...]
    """Highest amplitude of each channel."""
    rms_dbfs: tuple[float, ...]
    """Root mean square of each channel; a full-scale sine reads -3.0."""
    clipped: bool


def measure(block: Frames, *, clip_at: float = FULL_SCALE) -> Levels:
    """Measure one block.

    Parameters
    ----------
    block : (frames, channels) float array, nominal range -1..1
    clip_at : amplitude counted as clipping

    Returns
    -------
    Levels in dBFS, one value per channel; silence and an empty block read `SILENCE_DBFS`.

    Raises
    ------
    ValueError
        If `block` is not two-dimensional.
    """
    if block.ndim != 2:
        raise ValueError(f"block must be (frames, channels), not {block.shape}")
    if not len(block):
        silent = (amplitude_to_db(0.0),) * block.shape[1]
        return Levels(silent, silent, clipped=False)
    # Channel by channel over contiguous samples: reducing axis 0 of a stereo block is several times slower.
    channels = np.ascontiguousarray(block.T)
    peaks = np.maximum(channels.max(axis=1), -channels.min(axis=1)).tolist()
    powers = (np.square(channels, dtype=np.float64).mean(axis=1)).tolist()
    return Levels(
        peak_dbfs=tuple(amplitude_to_db(peak) for peak in peaks),
        rms_dbfs=tuple(amplitude_to_db(power**0.5) for power in powers),
        clipped=any(peak >= clip_at for peak in peaks),
    )
