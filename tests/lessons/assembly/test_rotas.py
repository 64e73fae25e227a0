"""Rotas: drafted, published, changed, and what is not as planned."""

from collections import Counter
from datetime import date

import pytest

from evidence.safety.adults import AdultsOnly
from evidence.safety.people import People
from lessons.assembly.away import Aways
from lessons.assembly.events import Events
from lessons.assembly.hitch import hitches
from lessons.assembly.passport import Passports
from lessons.assembly.rota import CREW, STAND_IN, TRAINEE
from lessons.assembly.rota_log import words_of
from lessons.assembly.rotas import RotaRefused, Rotas
from lessons.assembly.sheet import rota_paper, rota_table
from lessons.assembly.swaps import Swaps
from lessons.assembly.team import Team
from tests.lessons.assembly.a_team import CODES, Clock, a_school, a_team, add_pupil, also_open, assemblies

WHO = "Y5-fox"


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def library(tmp_path, clock):
    library = a_school(tmp_path, clock)
    a_team(library)
    assemblies(library)
    return library


def published(library):
    rotas = Rotas(library)
    return rotas.publish(rotas.draft("2026-autumn-2").id)


def spread_of(library, rota):
    return sorted(each.crew for each in Rotas(library).turns(rota.id))


def test_a_rota_is_for_a_half_term_a_term_or_days(library):
    rotas = Rotas(library)
    half = rotas.draft("2026-autumn-2")
    assert (half.title, half.first, half.last) == (
        "Autumn, second half 2026",
        date(2026, 11, 2),
        date(2026, 12, 19),
    )
    whole = rotas.draft()
    assert (whole.title, whole.first) == ("Autumn 2026", date(2026, 9, 1))
    days = rotas.draft(first=date(2026, 11, 6), last=date(2026, 11, 13), title="Two weeks")
    assert (days.title, len({duty.event for duty in days.duties})) == ("Two weeks", 2)
    plain = rotas.draft(first=date(2026, 11, 6), last=date(2026, 11, 27), title="  ")
    assert plain.title == "6 November 2026 to 27 November 2026"
    with pytest.raises(RotaRefused, match="no events planned"):
        rotas.draft("2027-spring-1")


def test_turns_are_even(library):
    rota = Rotas(library).draft("2026-autumn-2")
    assert spread_of(library, rota) == [4, 4, 4, 4, 4, 4]
    assert not [duty for duty in rota.duties if duty.part == TRAINEE]
    assert len([duty for duty in rota.duties if duty.part == STAND_IN]) == 24


def test_a_draft_is_made_anew_in_its_place_and_another_seed_gives_another(library):
    rotas = Rotas(library)
    one = rotas.draft("2026-autumn-2")
    assert rotas.draft("2026-autumn-2") == one
    other = rotas.draft("2026-autumn-2", seed=2)
    assert (other.id, len(rotas.all())) == (one.id, 1)
    assert other.duties != one.duties
    assert spread_of(library, other) == [4] * 6


def test_who_had_more_last_half_term_has_no_more_now(library, clock):
    add_pupil(library, "Y4-toad")
    for event in Events(library).all()[4:]:
        Events(library).take_back(event.id)
    first = published(library)
    had = {each.code: each.crew for each in Rotas(library).turns(first.id)}
    assert sorted(had.values()) == [2, 2, 2, 2, 2, 3, 3]
    clock.on(date(2027, 1, 5))
    assemblies(library, 4, first=date(2027, 1, 8))
    second = Rotas(library).draft("2027-spring-1")
    now = {each.code: each.crew for each in Rotas(library).turns(second.id)}
    assert {now[code] for code in had if had[code] == 3} == {2}


def test_a_published_rota_is_what_holds(library):
    rotas = Rotas(library)
    draft = rotas.draft("2026-autumn-2")
    event = Events(library).next()
    assert rotas.crew(event.id) == ()
    assert rotas.now() == draft
    rota = rotas.publish(draft.id, adult="lead")
    assert (rota.status, rota.changes[0].by, rota.changed) == ("published", "lead", None)
    assert rotas.publish(draft.id) == rota
    assert len(rotas.crew(event.id)) == 4
    assert rotas.now() == rota
    assert rotas.unpublish(rota.id).status == "draft"
    assert rotas.crew(event.id) == ()


def test_no_event_is_in_two_published_rotas(library):
    rota = published(library)
    whole = Rotas(library).draft("2026-autumn")
    with pytest.raises(RotaRefused, match="Assembly 1 is in “Autumn, second half 2026” already"):
        Rotas(library).publish(whole.id)
    Rotas(library).unpublish(rota.id)
    assert Rotas(library).publish(whole.id).status == "published"


def test_two_teachers_at_once_do_not_lose_what_was_published(library):
    draft = Rotas(library).draft("2026-autumn-2")
    other = also_open(library)
    seen = Rotas(library).one(draft.id)
    Rotas(other).publish(draft.id)
    made = Rotas(library).draft("2026-autumn-2", seed=9)
    assert Rotas(library).one(seen.id).status == "published"
    assert made.id != seen.id


def test_an_assembly_cancelled_after_the_rota_was_printed(library, clock):
    rota = published(library)
    event = Events(library).next()
    before = {each.code: each.crew for each in Rotas(library).turns(rota.id)}
    clock.on(date(2026, 11, 4))
    Events(library).cancel(event.id, "snow")
    rota = Rotas(library).one(rota.id)
    after = {each.code: each.crew for each in Rotas(library).turns(rota.id)}
    on_it = {duty.code for duty in rota.at(event.id) if duty.part == CREW}
    assert after == {code: before[code] - (code in on_it) for code in before}
    assert (
        words_of(rota.changes[-1], {event.id: event.title})
        == "4 November 2026: Cancelled (Assembly 1): snow."
    )
    table = rota_table(library, rota)
    assert table.foot == "Changed on 4 November 2026."
    assert table.rows[0][1] == "Assembly 1 CANCELLED: snow"
    assert set(table.rows[0][2:]) == {"–"}
    Events(library).put_back(event.id)
    rota = Rotas(library).one(rota.id)
    assert [change.what for change in rota.changes] == ["published", "cancelled", "back-on"]
    assert {each.code: each.crew for each in Rotas(library).turns(rota.id)} == before


def test_a_moved_assembly_is_in_the_log_with_its_new_day(library):
    rota = published(library)
    event = Events(library).next()
    Events(library).edit(event.id, date=date(2026, 11, 9))
    said = words_of(Rotas(library).one(rota.id).changes[-1], {event.id: event.title})
    assert said == "2 November 2026: Moved (Assembly 1): now 9 November 2026, 09:10."


def test_an_event_that_is_moved_out_of_the_half_term_stays_on_the_sheet(library):
    rota = published(library)
    event = Events(library).next()
    Events(library).edit(event.id, date=date(2027, 1, 8))
    assert rota_table(library, rota).rows[-1][:2] == ("8 Jan 09:10", "Assembly 1")
    who = rota.who(event.id, "floor")
    Aways(library).add(who, date(2027, 1, 8))
    assert [(hitch.event.id, hitch.code) for hitch in hitches(library, rota)] == [(event.id, who)]
    filled = Rotas(library).fill(rota.id)
    assert who not in filled.crew(event.id)
    assert hitches(library, filled) == ()


def test_fewer_trained_pupils_than_jobs(tmp_path):
    library = a_school(tmp_path)
    add_pupil(library, "Y6-otter", trained=("picture", "sound"))
    add_pupil(library, "Y5-fox", trained=("sound",))
    add_pupil(library, "Y4-wren", trained=())
    assemblies(library, 2)
    rota = Rotas(library).draft("2026-autumn-2")
    assert {(duty.role, duty.code) for duty in rota.duties if duty.part == CREW} == {
        ("picture", "Y6-otter"),
        ("sound", "Y5-fox"),
    }
    found = [(hitch.role, hitch.what, hitch.fix) for hitch in hitches(library, rota)][:2]
    assert found == [
        (
            "cues",
            "Nobody is trained for Cues yet.",
            "An adult does it, and teaches a pupil: tick the skills when they can.",
        ),
        (
            "floor",
            "Nobody is trained for Floor yet.",
            "An adult does it, and teaches a pupil: tick the skills when they can.",
        ),
    ]
    assert [duty.code for duty in rota.duties if duty.part == TRAINEE] == ["Y4-wren", "Y4-wren"]
    assert rota_table(library, rota).rows[0][4:6] == ("nobody yet", "nobody yet")


def test_somebody_who_is_away_or_left_is_named_with_what_to_do(library):
    rota = published(library)
    event = Events(library).next()
    who = rota.who(event.id, "sound")
    stand_in = rota.who(event.id, "sound", STAND_IN)
    assert hitches(library, rota) == ()
    Aways(library).add(who, event.date)
    (hitch,) = hitches(library, rota)
    assert (hitch.what, hitch.fix) == (f"{who} is away and cannot do Sound.", f"{stand_in} can stand in.")
    Swaps(library).stand_in(rota.id, event.id, "sound")
    assert hitches(library, Rotas(library).one(rota.id)) == ()
    People(library).leave("Y6-seal")
    left = hitches(library, Rotas(library).one(rota.id))
    assert {hitch.why for hitch in left} == {"not-in-team"}


def test_filling_keeps_everybody_who_can_and_is_even(library, clock):
    rota = published(library)
    clock.on(date(2026, 11, 10))
    People(library).leave("Y6-seal")
    add_pupil(library, "Y4-toad")
    filled = Rotas(library).fill(rota.id, adult="lead")
    past = Events(library).all()[0].id
    assert filled.at(past) == rota.at(past)
    kept = [duty for duty in rota.duties if duty.part == CREW and duty.code != "Y6-seal"]
    assert set(kept) <= set(filled.duties)
    assert hitches(library, filled) == ()
    assert filled.changes[-1].what == "filled"
    assert Rotas(library).fill(rota.id) == filled
    assert set(Rotas(library).undo(rota.id).duties) == set(rota.duties)


def test_nobody_is_at_two_events_at_once(library):
    events = Events(library)
    first, second = (events.add("assembly", date(2026, 12, 4), begins="09:10") for _ in range(2))
    later = events.add("assembly", date(2026, 12, 4), begins="14:00")
    rota = Rotas(library).draft(first=first.date, last=first.date)
    here = [{duty.code for duty in rota.at(each.id)} for each in (first, second, later)]
    assert here[0]
    assert not here[0] & here[1]
    assert here[2] & (here[0] | here[1])


def test_a_new_event_gets_its_crew_by_filling(library):
    rota = published(library)
    late = Events(library).add("performance", date(2026, 12, 16), begins="14:00", title="Nativity")
    assert {hitch.why for hitch in hitches(library, rota)} == {"could-be"}
    filled = Rotas(library).fill(rota.id)
    assert len(filled.crew(late.id)) == 4
    assert spread_of(library, filled) == [4, 4, 5, 5, 5, 5]


def test_the_change_log_can_be_taken_back_once_for_each_change(library):
    rota = published(library)
    one, two = Events(library).coming()[:2]
    stand_in = rota.who(one.id, "sound", STAND_IN)
    Swaps(library).stand_in(rota.id, one.id, "sound")
    Swaps(library).stand_in(rota.id, two.id, "floor")
    Rotas(library).undo(rota.id)
    assert Rotas(library).one(rota.id).who(one.id, "sound") == stand_in
    back = Rotas(library).undo(rota.id)
    assert set(back.duties) == set(rota.duties)
    assert [change.what for change in back.changes][-2:] == ["undone", "undone"]
    with pytest.raises(RotaRefused, match="no change to take back"):
        Rotas(library).undo(rota.id)


def test_pupils_cannot_make_publish_or_fill_a_rota(library):
    rota = Rotas(library).draft("2026-autumn-2")
    library.adults.set_pin("482913")
    library.adults.lock()
    for act in (
        lambda rotas: rotas.draft(),
        lambda rotas: rotas.publish(rota.id),
        lambda rotas: rotas.unpublish(rota.id),
        lambda rotas: rotas.fill(rota.id),
        lambda rotas: rotas.undo(rota.id),
    ):
        with pytest.raises(AdultsOnly):
            act(Rotas(library))
    with pytest.raises(AdultsOnly):
        rota_paper(library, rota.id)
    assert Rotas(library).one(rota.id) == rota


def test_the_sheet_shows_codes_stand_ins_and_trainees(library):
    add_pupil(library, "Y4-toad", trained=("picture",))
    rota = Rotas(library).draft("2026-autumn-2")
    table = rota_table(library, rota)
    assert table.columns == ("Day", "Event", "Picture", "Sound", "Cues", "Floor", "Stands in")
    assert table.foot == "Draft: not for the wall yet."
    assert table.rows[0][:2] == ("6 Nov 09:10", "Assembly 1")
    assert all(cell.startswith("Y") for row in table.rows for cell in row[2:6])
    paper = rota_paper(library, published(library).id)
    assert paper.foot == "Published on 2 November 2026."
    assert Counter(len(row) for row in paper.blocks[1].rows) == {7: 6}


def test_skills_that_were_taken_back_count_from_now_on(library):
    rota = published(library)
    event = Events(library).next()
    who = rota.who(event.id, "sound")
    Passports(library).untick(who, "volume")
    assert not Team(library).trained(who, "sound")
    assert {hitch.why for hitch in hitches(library, rota)} == {"not-trained"}
    assert {hitch.code for hitch in hitches(library, rota)} == {who}
    assert who in CODES
