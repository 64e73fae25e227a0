"""Moments: how loud a sound is in every 50 ms of it."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from studio.audio.clip import Frames
from studio.audio.reading import blocks_of
from studio.audio.source import SoundSource
from studio.audio.units import SILENCE_DBFS, seconds_to_frames

MOMENT_SECONDS = 0.05
_LOUD_PART_DB = 10.0

Powers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Moments:
    """The level of each moment, and the lowest and highest sample of all."""

    powers: Powers
    """Mean square of each moment in its loudest channel, any offset (DC) left out."""
    lowest: float
    highest: float

    @property
    def peak(self) -> float:
        """Highest amplitude."""
        return max(self.highest, -self.lowest)

    def levels_dbfs(self) -> Powers:
        """Root mean square of each moment; silence reads `SILENCE_DBFS`."""
        return to_dbfs(self.powers)

    def loud_dbfs(self) -> float:
        """Level of the loud parts together: the moments within 10 dB of the loudest."""
        if not len(self.powers):
            return SILENCE_DBFS
        loud = self.powers[self.powers >= np.max(self.powers) * 10 ** (-_LOUD_PART_DB / 10)]
        return float(to_dbfs(loud.mean()))


def moments_of(source: SoundSource, start: int = 0, stop: int | None = None) -> Moments:
    """The moments from frame `start` to `stop`, read by blocks; what is left at the end is a shorter one."""
    moment = max(1, seconds_to_frames(MOMENT_SECONDS, source.samplerate))
    powers, lowest, highest = [np.zeros(0)], 0.0, 0.0
    for block in blocks_of(source, start, source.length if stop is None else stop, multiple_of=moment):
        lowest, highest = min(lowest, float(np.min(block))), max(highest, float(np.max(block)))
        whole = len(block) // moment * moment
        powers.append(_powers(block[:whole], moment))
        if whole < len(block):
            powers.append(_powers(block[whole:], len(block) - whole))
    return Moments(np.concatenate(powers), lowest, highest)


def to_dbfs(powers: npt.ArrayLike) -> Powers:
    """Mean squares -> levels; silence reads `SILENCE_DBFS`."""
    levels: Powers = 10 * np.log10(np.maximum(powers, 10 ** (SILENCE_DBFS / 10)))
    return levels


def _powers(frames: Frames, moment: int) -> Powers:
    channels = np.ascontiguousarray(frames.T).reshape(frames.shape[1], -1, moment)
    # Less its first sample, a moment of nothing but an offset is exactly zero, and float32 is enough.
    moved = channels - channels[:, :, :1]
    squares = np.einsum("ckm,ckm->ck", moved, moved).astype(np.float64) / moment
    powers: Powers = np.maximum(squares - moved.mean(axis=2).astype(np.float64) ** 2, 0.0).max(axis=0)
    return powers
