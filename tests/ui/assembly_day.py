"""A day with an assembly: a team, a rota that was published, and adults behind a PIN."""

from datetime import date, timedelta

from evidence.library import Library
from lessons.assembly.event import Event
from lessons.assembly.events import Events
from lessons.assembly.rotas import Rotas
from tests.lessons.assembly.a_team import a_team, add_pupil
from tests.ui.fakes import NOW, Keyboard

PIN = "482913"
TODAY = NOW.date()
CREW = ("Y5-fox", "Y6-heron", "Y6-otter", "Y6-seal")


def an_event(
    library: Library, title: str = "Harvest [/b]", *, day: date = TODAY, begins: str = "11:00"
) -> Event:
    """An assembly in the hall; the clock of the tests says 10:42."""
    return Events(library).add("assembly", day, begins=begins, title=title, place="Hall")


def an_assembly_day(
    library: Library, *, weeks: int = 3, crew: tuple[str, ...] = CREW, learning: tuple[str, ...] = ()
) -> Event:
    """An event today and more in the weeks after, trained pupils and some who learn, and their rota."""
    a_team(library, crew)
    for code in learning:
        add_pupil(library, code, trained=())
    event = an_event(library)
    for week in range(1, weeks):
        an_event(library, f"Assembly {week}", day=TODAY + timedelta(weeks=week), begins="09:10")
    Rotas(library).publish(Rotas(library).draft().id)
    return event


def who_has(library: Library, event: Event, role: str, part: str = "crew") -> str:
    """The code of whoever has a duty, as published."""
    rota = Rotas(library).of_event(event.id)
    return rota.who(event.id, role, part) if rota else ""


def for_pupils(library: Library) -> None:
    """A PIN is set, and pupils are at the keyboard."""
    library.adults.set_pin(PIN)
    library.adults.lock()


async def give_pin(keys: Keyboard) -> None:
    """An adult types the PIN."""
    await keys.press(*PIN, "enter")


def said(keys: Keyboard) -> str:
    """The screen without its line breaks."""
    return " ".join(keys.screen().split())
