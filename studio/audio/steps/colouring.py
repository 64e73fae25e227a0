"""Steps that change what kind of sound it is: effects."""

from studio.audio.steps.kind import StepKind

COLOURING: tuple[StepKind, ...] = ()
"""In the order to tell them."""
