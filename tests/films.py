"""Small films for tests, made by libav, and what is in a film that was made."""

import hashlib
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import numpy as np

from studio.audio.clip import Frames


def a_film(
    path: Path,
    *,
    rate: Fraction = Fraction(25),
    pictures: int = 50,
    codec: str = "mpeg4",
    kind: str = "mp4",
    shown: Callable[[int], int] = lambda number: number,
    sound: Frames | None = None,
    options: dict[str, str] | None = None,
) -> Path:
    """A film whose pictures grow brighter; `shown` says in which place each comes, for uneven ones."""
    import av

    with av.open(str(path), "w", format=kind) as made:
        made.metadata["title"] = "Ada Lovelace in Room 5"
        stream = made.add_stream(codec, rate=rate, width=64, height=48, options=options or {})
        stream.pix_fmt = "yuv420p"
        stream.codec_context.time_base = 1 / rate
        heard = made.add_stream("aac", rate=48000, layout="mono") if sound is not None else None
        for number in range(pictures):
            picture = av.VideoFrame.from_ndarray(np.full((48, 64, 3), number % 256, np.uint8), format="rgb24")
            picture.pts, picture.time_base = shown(number), 1 / rate
            made.mux(stream.encode(picture))
        made.mux(stream.encode(None))
        if heard is not None and sound is not None:
            frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(sound.T), format="fltp", layout="mono")
            frame.sample_rate, frame.pts = 48000, 0
            made.mux(heard.encode(frame))
            made.mux(heard.encode(None))
    return path


def pictures_in(path: Path) -> list[tuple[str, Fraction]]:
    """Of each packed picture, in the order of the file: a hash of its bytes, and when it is shown."""
    import av

    with av.open(str(path)) as film:
        stream = film.streams.video[0]
        return [
            (hashlib.sha256(bytes(packet)).hexdigest(), _exact(packet.pts, packet.time_base))
            for packet in film.demux(stream)
            if packet.size
        ]


def shown_in(path: Path) -> list[Fraction]:
    """When each unpacked picture is shown."""
    import av

    with av.open(str(path)) as film:
        return [_exact(frame.pts, frame.time_base) for frame in film.decode(film.streams.video[0])]


def sound_in(path: Path) -> tuple[Fraction, np.ndarray]:
    """When the sound begins, and its samples as (frames, channels)."""
    import av

    with av.open(str(path)) as film:
        frames = list(film.decode(film.streams.audio[0]))
    first = _exact(frames[0].pts, frames[0].time_base)
    return first, np.concatenate([frame.to_ndarray().T for frame in frames])


def _exact(pts, unit) -> Fraction:
    return Fraction(pts) * Fraction(unit.numerator, unit.denominator)
