"""A bar of sounds that plays again and again: each step begins at its own frame, exactly."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from studio.audio.clip import Clip, Frames
from studio.audio.mixing import with_channels

SAMPLERATE = 48000
TIMES = 1800
"""How often a bar is played before the loop ends: an hour of the usual ones."""
_LOUDEST = 0.9
_FADE_SECONDS = 0.005
"""Of a sound that is cut by the next one of its row."""
_STARTS_AT = 0.06
"""Share of a sound's peak at which it is taken to begin (-24 dB)."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One sound at one step."""

    step: int
    row: int
    """Hits of one row cut each other off, as those of one drum do."""
    gain: float = 1.0


def onsets(steps: int, *, tempo: float, to_a_beat: int = 4, samplerate: int = SAMPLERATE) -> tuple[int, ...]:
    """The frame at which each step begins, and at the end the length of the bar.

    Parameters
    ----------
    steps : steps of the bar
    tempo : beats a minute
    to_a_beat : steps of a beat
    samplerate : frames a second

    Returns
    -------
    `steps + 1` frames. Each is rounded by itself, so that none is more than half a frame off.
    """
    return tuple(round(step * samplerate * 60 / (tempo * to_a_beat)) for step in range(steps + 1))


def render_bar(sounds: Sequence[Clip], hits: Sequence[Hit], starts: Sequence[int]) -> Clip:
    """One bar, whose end runs on into its start so that it can be repeated without a bump.

    Parameters
    ----------
    sounds : the clip of each row, all at `SAMPLERATE`
    hits : in any order
    starts : see `onsets`

    Returns
    -------
    A clip of exactly `starts[-1]` frames, in as many channels as the widest sound has (one or two), with a
    peak of at most 0.9; without hits it is silent.
    """
    length = starts[-1]
    channels = min(2, max((clip.channels for clip in sounds), default=1))
    bar = np.zeros((length, channels), dtype=np.float32)
    for hit in hits:
        rings = _until_next(hit, hits, starts)
        _add_round(bar, starts[hit.step], _heard(sounds[hit.row], rings, channels, hit.gain))
    peak = float(np.max(np.abs(bar), initial=0.0))
    return Clip(bar if peak <= _LOUDEST else bar * np.float32(_LOUDEST / peak), SAMPLERATE)


def _until_next(hit: Hit, hits: Sequence[Hit], starts: Sequence[int]) -> int:
    """Frames until the same row sounds again, at most a whole bar."""
    length = starts[-1]
    others = [starts[each.step] for each in hits if each.row == hit.row and each.step != hit.step]
    return min(((other - starts[hit.step]) % length for other in others), default=length)


def _heard(sound: Clip, frames: int, channels: int, gain: float) -> Frames:
    heard = with_channels(sound.frames[:frames], channels) * np.float32(gain)
    if len(sound) > frames:
        fade = min(round(_FADE_SECONDS * SAMPLERATE), frames)
        heard[frames - fade :] *= np.linspace(1.0, 0.0, fade, dtype=np.float32)[:, None]
    return heard


def _add_round(bar: Frames, start: int, heard: Frames) -> None:
    first = heard[: len(bar) - start]
    bar[start : start + len(first)] += first
    rest = heard[len(first) :]
    bar[: len(rest)] += rest


def from_its_start(clip: Clip, *, peak: float) -> Clip:
    """A sound without what comes before it begins, at a given peak; silence stays as it is."""
    levels = np.max(np.abs(clip.frames), axis=1, initial=0.0)
    loudest = float(np.max(levels, initial=0.0))
    if loudest == 0.0:
        return clip
    start = int(np.argmax(levels >= loudest * _STARTS_AT))
    return Clip(clip.frames[start:] * np.float32(peak / loudest), clip.samplerate)


class Loop:
    """A bar again and again; a `SoundSource`. Another bar may take its place while it plays."""

    def __init__(self, bar: Clip, times: int = TIMES) -> None:
        self._bar = bar
        self._times = times

    @property
    def bar(self) -> Clip:
        """What is repeated."""
        return self._bar

    def change(self, bar: Clip) -> None:
        """Play another bar from now on, of the same length and in as many channels.

        Raises
        ------
        ValueError
            If it has another shape: the place where it plays would mean something else.
        """
        if bar.frames.shape != self._bar.frames.shape:
            raise ValueError(f"a bar of {bar.frames.shape} cannot follow one of {self._bar.frames.shape}")
        self._bar = bar

    @property
    def samplerate(self) -> int:
        """Frames a second."""
        return self._bar.samplerate

    @property
    def channels(self) -> int:
        """Number of channels."""
        return self._bar.channels

    @property
    def length(self) -> int:
        """Length in frames."""
        return len(self._bar) * self._times

    def read(self, start: int, stop: int) -> Frames:
        """Frames `start` to `stop` (half-open).

        Raises
        ------
        ValueError
            If the range is not inside the loop.
        """
        if not 0 <= start <= stop <= self.length:
            raise ValueError(f"frames {start} to {stop} are not inside 0 to {self.length}")
        frames = self._bar.frames  # one bar for the whole of this block, whatever is changed meanwhile
        return frames[np.arange(start, stop) % len(frames)]

    def close(self) -> None:
        """Nothing is open."""
