"""Steps that make a sound louder or quieter."""

from studio.audio.steps.kind import Parameter, StepKind
from studio.audio.steps.measured import MeasuredKind


def _gain_words(values: tuple[float, ...], seconds: float) -> str:
    return f"{'louder' if values[0] >= 0 else 'quieter'} by {abs(values[0]):.1f} dB"


_CEILING = Parameter("DBFS", -60, 0, default=-1)

LEVELLING: tuple[StepKind, ...] = (
    StepKind("gain", (Parameter("DB", -120, 60),), 1, _gain_words),
    StepKind("normalise", (_CEILING,), 0, lambda v, s: f"bring the loudest moment to {v[0]:.1f} dBFS"),
    MeasuredKind(
        "loudness",
        (Parameter("LUFS", -60, -5),),
        1,
        lambda v, s: f"bring it to a loudness of {v[0]:.1f} LUFS",
        found=(Parameter("GAIN-DB", -60, 66),),
    ),
    StepKind("limit", (_CEILING,), 0, lambda v, s: f"hold the loudest moments under {v[0]:.1f} dBFS"),
    StepKind("remove-dc", (), 0, lambda v, s: "put the wave back in the middle"),
)
"""In the order to tell them."""
