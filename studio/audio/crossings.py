"""Crossings: where a wave passes through zero, the best place to cut it."""

import numpy as np
import numpy.typing as npt

from studio.audio.clip import Frames
from studio.audio.reading import finite
from studio.audio.source import SoundSource
from studio.audio.units import seconds_to_frames

NEAR_SECONDS = 0.005
"""A voice as low as 100 Hz passes through zero at least once in it, and nobody hears the difference."""

Places = npt.NDArray[np.intp]


def crossings_of(frames: Frames) -> Places:
    """Where the wave passes through zero, in the channel that is the loudest there.

    Parameters
    ----------
    frames : (frames, channels), nominal range -1..1

    Returns
    -------
    Indices in order: of the two frames beside a crossing the one nearer to zero. In silence every frame is
    one. None for no frames.
    """
    if not len(frames):
        return np.zeros(0, dtype=np.intp)
    channels = finite(frames)
    wave = channels[:, int(np.argmax(np.square(channels).sum(axis=0)))]
    passed = np.flatnonzero((wave[:-1] < 0) != (wave[1:] < 0))
    nearer = passed + (np.abs(wave[passed + 1]) < np.abs(wave[passed]))
    return np.union1d(nearer, np.flatnonzero(wave == 0))


def nearest_crossing(source: SoundSource, frame: int, *, within_seconds: float = NEAR_SECONDS) -> int:
    """The crossing that is nearest to a frame.

    Returns
    -------
    The frame itself where there is none so near, and at the start and the end of the sound.
    """
    if not 0 < frame < source.length:
        return frame
    reach = seconds_to_frames(within_seconds, source.samplerate)
    start, stop = max(0, frame - reach), min(source.length, frame + reach + 1)
    found = start + crossings_of(source.read(start, stop))
    return int(found[np.argmin(np.abs(found - frame))]) if len(found) else frame
