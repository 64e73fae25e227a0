"""Making sounds equally loud: the steps that bring one to a loudness without spoiling it."""

from studio.audio.loudness import SILENCE_LUFS, loudness_lufs
from studio.audio.recipe import Step
from studio.audio.source import SoundSource

_MOST_GAIN_DB = 40.0
_CEILING_DBFS = -1.0


def steps_to_loudness(source: SoundSource, lufs: float) -> tuple[Step, Step]:
    """A gain, and a limiter above it for what would go over full scale.

    Parameters
    ----------
    source : any sound; it is read once, from end to end
    lufs : the loudness wanted (ITU-R BS.1770, gated), in LUFS

    Silence, and sound too short to measure, stay as loud as they are.
    """
    loudness = loudness_lufs(source)
    gain = 0.0 if loudness <= SILENCE_LUFS else lufs - loudness
    return (
        Step("gain", (max(-_MOST_GAIN_DB, min(_MOST_GAIN_DB, gain)),)),
        Step("limit", (_CEILING_DBFS,)),
    )
