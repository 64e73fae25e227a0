"""The room: what a recording holds when the sound that matters is not there."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from studio.audio.listening.bands import Energies, smoothed

Decibels = npt.NDArray[np.float64]
"""One value a row."""

_LEAST_ENERGY = 1e-20  # digital silence still needs a level


@dataclass(frozen=True, slots=True, eq=False)
class Room:
    """The noise of the room, learnt from rows that hold nothing else."""

    rows: npt.NDArray[np.bool_]
    """Which rows were learnt from."""
    energies: Energies
    """The mean of those rows, one value a band."""

    @classmethod
    def learnt_from(cls, energies: Energies, rows: npt.NDArray[np.bool_]) -> "Room":
        """The room as it sounds in the rows marked true."""
        return cls(rows, energies[rows].mean(axis=0) + _LEAST_ENERGY)

    def above(self, energies: Energies, rows: int) -> Decibels:
        """How far each row, smoothed over so many, stands above the room in its strongest band."""
        ratios: Decibels = 10 * np.log10((smoothed(energies, rows) / self.energies).max(axis=1) + 1e-9)
        return ratios

    def usual(self, above: Decibels, percentile: float) -> float:
        """What the room itself reaches in so many per cent of its rows."""
        return float(np.percentile(above[self.rows], percentile))


def without_room(above: Decibels) -> Decibels:
    """Level of the sound alone against the room, from the level of both together; -20 dB at the least."""
    alone: Decibels = 10 * np.log10(np.maximum(10 ** (above / 10) - 1, 0.01))
    return alone
