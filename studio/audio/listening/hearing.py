"""Hearing: the rows of band energies from which the ends of a sound are found, however long it is."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from studio.audio.listening.bands import BandLayout, Energies, energies_of
from studio.audio.listening.extent import find_core
from studio.audio.source import SoundSource

_LONG_SECONDS = 120
_ROUGH_ROWS = 25_000
_OUTSIDE_SECONDS = 10
_INSIDE_SECONDS = 20


@dataclass(frozen=True, slots=True, eq=False)
class Hearing:
    """Rows of energies, and where in the sound each lies."""

    energies: Energies
    centres: npt.NDArray[np.int64]
    """The frame in the middle of each row's window."""
    hop: int
    stretches: tuple[tuple[int, int], ...]
    """First and last frame (excluded) of what was listened to: all, or the surroundings of both ends."""
    length: int
    """Length of the sound in frames."""

    def frames(self, start_row: int, stop_row: int) -> tuple[int, int]:
        """Rows -> frames. The first and last row of the sound stand for its very ends."""
        start, stop = int(self.centres[start_row]), int(self.centres[stop_row - 1]) + self.hop
        head, tail = self.stretches[0], self.stretches[-1]
        if start_row == 0 and head[0] == 0:
            start = 0
        if stop_row == len(self.centres) and tail[1] == self.length:
            stop = self.length
        if len(self.stretches) > 1:  # an end found in the wrong stretch says: nothing sure was in its own
            start = start if start < head[1] else head[0]
            stop = stop if stop > tail[0] else tail[1]
        return start, stop


def hear(source: SoundSource, layout: BandLayout) -> Hearing | None:
    """Listen to a sound closely, to a long one only around its ends; `None` when nothing stands out."""
    stretches: tuple[tuple[int, int], ...] = ((0, source.length),)
    if source.length > _LONG_SECONDS * source.samplerate:
        rough = _rough_core(source, layout)
        if rough is None:
            return None
        stretches = _around(*rough, source)
    rows = [energies_of(source, start, stop, layout) for start, stop in stretches]
    centres = [
        start + layout.window // 2 + layout.hop * np.arange(len(energies), dtype=np.int64)
        for (start, _), energies in zip(stretches, rows, strict=True)
    ]
    return Hearing(np.concatenate(rows), np.concatenate(centres), layout.hop, stretches, source.length)


def _rough_core(source: SoundSource, layout: BandLayout) -> tuple[int, int] | None:
    """Frames of the core, to a tenth of a second or so for an hour of sound."""
    pool = -(-source.length // layout.window // _ROUGH_ROWS) or 1
    energies = energies_of(source, 0, source.length, layout, hop=layout.window, pool=pool)
    row = pool * layout.window
    core = find_core(energies, row_seconds=row / source.samplerate)
    return None if core is None else (core[0] * row, min(core[1] * row, source.length))


def _around(start: int, stop: int, source: SoundSource) -> tuple[tuple[int, int], ...]:
    outside, inside = (s * source.samplerate for s in (_OUTSIDE_SECONDS, _INSIDE_SECONDS))
    head = max(0, start - outside), start + inside
    tail = stop - inside, min(stop + outside, source.length)
    return (head, tail) if head[1] < tail[0] else ((head[0], tail[1]),)
