"""A whole sound brought to one loudness: a single gain, and a limiter above it."""

from studio.audio.loudness import SILENCE_LUFS, loudness_lufs
from studio.audio.rendering.arrangement import Arrangement
from studio.audio.rendering.limiter import Limiter
from studio.audio.rendering.stage import Stage
from studio.audio.rendering.strips import Progress
from studio.audio.rendering.timeline import Piece, Timeline

_CEILING_DBFS = -1.0
_MOST_GAIN_DB = 60.0
_MOST_PUSH_DB = 6.0
"""The limiter takes some loudness away again, and gets so much more at the most for it."""
_NEAR_ENOUGH_DB = 0.1
_TRIES = 3


def levelled(upstream: Stage, lufs: float, gain_db: float | None = None) -> Stage:
    """The sound at a loudness; with its gain where that is known, which is found here where it is not."""
    return _with_gain(upstream, found_gain_db(upstream, lufs) if gain_db is None else gain_db)


def found_gain_db(upstream: Stage, lufs: float, progress: Progress | None = None) -> float:
    """The gain that brings a sound to a loudness, to 0.01 dB; silence gets none.

    The sound is read from end to end, up to four times where the limiter has to hold it.
    """
    loudness = loudness_lufs(upstream, progress)
    if loudness <= SILENCE_LUFS:
        return 0.0
    first = gain = _rounded(max(-_MOST_GAIN_DB, min(_MOST_GAIN_DB, lufs - loudness)))
    for _ in range(_TRIES if gain > 0 else 0):
        missing = lufs - loudness_lufs(_with_gain(upstream, gain), progress)
        if missing < _NEAR_ENOUGH_DB:
            break
        gain = _rounded(min(gain + missing, first + _MOST_PUSH_DB))
    return gain


def _with_gain(upstream: Stage, gain_db: float) -> Stage:
    louder = Timeline((Piece(0, upstream.length),), decibels=gain_db)
    return Limiter(Arrangement(upstream, louder), _CEILING_DBFS)


def _rounded(db: float) -> float:
    return round(db, 2) + 0.0
