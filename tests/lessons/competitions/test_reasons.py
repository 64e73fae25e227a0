"""Why the winner was chosen, and one kind line for everybody."""

import pytest

from lessons.competitions.competition import NotNow
from lessons.competitions.reasons import KIND, WINNER, NotEnoughSaid, ReasonMissing, Reasons, sentences
from lessons.competitions.starters import StarterFault, starters, starters_of
from lessons.competitions.steps import Reasons as ReasonsStep
from rubric.tables import parse_table
from tests.lessons.competitions.a_competition import JUDGES, Room

PARTS = {"quality": "We chose it for its echo!", "where": "Hear the end", "brief": "It is a villain."}


@pytest.fixture
def room(tmp_path) -> Room:
    room = Room(tmp_path)
    room.open(3)
    first = room.judging(JUDGES[0])
    entry = first.next().entry.submission
    first.heard(entry)
    first.note(entry, "I liked the rain")
    room.judge()
    room.close()
    return room


def winner(room: Room) -> str:
    return room.competition.result.winners[0]


def other(room: Room) -> str:
    return next(each.id for each in room.docket.live if each.id != winner(room))


def test_words_are_wanted_for_every_entry(room):
    wanted = Reasons(room.library, room.id).wanted()
    assert sorted(kind for _, kind in wanted) == [KIND, KIND, WINNER]
    step = room.judging(JUDGES[0]).next()
    assert isinstance(step, ReasonsStep)
    assert [entry.submission for entry in step.winners] == [winner(room)]
    assert len(step.kind_lines) == 2


def test_a_winner_s_reason_has_a_quality_a_place_and_the_brief_word_for_word(room):
    reasons = Reasons(room.library, room.id)
    kept = reasons.say_why(winner(room), **PARTS, by=["Y6-fox", "y6-elk"])
    assert kept.text == "We chose it for its echo! Hear the end. It is a villain."
    assert kept.where == "Hear the end"
    assert kept.codes == ("Y6-fox", "Y6-elk")


@pytest.mark.parametrize("missing", ["quality", "where", "brief"])
def test_nothing_of_it_may_be_missing(room, missing):
    with pytest.raises(NotEnoughSaid, match="is missing"):
        Reasons(room.library, room.id).say_why(winner(room), **(PARTS | {missing: " "}), by=["Y6-fox"])


def test_marks_alone_are_no_sentences(room):
    with pytest.raises(NotEnoughSaid, match="One sentence is not enough"):
        Reasons(room.library, room.id).say_why(
            winner(room), quality="It is good", where="!", brief="...", by=["Y6-fox"]
        )


@pytest.mark.parametrize(
    ("text", "number"),
    [("", 0), ("One", 1), ("One.", 1), ("One... Two!", 2), ("?!.", 0), ("We like it. Do you? Yes", 3)],
)
def test_sentences_are_counted(text, number):
    assert sentences(text) == number


def test_nobody_writes_about_their_own(room):
    with pytest.raises(NotEnoughSaid, match="who did not make it"):
        Reasons(room.library, room.id).say_kindly(other(room), "Great.", by=["Y4-1", "Y4-2", "Y4-3"])
    with pytest.raises(NotEnoughSaid, match="who did not make it"):
        Reasons(room.library, room.id).say_kindly(other(room), "Great.", by=[])


def test_of_those_at_the_keyboard_whoever_made_it_is_left_out(room):
    entry = other(room)
    [maker, *_] = room.docket.submission(entry).makers
    said = Reasons(room.library, room.id).say_kindly(entry, "Great.", by=[maker, JUDGES[0]])
    assert said.codes == (JUDGES[0],)


def test_the_winner_gets_reasons_and_the_others_a_kind_line(room):
    reasons = Reasons(room.library, room.id)
    with pytest.raises(NotEnoughSaid, match=r"The [a-z ]+ won"):
        reasons.say_kindly(winner(room), "Great.", by=["Y6-fox"])
    said = {"quality": "Loud.", "where": "At the end.", "brief": "A villain."}
    with pytest.raises(NotEnoughSaid, match=r"The [a-z ]+ is not a winner"):
        reasons.say_why(other(room), **said, by=["Y6-fox"])
    with pytest.raises(NotEnoughSaid, match="Somebody on the panel"):
        reasons.say_kindly(other(room), "Great.", by=["Y1-nobody"])
    with pytest.raises(NotEnoughSaid, match="no words"):
        reasons.say_kindly(other(room), " ", by=["Y6-fox"])
    assert reasons.say_kindly(other(room), "We liked the rain", by=["Y6-fox"]).text == "We liked the rain."


def test_an_adult_reads_it_and_asks_for_another_wording_and_nothing_that_was_said_is_lost(room):
    reasons = Reasons(room.library, room.id)
    kept = reasons.say_kindly(other(room), "At least you tried.", by=["Y6-fox"])
    assert reasons.unread() == (kept,)
    assert reasons.ask_again(kept.id, "Say what is good in it.").checked == "again"
    assert other(room) in [entry.submission for entry, _ in reasons.wanted()]
    again = reasons.say_kindly(other(room), "The rain is lovely.", by=["Y6-elk"])
    assert again.id == kept.id
    assert [(each.text, each.asked) for each in again.earlier] == [
        ("At least you tried.", "Say what is good in it.")
    ]
    assert reasons.okay(again.id).checked == "okay"
    assert reasons.unread() == ()


def test_nothing_is_announced_while_words_are_missing_or_unread(room):
    reasons = Reasons(room.library, room.id)
    with pytest.raises(ReasonMissing, match="3 entries have no words yet"):
        reasons.need_ready()
    for entry, kind in reasons.wanted():
        if kind == KIND:
            reasons.say_kindly(entry.submission, "Lovely.", by=["Y6-fox"])
        else:
            reasons.say_why(entry.submission, **PARTS, by=["Y6-fox"])
    with pytest.raises(ReasonMissing, match="3 texts were not read by an adult yet"):
        reasons.need_ready()
    for reason in reasons.unread():
        reasons.okay(reason.id)
    reasons.need_ready()


def test_what_judges_wrote_while_listening_begins_a_kind_line(room):
    noted = next(each.submission for each in room.docket.judgement(JUDGES[0]).notes)
    assert Reasons(room.library, room.id).suggested(noted) == ("I liked the rain",)


def test_what_was_better_in_a_pair_begins_a_reason(tmp_path):
    room = Room(tmp_path / "other")
    room.open(2, JUDGES[:1])
    judging = room.judging(JUDGES[0])
    while not room.competition.rounds:
        room.step(JUDGES[0])
    step = judging.next()
    judging.heard(step.left.submission)
    judging.heard(step.right.submission)
    judging.prefer("left", liked="The echo at the end")
    assert Reasons(room.library, room.id).suggested(step.left.submission) == ("The echo at the end",)
    assert Reasons(room.library, room.id).suggested(step.right.submission) == ()


def test_words_wait_for_the_result(tmp_path):
    room = Room(tmp_path / "other")
    room.open(2)
    with pytest.raises(NotNow):
        Reasons(room.library, room.id).say_kindly(room.docket.live[0].id, "Lovely.", by=["Y6-fox"])


def test_every_starter_has_a_gap_and_none_compares():
    every = starters()
    for text in (*every.quality, *every.where, *every.brief, *every.kind):
        assert "..." in text
        assert not {"better", "best of", "than", "worse"} & set(text.lower().split())
        assert len(text.split()) <= 12


def test_a_starter_without_a_gap_is_told():
    text = 'quality = ["..."]\nwhere = ["..."]\nbrief = ["It fits."]\nkind = ["..."]\n'
    with pytest.raises(StarterFault, match="has no gap") as said:
        starters_of(parse_table(text.encode(), "reason-starters.toml", StarterFault))
    assert said.value.key == "brief"
