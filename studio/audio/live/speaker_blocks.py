"""Sound by blocks at the rate and with the channels that speakers take."""

from collections.abc import Iterator

import numpy as np

from studio.audio.clip import Frames
from studio.audio.mixing import with_channels
from studio.audio.resample import resampled
from studio.audio.source import SoundSource, spans

READ_FRAMES = 16384


def blocks_at(
    source: SoundSource, *, start: int, stop: int, samplerate: int, channels: int
) -> Iterator[Frames]:
    """Frames `start` to `stop` of a source, some at a time.

    At the source's own rate nothing is changed but the number of channels.
    """
    pieces = (
        with_channels(source.read(first, last), channels) for first, last in spans(start, stop, READ_FRAMES)
    )
    return resampled(pieces, source.samplerate, samplerate)


def of_length(pieces: Iterator[Frames], length: int) -> Iterator[Frames]:
    """The same frames in pieces of one length; the last is filled up with silence."""
    waiting: list[Frames] = []
    for piece in pieces:
        waiting.append(piece)
        if sum(map(len, waiting)) < length:
            continue
        together = np.concatenate(waiting)
        whole = len(together) // length * length
        yield from together[:whole].reshape(-1, length, together.shape[1])
        waiting = [together[whole:]]
    if rest := [piece for piece in waiting if len(piece)]:
        last = np.concatenate(rest)
        yield np.concatenate([last, np.zeros((length - len(last), last.shape[1]), dtype=np.float32)])
