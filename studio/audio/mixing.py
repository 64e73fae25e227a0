"""Fewer channels, and another samplerate, for formats that cannot hold what a sound has."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from studio.audio.clip import Frames
from studio.audio.source import SoundSource

if TYPE_CHECKING:
    from av import AudioFrame

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
    if most == 1:
        return _mono_weights(source)
    weights = np.ones((source.channels, 2), dtype=np.float32)
    weights[0, 1] = weights[1, 0] = 0.0
    return weights / np.float32(source.channels - 1)


def _mono_weights(source: SoundSource) -> Weights:
    mean = np.full((source.channels, 1), 1 / source.channels, dtype=np.float32)
    powers = np.zeros(source.channels)
    mixed = 0.0
    for start in range(0, source.length, _BLOCK_FRAMES):
        block = source.read(start, min(start + _BLOCK_FRAMES, source.length))
        powers += np.einsum("ij,ij->j", block, block)
        mixed += float(np.sum(np.square(block @ mean)))
    if mixed >= _CANCELLED * powers.mean():
        return mean
    loudest: Weights = (np.arange(source.channels) == int(np.argmax(powers))).astype(np.float32)
    return loudest[:, None]


def resampled(blocks: Iterator[Frames], samplerate: int, wanted: int) -> Iterator[Frames]:
    """The same sound at another samplerate; nothing is done when it is the same."""
    if samplerate == wanted:
        yield from blocks
        return
    import av  # tens of milliseconds, and rarely needed

    resampler = None
    done = 0
    for block in blocks:
        layout = "stereo" if block.shape[1] == 2 else "mono"
        resampler = resampler or av.AudioResampler(format="fltp", layout=layout, rate=wanted)
        frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(block.T), format="fltp", layout=layout)
        frame.sample_rate = samplerate
        frame.pts = done
        done += len(block)
        yield from map(_frames, resampler.resample(frame))
    yield from map(_frames, resampler.resample(None) if resampler else ())


def _frames(frame: "AudioFrame") -> Frames:
    return np.asarray(frame.to_ndarray().T, dtype=np.float32)
