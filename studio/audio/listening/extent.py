"""The extent: from where to where a sound can be heard in the noise of its room.

First the core is found, which stands far above each band's own floor. What lies well before it and
well after its ring is the room. From the core the extent grows outwards while the room is exceeded,
and then by as much as the measured rise or fall needs to sink under the room.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from studio.audio.listening.bands import HOP_SECONDS, Energies, smoothed, wide
from studio.audio.listening.room import Decibels, Room, without_room

Marks = npt.NDArray[np.bool_]
"""One answer a row."""

_CALMING = 4
"""Rows that are averaged so that noise alone seldom stands out, and the fewest rows of sound."""
_JOINED_GAP_SECONDS = 0.06
_CLICK_SECONDS = 0.08
_CLICK_EDGE_SECONDS = 0.25
_CLICK_GAP_SECONDS = 0.1

# These lengths are rows of 5 ms.
_ROOM_GUARD = 20
_SHORTEST_ROOM = 24
_LAST_ROOM = 60
_SLOPE_SEEN = 120

_CORE_LEAST_DB = 8.0
"""A room that does not change stays under this, even in two minutes of it."""
_CORE_MOST_DB = 16.0
_CORE_SHARE = 0.65
_ALONE = 0.8
_DEEPEST_FLOOR_DB = 55.0
_DEEPEST_SOUND_DB = 48.0
_SLOPE_DB = 8.0
_AUDIBLE_DB = -4.0
"""A sound is heard until its strongest band is this far under the noise in that band."""


@dataclass(frozen=True, slots=True)
class Extent:
    """Rows of the sound, and how it stands in its room."""

    start: int
    stop: int
    prominence_db: float
    """How far the loud moments of the sound stand above the mean of the room."""
    restlessness_db: float
    """How far the strongest band of the room rises above its own mean: little for a fan, much for voices."""
    room_heard: bool
    """Whether there was a quiet part long enough to learn the room from."""


def activity_of(energies: Energies) -> Decibels:
    """How far the most active wide bands of each row stand above their own quiet moments.

    Two bands count together, as noise seldom raises both; one may do it alone, as a pure tone does.
    """
    levels = 10 * np.log10(wide(energies) + 1e-20)
    floors = np.maximum(np.percentile(levels, 20, axis=0), np.max(levels) - _DEEPEST_FLOOR_DB)
    highest = np.sort(np.maximum(levels - floors, 0), axis=1)[:, -2:]
    activity: Decibels = np.maximum(highest.mean(axis=1), _ALONE * highest[:, 1])
    return activity


def find_core(energies: Energies, *, row_seconds: float = HOP_SECONDS) -> tuple[int, int] | None:
    """First row and last row (excluded) of what is surely sound; `None` when nothing stands out."""
    activity = activity_of(smoothed(energies, _CALMING))
    highest = float(np.max(activity))
    if highest < _CORE_LEAST_DB:
        return None
    runs = _runs(activity > min(max(_CORE_SHARE * highest, _CORE_LEAST_DB), _CORE_MOST_DB), row_seconds)
    runs = [run for run in runs if run[1] - run[0] >= _CALMING] or runs
    runs = _without_clicks(runs, len(activity), row_seconds)
    return (runs[0][0], runs[-1][1]) if runs else None


def find_extent(energies: Energies, core: tuple[int, int]) -> Extent:
    """Grow the core to all that can be heard."""
    first, last = core
    totals = energies.sum(axis=1)
    audible = totals > np.max(totals) * 10 ** (-_DEEPEST_SOUND_DB / 10)
    room, room_heard = _find_room(energies, core, audible)
    above = room.above(energies, 16)
    threshold = _threshold(room, above, core, least=1.5, percentile=90, more=0.7)
    # A restless room makes every slope look slow: believe it less.
    longest = round(60 * min(max((6 - threshold) / 3, 0.0), 1.0))
    stop = _grow(above, audible, last, threshold, longest)
    quick = room.above(energies, 3)
    quick_threshold = _threshold(room, quick, core, least=1.5, percentile=90, more=0.7)
    length = len(energies)
    start = length - _grow(quick[::-1], audible[::-1], length - first, quick_threshold, 10)
    loud = float(np.percentile(totals[first:last], 90)) + 1e-20
    prominence = 10 * np.log10(loud / room.energies.sum())
    return Extent(start, stop, float(prominence), threshold, room_heard)


def _find_room(energies: Energies, core: tuple[int, int], audible: Marks) -> tuple[Room, bool]:
    """The room, and whether it was really heard."""
    first, last = core
    quieter = _quieter_side(energies, first, last)
    marks = np.zeros(len(energies), dtype=bool)
    marks[quieter] = True
    room = Room.learnt_from(energies, marks)
    above = room.above(energies, 8)
    threshold = _threshold(room, above, core, least=11.0, percentile=98, more=4.0)
    after = _grow(above, audible, last, threshold, 100) + _ROOM_GUARD  # the ring is not the room
    marks[: max(0, first - _ROOM_GUARD)] = True
    if len(energies) - after >= _SHORTEST_ROOM:
        marks[after:] = True
    return Room.learnt_from(energies, marks), int(marks.sum()) >= _SHORTEST_ROOM


def _quieter_side(energies: Energies, first: int, last: int) -> slice:
    length = len(energies)
    before = slice(0, first - _ROOM_GUARD)
    after = slice(max(last + _ROOM_GUARD, length - _LAST_ROOM), length)
    sides = [side for side in (before, after) if side.stop - side.start >= _SHORTEST_ROOM]
    if not sides:
        sides = [slice(0, max(2, first)) if first > 2 else slice(max(0, length - 3), length)]
    return min(sides, key=lambda side: float(energies[side].mean()))


def _threshold(
    room: Room, above: Decibels, core: tuple[int, int], *, least: float, percentile: float, more: float
) -> float:
    """What the room seldom reaches by itself, but never more than half of what the core reaches."""
    highest = float(np.max(above[core[0] : core[1]]))
    return min(max(least, room.usual(above, percentile) + more), max(highest / 2, 0.5))


def _grow(above: Decibels, audible: Marks, edge: int, threshold: float, longest: int) -> int:
    """The row (excluded) where the sound that is there before `edge` can no longer be heard."""
    evidence = np.where(audible, np.clip(above - threshold, -3, 2), -3)[edge:].cumsum()
    if len(evidence) and np.max(evidence) > 0:
        edge += int(np.argmax(evidence)) + 1
    alone = without_room(above)
    at_threshold = float(without_room(np.array([threshold]))[0])
    higher = np.flatnonzero(alone[max(0, edge - _SLOPE_SEEN) : edge][::-1] >= at_threshold + _SLOPE_DB)
    if len(higher):
        rows = (at_threshold - _AUDIBLE_DB) / _SLOPE_DB * (int(higher[0]) + 1)
        edge += int(min(rows, longest, _rows_to_last(audible, edge)))
    return edge


def _rows_to_last(marks: Marks, row: int) -> int:
    """Rows from `row` to the end of the last mark after it."""
    marked = np.flatnonzero(marks[row:])
    return int(marked[-1]) + 1 if len(marked) else 0


def _runs(marks: Marks, row_seconds: float) -> list[tuple[int, int]]:
    """First row and last row (excluded) of every run of marks, short gaps bridged."""
    steps = np.diff(np.concatenate([[0], marks.astype(np.int8), [0]]))
    firsts, lasts = np.flatnonzero(steps == 1).tolist(), np.flatnonzero(steps == -1).tolist()
    joined: list[tuple[int, int]] = []
    for first, last in zip(firsts, lasts, strict=True):
        if joined and (first - joined[-1][1]) * row_seconds < _JOINED_GAP_SECONDS:
            joined[-1] = (joined[-1][0], last)
        else:
            joined.append((first, last))
    return joined


def _without_clicks(runs: list[tuple[int, int]], rows: int, row_seconds: float) -> list[tuple[int, int]]:
    """Without the record key: a short burst at either end of the recording, well away from the rest."""

    def is_click(run: tuple[int, int], rows_from_edge: int, gap: int) -> bool:
        return (
            (run[1] - run[0] - 1) * row_seconds < _CLICK_SECONDS
            and (rows_from_edge - 1) * row_seconds < _CLICK_EDGE_SECONDS
            and gap * row_seconds > _CLICK_GAP_SECONDS
        )

    while len(runs) > 1 and is_click(runs[0], runs[0][1], runs[1][0] - runs[0][1]):
        runs = runs[1:]
    while len(runs) > 1 and is_click(runs[-1], rows - runs[-1][0], runs[-1][0] - runs[-2][1]):
        runs = runs[:-1]
    return runs
