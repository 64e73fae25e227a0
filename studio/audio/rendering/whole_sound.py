"""Steps that need the sound around every frame, and the stages that do them."""

from collections.abc import Callable

from studio.audio.rendering.stage import Stage

Make = Callable[[Stage, tuple[float, ...]], Stage]
"""The stage before and the values of the step -> the stage that does it."""


def _limit(upstream: Stage, values: tuple[float, ...]) -> Stage:
    from studio.audio.rendering.limiter import Limiter

    return Limiter(upstream, values[0])


def _loudness(upstream: Stage, values: tuple[float, ...]) -> Stage:
    from studio.audio.rendering.effects.levelled import levelled

    return levelled(upstream, *values)


def _remove_dc(upstream: Stage, values: tuple[float, ...]) -> Stage:
    from studio.audio.rendering.effects.offset import without_offset

    return without_offset(upstream)


def _echo(upstream: Stage, values: tuple[float, ...]) -> Stage:
    from studio.audio.rendering.effects.echo import echo

    return echo(upstream, *values)


def _room(upstream: Stage, values: tuple[float, ...]) -> Stage:
    from studio.audio.rendering.effects.room import room

    return room(upstream, *values)


def _robot(upstream: Stage, values: tuple[float, ...]) -> Stage:
    from studio.audio.rendering.effects.robot import robot

    return robot(upstream, *values)


def _telephone(upstream: Stage, values: tuple[float, ...]) -> Stage:
    from studio.audio.rendering.effects.telephone import Telephone

    return Telephone(upstream)


def _high_pass(upstream: Stage, values: tuple[float, ...]) -> Stage:
    from studio.audio.rendering.effects.band import high_pass

    return high_pass(upstream, *values)


def _low_pass(upstream: Stage, values: tuple[float, ...]) -> Stage:
    from studio.audio.rendering.effects.band import low_pass

    return low_pass(upstream, *values)


def _stutter(upstream: Stage, values: tuple[float, ...]) -> Stage:
    from studio.audio.rendering.effects.stutter import stutter

    return stutter(upstream, *values)


def _hush(upstream: Stage, values: tuple[float, ...]) -> Stage:
    from studio.audio.rendering.effects.hush import hush

    return hush(upstream, values[0], values[1:])


def _pitch(upstream: Stage, values: tuple[float, ...]) -> Stage:
    from studio.audio.rendering.effects.pitch import pitch

    return pitch(upstream, *values)


def _speed(upstream: Stage, values: tuple[float, ...]) -> Stage:
    from studio.audio.rendering.effects.pitch import speed

    return speed(upstream, *values)


def _tape(upstream: Stage, values: tuple[float, ...]) -> Stage:
    from studio.audio.rendering.effects.pitch import tape

    return tape(upstream, *values)


WHOLE_SOUND_STEPS: dict[str, Make] = {
    "loudness": _loudness,
    "limit": _limit,
    "pitch": _pitch,
    "speed": _speed,
    "tape": _tape,
    "remove-dc": _remove_dc,
    "echo": _echo,
    "room": _room,
    "robot": _robot,
    "telephone": _telephone,
    "high-pass": _high_pass,
    "low-pass": _low_pass,
    "stutter": _stutter,
    "hush": _hush,
}
"""By the names of the steps. Each imports its stage when it is made: most recipes need none of them."""
