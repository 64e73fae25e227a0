"""Sound by blocks at the rate and with the channels that speakers take."""

from collections.abc import Iterator

import numpy as np

from studio.audio.clip import Frames
from studio.audio.source import SoundSource

READ_FRAMES = 16384


def blocks_at(
    source: SoundSource, *, start: int, stop: int, samplerate: int, channels: int
) -> Iterator[Frames]:
    """Frames `start` to `stop` of a source, some at a time.

    At the source's own rate nothing is changed but the number of channels: mono goes to all, more
    than there are speakers are averaged, every other one to the left and to the right.
    """
    pieces = (
        with_channels(source.read(at, min(at + READ_FRAMES, stop)), channels)
        for at in range(start, stop, READ_FRAMES)
    )
    return pieces if source.samplerate == samplerate else _resampled(pieces, source.samplerate, samplerate)


def with_channels(frames: Frames, channels: int) -> Frames:
    """The same sound for another number of channels."""
    if frames.shape[1] == channels:
        return frames
    if frames.shape[1] == 1:
        return np.repeat(frames, channels, axis=1)
    sides = [frames[:, side::channels] for side in range(channels)]
    means = [
        side.mean(axis=1, dtype=np.float32) if side.shape[1] else frames.mean(axis=1, dtype=np.float32)
        for side in sides
    ]
    return np.stack(means, axis=1)


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


def _resampled(pieces: Iterator[Frames], rate: int, wanted: int) -> Iterator[Frames]:
    # FFmpeg's libraries take their time to load, and most speakers take the sound's own rate.
    import av

    resampler = None
    for piece in pieces:
        layout = "mono" if piece.shape[1] == 1 else "stereo"
        if resampler is None:
            resampler = av.AudioResampler(format="fltp", layout=layout, rate=wanted)
        frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(piece.T), format="fltp", layout=layout)
        frame.sample_rate = rate
        for done in resampler.resample(frame):
            yield np.ascontiguousarray(done.to_ndarray().T)
    if resampler is not None:
        for done in resampler.resample(None):
            yield np.ascontiguousarray(done.to_ndarray().T)
