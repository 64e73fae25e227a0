"""A picture of what is in a sound, as a PNG file: its spectrogram with notes, and its loudness below."""

import math
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from assets import asset
from studio.audio.analysis.findings import Findings
from studio.audio.analysis.glance import Glance
from studio.audio.pitches import number_of

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

WIDTH, HEIGHT = 1280, 720
_LEFT, _RIGHT, _TOP = 90, 1260, 20
_BOTTOM, _LOUD_TOP, _LOUD_BOTTOM = 520, 550, 660
_FONT_SIZE = 20
_DEPTH_DB = 60.0
_INK, _NOTE = (31, 27, 22), (0, 90, 135)
# From paper to ink, through ochre: it also prints well in grey.
_SHADES = np.array([(251, 243, 223), (240, 176, 64), (138, 67, 0), (31, 27, 22)], dtype=np.float64)
_HERTZ = (63, 125, 250, 500, 1000, 2000, 4000, 8000, 16000)

Place = tuple[float, float]


def write_png(path: Path, glance: Glance, findings: Findings | None = None) -> None:
    """Draw the part of a sound that was listened to; nothing in it says whose it is."""
    from PIL import Image, ImageDraw, ImageFont

    image = Image.new("RGB", (WIDTH, HEIGHT), tuple(int(value) for value in _SHADES[0]))
    image.paste(Image.fromarray(_shaded(glance)), (_LEFT, _TOP))
    draw = ImageDraw.Draw(image)
    font = ImageFont.truetype(BytesIO(asset("fonts", "Plain.ttf").read_bytes()), _FONT_SIZE)
    _axes(draw, font, glance)
    _loudness(draw, glance)
    for line in _note_lines(glance, findings) if findings else ():
        draw.line(line, fill=_NOTE, width=4)
    image.save(path, "PNG")


def _shaded(glance: Glance) -> npt.NDArray[np.uint8]:
    """The spectrogram in colours."""
    height, width = _BOTTOM - _TOP, _RIGHT - _LEFT
    rows = glance.spectrogram.rows(width, height) or [[-_DEPTH_DB] * width] * height
    share = np.clip(1 + np.array(rows) / _DEPTH_DB, 0.0, 1.0) * (len(_SHADES) - 1)
    places = np.arange(len(_SHADES))
    shaded = np.stack([np.interp(share, places, _SHADES[:, colour]) for colour in range(3)], axis=-1)
    return shaded.astype(np.uint8)


def _axes(draw: "ImageDraw", font: Any, glance: Glance) -> None:
    draw.rectangle((_LEFT - 1, _TOP - 1, _RIGHT, _BOTTOM), outline=_INK)
    draw.rectangle((_LEFT - 1, _LOUD_TOP - 1, _RIGHT, _LOUD_BOTTOM), outline=_INK)
    for hertz in _HERTZ:
        y = _row(glance, number_of(hertz))
        if _TOP <= y <= _BOTTOM:
            label = f"{hertz / 1000:g} kHz" if hertz >= 1000 else f"{hertz} Hz"
            draw.text((_LEFT - 10, y), label, fill=_INK, font=font, anchor="rm")
    draw.text((_LEFT - 10, (_LOUD_TOP + _LOUD_BOTTOM) / 2), "loud", fill=_INK, font=font, anchor="rm")
    for seconds in _marks(glance.listened_seconds):
        x = _LEFT + seconds / max(glance.listened_seconds, 1e-9) * (_RIGHT - _LEFT)
        draw.line((x, _LOUD_BOTTOM, x, _LOUD_BOTTOM + 8), fill=_INK)
        draw.text((x, _LOUD_BOTTOM + 12), f"{seconds:g} s", fill=_INK, font=font, anchor="ma")


def _marks(seconds: float) -> list[float]:
    """Round seconds, six of them or so."""
    rough = max(seconds, 0.01) / 6
    power = 10 ** math.floor(math.log10(rough))
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough)
    return [round(step * place, 6) for place in range(int(seconds / step) + 1)]


def _row(glance: Glance, number: float) -> float:
    """How far down a pitch lies."""
    hertz = glance.spectrogram.hertz
    low, high = number_of(hertz[0]), number_of(hertz[-1])
    return _BOTTOM - (number - low) / (high - low) * (_BOTTOM - _TOP)


def _loudness(draw: "ImageDraw", glance: Glance) -> None:
    levels = glance.levels_dbfs
    middle, half = (_LOUD_TOP + _LOUD_BOTTOM) / 2, (_LOUD_BOTTOM - _LOUD_TOP) / 2 - 3
    for x in range(_LEFT, _LEFT if glance.is_silent else _RIGHT):
        first = (x - _LEFT) * len(levels) // (_RIGHT - _LEFT)
        last = max(first + 1, (x + 1 - _LEFT) * len(levels) // (_RIGHT - _LEFT))
        tall = half * max(0.0, 1 + (max(levels[first:last]) - glance.loudest_dbfs) / _DEPTH_DB)
        draw.line((x, middle - tall, x, middle + tall), fill=_INK)


def _note_lines(glance: Glance, findings: Findings) -> Iterator[Sequence[Place]]:
    across = (_RIGHT - _LEFT) / max(glance.listened_seconds, 1e-9)
    for note in findings.notes:
        y = _row(glance, note.number)
        yield (_LEFT + note.start * across, y), (min(_RIGHT, _LEFT + note.stop * across), y)
