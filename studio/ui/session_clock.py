"""Which part of a club session runs and for how long: it goes on while one looks at other screens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from studio.ui.widgets.countdown import Timer

if TYPE_CHECKING:
    from studio.ui.app import StudioApp


@dataclass(frozen=True, slots=True)
class PartClock:
    """The clock of one part, as it was left."""

    session: str
    part: int
    timer: Timer


_LEFT: WeakKeyDictionary[StudioApp, PartClock] = WeakKeyDictionary()


def remember(app: StudioApp, clock: PartClock) -> None:
    """Keep a clock until somebody comes back to its session."""
    _LEFT[app] = clock


def recall(app: StudioApp, session: str) -> PartClock | None:
    """The clock of a session, when it was left in this run of the program."""
    clock = _LEFT.get(app)
    return clock if clock is not None and clock.session == session else None


def turn_at(elapsed: float, swap_minutes: int) -> int:
    """How often those at a PC have changed places since a part began."""
    return int(max(0.0, elapsed) // (60 * swap_minutes))


def until_swap(elapsed: float, swap_minutes: int) -> float:
    """Seconds until they change places."""
    return 60 * swap_minutes - max(0.0, elapsed) % (60 * swap_minutes)
