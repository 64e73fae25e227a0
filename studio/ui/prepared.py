"""What places need and takes a moment to read, read while somebody still looks at Home."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from studio.ui.places import file_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PREPARE_SECONDS = 1.0
"""How long after the first frame: what Home itself reads goes first."""
_SOON = ("record", "my_sounds", "club", "competition", "assembly", "quality_mark", "lessons", "today")
"""The places that Home leads to, in its order."""
_BEHIND = (
    *("studio.ui.screens.sounds.one_sound", "studio.takes", "studio.labels", "studio.ui.pictures"),
    *(
        "studio.audio.crossings",
        "studio.audio.onsets",
        "studio.ui.screens.sounds.more",
        "studio.ui.screens.sounds.change",
    ),
)
"""What most people open from there; it loads NumPy, which keys would wait for."""


def prepare() -> None:
    """Read code and content that come with the program; for a thread of its own.

    Nothing of the library is read: whoever opens a place reads that, and is told what is wrong with it.
    """
    worker = get_current_worker()
    for step in _steps():
        if worker.is_cancelled:
            return
        step()


def _steps() -> Iterator[Callable[[], object]]:
    for place in _SOON:
        yield partial(import_module, file_of(place))
    for module in _BEHIND:
        yield partial(import_module, module)
    from rubric.load import shipped_framework

    yield shipped_framework
    from lessons.club.plan import club_plans

    yield club_plans
    from lessons.units.load import shipped_units

    yield shipped_units
    yield partial(import_module, "lessons.proposals")
    yield partial(import_module, "evidence.award.standing")
