"""The outline of a sound as a small picture file, for slides."""

from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from studio.audio.rendering.rendition import Rendition

_WIDE, _HIGH = 1200, 340
_COLUMNS = 300
_BAR = _WIDE // _COLUMNS
_LEAST = 2


def wave_png(source: "Rendition", colour: str) -> bytes:
    """A PNG with a bar for each of 300 moments, on white, as high as the sound gets.

    Parameters
    ----------
    source : the sound; with an overview it is not read
    colour : of the bars, such as "#1f4e79"
    """
    from PIL import Image, ImageDraw

    picture = Image.new("RGB", (_WIDE, _HIGH), "white")
    draw = ImageDraw.Draw(picture)
    lows, highs = source.columns(0, source.length, _COLUMNS)
    middle = _HIGH // 2
    for column in range(_COLUMNS):
        peak = min(1.0, max(float(highs[column]), -float(lows[column])))
        half = max(_LEAST, round(peak * (middle - 4)))
        left = column * _BAR
        draw.rectangle((left, middle - half, left + _BAR - 2, middle + half), fill=colour)
    file = BytesIO()
    picture.save(file, "PNG", optimize=True)
    return file.getvalue()
