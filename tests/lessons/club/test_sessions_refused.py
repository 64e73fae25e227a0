"""What cannot be in a session: refused in words, and nothing changes."""

from datetime import date, timedelta

import pytest

from evidence.library import NotYetHappened
from lessons.club.planned_sessions import BadLength
from lessons.club.session import Session
from lessons.club.sessions import NotOver
from lessons.occasion import Occasions
from tests.lessons.club.a_club import School


@pytest.fixture
def session(school: School) -> Session:
    """Today's session."""
    return school.plan()[0]


def test_nobody_is_here_in_the_future(school):
    coming = school.plan()[3]
    with pytest.raises(NotYetHappened, match="in the future"):
        school.sessions.mark(coming.id, school.y4[0], "here")
    assert school.sessions.one(coming.id).status == "planned"
    assert school.sessions.mark(coming.id, school.y4[0], "").register == ()


def test_what_has_not_ended_has_no_end_to_be_taken_back(school, session):
    with pytest.raises(NotOver, match="has not ended"):
        school.sessions.again(session.id)
    assert school.sessions.one(session.id) == session


def test_a_session_that_was_held_is_not_moved_into_the_future(school, session):
    held = school.hold(session)
    with pytest.raises(NotYetHappened):
        school.sessions.edit(session.id, date=school.clock.day + timedelta(1))
    assert school.sessions.edit(session.id, date=date(2026, 11, 2)).status == "held"
    assert Occasions(school.library).one(held.occasion).date == date(2026, 11, 2)


@pytest.mark.parametrize("minutes", [-1, 181, 99999])
def test_a_part_takes_a_time_that_can_be(school, session, minutes):
    with pytest.raises(BadLength):
        school.sessions.own_part(session.id, "starter", minutes=minutes)
    assert school.sessions.own_part(session.id, "starter", minutes=180).own[0].minutes == 180


def test_empty_lines_are_no_resources_and_no_steps(school, session):
    assert school.sessions.edit(session.id, resources=["  ", "a drum", ""]).resources == ("a drum",)
    assert school.sessions.own_part(session.id, "starter", do=["  ", "Clap."]).own[0].do == ("Clap.",)
    assert school.sessions.own_part(session.id, "starter", do=["  "]).own == ()
