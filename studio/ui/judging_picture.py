"""The picture of a judged sound: read once, and as tall as its place, for all of them are equally loud."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.ui.widgets.waveform import Picture

if TYPE_CHECKING:
    from studio.audio.rendering.rendition import Rendition

_COLUMNS = 240
_TALL, _SILENT = 0.9, 0.001


def judged_picture(opened: Rendition) -> Picture:
    """The outline, read once, so that drawing it never reads the sound again."""
    length, samplerate = opened.length, opened.samplerate
    lows, highs = opened.columns(0, length, _COLUMNS)
    tallest = max((abs(float(each)) for each in (*lows, *highs)), default=0.0)
    taller = _TALL / tallest if tallest > _SILENT else 1.0  # all are as loud; the picture may fill its place
    low, high = [float(each) * taller for each in lows], [float(each) * taller for each in highs]

    def columns(start: int, stop: int, width: int) -> tuple[list[float], list[float]]:
        edges = [
            (
                _COLUMNS * column // width,
                max(_COLUMNS * column // width + 1, -(-_COLUMNS * (column + 1) // width)),
            )
            for column in range(width)
        ]
        return [min(low[a:b]) for a, b in edges], [max(high[a:b]) for a, b in edges]

    return Picture(columns, length, samplerate)
