"""The picture of a sound, as one path of an SVG drawing."""

from studio.audio.rendering.rendition import Rendition

WIDTH = 240
"""Columns of a picture; each is one unit wide."""
HEIGHT = 64
_SMALLEST = 0.5
"""Half the height of silence, so that it is still seen as a line."""

Shape = tuple[tuple[float, float], ...]
"""Lowest and highest value of every column, -1 to 1."""


def shape_of(sound: Rendition, width: int = WIDTH) -> Shape:
    """A sound's shape, drawn from its overview."""
    lows, highs = sound.columns(0, sound.length, width)
    return tuple((float(low), float(high)) for low, high in zip(lows, highs, strict=True))


def peak_of(*shapes: Shape) -> float:
    """The largest value of several shapes, to draw them at one scale; 1 when all are silent."""
    return max((max(-low, high) for shape in shapes for low, high in shape), default=0.0) or 1.0


def path_of(shape: Shape, *, peak: float) -> str:
    """The outline of a shape: along the highs and back along the lows."""
    middle = HEIGHT / 2
    scale = (middle - 1) / peak
    tops = [middle - max(high * scale, _SMALLEST) for _, high in shape]
    bottoms = [middle - min(low * scale, -_SMALLEST) for low, _ in shape]
    there = [f"{x} {y:.1f}" for x, y in enumerate(tops)]
    back = [f"{x} {y:.1f}" for x, y in reversed(list(enumerate(bottoms)))]
    return f"M{'L'.join(there + back)}Z" if there else ""
