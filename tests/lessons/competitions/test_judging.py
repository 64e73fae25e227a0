"""One judge's part: what is heard, asked, answered and taken back."""

import random
from contextlib import suppress

import pytest

from lessons.competitions.briefs import Briefs
from lessons.competitions.competition import NotNow
from lessons.competitions.hearing import open_to
from lessons.competitions.judging import Judging, NotAJudge
from lessons.competitions.saying import BadAnswer, HeardEnough, NotHeard
from lessons.competitions.steps import Finished, Listen, PlayOff, Star, Wait
from lessons.competitions.taking_back import NothingToTakeBack
from tests.lessons.competitions.a_competition import JUDGES, Room

BAT, YAK, ELK, FOX = JUDGES


@pytest.fixture
def room(tmp_path) -> Room:
    return Room(tmp_path)


def first(room: Room, code: str = BAT) -> tuple[Judging, Listen]:
    judging = room.judging(code)
    step = judging.next()
    assert isinstance(step, Listen)
    return judging, step


def test_a_judge_hears_an_entry_then_answers_then_goes_on(room):
    room.open(4)
    judging, step = first(room)
    assert (step.number, step.of, step.times, step.answers) == (1, 4, 0, {})
    assert [question.id for question in step.asks] == ["fits", "sound", "ideas", "new"]
    judging.heard(step.entry.submission)
    for question in step.asks[:3]:
        said = judging.answer(step.entry.submission, question.id, 2)
        assert isinstance(said, Listen)
        assert said.entry == step.entry
    said = judging.answer(step.entry.submission, "new", 4)
    assert isinstance(said, Listen)
    assert said.number == 2


def test_what_a_judge_sees_of_an_entry_is_its_animal_and_how_long_it_is_heard(room):
    room.open(4)
    seen = {entry.animal for entry in room.judging(BAT).entries()}
    assert len(seen) == 4
    for entry in room.judging(BAT).entries():
        assert entry.__slots__ == ("submission", "animal", "seconds")
        assert not any(letter.isdigit() for letter in entry.animal)


def test_every_judge_has_an_order_of_their_own_that_comes_again_from_the_seed(room):
    room.open(8)
    orders = [judgement.order for judgement in room.docket.judgements]
    assert len(set(orders)) == len(orders)
    assert {frozenset(order) for order in orders} == {room.docket.ids}
    for judgement in room.docket.judgements:
        again = sorted(judgement.order)
        random.Random(f"{room.competition.seed}/{judgement.code}").shuffle(again)
        assert judgement.order == tuple(again)


def test_nothing_is_answered_before_it_was_heard(room):
    room.open(4)
    judging, step = first(room)
    with pytest.raises(NotHeard):
        judging.answer(step.entry.submission, "fits", 3)
    with pytest.raises(NotHeard):
        judging.heard(judging.judgement.order[1])
    with pytest.raises(NotHeard):
        judging.star(step.entry.submission)
    with pytest.raises(NotHeard):
        judging.prefer("left")


def test_what_a_question_does_not_have_is_no_answer(room):
    room.open(4)
    judging, step = first(room)
    judging.heard(step.entry.submission)
    with pytest.raises(BadAnswer):
        judging.answer(step.entry.submission, "fits", 5)
    with pytest.raises(BadAnswer):
        judging.answer(step.entry.submission, "fit", 3)


def test_a_sound_heard_twice_is_not_heard_again_and_then_the_others_are_heard_twice_too(room):
    room.open(3)
    judging, step = first(room)
    judging.heard(step.entry.submission)
    judging.heard(step.entry.submission)
    with pytest.raises(HeardEnough):
        judging.heard(step.entry.submission)
    for question in step.asks:
        judging.answer(step.entry.submission, question.id, 1)
    room.listen(BAT)
    assert [judging.judgement.times(each) for each in room.judging(BAT).judgement.order] == [2, 0, 0]
    assert {heard.times for heard in room.docket.judgement(BAT).heard} == {2}


def test_stars_are_up_to_three_and_for_different_entries(room):
    room.open(5)
    judging = room.judging(BAT)
    while isinstance(judging.next(), Listen):
        room.step(BAT)
    step = judging.next()
    assert isinstance(step, Star)
    assert (step.most, len(step.entries)) == (3, 5)
    ids = [entry.submission for entry in step.entries]
    with pytest.raises(BadAnswer):
        judging.star(*ids[:4])
    with pytest.raises(NotHeard):
        judging.star("SB-0099")
    assert isinstance(judging.star(ids[0], ids[0], ids[1]), Wait)
    assert judging.judgement.stars == (ids[0], ids[1])


def test_the_play_off_begins_when_the_last_judge_is_done(room):
    room.open(5)
    for code in JUDGES[:3]:
        assert room.listen(code) == Wait(len(JUDGES) - JUDGES.index(code) - 1, room.judging(code).next().why)
    assert not room.competition.rounds
    while isinstance(room.judging(FOX).next(), Listen | Star):
        room.step(FOX)
    assert [each.kind for each in room.competition.rounds] == ["play-off"]
    assert isinstance(room.judging(BAT).next(), PlayOff)


def test_both_of_a_pair_are_heard_before_one_is_chosen(room):
    room.open(2)
    for code in JUDGES:
        while isinstance(room.judging(code).next(), Listen):
            room.step(code)
    judging = room.judging(BAT)
    step = judging.next()
    assert isinstance(step, PlayOff)
    judging.heard(step.left.submission)
    with pytest.raises(NotHeard):
        judging.prefer("left")
    judging.heard(step.right.submission)
    with pytest.raises(BadAnswer):
        judging.prefer("SB-0077")
    judging.prefer(step.right.submission, liked="  The echo at the end. ")
    assert judging.judgement.pairs[-1].better == step.right.submission
    assert judging.judgement.pairs[-1].liked == "The echo at the end."
    assert judging.judgement.listening == ()


def test_one_more_round_asks_what_the_brief_asks_for_a_tie(room):
    brief = Briefs(room.library).add("The lift", "A lift", shortest=1, tie_break="Which one would you ride?")
    room.id = room.competitions.set(brief.id).id
    room.open(2, JUDGES[:2])
    for _ in range(2):
        for code in JUDGES[:2]:
            while isinstance(room.judging(code).next(), Listen):
                room.step(code)
    step = room.judging(BAT).next()
    assert isinstance(step, PlayOff)
    assert (step.asks, step.more) == ("Which one is better for this brief?", False)
    room.step(BAT, lambda code, entry: 0)
    room.step(YAK, lambda code, entry: 0)
    step = room.judging(BAT).next()
    assert isinstance(step, PlayOff)
    assert (step.asks, step.more) == ("Which one would you ride?", True)


def test_the_last_answer_can_be_taken_back_one_after_the_other(room):
    room.open(4)
    judging, step = first(room)
    judging.heard(step.entry.submission)
    judging.answer(step.entry.submission, "fits", 1)
    judging.answer(step.entry.submission, "fits", 4)
    said = judging.undo()
    assert isinstance(said, Listen)
    assert said.answers == {"fits": 1}
    said = judging.undo()
    assert isinstance(said, Listen)
    assert said.answers == {}
    with pytest.raises(NothingToTakeBack):
        judging.undo()


def test_stars_that_began_the_play_off_can_be_taken_back_until_somebody_compared_a_pair(room):
    room.open(5)
    for code in JUDGES[:3]:
        room.listen(code)
    while isinstance(room.judging(FOX).next(), Listen | Star):
        room.step(FOX)
    assert room.competition.rounds
    assert isinstance(room.judging(FOX).undo(), Star)
    assert not room.competition.rounds
    assert all(not judgement.duels for judgement in room.docket.judgements)
    room.step(FOX)
    room.step(BAT)
    with pytest.raises(NothingToTakeBack):
        room.judging(FOX).undo()
    assert room.competition.rounds


def test_a_pair_can_be_taken_back(room):
    room.open(2)
    for code in JUDGES:
        while isinstance(room.judging(code).next(), Listen):
            room.step(code)
    room.step(BAT)
    assert len(room.docket.judgement(BAT).pairs) == 1
    assert isinstance(room.judging(BAT).undo(), PlayOff)
    assert room.docket.judgement(BAT).pairs == ()


def test_after_the_play_off_began_answers_stay_as_they_are(room):
    room.open(2)
    for code in JUDGES:
        while isinstance(room.judging(code).next(), Listen):
            room.step(code)
    with pytest.raises(NotNow):
        room.judging(BAT).answer(room.docket.judgement(BAT).order[0], "fits", 1)


def test_who_knows_a_voice_sets_that_judgement_aside_and_can_take_it_back(room):
    room.open(5)
    judging, step = first(room)
    judging.heard(step.entry.submission)
    judging.answer(step.entry.submission, "fits", 1)
    said = judging.knows(step.entry.submission)
    assert isinstance(said, Listen)
    assert said.entry != step.entry
    assert step.entry not in judging.entries()
    assert judging.undo().entry == step.entry
    judging.knows(step.entry.submission)
    room.judge()
    assert step.entry.submission not in [pair.left for pair in room.docket.judgement(BAT).pairs]
    assert room.docket.result().judges == 4


def test_a_judge_who_knows_everything_is_done(room):
    room.open(3)
    judging = room.judging(BAT)
    for entry in judging.entries():
        judging.knows(entry.submission)
    assert isinstance(judging.next(), Wait)


def test_what_an_adult_should_know_is_kept_and_stops_nothing(room):
    room.open(4)
    judging, step = first(room)
    assert judging.tell_adult("Somebody says a bad word.", step.entry.submission) == step
    assert judging.tell_adult("I feel ill.") == step
    told = room.panel.told(room.id)
    assert [(code, each.submission, each.text) for code, each in told] == [
        (BAT, step.entry.submission, "Somebody says a bad word."),
        (BAT, "", "I feel ill."),
    ]
    with pytest.raises(BadAnswer):
        judging.tell_adult("  ")


def test_what_was_liked_is_kept_word_for_word_and_can_be_written_again(room):
    room.open(4)
    judging, step = first(room)
    judging.heard(step.entry.submission)
    judging.note(step.entry.submission, "I liked the part where it hisses")
    judging.note(step.entry.submission, "I liked the part where the snake hisses")
    assert [note.text for note in judging.judgement.notes] == ["I liked the part where the snake hisses"]
    judging.note(step.entry.submission, "")
    assert judging.judgement.notes == ()


def test_only_judges_judge_and_only_while_it_is_judged(room):
    room.open(4)
    with pytest.raises(NotAJudge):
        room.judging("Y4-otter")
    room.judge()
    room.close()
    assert not isinstance(room.judging(BAT).next(), Listen)
    with pytest.raises(NotNow):
        room.judging(BAT).undo()


def test_nobody_hears_their_own_or_what_they_made_with_somebody(room):
    room.competitions.cancel(room.id, "another rule")
    room.id = room.competitions.set(room.brief.id, who_may="pairs").id
    own = room.submissions.enter(room.id, room.a_sound(BAT, partners=("Y5-yak",)).id)
    room.enter("Y6-fox", "Y4-newt", "Y4-wren")
    room.competitions.close(room.id)
    room.panel.open(room.id, JUDGES)
    for code in (BAT, YAK):
        assert own.id not in room.docket.judgement(code).order
        with pytest.raises(NotHeard):
            room.judging(code).heard(own.id)
    room.judge()
    for code, makers in ((BAT, own), (YAK, own)):
        mine = room.docket.judgement(code)
        assert makers.id not in {heard.submission for heard in mine.heard}
        assert makers.id not in {each for duel in mine.duels for each in (duel.left, duel.right)}


@pytest.mark.parametrize("seed", range(4))
def test_however_judges_go_about_it_everything_that_counts_was_heard_equally_often(room, seed):
    """They hear twice, know a voice, take back and change their minds."""
    chance = random.Random(seed)
    room.open(5, JUDGES[:2])
    while room.docket.waiting():
        code = chance.choice(room.docket.waiting())
        judging, what = room.judging(code), chance.random()
        step = judging.next()
        if what < 0.1 and judging.judgement.done:
            with suppress(NothingToTakeBack):  # once the others are in the play-off
                judging.undo()
        elif what < 0.15 and len(judging.entries()) > 2:
            judging.knows(judging.entries()[0].submission)
        elif what < 0.3 and isinstance(step, Listen) and step.times == 1:
            judging.heard(step.entry.submission)
        else:
            room.step(code)
    for judgement in room.docket.judgements:
        assert len({judgement.times(each) for each in open_to(judgement, room.docket.ids)}) == 1
    assert room.close().result is not None
    room.competitions.cancel(room.id, "the end of this test")
    assert isinstance(room.judging(JUDGES[0]).next(), Finished)
