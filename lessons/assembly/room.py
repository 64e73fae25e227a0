"""How loud a recording of the room is, for a comparison with last time."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from studio.audio.source import SoundSource

_BLOCK_FRAMES = 65536


def room_level(source: "SoundSource") -> float:
    """The mean power of a recording, in dBFS; silence and nothing read `SILENCE_DBFS`.

    It is of the file, not of the room: it means something only beside another from the same place and set-up.
    """
    import numpy as np

    from studio.audio.source import spans
    from studio.audio.units import amplitude_to_db

    total = 0.0
    for start, stop in spans(0, source.length, _BLOCK_FRAMES):
        total += float(np.sum(np.square(source.read(start, stop), dtype=np.float64)))
    return amplitude_to_db((total / max(1, source.length * source.channels)) ** 0.5)
