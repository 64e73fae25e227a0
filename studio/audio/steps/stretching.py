"""Steps that change how high a sound is and how long it lasts."""

from studio.audio.steps.kind import StepKind

STRETCHING: tuple[StepKind, ...] = ()
"""In the order to tell them."""
