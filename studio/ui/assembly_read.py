"""What the first screen of the assembly shows of an event, read from the library in one go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message

from studio.ui.text import literal
from studio.wording import count

if TYPE_CHECKING:
    from evidence.library import Library
    from lessons.assembly.checklist import Checklist
    from lessons.assembly.event import Event
    from lessons.assembly.hitch import Hitch
    from lessons.assembly.rota import Rota
    from lessons.assembly.run import Run

LISTS = ("set-up", "during", "pack-down", "two-days", "once-a-term")
"""The lists, by the digits that open them."""
_TITLE_WIDTH, _MOST_AFTER = 18, 12


@dataclass(frozen=True, slots=True)
class AssemblyNow:
    """An event, and all that belongs to it."""

    events: tuple[Event, ...]
    at: int
    """The place of the one that is shown."""
    rota: Rota | None
    hitches: tuple[Hitch, ...]
    """What is not right at it."""
    runs: dict[str, Run]
    """By list, what was ticked at it."""
    lists: dict[str, Checklist]

    @property
    def event(self) -> Event | None:
        """The one that is shown; `None` when none was ever planned."""
        return self.events[self.at] if self.events else None

    @property
    def after(self) -> tuple[Event, ...]:
        """The next ones after it that are planned."""
        planned = (each for each in self.events[self.at + 1 :] if each.status == "planned")
        return tuple(islice(planned, _MOST_AFTER))


class AssemblyRead(Message):
    """An event was read."""

    def __init__(self, now: AssemblyNow) -> None:
        super().__init__()
        self.now = now


def read_assembly(library: Library, wanted: str | None, today: date) -> AssemblyNow:
    """Read an event, or the next one, with its rota and lists."""
    from lessons.assembly.events import Events
    from lessons.assembly.hitch import hitches
    from lessons.assembly.lists import Checklists
    from lessons.assembly.rotas import Rotas
    from lessons.assembly.runs import Runs

    lists = {each.id: each for each in Checklists(library).all()}
    events = Events(library).all()
    if not events:
        return AssemblyNow((), 0, None, (), {}, lists)
    at = place_of(events, wanted, today)
    here = events[at].id
    rota = Rotas(library).of_event(here)
    wrong = tuple(each for each in hitches(library, rota) if each.event.id == here) if rota else ()
    runs = {run.list: run for run in Runs(library).of(here)}
    return AssemblyNow(events, at, rota, wrong, runs, lists)


def place_of(events: tuple[Event, ...], wanted: str | None, today: date) -> int:
    """The place of an event; without one, of the next that is planned, else of the last."""
    ids = [event.id for event in events]
    if wanted in ids:
        return ids.index(wanted)
    coming = (at for at, event in enumerate(events) if event.status == "planned" and event.date >= today)
    return next(coming, max(0, len(events) - 1))


def list_line(number: int, kept: Checklist, run: Run | None) -> Content:
    """A list with its digit and how far it is."""
    title = (f"{kept.title:<{_TITLE_WIDTH}}", "bold")
    return Content.assemble((f"{number}  ", "bold"), title, literal(list_words(kept, run)))


def list_words(kept: Checklist, run: Run | None) -> str:
    """How far a list is."""
    if run is None or not run.ticks:
        first = kept.steps[0].t
        return f"{count(len(kept.steps), 'step')}{f', from {first}' if first else ''}"
    done = f"{len(run.ticks)} of {len(run.steps)} done"
    if run.is_signed:
        return f"{done}, signed off"
    return f"{done}, to be signed" if run.is_whole else done
