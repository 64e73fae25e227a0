"""Fewer channels, for files and speakers that do not take all that a sound has."""

import numpy as np
import numpy.typing as npt

from studio.audio.clip import Frames
from studio.audio.source import SoundSource, spans

Weights = npt.NDArray[np.float32]
"""How much of each channel goes where, `(channels, channels wanted)`: `frames @ weights` mixes."""

_BLOCK_FRAMES = 65536
_CANCELLED = 0.01
"""Power of a mix against that of its channels (-20 dB) below which the channels take each other away."""


def mix_weights(source: SoundSource, most: int) -> Weights | None:
    """Weights that leave one or two channels; `None` when there are no more than `most` already.

    Two channels keep the first on the left and the second on the right, with the rest on both sides.
    One channel is the mean, unless the channels take each other away in it, as those of a microphone
    on the wrong lead do: then it is the loudest of them.
    """
    if source.channels <= most:
        return None
    return _mono_weights(source) if most == 1 else _weights(source.channels, 2)


def _mono_weights(source: SoundSource) -> Weights:
    mean = _weights(source.channels, 1)
    powers = np.zeros(source.channels)
    mixed = 0.0
    for start, stop in spans(0, source.length, _BLOCK_FRAMES):
        block = source.read(start, stop)
        powers += np.einsum("ij,ij->j", block, block)
        mixed += float(np.sum(np.square(block @ mean)))
    if mixed >= _CANCELLED * powers.mean():
        return mean
    loudest: Weights = (np.arange(source.channels) == int(np.argmax(powers))).astype(np.float32)
    return loudest[:, None]


def with_channels(frames: Frames, wanted: int) -> Frames:
    """The same sound in one channel or two: mono goes to both, more are mixed as they come."""
    if frames.shape[1] == wanted:
        return frames
    if frames.shape[1] == 1:
        return np.repeat(frames, wanted, axis=1)
    mixed: Frames = frames @ _weights(frames.shape[1], wanted)
    return mixed


def _weights(channels: int, wanted: int) -> Weights:
    if wanted == 1:
        return np.full((channels, 1), 1 / channels, dtype=np.float32)
    weights = np.ones((channels, 2), dtype=np.float32)
    weights[0, 1] = weights[1, 0] = 0.0
    return weights / np.float32(channels - 1)
