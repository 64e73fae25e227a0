"""Sounds of the club: what is made while a session is on carries it, and shows the club for it."""

from pathlib import Path

import pytest

from evidence.library import Library
from evidence.safety.people import People
from evidence.sound import Sound
from lessons.club.club import Clubs
from lessons.club.member import Members
from lessons.club.session import Session
from lessons.club.sessions import Sessions
from lessons.proposals import propose
from rubric.load import shipped_framework
from studio import takes
from studio.audio.recipe import Step
from tests.builders import a_sine, a_wav
from tests.evidence.given import a_library


@pytest.fixture
def library(tmp_path: Path) -> Library:
    library = a_library(tmp_path)
    Clubs(library).set(name="Sound Lab")
    return library


@pytest.fixture
def session(library) -> Session:
    (planned,) = Sessions(library).plan_term(dates=[library.now().date()])
    return planned


def a_sound(library: Library, tmp_path: Path, **given: str) -> Sound:
    wav = a_wav(tmp_path / f"{given['title']}.wav", a_sine(0.2))
    return takes.add_sound(library, wav, **given)


def test_a_sound_carries_the_session_that_is_open(library, session, tmp_path):
    assert a_sound(library, tmp_path, title="Before").session == ""
    Sessions(library).open(session.id)
    assert a_sound(library, tmp_path, title="In it").session == session.id
    assert [sound.title for sound in Sessions(library).sounds(session.id)] == ["In it"]


def test_a_changed_sound_of_a_session_shows_the_club_whatever_year_group_it_is_of(library, session, tmp_path):
    (person,) = People(library).add("Y4")
    Members(library).join(person.code)
    Sessions(library).mark(session.id, person.code, "here")
    guest = a_sound(library, tmp_path, title="A guest", year="Y6")
    takes.do(library, guest, Step.parse("reverse"))
    Sessions(library).hold(session.id)
    shown = {entry.title: set(map(str, entry.criteria)) for entry in propose(library, shipped_framework())}
    assert {"MT3:gold", "C6:silver"} <= shown["A guest"]
