"""What was thought and said about the plan, in the library."""

from datetime import date

import pytest

from evidence.award.diary import Diary, NothingSaid
from evidence.award.plans import Plans
from evidence.check import check_library
from evidence.library import NotYetHappened, UnknownRecord
from rubric.load import shipped_framework
from tests.evidence.given import NOW, a_library, again


@pytest.fixture
def diary(tmp_path) -> Diary:
    return Diary(a_library(tmp_path))


def test_everything_said_is_read_by_another_program(diary, tmp_path):
    Plans(a_library(tmp_path)).add_action(
        "Club", framework=shipped_framework(), criteria=["MT3"], owner="lead"
    )
    reflection = diary.reflect("All good.", by="Lead")
    conversation = diary.talk("hub", "Where next?", agreed="A visit", actions=["ac-0001", "AC-0001"])
    training = diary.add_training("Mics", by="staff", answers=("All", "", ""), day=date(2026, 9, 1))
    assert (reflection.half_term, reflection.by) == ("2026-autumn-2", "lead")
    assert (conversation.held_on, conversation.actions) == (NOW.date(), ("AC-0001",))
    assert training.follow_up == date(2026, 10, 13)
    library = again(a_library(tmp_path))
    kept = Diary(library)
    assert (kept.reflections(), kept.conversations(), kept.trainings()) == (
        (reflection,),
        (conversation,),
        (training,),
    )
    assert check_library(library) == ()


def test_what_came_of_a_training_is_kept_with_it(diary):
    diary.add_training("Mics", by="lead", answers=("", "", ""), day=date(2026, 9, 1))
    assert diary.trainings()[0].is_due(diary.today)
    followed = diary.follow_up("TR-0001", "Used every week.")
    assert (followed.came_of_it, followed.followed_up_on) == ("Used every week.", NOW.date())
    assert diary.trainings() == (followed,)


def test_what_cannot_be_is_refused_and_not_kept(diary):
    with pytest.raises(NothingSaid):
        diary.reflect(" \n")
    with pytest.raises(NothingSaid):
        diary.talk("hub", "")
    with pytest.raises(NotYetHappened):
        diary.talk("hub", "x", day=date(2027, 1, 1))
    with pytest.raises(UnknownRecord):
        diary.talk("hub", "x", actions=["AC-0001"])
    with pytest.raises(UnknownRecord):
        diary.follow_up("TR-0001", "x")
    assert diary.reflections() == diary.conversations() == diary.trainings() == ()


def test_what_was_said_wrongly_is_taken_out_and_can_be_put_back(diary):
    kept = [
        diary.reflect("All good.").id,
        diary.talk("hub", "Where next?").id,
        diary.add_training("Mics", by="staff", answers=("All", "", "")).id,
    ]
    for said_id in kept:
        diary.strike(said_id.lower())
    assert (diary.reflections(), diary.conversations(), diary.trainings()) == ((), (), ())
    for said_id in kept:
        diary.strike(said_id, struck=False)
    every = (*diary.reflections(), *diary.conversations(), *diary.trainings())
    assert [each.id for each in every] == kept
    with pytest.raises(UnknownRecord):
        diary.strike("RF-0099")
