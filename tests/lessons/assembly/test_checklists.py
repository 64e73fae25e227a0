"""The lists, the school's own form of them, and ticking them at an event."""

import re
from datetime import date

import pytest

from evidence.safety.adults import AdultsOnly
from evidence.safety.withdrawal import withdraw
from lessons.assembly.checklist import ListFault, UnknownList, lists_of, shipped_lists, whose
from lessons.assembly.events import EventRefused, Events
from lessons.assembly.lists import Checklists, ListRefused
from lessons.assembly.runs import Runs
from rubric.load import shipped_framework
from rubric.tables import parse_table
from tests.lessons.assembly.a_team import Clock, a_school, add_pupil, also_open, assemblies

FRIDAY = date(2026, 11, 6)
PIN = "482913"
SMALL = """
[[lists]]
id = "set-up"
title = "Set-up"
about = "Before."
[[lists.steps]]
id = "S1"
words = "Look."
who = "floor"
minutes = 20
"""


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def library(tmp_path, clock):
    library = a_school(tmp_path, clock)
    assemblies(library, 2)
    return library


def test_the_lists_follow_the_day():
    lists = {each.id: each for each in shipped_lists()}
    assert list(lists) == ["two-days", "set-up", "during", "pack-down", "once-a-term"]
    assert [step.t for step in lists["set-up"].steps] == [
        f"T-{minutes}" for minutes in (20, 20, 18, 17, 16, 15, 14, 13, 12, 10, 8, 6, 4, 1)
    ]
    assert len(lists["during"].steps) == 5
    assert len(lists["pack-down"].steps) == 10
    assert not [
        step for each in ("set-up", "during", "pack-down") for step in lists[each].steps if not step.why
    ]


def test_the_safe_order_of_the_power_is_said():
    lists = {each.id: " ".join(step.words for step in each.steps) for each in shipped_lists()}
    assert lists["set-up"].index("faders down") < lists["set-up"].index("speakers LAST")
    assert lists["pack-down"].index("faders down") < lists["pack-down"].index("speakers off FIRST")
    assert lists["pack-down"].index("speakers off FIRST") < lists["pack-down"].index("Mixer off")


def test_every_sentence_for_children_is_short():
    for each in shipped_lists():
        for step in each.steps:
            for sentence in re.split(r"(?<=[.?!:])\s", step.words):
                assert len(sentence.split()) <= 12, (step.id, sentence)


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('who = "floor"', 'who = "flor"', "lists.set-up.steps.S1.who"),
        ("minutes = 20", "minutes = 20.5", "lists.set-up.steps.S1.minutes"),
        ("minutes = 20", "minutes = 900", "lists.set-up.steps.S1.minutes"),
        ('id = "S1"', 'id = "first"', "lists.set-up.steps.first.id"),
        ('about = "Before."', "", "lists.set-up.about"),
    ],
)
def test_each_fault_of_the_file_names_its_key(old, new, key):
    assert lists_of(parse_table(SMALL.encode(), "lists.toml", ListFault))[0].steps[0].t == "T-20"
    with pytest.raises(ListFault) as caught:
        lists_of(parse_table(SMALL.replace(old, new).encode(), "lists.toml", ListFault))
    assert caught.value.key.endswith(key.rpartition("lists.")[2])


def test_the_school_changes_its_own_list_and_every_form_is_kept(library, clock):
    lists = Checklists(library)
    lists.set("set-up", "s1", words="Look at the floor.", who="all", minutes=25)
    step = lists.now("set-up").steps[0]
    assert (step.words, whose(step.who), step.t, step.why) == (
        "Look at the floor.",
        "All",
        "T-25",
        "safety first",
    )
    clock.on(date(2026, 11, 5))
    added = lists.add("set-up", "Open the curtains.", who="floor", why="light", minutes=19, place=2)
    assert [each.id for each in added.steps[:3]] == ["S1", "S15", "S2"]
    lists.move("set-up", "S15", 1)
    lists.take_out("set-up", "S14")
    assert [each.id for each in lists.now("set-up").steps][:2] == ["S15", "S1"]
    assert len(lists.now("set-up").steps) == 14
    history = Checklists(also_open(library)).history("set-up")
    assert [(each.what, each.when.day) for each in history] == [
        ("S1 changed", 2),
        ("S15 added", 5),
        ("S15 moved", 5),
        ("S14 taken out", 5),
    ]
    assert lists.add("set-up", "Smile.").steps[-1].id == "S16"


def test_changes_of_a_list_are_taken_back_and_put_back_one_by_one(library):
    lists = Checklists(library)
    ours = lists.now("during")
    one = lists.set("during", "U1", words="Fade slowly.")
    two = lists.take_out("during", "U2")
    assert lists.undo("during") == one
    assert lists.undo("during") == ours
    with pytest.raises(ListRefused):
        lists.undo("during")
    assert lists.redo("during") == one
    assert lists.redo("during") == two
    with pytest.raises(ListRefused):
        lists.redo("during")
    assert lists.reset("during") == ours
    assert lists.undo("during") == two


def test_what_a_list_cannot_have_is_said(library):
    lists = Checklists(library)
    with pytest.raises(UnknownList, match="Did you mean “set-up”"):
        lists.now("setup")
    with pytest.raises(ListRefused, match="no step “S99”"):
        lists.set("set-up", "S99", words="x")
    with pytest.raises(ListRefused, match="cannot do a step"):
        lists.add("set-up", "x", who="lights")
    with pytest.raises(ListRefused, match="minutes before"):
        lists.set("set-up", "S1", minutes=999)
    for step in lists.now("during").steps[1:]:
        lists.take_out("during", step.id)
    with pytest.raises(ListRefused, match="last step"):
        lists.take_out("during", "U1")


def test_one_tick_a_step_and_undo(library):
    runs, event = Runs(library), Events(library).next()
    run = runs.begin(event.id, "set-up")
    assert runs.begin(event.id, "Set up") == run
    run = runs.tick(run.id, "s1", "y5-Fox")
    assert (run.next.id, run.done["S1"].code) == ("S2", "Y5-fox")
    assert runs.tick(run.id, "S1", "Y6-otter") == run
    run = runs.tick(run.id, "S3")
    assert [step.id for step in run.left[:2]] == ["S2", "S4"]
    assert runs.untick(run.id, "S3").done.keys() == {"S1"}
    with pytest.raises(ListRefused, match="no step"):
        runs.tick(run.id, "X1")
    for step in run.steps:
        runs.tick(run.id, step.id)
    assert Runs(also_open(library)).one(run.id).is_whole


def test_late_steps_are_told_by_the_clock(library, clock):
    runs, event = Runs(library), Events(library).next()
    run = runs.begin(event.id, "set-up")
    assert runs.late(run) == ()
    clock.on(FRIDAY, "08:53")
    assert [step.id for step in runs.late(run)] == ["S1", "S2", "S3"]
    run = runs.tick(run.id, "S2")
    assert [step.id for step in runs.late(run)] == ["S1", "S3"]
    assert runs.late(runs.begin(event.id, "during")) == ()


def test_a_run_keeps_the_words_of_its_day(library):
    runs, event = Runs(library), Events(library).next()
    run = runs.begin(event.id, "set-up")
    Checklists(library).take_out("set-up", "S1")
    assert runs.one(run.id).steps[0].id == "S1"
    other = runs.begin(Events(library).all()[1].id, "set-up")
    assert other.steps[0].id == "S2"
    assert runs.of(event.id) == (runs.one(run.id),)


def test_a_run_is_signed_by_a_pupil_and_an_adult(library):
    runs, event = Runs(library), Events(library).next()
    run = runs.begin(event.id, "pack-down")
    library.adults.set_pin(PIN)
    library.adults.lock()
    run = runs.sign(run.id, "Y6-otter")
    assert not run.is_signed
    with pytest.raises(AdultsOnly):
        runs.sign(run.id, adult="staff")
    with pytest.raises(ListRefused, match="Nobody signs"):
        runs.sign(run.id)
    library.adults.unlock(PIN)
    run = runs.sign(run.id, adult="staff")
    assert (run.is_signed, run.signed[0].by, run.signed[1].adult) == (True, ("Y6-otter",), "staff")
    library.adults.lock()
    with pytest.raises(AdultsOnly):
        runs.unsign(run.id)
    library.adults.unlock(PIN)
    assert not runs.unsign(run.id).is_signed
    assert runs.unsign(run.id).signed == ()
    assert runs.unsign(run.id).signed == ()


def test_no_list_is_begun_for_a_cancelled_event(library):
    event = Events(library).next()
    Events(library).cancel(event.id)
    with pytest.raises(EventRefused):
        Runs(library).begin(event.id, "set-up")


def test_whoever_is_withdrawn_is_in_no_run_but_the_step_stays_ticked(library):
    add_pupil(library, "Y6-otter", trained=())
    runs = Runs(library)
    run = runs.begin(Events(library).next().id, "set-up")
    runs.tick(run.id, "S1", "Y6-otter")
    runs.sign(run.id, "Y6-otter", adult="staff")
    withdraw(library, code="Y6-otter", framework=shipped_framework())
    run = Runs(library).one(run.id)
    assert (run.done["S1"].by, run.signed[0].by, run.is_signed) == ((), (), True)
