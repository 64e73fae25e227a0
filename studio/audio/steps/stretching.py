"""Steps that change how high a sound is and how long it lasts."""

from studio.audio.steps.kind import Parameter, StepKind


def _pitch_words(values: tuple[float, ...], seconds: float) -> str:
    semitones = abs(values[0])
    if not semitones:
        return "as high as before"
    amount = {1.0: "1 semitone", 12.0: "an octave", 24.0: "2 octaves"}.get(
        semitones, f"{semitones:g} semitones"
    )
    return f"{'higher' if values[0] > 0 else 'lower'} by {amount}"


def _speed_words(values: tuple[float, ...], seconds: float) -> str:
    if values[0] == 1:
        return "as fast as before"
    return (
        f"faster: {_times(values[0])} as fast"
        if values[0] > 1
        else f"slower: {_times(1 / values[0])} as long"
    )


def _tape_words(values: tuple[float, ...], seconds: float) -> str:
    if values[0] == 1:
        return "as fast and as high as before"
    if values[0] > 1:
        return f"faster and higher, like a tape: {_times(values[0])} as fast"
    return f"slower and lower, like a tape: {_times(1 / values[0])} as long"


def _times(factor: float) -> str:
    return "twice" if factor == 2 else f"{factor:.3g} times"


_FACTOR = (Parameter("FACTOR", 0.25, 4),)

STRETCHING: tuple[StepKind, ...] = (
    StepKind("pitch", (Parameter("SEMITONES", -24, 24),), 1, _pitch_words),
    StepKind("speed", _FACTOR, 1, _speed_words, lambda values, seconds: seconds / values[0]),
    StepKind("tape", _FACTOR, 1, _tape_words, lambda values, seconds: seconds / values[0]),
)
"""In the order to tell them."""
