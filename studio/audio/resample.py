"""Another samplerate, for files and speakers that do not take a sound's own."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from studio.audio.clip import Frames

if TYPE_CHECKING:
    from av import AudioFrame


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
    return np.ascontiguousarray(frame.to_ndarray().T, dtype=np.float32)
