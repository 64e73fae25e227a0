"""Swaps with an adult's yes, and stand-ins."""

import pytest

from evidence.safety.adults import AdultsOnly
from lessons.assembly.away import Aways
from lessons.assembly.events import Events
from lessons.assembly.rota import STAND_IN
from lessons.assembly.rota_log import words_of
from lessons.assembly.rotas import RotaRefused, Rotas
from lessons.assembly.swaps import Swaps
from tests.lessons.assembly.a_team import CODES, a_school, a_team, add_pupil, assemblies

PIN = "482913"


@pytest.fixture
def library(tmp_path):
    library = a_school(tmp_path)
    a_team(library)
    assemblies(library, 3)
    Rotas(library).publish(Rotas(library).draft("2026-autumn-2").id)
    return library


@pytest.fixture
def rota(library):
    return Rotas(library).now()


def free(rota, event):
    """Somebody with no job at an event."""
    return next(code for code in CODES if code not in rota.crew(event.id))


def test_pupils_ask_and_an_adult_says_yes(library, rota):
    event = Events(library).next()
    who, other = rota.who(event.id, "sound"), free(rota, event)
    library.adults.set_pin(PIN)
    library.adults.lock()
    asked = Swaps(library).ask(rota.id, event.id, "sound", other)
    assert [(each.number, each.code, each.with_code) for each in asked.open_swaps] == [(1, who, other)]
    assert asked.who(event.id, "sound") == who
    with pytest.raises(AdultsOnly):
        Swaps(library).answer(rota.id, 1, yes=True)
    library.adults.unlock(PIN)
    changed = Swaps(library).answer(rota.id, 1, yes=True, adult="lead")
    assert (changed.who(event.id, "sound"), changed.open_swaps) == (other, ())
    assert (changed.changes[-1].what, changed.changes[-1].by) == ("swapped", "lead")
    assert words_of(changed.changes[-1], {event.id: "Assembly 1"}).startswith("2 November 2026: Swapped: ")
    assert Rotas(library).undo(rota.id).who(event.id, "sound") == who


def test_an_adult_says_no_and_nothing_changes(library, rota):
    event = Events(library).next()
    Swaps(library).ask(rota.id, event.id, "sound", free(rota, event))
    after = Swaps(library).answer(rota.id, 1, yes=False)
    assert (after.duties, after.open_swaps, after.changed) == (rota.duties, (), None)
    with pytest.raises(RotaRefused, match="No swap 1 waits"):
        Swaps(library).answer(rota.id, 1, yes=True)


def test_two_duties_are_exchanged(library, rota):
    one, two = Events(library).coming()[:2]
    who = next(code for code in rota.crew(one.id) if code not in rota.crew(two.id))
    other = next(code for code in rota.crew(two.id) if code not in rota.crew(one.id))
    (mine,) = (duty.role for duty in rota.at(one.id) if duty.code == who and duty.part == "crew")
    (theirs,) = (duty.role for duty in rota.at(two.id) if duty.code == other and duty.part == "crew")
    done = Swaps(library).swap(rota.id, one.id, mine, other, other_event=two.id, other_role=theirs)
    assert (done.who(one.id, mine), done.who(two.id, theirs)) == (other, who)
    before = {each.code: each.crew for each in Rotas(library).turns(rota.id)}
    assert {each.code: each.crew for each in Rotas(library).turns(rota.id)} == before


def test_a_stand_in_who_now_has_a_job_stands_in_no_more(library, rota):
    event = Events(library).next()
    comes = rota.who(event.id, "sound", STAND_IN)
    done = Swaps(library).stand_in(rota.id, event.id, "sound", why="ill")
    assert done.who(event.id, "sound") == comes
    assert comes not in [duty.code for duty in done.at(event.id) if duty.part == STAND_IN]
    went = rota.who(event.id, "sound")
    said = words_of(done.changes[-1], {event.id: "Assembly 1"})
    assert said == f"2 November 2026: {comes} does Sound instead of {went} (Assembly 1): ill."


def test_the_stand_in_on_the_sheet_needs_no_adult_but_anybody_else_does(library, rota):
    event = Events(library).next()
    named = rota.who(event.id, "cues", STAND_IN)
    other = next(code for code in CODES if code not in (*rota.crew(event.id), named))
    library.adults.set_pin(PIN)
    library.adults.lock()
    with pytest.raises(AdultsOnly):
        Swaps(library).stand_in(rota.id, event.id, "cues", other)
    with pytest.raises(AdultsOnly):  # nor does a pupil write down that an adult said yes
        Swaps(library).stand_in(rota.id, event.id, "cues", adult="head")
    assert Swaps(library).stand_in(rota.id, event.id, "cues").who(event.id, "cues") == named


def test_what_cannot_be_swapped_is_said(library, rota):
    one, two = Events(library).coming()[:2]
    add_pupil(library, "Y4-toad", trained=("picture",))
    busy = next(code for code in rota.crew(one.id) if code != rota.who(one.id, "sound"))
    other = free(rota, one)
    swaps = Swaps(library)
    with pytest.raises(RotaRefused, match="not trained for Sound"):
        swaps.ask(rota.id, one.id, "sound", "Y4-toad")
    with pytest.raises(RotaRefused, match="has another job"):
        swaps.ask(rota.id, one.id, "sound", busy)
    theirs = next(role for role in two.needs if rota.who(two.id, role) != other)
    with pytest.raises(RotaRefused, match="does not have"):
        swaps.ask(rota.id, one.id, "sound", other, other_event=two.id, other_role=theirs)
    Aways(library).add(other, one.date)
    with pytest.raises(RotaRefused, match="is away"):
        swaps.ask(rota.id, one.id, "sound", other)
    Events(library).cancel(two.id)
    with pytest.raises(RotaRefused, match="is cancelled"):
        swaps.stand_in(rota.id, two.id, "sound")
    assert Rotas(library).one(rota.id).swaps == ()


def test_a_swap_that_no_longer_fits_is_refused_when_it_is_answered(library, rota):
    event = Events(library).next()
    other = free(rota, event)
    Swaps(library).ask(rota.id, event.id, "sound", other)
    Swaps(library).stand_in(rota.id, event.id, "sound", other)
    with pytest.raises(RotaRefused, match="does not have Sound there"):
        Swaps(library).answer(rota.id, 1, yes=True)
    assert len(Rotas(library).one(rota.id).open_swaps) == 1
