"""Somebody's everything is erased while a competition goes on: the others go on."""

import orjson
import pytest

from evidence.papers.plain_text import text_bytes
from evidence.safety.people import People
from evidence.safety.withdrawal import withdraw
from lessons.competitions.agenda import minutes
from lessons.competitions.announcement import announcement
from lessons.competitions.announcing import announce
from lessons.competitions.bonds import Bonds
from lessons.competitions.kept_result import check, shown_result
from lessons.competitions.reasons import Reasons
from lessons.competitions.result import HOW
from rubric.load import shipped_framework
from tests.lessons.competitions.a_competition import JUDGES, Room


@pytest.fixture
def room(tmp_path) -> Room:
    return Room(tmp_path)


def erase(room: Room, code: str) -> None:
    withdraw(room.library, code=code, framework=shipped_framework())
    told = ("person", "erasure")  # the code alone, so that nobody else gets it
    kept = [orjson.dumps(each.fields) for each in room.library.records() if each.kind not in told]
    assert not [each for each in kept if f'"{code}"'.encode() in each]


def test_a_pupil_who_handed_something_in(room):
    room.open(5)
    room.listen(JUDGES[0])
    erase(room, "Y4-5")
    assert len(room.docket.live) == 4
    room.judge()
    assert room.close().result.winners == (room.docket.live[-1].id,)
    room.write()
    assert announce(room.library, room.id).status == "announced"


def test_a_judge(room):
    Bonds(room.library).add([JUDGES[0], "Y4-1"])
    room.open(5)
    for code in JUDGES[:2]:
        room.listen(code)
    erase(room, JUDGES[0])
    assert room.competition.panel == JUDGES[1:]
    room.judge()
    room.close()
    assert room.docket.result().judges == 3


def test_the_winner_after_the_announcement(room):
    room.open(4)
    room.judge()
    room.close()
    room.write()
    announce(room.library, room.id)
    erase(room, "Y4-4")
    shown = shown_result(room.docket, adult=True)
    assert (shown.winners, shown.sure) == ((), "")
    assert HOW[shown.how] == "The winner was taken out afterwards."
    assert not check(room.docket).same
    said = announcement(room.library, room.id)
    assert (said.winners, said.no_award) == ((), "The winner was taken out afterwards.")
    assert len(Reasons(room.library, room.id).all()) == 3
    paper = minutes(room.library, room.id)
    assert paper.title == "Minutes: Voice of a villain"
    assert "The winner was taken out afterwards." in text_bytes(paper).decode()


def test_who_wrote_the_reasons(room):
    room.open(3)
    room.judge()
    room.close()
    room.write()
    erase(room, "Y6-elk")
    assert {code for each in Reasons(room.library, room.id).all() for code in each.codes} == {"Y6-fox"}
    assert not [person for person in People(room.library).all() if person.code == "Y6-elk" and person.is_here]
