"""What goes out, and the evidence that comes of it."""

import pytest

from evidence.papers.paper import Heading, Quotation, ToFillIn
from evidence.papers.plain_text import text_bytes
from evidence.review import accept
from lessons.competitions.agenda import agenda, minutes
from lessons.competitions.announcement import announcement
from lessons.competitions.announcing import announce, take_announcement_back
from lessons.competitions.competition import NotNow
from lessons.competitions.kept_result import check, shown_result
from lessons.competitions.meeting import meeting, suggested
from lessons.competitions.reasons import ReasonMissing
from lessons.occasion import Occasions
from lessons.proposals import propose
from rubric.load import shipped_framework
from tests.lessons.competitions.a_competition import JUDGES, Room


@pytest.fixture
def room(tmp_path) -> Room:
    return Room(tmp_path)


@pytest.fixture
def judged(room) -> Room:
    room.open(4)
    room.judge()
    room.close()
    return room


@pytest.fixture
def written(judged) -> Room:
    judged.write()
    return judged


def test_an_announcement_has_all_that_its_papers_are_made_of(written):
    written.competitions.choose_announcers(written.id, ["Y6-elk"])
    said = announcement(written.library, written.id)
    best = written.docket.live[-1]
    assert [(each.animal, each.sound_id, each.makers) for each in said.winners] == [
        (best.animal, best.sound_id, best.makers)
    ]
    assert said.winners[0].reasons == (
        "We chose it because the voice is scary. Listen to the end. It is a villain at once.",
    )
    assert [each.animal for each in said.kind_lines] == sorted(
        each.animal for each in written.docket.live[:3]
    )
    assert said.play_order == (best.id,)
    assert (said.panel, said.announcers, said.entries) == (JUDGES, ("Y6-elk",), 4)


def test_nothing_is_announced_before_every_word_was_checked(room, tmp_path):
    room.open(2)
    with pytest.raises(NotNow):
        announce(room.library, room.id)
    room.judge()
    room.close()
    with pytest.raises(ReasonMissing):
        announce(room.library, room.id)
    assert room.competition.status == "judged"


def test_announcing_makes_the_evidence_for_gold(written):
    known = announce(written.library, written.id)
    assert (known.status, known.announced, known.occasion) == ("announced", written.library.now(), "OC-0001")
    occasion = Occasions(written.library).one(known.occasion)
    assert occasion.kind == "competition"
    assert occasion.led_by == ("Y6-fox", "Y5-bat", "Y5-yak", "Y6-elk")
    assert occasion.people == written.docket.live[-1].makers
    assert occasion.sounds == (written.docket.live[-1].sound_id,)
    assert occasion.year_groups == ("Y4", "Y5", "Y6")
    for words in ("Brief: Voice of a villain.", "a panel of 4 pupils", "Why: We chose it", "Announced on"):
        assert words in occasion.note
    assert "Y4-" not in occasion.note
    proposed = propose(written.library, shipped_framework())
    gold = [entry for entry in proposed if entry.source == occasion.id]
    assert [str(claim) for entry in gold for claim in entry.criteria] == ["MT2:gold"]


def test_an_announcement_is_taken_back_with_all_that_came_of_it(written):
    announce(written.library, written.id)
    (made,) = evidence_of(written)
    assert take_announcement_back(written.library, written.id).status == "judged"
    assert Occasions(written.library).all() == ()
    assert written.library.entry(made.id).status == "binned"
    assert evidence_of(written) == []
    announce(written.library, written.id)
    assert len(Occasions(written.library).all()) == 1
    assert len(evidence_of(written)) == 1


def test_evidence_that_was_accepted_stays_when_the_announcement_is_taken_back(written):
    first = announce(written.library, written.id)
    (made,) = evidence_of(written)
    accept(written.library, made.id)
    take_announcement_back(written.library, written.id)
    assert written.library.entry(made.id).status == "accepted"
    assert announce(written.library, written.id).occasion == first.occasion
    assert len(Occasions(written.library).all()) == 1


def evidence_of(room):
    """What is newly proposed of the competition."""
    return [
        each for each in propose(room.library, shipped_framework()) if "MT2:gold" in map(str, each.criteria)
    ]


def test_a_stop_between_announcing_and_keeping_it_is_made_good(written, monkeypatch):
    from lessons.competitions import announcing

    def stop(*given: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(announcing, "_occasion", stop)
    with pytest.raises(KeyboardInterrupt):
        announce(written.library, written.id)
    monkeypatch.undo()
    assert announce(written.library, written.id).occasion == "OC-0001"


def test_without_an_award_everybody_gets_a_kind_line(judged):
    judged.panel.no_award(judged.id, "Nobody made a villain yet.")
    judged.write()
    said = announcement(judged.library, judged.id)
    assert (said.winners, said.play_order, len(said.kind_lines)) == ((), (), 4)
    assert said.no_award == "Nobody made a villain yet."
    note = Occasions(judged.library).one(announce(judged.library, judged.id).occasion).note
    assert "No award this time: Nobody made a villain yet." in note


def test_pupils_see_winners_and_nothing_of_the_others(judged):
    seen = shown_result(judged.docket, adult=False)
    assert seen.winners == judged.competition.result.winners
    assert (seen.finalists, seen.tied, seen.unjudged, seen.sure, seen.wants) == ((), (), (), "", None)
    assert shown_result(judged.docket, adult=True).finalists


def test_there_is_nothing_to_show_before_judging_has_closed(room):
    room.open(2)
    with pytest.raises(NotNow, match="has no result yet"):
        shown_result(room.docket, adult=True)


def test_a_result_is_worked_out_again_and_a_changed_judgement_is_found(judged):
    assert check(judged.docket).why.endswith("the result is the same.")
    assert check(judged.docket).untouched
    forged = judged.docket
    for mine in forged.judgements:
        pairs = tuple(type(pair)(pair.round, pair.left, pair.right, "same") for pair in mine.pairs)
        forged = forged.with_judgement(mine.with_(pairs=pairs))
    found = check(forged)
    assert not found.untouched
    assert not found.same
    assert "would give another result" in found.why


def test_the_agenda_follows_what_was_done(room):
    assert [item.done for item in meeting(room.library).items] == [True, False, True, True]
    room.open(3)
    told = text_bytes(agenda(room.library)).decode()
    assert "4 judges are not done yet." in told
    room.judge()
    room.close()
    assert "3 entries have no words yet." in text_bytes(agenda(room.library)).decode()
    room.write()
    room.competitions.choose_announcers(room.id, ["Y6-elk"])
    told = text_bytes(agenda(room.library)).decode()
    assert "Everything is written and checked." in told
    assert "1 pupil is ready for it." in told
    announce(room.library, room.id)
    assert "Announced on 3 November 2026: the " in text_bytes(agenda(room.library)).decode()
    assert "Y6-" not in text_bytes(agenda(room.library)).decode()


def test_an_agenda_without_any_competition_offers_three_cards(room):
    room.competitions.cancel(room.id, "No club.")
    now = meeting(room.library)
    assert (now.last, now.next) == (None, None)
    assert len(now.cards) == 3
    assert room.brief not in suggested(room.library, [room.competition])


def test_the_minutes_say_what_was_done_from_the_brief_to_the_announcement(written):
    written.competitions.set("tiny-hero", opens=written.clock.day + written.competition.closes.resolution)
    known = announce(written.library, written.id)
    paper = minutes(written.library, known.id)
    headings = [block.text for block in paper.blocks if isinstance(block, Heading)]
    assert headings == [
        "The brief", "The judging", "The result and the reasons", "The next brief", "The announcement",
    ]  # fmt: skip
    assert [block.said_by for block in paper.blocks if isinstance(block, Quotation)] == ["Y6-fox and Y6-elk"]
    assert not any(isinstance(block, ToFillIn) for block in paper.blocks)
    told = text_bytes(paper).decode()
    assert "Panel: Y5-bat, Y5-yak, Y6-elk and Y6-fox, with an adult (lead)." in told
    assert "chosen by the panel" in told


def test_minutes_before_the_end_leave_gaps_to_fill_in(room):
    gaps = [block for block in minutes(room.library, room.id).blocks if isinstance(block, ToFillIn)]
    assert len(gaps) == 4
    room.competitions.cancel(room.id, "Nobody had time.")
    assert "Nobody had time." in text_bytes(minutes(room.library, room.id)).decode()
