"""A clip: sound in memory."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Frames = npt.NDArray[np.float32]
"""Samples as `(frames, channels)`, float32, nominal range -1..1, always two-dimensional."""


@dataclass(frozen=True, slots=True, eq=False)
class Clip:
    """Sound in memory; its frames are never changed in place.

    Raises
    ------
    ValueError
        If `frames` is not two-dimensional with at least one channel, or `samplerate` is not positive.
    """

    frames: Frames
    samplerate: int

    def __post_init__(self) -> None:
        if self.frames.ndim != 2 or self.frames.shape[1] < 1:
            raise ValueError(f"frames must be (frames, channels), not {self.frames.shape}")
        if self.samplerate <= 0:
            raise ValueError(f"samplerate must be positive, not {self.samplerate}")
        view = np.asarray(self.frames, dtype=np.float32).view()
        view.flags.writeable = False
        object.__setattr__(self, "frames", view)

    def __len__(self) -> int:
        """Number of frames."""
        return int(self.frames.shape[0])

    @property
    def channels(self) -> int:
        """Number of channels."""
        return int(self.frames.shape[1])

    @property
    def seconds(self) -> float:
        """Length in seconds."""
        return len(self) / self.samplerate
