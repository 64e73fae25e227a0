"""The did-it log: an event that was done becomes an occasion, and evidence is proposed of it."""

from datetime import date

import pytest

from evidence.entry import Entry
from evidence.library import Library, NotYetHappened
from evidence.review import accept
from evidence.safety.adults import AdultsOnly
from lessons.assembly.did_it import log_done, log_now, log_undone, performances
from lessons.assembly.events import EventRefused, Events
from lessons.assembly.rotas import Rotas
from lessons.occasion import Occasion, Occasions
from lessons.proposals import proposals, propose
from rubric.framework import Claim
from rubric.load import shipped_framework
from tests.lessons.assembly.a_team import Clock, a_school, a_team, add_pupil, assemblies

FRAMEWORK = shipped_framework()
BRONZE = Claim("MT2", "bronze")

TRAINED = "The assembly team was trained"
"""What the team's passports became, which is not looked at here."""


def proposed(library: Library) -> tuple[Entry, ...]:
    return tuple(each for each in propose(library, FRAMEWORK) if each.title != TRAINED)


def happened(library: Library) -> list[Occasion]:
    return [each for each in Occasions(library).all() if each.title != TRAINED]


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def library(tmp_path, clock):
    library = a_school(tmp_path, clock)
    a_team(library)
    assemblies(library, 2)
    Rotas(library).publish(Rotas(library).draft("2026-autumn-2").id)
    return library


def test_what_was_done_is_an_occasion_led_by_the_crew_of_the_rota(library, clock):
    event = Events(library).next()
    clock.on(event.date, "09:40")
    done, occasion = log_done(library, event.id, note="One microphone was flat.")
    crew = Rotas(library).crew(event.id)
    assert (done.status, done.occasion) == ("done", occasion.id)
    assert (occasion.kind, occasion.led_by, occasion.scope) == ("assembly", crew, "school")
    (entry,) = proposed(library)
    assert (entry.criteria, entry.source) == ((BRONZE,), occasion.id)
    assert entry.happened == "One microphone was flat."


def test_trainees_are_among_those_who_led(library, clock):
    add_pupil(library, "Y4-toad", trained=())
    rota = Rotas(library).fill(Rotas(library).now().id)
    event = Events(library).next()
    clock.on(event.date)
    assert "Y4-toad" in log_done(library, event.id)[1].led_by
    assert len(rota.crew(event.id)) == 5


def test_a_performance_counts_too(library, clock):
    clock.on(date(2026, 12, 16))
    event, occasion = log_now(library, "performance", title="Nativity", crew=["y6-Otter"], place="Church")
    assert (event.status, event.kind, occasion.title) == ("done", "performance", "Nativity")
    assert [entry.criteria for entry in proposed(library)] == [(BRONZE,)]
    assert performances(library, date(2026, 9, 1), date(2026, 12, 31)) == {"performance": 1}


def test_nothing_is_proposed_when_no_pupil_led(library, clock):
    event = Events(library).next()
    clock.on(event.date)
    log_done(library, event.id, crew=["staff-1"])
    assert proposed(library) == ()


def test_said_twice_it_is_put_right_and_not_doubled(library, clock):
    event = Events(library).next()
    clock.on(event.date)
    log_done(library, event.id)
    _, again = log_done(library, event.id, crew=["Y6-otter"], note="Only one.")
    assert [each.led_by for each in happened(library)] == [("Y6-otter",)]
    assert again.note == "Only one."


def test_it_can_be_taken_back_with_the_proposal_that_nobody_accepted(library, clock):
    event = Events(library).next()
    clock.on(event.date)
    log_done(library, event.id)
    proposed(library)
    assert log_undone(library, event.id) == event
    assert (happened(library), [each for each in proposals(library) if each.title != TRAINED]) == ([], [])
    with pytest.raises(EventRefused, match="nothing to take back"):
        log_undone(library, event.id)
    log_done(library, event.id)
    assert len(proposed(library)) == 1


def test_accepted_evidence_stays_and_another_day_needs_an_adult(library, clock):
    event = Events(library).next()
    clock.on(event.date)
    log_done(library, event.id)
    (entry,) = proposed(library)
    accept(library, entry.id)
    clock.on(date(2026, 11, 9))
    library.adults.set_pin("482913")
    library.adults.lock()
    with pytest.raises(AdultsOnly):
        log_undone(library, event.id)
    library.adults.unlock("482913")
    log_undone(library, event.id)
    assert library.entry(entry.id).status == "accepted"


def test_what_is_to_come_or_was_cancelled_was_not_done(library, clock):
    one, two = Events(library).coming()
    with pytest.raises(NotYetHappened):
        log_done(library, one.id)
    Events(library).cancel(two.id)
    clock.on(date(2026, 12, 1))
    with pytest.raises(EventRefused, match="was cancelled"):
        log_done(library, two.id)
    with pytest.raises(NotYetHappened):
        log_now(library, "assembly", day=date(2026, 12, 2))
    log_done(library, one.id)
    with pytest.raises(EventRefused, match="has been"):
        Events(library).cancel(one.id)


def test_pupils_may_say_what_they_did(library, clock):
    event = Events(library).next()
    clock.on(event.date)
    library.adults.set_pin("482913")
    library.adults.lock()
    assert log_done(library, event.id)[0].status == "done"
