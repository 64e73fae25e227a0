"""Steps that need the sound around every frame, and the stages that do them."""

from collections.abc import Callable

from studio.audio.rendering.stage import Stage

Make = Callable[[Stage, tuple[float, ...]], Stage]
"""The stage before and the values of the step -> the stage that does it."""


def _limit(upstream: Stage, values: tuple[float, ...]) -> Stage:
    from studio.audio.rendering.limiter import Limiter

    return Limiter(upstream, values[0])


WHOLE_SOUND_STEPS: dict[str, Make] = {
    "limit": _limit,
}
"""By the names of the steps. Each imports its stage when it is made: most recipes need none of them."""
