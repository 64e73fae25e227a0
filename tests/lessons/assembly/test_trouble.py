"""Trouble: the trees, the conversation, the log, and what was learnt."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.library import UnknownRecord
from lessons.assembly.events import Events
from lessons.assembly.learning import learning
from lessons.assembly.posters import tree_paper
from lessons.assembly.talk import ANSWERS, CHECK, DO, ENDED_FIXED, ENDED_STOP, FIXED, NO, YES, Talk
from lessons.assembly.tree import (
    STOP,
    TreeFault,
    UnknownTrouble,
    shipped_tree,
    shipped_trees,
    trees_of,
)
from lessons.assembly.trouble import TroubleRefused, Troubles
from rubric.tables import parse_table
from tests.lessons.assembly.a_team import Clock, a_school, also_open, assemblies

TREES = {tree.id: tree for tree in shipped_trees()}
SMALL = """
[[trees]]
id = "T1"
symptom = "No picture"
stop = "Fetch an adult."
[[trees.steps]]
id = "light"
text = "Is the light on?"
if_yes = "T2"
if_no = "Press the button."
[[trees]]
id = "T2"
symptom = "No sound"
stop = "Fetch an adult."
[[trees.steps]]
id = "muted"
text = "Is it muted?"
if_yes = "Turn it up."
if_no = "stop"
"""


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def library(tmp_path, clock):
    library = a_school(tmp_path, clock)
    assemblies(library, 1)
    return library


def talked(tree, *answers):
    talk = Talk(TREES, tree)
    for answer in answers:
        talk = talk.answer(answer)
    return talk


def test_all_twelve_trees_are_there():
    assert [tree.id for tree in shipped_trees()] == [f"T{n}" for n in range(1, 13)]


def test_every_sentence_of_the_trees_is_short():
    for tree in shipped_trees():
        for step in tree.steps:
            for text in (step.text, step.if_yes, step.if_no, tree.stop):
                for sentence in re.split(r"(?<=[.?!:])\s", text):
                    assert len(sentence.split()) <= 12, (tree.id, sentence)


def test_what_must_be_exact_is_exact():
    told = {
        tree.id: " ".join(f"{s.text} {s.if_yes} {s.if_no}" for s in tree.steps) for tree in shipped_trees()
    }
    assert "30 seconds" in told["T1"]
    assert all("80 %" in told[tree] for tree in ("T3", "T7", "T8"))
    assert "“Let desktop apps access your microphone”" in told["T10"]
    assert "400, 500 or 5" in told["T11"]
    assert TREES["T5"].steps[0].if_no.startswith("Fader DOWN, now.")


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('if_yes = "T2"', 'if_yes = "T9"', "trees.T1.steps"),
        ('if_yes = "T2"', 'if_yes = "T1"', "trees.T1.steps"),
        ('text = "Is it muted?"', 'text = "It is muted."', "trees.T2.steps.muted.text"),
        (
            'stop = "Fetch an adult."\n[[trees.steps]]\nid = "muted"',
            '[[trees.steps]]\nid = "muted"',
            "trees.T2.stop",
        ),
        ('id = "T2"', 'id = "T1"', "trees"),
    ],
)
def test_each_fault_of_the_file_names_its_key(old, new, key):
    assert len(trees_of(parse_table(SMALL.encode(), "trees.toml", TreeFault))) == 2
    with pytest.raises(TreeFault) as caught:
        trees_of(parse_table(SMALL.replace(old, new).encode(), "trees.toml", TreeFault))
    assert caught.value.key == key


def test_a_conversation_goes_check_by_check_to_what_fixed_it():
    moment = talked("T1").next()
    assert (moment.kind, moment.ask, moment.number) == (CHECK, "Is the light on the projector on?", 1)
    moment = talked("T1", YES, YES).next()
    assert (moment.kind, moment.ask) == (DO, "Did that fix it?")
    assert moment.words == "Press SOURCE. Stop at the socket that you used."
    moment = talked("T1", YES, YES, YES).next()
    assert (moment.kind, moment.fixed_by) == (ENDED_FIXED, "Press SOURCE. Stop at the socket that you used.")
    assert [(each.step, each.yes, bool(each.did)) for each in moment.tried] == [
        ("light", True, False),
        ("signal", True, True),
    ]


def test_when_nothing_helps_an_adult_is_fetched():
    moment = talked("T1", YES, NO, YES, YES, YES, YES).next()
    assert (moment.kind, moment.words) == (ENDED_STOP, "Fetch an adult. Carry on without pictures.")
    assert len(moment.tried) == 6
    assert talked("T9", NO, NO, NO, NO, NO).next().kind == ENDED_STOP


def test_one_trouble_leads_into_another():
    moment = talked("T9", YES).next()
    assert (moment.tree.id, moment.number, len(moment.tried)) == ("T3", 1, 1)


def test_it_may_be_fixed_at_any_time_and_an_answer_taken_back():
    moment = talked("T7", NO, FIXED).next()
    assert (moment.kind, moment.fixed_by) == (
        ENDED_FIXED,
        "It came back while we looked: Is the laptop at 100 %?",
    )
    talk = talked("T7", NO, YES)
    assert talk.back() == talked("T7", NO)
    assert talked("T7").back() == talked("T7")
    with pytest.raises(ValueError, match="answers nothing"):
        talked("T7", FIXED).answer(YES)
    with pytest.raises(ValueError, match="answers nothing"):
        talked("T7").answer("perhaps")


@given(st.sampled_from(sorted(TREES)), st.lists(st.sampled_from(ANSWERS), max_size=40))
def test_every_conversation_ends_and_says_what_to_do(tree, answers):
    talk = Talk(TREES, tree)
    for answer in [*answers, *[NO] * 40]:
        moment = talk.next()
        assert moment.words
        if moment.is_end:
            break
        assert (moment.kind == CHECK) == moment.words.endswith("?")
        talk = talk.answer(answer)
    end = talk.next()
    assert end.is_end
    assert (end.kind == ENDED_FIXED) == bool(end.fixed_by)
    assert talk.back().next().is_end is False


def test_only_the_last_check_of_a_tree_leads_to_an_adult():
    for tree in shipped_trees():
        for step in tree.steps[:-1]:
            assert STOP not in (step.if_yes, step.if_no)
            assert step.if_yes != step.if_no


def test_a_trouble_is_written_down_with_its_minutes(library):
    event, troubles = Events(library).next(), Troubles(library)
    talk = troubles.begin("t3").answer(NO).answer(NO).answer(NO)
    with pytest.raises(TroubleRefused, match="not over"):
        troubles.keep(talk, minutes=4)
    fix = troubles.keep(talk.answer(YES), minutes=4, event=event.id, by=["y5-Fox", "Y5-fox"])
    assert (fix.tree, fix.symptom, fix.fixed) == ("T3", "No sound from the laptop", True)
    assert fix.fixed_by == "Choose Speakers, or the name of the PA. HDMI sends sound to the projector."
    assert (fix.minutes, fix.event, fix.by, len(fix.tried)) == (4, event.id, ("Y5-fox",), 3)
    assert Troubles(also_open(library)).fixes(tree="T3", event=event.id) == (fix,)
    assert Troubles(library).strike(fix.id).struck
    assert troubles.fixes() == ()
    assert troubles.strike(fix.id, struck=False) == fix


def test_something_else_may_have_helped(library):
    troubles = Troubles(library)
    fix = troubles.keep(troubles.begin("T6"), minutes=1, fixed_by="We moved the lamp.")
    assert (fix.fixed, fix.fixed_by) == (True, "We moved the lamp.")
    with pytest.raises(TroubleRefused, match="cannot be"):
        troubles.keep(troubles.begin("T6"), minutes=-1, fixed_by="x")
    with pytest.raises(UnknownRecord):
        troubles.keep(troubles.begin("T6"), minutes=1, fixed_by="x", event="AE-0099")
    with pytest.raises(UnknownTrouble):
        troubles.begin("T99")


def test_what_the_children_found_joins_the_tree_with_its_day(library):
    troubles = Troubles(library)
    tip = troubles.add_tip("T1", "Is the blind down?", "Pull the blind down.", by=["Y5-fox"])
    tree = troubles.tree("T1")
    assert len(tree.steps) == len(shipped_tree("T1").steps) + 1
    talk = troubles.begin("T1")
    for answer in (YES, NO, YES, YES, YES, YES):
        talk = talk.answer(answer)
    assert talk.next().words == "Is the blind down?"
    fix = troubles.keep(talk.answer(NO).answer(YES), minutes=3)
    assert fix.fixed_by == "Pull the blind down."
    texts = [block.text for block in tree_paper(library, "T1").blocks if hasattr(block, "text")]
    assert "“Is the blind down?” Found by Y5-fox, 2 November 2026." in texts
    troubles.strike_tip(tip.id)
    assert troubles.tree("T1") == shipped_tree("T1")
    troubles.strike_tip(tip.id, struck=False)
    assert [each.id for each in troubles.tips("T1")] == [tip.id]
    with pytest.raises(TroubleRefused, match="is a question"):
        troubles.add_tip("T1", "The blind.", "Pull it down.")


def test_learning_is_counted_over_two_terms(library, clock):
    troubles = Troubles(library)

    def met(day, minutes, *answers):
        clock.on(day)
        talk = troubles.begin("T3")
        for answer in answers:
            talk = talk.answer(answer)
        troubles.keep(talk, minutes=minutes)

    stuck = (NO, NO, YES, NO, YES, YES, YES, YES, NO)
    met(date(2026, 11, 6), 12, *stuck)
    met(date(2026, 11, 13), 8, YES, YES)
    met(date(2027, 1, 8), 3, YES, YES)
    clock.on(date(2027, 1, 11))
    told = learning(library)
    assert (told.term.title, told.last.title) == ("Spring 2027", "Autumn 2026")
    (sound,) = told.troubles
    assert (sound.before.times, sound.before.each, sound.before.alone) == (2, 10.0, 1)
    assert sound.before.words == "2 times, 10 minutes each, 1 put right alone"
    assert sound.now.words == "1 time, 3 minutes each, 1 put right alone"
    assert (told.now.times, told.before.minutes) == (1, 20)
    clock.on(date(2026, 11, 16))
    assert learning(library).last.title == "Summer 2026"
    assert learning(library).troubles[0].before.words == "never"
