"""Small sounds and records for tests."""

from pathlib import Path

import numpy as np

from studio.audio.clip import Clip, Frames


def a_sine(
    seconds: float = 1.0,
    *,
    hertz: float = 440.0,
    peak: float = 0.5,
    samplerate: int = 48000,
    channels: int = 1,
) -> Clip:
    """A steady tone of a known peak; the second channel is the first upside down."""
    time = np.arange(round(seconds * samplerate)) / samplerate
    wave = (peak * np.sin(2 * np.pi * hertz * time)).astype(np.float32)
    signs = np.where(np.arange(channels) % 2, -1.0, 1.0).astype(np.float32)
    return Clip(wave[:, None] * signs[None, :], samplerate)


def noise(
    seconds: float, *, peak: float = 0.1, samplerate: int = 48000, channels: int = 1, seed: int = 1
) -> Frames:
    """Even noise with a known largest value."""
    generator = np.random.default_rng(seed)
    return generator.uniform(-peak, peak, (round(seconds * samplerate), channels)).astype(np.float32)


def a_wav(path: Path, clip: Clip, *, subtype: str = "PCM_16") -> Path:
    """Write a clip as a WAV file, by a library that is not ours."""
    import soundfile

    soundfile.write(path, np.asarray(clip.frames), clip.samplerate, subtype=subtype, format="WAV")
    return path
