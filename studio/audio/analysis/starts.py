"""Starts: the seconds at which something in a sound begins."""

import numpy as np

from studio.audio.onsets import onsets_between
from studio.audio.reading import finite
from studio.audio.source import SoundSource
from studio.audio.units import amplitude_to_db

_AT_ONCE_SECONDS = 0.02
_AT_ONCE_DBFS = -40.0


def starts_of(source: SoundSource, stop: int) -> tuple[float, ...]:
    """The onsets up to frame `stop`, in seconds; the very start is one when the sound is there at once."""
    found = [frame / source.samplerate for frame in onsets_between(source, 0, stop)]
    at_once = _begins_at_once(source, stop) and (not found or found[0] > _AT_ONCE_SECONDS)
    return (0.0, *found) if at_once else tuple(found)


def _begins_at_once(source: SoundSource, stop: int) -> bool:
    """Whether it begins loud, which no rise shows."""
    frames = finite(source.read(0, min(stop, round(_AT_ONCE_SECONDS * source.samplerate))))
    return bool(len(frames)) and amplitude_to_db(float(np.abs(frames).max())) > _AT_ONCE_DBFS
