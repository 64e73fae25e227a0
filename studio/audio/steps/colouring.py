"""Steps that change what kind of sound it is: effects."""

import math

from studio.audio.steps.kind import LONGEST_SECONDS, Parameter, StepKind, seconds_in_words
from studio.audio.steps.measured import MeasuredKind

_LAST_ECHO = 0.004
"""Echoes are left out once they are below this share of the sound (-48 dB)."""
_MOST_ECHOES = 48
HUSH_BANDS = 24
QUIETEST_DB = -160.0


def echoes(strength: float) -> int:
    """How many echoes one hears, each that much of the one before."""
    if strength <= _LAST_ECHO:
        return 0
    return min(_MOST_ECHOES, math.floor(math.log(_LAST_ECHO) / math.log(strength)))


def _longer(seconds: float, tail: float) -> float:
    return seconds + tail if seconds > 0 else seconds


def _stuttered(values: tuple[float, ...], seconds: float) -> float:
    return seconds + round(values[1]) * max(0.0, min(values[0], seconds - _stutters_at(values)))


def _stutters_at(values: tuple[float, ...]) -> float:
    return values[2] if len(values) > 2 else 0.0


COLOURING: tuple[StepKind, ...] = (
    StepKind(
        "echo",
        (Parameter("SECONDS", 0.01, 5, default=0.3), Parameter("STRENGTH", 0, 0.9, default=0.45)),
        0,
        lambda v, s: f"echo every {seconds_in_words(v[0])}, each {v[1]:.0%} of the one before",
        lambda v, s: _longer(s, echoes(v[1]) * v[0]),
    ),
    StepKind(
        "room",
        (Parameter("SECONDS", 0.1, 8, default=1.2), Parameter("MIX", 0, 1, default=0.3)),
        0,
        lambda v, s: f"put it in a room that rings for {seconds_in_words(v[0])}, {v[1]:.0%} room",
        lambda v, s: _longer(s, v[0]),
    ),
    StepKind(
        "robot",
        (Parameter("HZ", 20, 1000, default=110),),
        0,
        lambda v, s: f"make it a robot on {v[0]:.4g} Hz",
    ),
    StepKind("telephone", (), 0, lambda v, s: "put it on the telephone"),
    StepKind(
        "high-pass",
        (Parameter("HZ", 10, 20000),),
        1,
        lambda v, s: f"take away what is lower than {v[0]:.5g} Hz",
    ),
    StepKind(
        "low-pass",
        (Parameter("HZ", 10, 20000),),
        1,
        lambda v, s: f"take away what is higher than {v[0]:.5g} Hz",
    ),
    StepKind(
        "stutter",
        (
            Parameter("SECONDS", 0.01, 10),
            Parameter("TIMES", 1, 50),
            Parameter("AT-SECONDS", 0, LONGEST_SECONDS),
        ),
        2,
        lambda v, s: (
            f"stutter {v[1]:.0f} times at {seconds_in_words(_stutters_at(v))}, {seconds_in_words(v[0])} each"
        ),
        _stuttered,
    ),
    MeasuredKind(
        "hush",
        (Parameter("DB", 0, 60, default=12),),
        0,
        lambda v, s: f"hush the room by {v[0]:.1f} dB",
        found=(Parameter("ROOM-DB", QUIETEST_DB, 60),) * HUSH_BANDS,
    ),
)
"""In the order to tell them."""
