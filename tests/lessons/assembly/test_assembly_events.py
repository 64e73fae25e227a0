"""Events: planned, moved, cancelled, put back."""

from datetime import date

import pytest

from evidence.library import UnknownRecord
from evidence.safety.adults import AdultsOnly
from lessons.assembly.event import BadTime, event_kinds
from lessons.assembly.events import EventRefused, Events
from lessons.assembly.rotas import Rotas
from lessons.assembly.skill import UnknownTeamRole, team_roles
from lessons.occasion import BadScope
from lessons.occasion_kind import UnknownKind
from tests.lessons.assembly.a_team import Clock, a_school, a_team, also_open, assemblies

FRIDAY = date(2026, 11, 6)


def test_an_event_is_planned_with_its_time_and_place(tmp_path):
    library = a_school(tmp_path)
    made = Events(library).add(
        "Singing assembly", FRIDAY, begins="9.10", place=" Hall ", scope="key stage", roles=("Sound", "cues")
    )
    assert (made.id, made.kind, made.title) == ("AE-0001", "singing-assembly", "Singing assembly")
    assert (made.begins, made.place, made.scope, made.needs) == (
        "09:10",
        "Hall",
        "key-stage",
        ("sound", "cues"),
    )
    assert Events(also_open(library)).one("ae-0001") == made
    assert made.words == "Singing assembly, 6 November 2026, 09:10"
    assert made.starts(library.now()).isoformat() == "2026-11-06T09:10:00+00:00"


def test_events_are_those_at_which_pupils_lead_sound_and_vision():
    assert [kind.id for kind in event_kinds()] == ["performance", "assembly", "singing-assembly"]


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"kind": "club-session"}, UnknownKind),
        ({"begins": "25:00"}, BadTime),
        ({"begins": "9"}, BadTime),
        ({"scope": "village"}, BadScope),
        ({"roles": ("lights",)}, UnknownTeamRole),
    ],
)
def test_what_is_no_event_is_refused(tmp_path, given, error):
    with pytest.raises(error):
        Events(a_school(tmp_path)).add(**({"kind": "assembly", "day": FRIDAY} | given))


def test_an_event_whose_job_is_no_longer_in_the_file_can_still_be_read(tmp_path, monkeypatch):
    library = a_school(tmp_path)
    made = Events(library).add("assembly", FRIDAY, roles=("sound", "floor"))
    left = tuple(role for role in team_roles() if role.id != "floor")
    monkeypatch.setattr("lessons.assembly.event.team_roles", lambda: left)
    assert Events(also_open(library)).one(made.id).needs == ("sound",)


def test_the_next_is_the_first_that_is_still_planned(tmp_path):
    clock = Clock()
    library = a_school(tmp_path, clock)
    one, two, _ = assemblies(library, 3)
    events = Events(library)
    assert events.next() == one
    events.cancel(one.id, "snow")
    assert events.next() == two
    clock.on(two.date)
    assert events.on() == (two,)
    clock.on(date(2027, 1, 5))
    assert events.next() is None


def test_a_cancelled_event_can_be_put_back(tmp_path):
    library = a_school(tmp_path)
    (event,) = assemblies(library, 1)
    gone = Events(library).cancel(event.id, "snow")
    assert (gone.status, gone.why) == ("cancelled", "snow")
    assert Events(library).put_back(event.id) == event
    with pytest.raises(EventRefused, match="not cancelled"):
        Events(library).put_back(event.id)


def test_an_event_can_be_moved_but_not_when_it_is_cancelled(tmp_path):
    library = a_school(tmp_path)
    (event,) = assemblies(library, 1)
    moved = Events(library).edit(event.id, date=date(2026, 11, 9), begins="14:00")
    assert (moved.date, moved.begins) == (date(2026, 11, 9), "14:00")
    assert Events(library).edit(event.id, date=event.date, begins=event.begins) == event
    Events(library).cancel(event.id)
    with pytest.raises(EventRefused):
        Events(library).edit(event.id, title="Harvest")
    with pytest.raises(ValueError, match="status"):
        Events(library).edit(event.id, status="done")


def test_what_was_planned_by_mistake_goes_unless_a_published_rota_names_it(tmp_path):
    library = a_school(tmp_path)
    a_team(library)
    one, two = assemblies(library, 2)
    Events(library).take_back(one.id)
    assert Events(library).all() == (two,)
    with pytest.raises(UnknownRecord):
        Events(library).one(one.id)
    Rotas(library).publish(Rotas(library).draft("2026-autumn-2").id)
    with pytest.raises(EventRefused, match="Cancel it"):
        Events(library).take_back(two.id)


def test_pupils_see_events_but_do_not_plan_them(tmp_path):
    library = a_school(tmp_path)
    (event,) = assemblies(library, 1)
    library.adults.set_pin("482913")
    library.adults.lock()
    assert Events(library).next() == event
    for act in (
        lambda events: events.add("assembly", FRIDAY),
        lambda events: events.edit(event.id, title="x"),
        lambda events: events.cancel(event.id),
        lambda events: events.put_back(event.id),
        lambda events: events.take_back(event.id),
    ):
        with pytest.raises(AdultsOnly):
            act(Events(library))
