"""Anything that frames can be read from: a file, a clip, a rendition of a recipe."""

from collections.abc import Iterator
from typing import Protocol

from studio.audio.clip import Clip, Frames


class SoundSource(Protocol):
    """Sound to be read from any place, in any order."""

    @property
    def samplerate(self) -> int:
        """Frames a second."""

    @property
    def channels(self) -> int:
        """Number of channels."""

    @property
    def length(self) -> int:
        """Length in frames."""

    def read(self, start: int, stop: int) -> Frames:
        """Frames `start` to `stop` (half-open), inside 0 to `length`."""


class ClipSource:
    """A clip as a source."""

    def __init__(self, clip: Clip) -> None:
        self.clip = clip

    @property
    def samplerate(self) -> int:
        """Frames a second."""
        return self.clip.samplerate

    @property
    def channels(self) -> int:
        """Number of channels."""
        return self.clip.channels

    @property
    def length(self) -> int:
        """Length in frames."""
        return len(self.clip)

    def read(self, start: int, stop: int) -> Frames:
        """Frames `start` to `stop` (half-open).

        Raises
        ------
        ValueError
            If the range is not inside the clip.
        """
        if not 0 <= start <= stop <= self.length:
            raise ValueError(f"frames {start} to {stop} are not inside 0 to {self.length}")
        return self.clip.frames[start:stop]


def spans(start: int, stop: int, length: int) -> Iterator[tuple[int, int]]:
    """The start and stop of each run of one length in a range of frames; the last may be shorter."""
    for first in range(start, stop, length):
        yield first, min(first + length, stop)
