"""Steps that arrange: what stays, what goes, where it is silent, how it begins and ends."""

from collections.abc import Callable

from studio.audio.steps.kind import LONGEST_SECONDS, RANGE, Parameter, StepKind, seconds_in_words

_SLACK_SECONDS = 1e-9


def _trim_words(values: tuple[float, ...], seconds: float) -> str:
    start, stop = _kept(values, seconds)
    ends = []
    if start > _SLACK_SECONDS:
        ends.append(f"{seconds_in_words(start)} from the start")
    if seconds - stop > _SLACK_SECONDS:
        ends.append(f"{seconds_in_words(seconds - stop)} from the end")
    return f"cut {' and '.join(ends)}" if ends else "cut nothing"


def _kept(values: tuple[float, ...], seconds: float) -> tuple[float, float]:
    return values[0], min(values[1], seconds) if len(values) > 1 else seconds


def _fade_size(seconds: float) -> str:
    """Tidy's fades only take the click off an end; a child should not look for them."""
    return "a tiny " if seconds < 0.1 else ""


def _between(values: tuple[float, ...], seconds: float) -> str:
    start, stop = _kept(values, seconds) if values else (0.0, seconds)
    return f"from {seconds_in_words(start)} to {seconds_in_words(stop)}"


def _taken_out(values: tuple[float, ...], seconds: float) -> float:
    return seconds - max(0.0, min(values[1], seconds) - values[0])


FADE_SHAPES = ("straight", "gentle", "quick")
"""How a fade goes between nothing and all of it; see `rendering.ramp`."""
_STRAIGHT, _GENTLE, _QUICK = range(len(FADE_SHAPES))
_FADE = (
    Parameter("SECONDS", 0, LONGEST_SECONDS),
    Parameter("SHAPE", 0, len(FADE_SHAPES) - 1, words=FADE_SHAPES),
)


def _fade_words(way: str, quick: str) -> Callable[[tuple[float, ...], float], str]:
    def words(values: tuple[float, ...], seconds: float) -> str:
        shape = values[1] if len(values) > 1 else _STRAIGHT
        gently = " gently" if shape == _GENTLE else ""
        said = f"{_fade_size(values[0])}fade {way}{gently} over {seconds_in_words(values[0])}"
        return f"{said}, {quick}" if shape == _QUICK else said

    return words


ARRANGING = (
    StepKind("trim", RANGE, 1, _trim_words, lambda v, s: max(0.0, _kept(v, s)[1] - _kept(v, s)[0])),
    StepKind("cut", RANGE, 2, lambda v, s: f"take out {_between(v, s)}", _taken_out),
    StepKind("silence", RANGE, 0, lambda v, s: f"make silent {_between(v, s)}"),
    StepKind(
        "pause",
        (Parameter("AT-SECONDS", 0, LONGEST_SECONDS), Parameter("SECONDS", 0, 3600)),
        2,
        lambda v, s: f"put {seconds_in_words(v[1])} of silence at {seconds_in_words(v[0])}",
        lambda v, s: s + v[1],
    ),
    StepKind("fade-in", _FADE, 1, _fade_words("in", "most of it at the end")),
    StepKind("fade-out", _FADE, 1, _fade_words("out", "most of it at once")),
    StepKind("reverse", (), 0, lambda v, s: "play it backwards"),
)
"""In the order to tell them."""
