"""Sound files of every kind for tests, made by libraries that are not ours."""

from pathlib import Path

import numpy as np

from studio.audio.clip import Clip, Frames


def a_melody(
    seconds: float = 1.0, *, samplerate: int = 48000, channels: int = 2, highest: float = 2000.0
) -> Clip:
    """A climbing tone, another in every channel: codecs keep it well, and no shift stays hidden."""
    time = np.arange(round(seconds * samplerate)) / samplerate
    low = min(300.0, highest / 4)
    climb = low * time + (highest - low) * time**2 / (2 * seconds)
    waves = [0.4 * np.sin(2 * np.pi * climb * (1 + channel / 8)) for channel in range(channels)]
    return Clip(np.stack(waves, axis=1).astype(np.float32), samplerate)


def steps_of(clip: Clip, bits: int) -> np.ndarray:
    """A clip as integers, in the upper `bits` of 32 (or of 16)."""
    if bits <= 16:
        return np.rint(clip.frames * 32767).astype(np.int16)
    return np.rint(clip.frames.astype(np.float64) * (2 ** (bits - 1) - 1)).astype(np.int32) << (32 - bits)


def by_libsndfile(path: Path, samples: np.ndarray, samplerate: int, *, kind: str, subtype: str) -> Path:
    """Write samples of any type, in blocks."""
    import soundfile

    with soundfile.SoundFile(path, "w", samplerate, samples.shape[1], format=kind, subtype=subtype) as file:
        for start in range(0, len(samples), 16384):
            file.write(samples[start : start + 16384])
    return path


def by_libav(path: Path, clip: Clip, *, kind: str, codec: str, sample: str, film: bool = False) -> Path:
    """Write a clip of one or two channels by a codec of libav, beside a short film if asked."""
    import av

    layout = "stereo" if clip.channels == 2 else "mono"
    with av.open(str(path), "w", format=kind) as container:
        container.metadata["title"] = "Ada Lovelace in Room 5"
        picture = container.add_stream("mpeg4", rate=25, width=64, height=64) if film else None
        stream = container.add_stream(codec, rate=clip.samplerate, layout=layout)
        stream.codec_context.format = sample
        for _ in range(5 if picture else 0):
            black = av.VideoFrame.from_ndarray(np.zeros((64, 64, 3), np.uint8), format="rgb24")
            container.mux(picture.encode(black))
        if picture:
            container.mux(picture.encode(None))
        resampler = av.AudioResampler(format=sample, layout=layout, rate=clip.samplerate)
        for start in range(0, len(clip), 4096):
            block = np.ascontiguousarray(clip.frames[start : start + 4096].T)
            frame = av.AudioFrame.from_ndarray(block, format="fltp", layout=layout)
            frame.sample_rate, frame.pts = clip.samplerate, start
            for new in resampler.resample(frame):
                container.mux(stream.encode(new))
        for new in resampler.resample(None):
            container.mux(stream.encode(new))
        container.mux(stream.encode(None))
    return path


def likeness(one: Frames, other: Frames) -> float:
    """Correlation of two sounds as they lie, unshifted, of the channel that is least alike."""
    length = min(len(one), len(other))
    return min(
        float(np.corrcoef(one[:length, channel], other[:length, channel])[0, 1])
        for channel in range(one.shape[1])
    )
