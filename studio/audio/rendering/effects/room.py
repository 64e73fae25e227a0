"""Room: the sound as it would be heard in a place with walls."""

import math
from functools import lru_cache

import numpy as np

from studio.audio.pcm import Samples
from studio.audio.rendering.effects.around import columns_around
from studio.audio.rendering.effects.band import held
from studio.audio.rendering.effects.convolution import Convolution
from studio.audio.rendering.stage import Columns, Stage
from studio.audio.units import seconds_to_frames

_FIRST_WALL_SECONDS = 0.012
"""Until then only the sound itself is heard, however large the room."""
_MOST_COLUMNS_BEFORE = 400
_SEED = 20
_HIGHS_HERTZ = 3000.0
"""What is higher dies away twice as fast: walls and air keep less of it."""
_LEVEL = 0.9
"""Walls fill the pauses of a voice, and so it seems louder."""
_DECAY = math.log(1000)
"""A reverberation time is that of a fall by 60 dB."""


def room(upstream: Stage, seconds: float, mix: float) -> Stage:
    """The sound in a room.

    Parameters
    ----------
    seconds : how long the room goes on after the sound (until 60 dB below it)
    mix : share of the power that comes from the walls, 0 to 1

    The walls are noise that dies away, a different one for each channel, always the same for the same
    samplerate; sound and room together are about as loud as the sound was.
    """
    if not upstream.length:
        return upstream
    return held(_Room(upstream, seconds, mix))


class _Room(Convolution):
    """The sound itself and what comes back from the walls, by one convolution."""

    def __init__(self, upstream: Stage, seconds: float, mix: float) -> None:
        taps = _LEVEL * math.sqrt(mix) * walls(seconds, upstream.samplerate, upstream.channels)
        taps[0] = _LEVEL * math.sqrt(1 - mix)
        super().__init__(upstream, taps, tail=len(taps) - 1)
        self._mix = mix
        self._ringing = len(taps) - 1

    def drawn(self, start: int, stop: int, width: int) -> Columns:
        """The columns of the sound, and under them what each leaves behind, dying away."""
        step = (stop - start) / width
        before = min(_MOST_COLUMNS_BEFORE, math.ceil(self._ringing / step))
        heights = columns_around(self.upstream, start - round(before * step), stop, before + width)
        kept = math.exp(-2 * _DECAY * step / self._ringing)
        ways = []
        for height in heights:
            rung, rings = 0.0, np.empty(before + width)
            for column, power in enumerate(np.square(height).tolist()):
                rung = rung * kept + power * (1 - kept)
                rings[column] = rung
            powers = (1 - self._mix) * np.square(height) + self._mix * rings
            ways.append((_LEVEL * np.sqrt(powers)).astype(np.float32)[before:])
        return -ways[0], ways[1]


@lru_cache(maxsize=2)
def walls(seconds: float, samplerate: int, channels: int) -> Samples:
    """What comes back from the walls, `(taps, channels)`, as long as the room; each channel has power 1.

    The numbers of a bit generator are the same on every machine and in every version of NumPy.
    """
    frames = max(1, seconds_to_frames(seconds, samplerate))
    raw = np.random.PCG64(_SEED).random_raw(channels * frames).reshape(channels, frames)
    all_of_it = np.fft.rfft((raw >> np.uint64(11)) * 2.0**-52 - 1)
    lows = all_of_it / (1 + np.square(np.fft.rfftfreq(frames, 1 / samplerate) / _HIGHS_HERTZ))
    fall = np.exp(-_DECAY * np.arange(1, frames + 1) / frames)
    dying = np.fft.irfft(lows, frames) * fall + np.fft.irfft(all_of_it - lows, frames) * fall**2
    dying[:, : min(seconds_to_frames(_FIRST_WALL_SECONDS, samplerate), frames // 2)] = 0
    dying /= np.sqrt(np.sum(np.square(dying), axis=1, keepdims=True)).clip(1e-12)
    taps = np.zeros((frames + 1, channels))
    taps[1:] = dying.T
    return taps
