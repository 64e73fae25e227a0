"""MP3 of a fixed size a second, the same bytes for the same sound, with no tag in it."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from studio.audio.clip import Frames

_SAMPLERATES = (32000, 44100, 48000)
"""The rates of MPEG-1; the lower ones of MPEG-2 allow other bitrates and play in fewer places."""


def mp3_samplerate(samplerate: int) -> int:
    """The rate an MP3 file of a sound has: the lowest that loses nothing, or the highest there is."""
    return min((rate for rate in _SAMPLERATES if rate >= samplerate), default=_SAMPLERATES[-1])


def write_mp3(blocks: Iterator[Frames], file: Any, *, samplerate: int, channels: int, kbps: int) -> None:
    """Write blocks of one or two channels, at a rate that `mp3_samplerate` gave, to an open file.

    The float samples go to LAME as they are: libsndfile makes noise of 16-bit stereo, and has no bitrates.
    """
    import av  # tens of milliseconds; only MP3 exports need it here

    layout = "stereo" if channels == 2 else "mono"
    # The Info frame stays, by which players know the exact length; bitexact keeps versions out of it.
    options = {"id3v2_version": "0", "fflags": "+bitexact"}
    with av.open(file, "w", format="mp3", container_options=options) as container:
        stream = container.add_stream("libmp3lame", rate=samplerate, layout=layout)
        stream.bit_rate = kbps * 1000
        done = 0
        for block in blocks:
            frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(block.T), format="fltp", layout=layout)
            frame.sample_rate = samplerate
            frame.pts = done
            done += len(block)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
