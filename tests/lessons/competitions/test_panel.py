"""Opening and closing judging, and who may hear what."""

import pytest

from evidence.codes import UnknownRole
from lessons.competitions.bonds import Bonds, TooFewInABond
from lessons.competitions.competition import NotNow
from lessons.competitions.panel import NoPanel
from tests.lessons.competitions.a_competition import JUDGES, Room


@pytest.fixture
def room(tmp_path) -> Room:
    return Room(tmp_path)


def test_opening_names_the_panel_and_gives_every_entry_an_animal(room):
    room.open(6)
    known = room.competition
    assert (known.status, known.panel, known.opened_by) == ("judging", JUDGES, "lead")
    animals = [entry.animal for entry in room.docket.live]
    assert len({animal.partition(" ")[2] for animal in animals}) == 6


def test_it_opens_only_when_it_has_closed(room):
    room.enter("Y4-newt")
    with pytest.raises(NotNow, match="is still taking entries"):
        room.panel.open(room.id, JUDGES)


def test_adults_open_and_close_and_do_not_vote(room):
    room.enter("Y4-newt")
    room.competitions.close(room.id)
    with pytest.raises(NoPanel, match="staff-1 cannot judge"):
        room.panel.open(room.id, ["staff-1", "Y6-fox"])
    with pytest.raises(NoPanel, match="nobody on the panel"):
        room.panel.open(room.id, [])
    with pytest.raises(UnknownRole):
        room.panel.open(room.id, JUDGES, by="Mrs Smith")


def test_close_friends_do_not_judge_each_other(room):
    kept = Bonds(room.library).add(["Y4-1", "Y6-fox"])
    Bonds(room.library).strike(Bonds(room.library).add(["Y4-2", "Y6-fox"]).id)
    room.open(4)
    own = next(each for each in room.docket.live if each.makers == ("Y4-1",))
    assert own.id not in room.docket.judgement("Y6-fox").order
    assert len(room.docket.judgement("Y6-fox").order) == 3
    assert len(room.docket.judgement("Y6-elk").order) == 4
    assert Bonds(room.library).all() == (kept,)
    with pytest.raises(TooFewInABond):
        Bonds(room.library).add(["Y4-1", "y4-1"])


def test_one_action_is_one_commit(room):
    room.open(3)
    lines = room.library.journal.head().seq
    room.panel.away(room.id, JUDGES[0])
    assert room.library.journal.head().seq == lines + 1
    room.step(JUDGES[1])
    assert room.library.journal.head().seq == lines + 1 + 5  # heard once, and four answers


def test_nobody_is_away_who_is_not_on_the_panel(room):
    room.open(3)
    with pytest.raises(NoPanel, match="Y4-otter is not on the panel"):
        room.panel.away(room.id, "Y4-otter")


def test_the_panel_stays_once_the_play_off_has_begun(room):
    room.open(2)
    while not room.competition.rounds:
        room.step(room.docket.waiting()[0])
    with pytest.raises(NotNow, match="play-off has begun"):
        room.panel.change(room.id, ["Y6-owl"])


def test_one_more_round_is_only_for_a_tie(room):
    room.open(3)
    room.judge()
    with pytest.raises(NotNow, match="Nothing is level"):
        room.panel.one_more_round(room.id)


def test_no_award_can_be_decided_and_undone(room):
    room.open(2)
    room.judge()
    room.close()
    assert room.panel.no_award(room.id, "Nobody did what the brief says.").no_award
    assert room.panel.no_award(room.id, "").no_award == ""
