"""A recipe done to a WAV file, worked out only where it is read or drawn."""

from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Self

import numpy as np

from studio.audio.clip import Frames
from studio.audio.files.wav import WavFile
from studio.audio.recipe import Recipe
from studio.audio.rendering.arrangement import Arrangement
from studio.audio.rendering.chain import chain
from studio.audio.rendering.original import Original
from studio.audio.rendering.stage import Columns, Stage
from studio.audio.rendering.strips import Progress
from studio.audio.rendering.timeline import Piece, Timeline

if TYPE_CHECKING:
    from studio.audio.overview import Overview

_CLOSE_LOOK = 512
"""With fewer frames to a column, a drawing is made from the samples: an overview has 256 frames a pair."""


class _Users:
    """How many have a file open together."""

    def __init__(self) -> None:
        self._count = 0
        self._lock = Lock()

    def come(self) -> None:
        with self._lock:
            self._count += 1

    def leave(self) -> bool:
        """True for the last one."""
        with self._lock:
            self._count -= 1
            return not self._count


class Rendition:
    """A file with a recipe done to it; a `SoundSource`. Any thread may read."""

    def __init__(self, wav: WavFile, last: Arrangement, users: _Users | None = None) -> None:
        self._wav = wav
        self._last = last
        self._users = users or _Users()
        self._users.come()
        self._is_open = True

    def again(self) -> "Rendition":
        """The same once more, with all that is worked out already; it must still be open.

        The file is closed with the last of them.
        """
        return Rendition(self._wav, self._last, self._users)

    @property
    def samplerate(self) -> int:
        """Frames a second."""
        return self._last.samplerate

    @property
    def channels(self) -> int:
        """Number of channels."""
        return self._last.channels

    @property
    def length(self) -> int:
        """Length in frames."""
        return self._last.length

    @property
    def seconds(self) -> float:
        """Length in seconds."""
        return self.length / self.samplerate

    @property
    def peak(self) -> float:
        """The highest amplitude; quick when there is an overview."""
        return self.find_peak()

    def find_peak(self, progress: Progress | None = None) -> float:
        """The same; `progress` hears of the search, and may raise to stop it."""
        return self._last.peak(0, self.length, progress)

    def read(self, start: int, stop: int) -> Frames:
        """Frames `start` to `stop` (half-open).

        Raises
        ------
        ValueError
            If the range is not inside the sound.
        """
        if not 0 <= start <= stop <= self.length:
            raise ValueError(f"frames {start} to {stop} are not inside 0 to {self.length}")
        return self._last.read(start, stop).astype(np.float32)

    def columns(self, start: int, stop: int, width: int) -> Columns:
        """Lows and highs for drawing the frames `start` to `stop` as `width` columns.

        What lies outside the sound is 0. With an overview, samples are read only for a close look.
        """
        before, after = max(-start, 0), max(stop - self.length, 0)
        whole = Piece(0, self.length)
        padded = Timeline((Piece(0, before, silent=True), whole, Piece(0, after, silent=True)))
        stage = Arrangement(self._last, padded) if before or after else self._last
        draw = Stage.columns if stop - start <= _CLOSE_LOOK * width else Arrangement.columns
        return draw(stage, start + before, stop + before, width)

    def close(self) -> None:
        """Close the file; again does nothing."""
        if self._is_open:
            self._is_open = False
            if self._users.leave():
                self._wav.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_rendition(path: str | Path, recipe: Recipe, *, overview: "Overview | None" = None) -> Rendition:
    """Open a WAV file with a recipe done to it.

    With an overview of the file, a `normalise` costs no time; without one it reads the samples once.

    Raises
    ------
    WavFault
        If the file cannot be read.
    RecipeFault
        If nothing would be left of the sound.
    """
    wav = WavFile(path)
    try:
        return Rendition(wav, chain(Original(wav, overview), recipe))
    except BaseException:
        wav.close()
        raise
