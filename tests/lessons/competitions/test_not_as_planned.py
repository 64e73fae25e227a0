"""Competitions that do not go as planned: each has a sensible end in plain words, and nothing is lost."""

from datetime import timedelta

import pytest

from lessons.competitions.announcement import announcement
from lessons.competitions.announcing import announce, occasion_note
from lessons.competitions.competition import NotNow
from lessons.competitions.competitions import BadClosing
from lessons.competitions.kept_result import check
from lessons.competitions.panel import NoPanel, NothingCounts, NothingEntered, StillListening
from lessons.competitions.steps import Finished, Listen, PlayOff
from lessons.competitions.submissions import CannotEnter, NoReason
from tests.lessons.competitions.a_competition import DAY, JUDGES, Room, by_number

BAT, YAK, ELK, FOX = JUDGES


@pytest.fixture
def room(tmp_path) -> Room:
    return Room(tmp_path)


def test_no_entries(room):
    room.clock.day = room.competition.closes + timedelta(1)
    with pytest.raises(NothingEntered) as said:
        room.panel.open(room.id, JUDGES)
    assert said.value.what == "Nobody has handed anything in for “Voice of a villain”."
    assert said.value.fix == "Move the closing date, or cancel it with a kind word."
    room.competitions.move_closing(room.id, room.clock.day + timedelta(7), "Nobody had time.")
    assert room.competitions.stands(room.competition) == "open"
    room.enter("Y4-newt")
    assert len(room.docket.live) == 1


def test_judging_is_opened_once_and_not_before_entries_are_in(room):
    room.enter("Y4-newt")
    with pytest.raises(NotNow, match="still taking entries") as said:
        room.panel.open(room.id, JUDGES)
    assert said.value.fix == "Close it first, or wait for its day."
    room.clock.day = room.competition.closes + timedelta(1)
    room.panel.open(room.id, JUDGES)
    with pytest.raises(NotNow, match="is being judged already") as said:
        room.panel.open(room.id, JUDGES)
    assert said.value.fix == "You can change who is on the panel."


def test_one_entry(room):
    room.open(1)
    room.judge()
    assert not room.competition.rounds
    assert room.close().result.how == "only"
    room.write()
    assert announce(room.library, room.id).status == "announced"


def test_one_entry_that_is_not_good_enough_for_an_award(room):
    room.open(1)
    room.judge()
    room.close()
    with pytest.raises(NoReason):
        room.competitions.move_closing(room.id, DAY, " ")
    room.panel.no_award(room.id, "It is not finished yet. We want to hear it when it is.")
    room.write()
    announced = announce(room.library, room.id)
    assert announced.no_award.startswith("It is not finished")


def test_an_entry_withdrawn_while_it_is_judged(room):
    room.open(6)
    best = room.docket.live[-1]
    for code in JUDGES[:2]:
        room.listen(code)
    room.step(ELK)
    with pytest.raises(NoReason):
        room.submissions.withdraw(best.id, "")
    room.submissions.withdraw(best.id, "Its family asked for it.")
    for code in JUDGES:
        assert best.animal not in {entry.animal for entry in room.judging(code).entries()}
        assert [entry.submission for entry in room.judging(code).gone()] == [best.id]
    room.judge()
    result = room.close().result
    assert result.winners == (room.docket.live[-1].id,)
    assert all(len(judgement.stars) <= 3 for judgement in room.docket.judgements)
    assert check(room.docket).same
    kept = [each for each in room.submissions.all_of(room.id) if each.withdrawn]
    assert [each.withdrawn for each in kept] == ["Its family asked for it."]


def test_an_entry_withdrawn_in_the_middle_of_the_play_off(room):
    room.open(5)
    while not room.competition.rounds:
        room.step(room.docket.waiting()[0])
    room.listen(BAT)
    step = room.judging(YAK).next()
    assert isinstance(step, PlayOff)
    gone = step.left
    room.submissions.withdraw(gone.submission, "It was taken from a film.")
    room.judge()
    assert all(gone.submission not in (p.left, p.right) for p in room.docket.judgement(YAK).pairs)
    assert gone.submission not in room.close().result.winners


def test_the_winner_is_withdrawn_before_the_announcement_and_the_judges_go_on(room):
    room.open(5)
    room.judge()
    winner = room.close().result.winners[0]
    room.submissions.withdraw(winner, "Its family asked for it.")
    assert room.competition.status == "judging"
    assert room.competition.result is None
    room.judge()
    assert room.close().result.winners == (room.docket.live[-1].id,)


def test_another_than_the_winner_is_withdrawn_and_the_result_stays(room):
    room.open(5)
    room.judge()
    winner = room.close().result.winners
    room.submissions.withdraw(room.docket.live[0].id, "Its family asked for it.")
    assert room.competition.status == "judged"
    assert room.competition.result.winners == winner
    assert check(room.docket).untouched


def test_a_judge_away_half_way_does_not_count_and_holds_nobody_up(room):
    room.open(5)
    room.step(BAT)
    room.step(BAT)
    for code in JUDGES[1:]:
        room.listen(code)
    with pytest.raises(StillListening) as said:
        room.close()
    assert said.value.what == "Y5-bat is not done."
    room.panel.away(room.id, BAT, "ill")
    assert isinstance(room.judging(BAT).next(), Finished)
    with pytest.raises(NotNow, match="You were away"):
        room.judging(BAT).undo()
    room.judge()
    assert room.close().result is not None
    assert room.docket.result().judges == 3


def test_a_judge_away_after_hearing_everything_counts(room):
    room.open(5)
    for code in JUDGES:
        while isinstance(room.judging(code).next(), Listen):
            room.step(code)
    for code in JUDGES[:3]:
        room.listen(code)
    room.panel.away(room.id, FOX)
    room.judge()
    room.close()
    assert room.docket.result().judges == 4


def test_a_judge_who_was_away_comes_back(room):
    room.open(4)
    room.panel.away(room.id, BAT)
    room.panel.back(room.id, BAT)
    assert isinstance(room.judging(BAT).next(), Listen)


def test_a_judge_who_comes_back_to_a_play_off_they_heard_too_little_for_helps_with_the_reasons(room):
    room.open(2)
    room.panel.away(room.id, BAT)
    while not room.competition.rounds:
        room.step(room.docket.waiting()[0])
    with pytest.raises(NotNow) as said:
        room.panel.back(room.id, BAT)
    assert said.value.fix == "Y5-bat can help to write the reasons."
    room.panel.away(room.id, YAK)
    room.panel.back(room.id, YAK)
    assert YAK in room.docket.waiting()


def test_every_judge_is_away(room):
    room.open(4)
    room.step(BAT)
    for code in JUDGES:
        room.panel.away(room.id, code)
    with pytest.raises(NothingCounts) as said:
        room.close()
    assert said.value.fix == "Name another panel, or give no award this time and say why."
    room.panel.change(room.id, ["Y6-owl"])
    room.judge()
    assert room.close().result.winners


def test_every_judge_knows_every_voice(room):
    room.open(4)
    for code in JUDGES:
        for entry in room.judging(code).entries():
            room.judging(code).knows(entry.submission)
    with pytest.raises(NothingCounts):
        room.close()
    assert room.docket.result().how == "nothing"
    closed = room.close(no_award="Everybody knew every voice, so we listened together and thanked everybody.")
    assert closed.result.winners == ()
    room.write()
    assert announce(room.library, room.id).status == "announced"


def test_two_equal_winners_win_together_and_an_adult_may_only_ask_for_one_more_round(room):
    def level(code: str, entry: str) -> float:
        return by_number(code, entry) >= 4

    room.open(5)
    room.judge(level)
    closed = room.close()
    assert (closed.result.how, len(closed.result.winners)) == ("joint", 2)
    won = [each.animal for each in room.docket.live if each.id in closed.result.winners]
    room.write()
    note = occasion_note(announcement(room.library, room.id))
    assert all(f"Why the {animal}: " in note for animal in won)
    room.panel.one_more_round(room.id)
    assert room.competition.status == "judging"
    room.judge()
    assert len(room.close().result.winners) == 1
    with pytest.raises(NotNow):
        room.panel.one_more_round(room.id)


def test_the_adult_s_round_is_level_too_and_then_it_stays(room):
    def level(code: str, entry: str) -> float:
        return 0

    room.open(2)
    room.judge(level)
    room.close()
    room.panel.one_more_round(room.id)
    room.judge(level)
    assert len(room.close().result.winners) == 2
    with pytest.raises(NotNow, match="already"):
        room.panel.one_more_round(room.id)
    room.write()
    assert announce(room.library, room.id).status == "announced"


def test_the_closing_date_is_moved_with_a_reason_that_is_kept(room):
    later = room.competition.closes + timedelta(7)
    with pytest.raises(NoReason):
        room.competitions.move_closing(room.id, later, "  ")
    moved = room.competitions.move_closing(room.id, later, "Snow: the school was closed.")
    assert (moved.closes, [each.why for each in moved.moves]) == (later, ["Snow: the school was closed."])
    with pytest.raises(BadClosing):
        room.competitions.move_closing(room.id, DAY - timedelta(1), "too early")
    room.open(2)
    with pytest.raises(NotNow):
        room.competitions.move_closing(room.id, later, "Too late now.")


def test_a_competition_that_is_cancelled_keeps_everything_and_can_come_back(room):
    room.open(4)
    room.listen(BAT)
    before = room.docket
    with pytest.raises(NoReason):
        room.competitions.cancel(room.id, "")
    assert room.competitions.cancel(room.id, "The club has no room.").why == "The club has no room."
    with pytest.raises(NotNow):
        room.judging(YAK).heard(before.judgements[1].order[0])
    assert room.docket.judgements == before.judgements
    room.competitions.bring_back(room.id)
    assert room.docket == before


def test_an_announced_competition_is_not_cancelled(room):
    room.open(2)
    room.judge()
    room.close()
    room.write()
    announce(room.library, room.id)
    with pytest.raises(NotNow) as said:
        room.competitions.cancel(room.id, "no")
    assert said.value.what == "“Voice of a villain” has been announced."


def test_somebody_on_the_panel_made_everything(room):
    room.enter(BAT)
    room.competitions.close(room.id)
    with pytest.raises(NoPanel, match="Y5-bat could hear nothing"):
        room.panel.open(room.id, JUDGES)
    assert room.competition.panel == ()


def test_the_panel_is_changed_before_the_play_off(room):
    room.open(4)
    room.listen(BAT)
    said = room.docket.judgement(BAT)
    room.panel.change(room.id, [BAT, "Y6-owl"])
    assert room.docket.judgement(BAT) == said
    assert set(room.docket.waiting()) == {"Y6-owl"}
    room.judge()
    room.close()
    assert room.docket.result().judges == 2


def test_two_programs_enter_for_the_same_pupil_at_the_same_time(room):
    """Both looked before either had written: the turn looks again."""
    first, second = room.a_sound(), room.a_sound()
    room.submissions.enter(room.id, first.id)
    with pytest.raises(CannotEnter, match="handed something in already"):
        room.submissions.enter(room.id, second.id)
    assert len(room.docket.live) == 1
