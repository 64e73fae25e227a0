"""Two teachers, each with a program of their own, work in one library at once: nothing is lost."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest

from evidence.check import check_library
from evidence.library import Library
from evidence.safety.people import People
from lessons.assembly.events import Events
from lessons.assembly.rotas import Rotas
from lessons.club.club import Clubs
from lessons.club.sessions import SessionOver, Sessions
from lessons.competitions.briefs import Briefs
from lessons.competitions.competitions import Competitions
from lessons.competitions.submissions import Submissions
from lessons.proposals import propose
from rubric.load import shipped_framework
from tests.evidence.given import NOW, a_library, add_a_sound, again

DAY = NOW.date()


@pytest.fixture
def first(tmp_path: Path) -> Library:
    library = a_library(tmp_path)
    Clubs(library).set(name="Sound Lab")
    return library


@pytest.fixture
def second(first) -> Library:
    return again(first)


def both(*jobs) -> None:
    with ThreadPoolExecutor(len(jobs)) as pool:
        for done in [pool.submit(job) for job in jobs]:
            done.result()


def test_both_mark_the_register_and_every_child_is_in_it_once(first, second):
    codes = [person.code for person in People(first).add("Y4", count=24)]
    (session,) = Sessions(first).plan_term(dates=[DAY])

    def mark(library: Library, mine: list[str]) -> None:
        for code in mine:
            Sessions(library).mark(session.id, code, "here")

    both(lambda: mark(first, codes[:14]), lambda: mark(second, codes[10:]))
    assert sorted(Sessions(again(first)).one(session.id).here) == sorted(codes)
    assert check_library(first) == ()


def test_only_one_of_them_ends_the_session_and_the_other_is_told(first, second):
    (person,) = People(first).add("Y4")
    (session,) = Sessions(first).plan_term(dates=[DAY])
    Sessions(first).mark(session.id, person.code, "here")
    assert Sessions(second).one(session.id).status == "open"
    Sessions(first).hold(session.id)
    with pytest.raises(SessionOver):
        Sessions(second).hold(session.id)
    assert len(propose(second, shipped_framework())) == len(propose(first, shipped_framework())) == 0
    assert Sessions(second).meter().held == 1


def test_both_take_entries_and_both_come_in(first, second):
    made = Competitions(first).set(Briefs(first).all()[0].id, years=("Y4",))
    sounds = [add_a_sound(first, f"Sound {number}", by=f"Y4-{word}") for number, word in enumerate(WORDS)]

    def enter(library: Library, mine) -> None:
        for sound in mine:
            Submissions(library).enter(made.id, sound.id)

    both(lambda: enter(first, sounds[::2]), lambda: enter(second, sounds[1::2]))
    assert {each.sound_id for each in Submissions(again(first)).of(made.id)} == {each.id for each in sounds}


def test_one_cancels_an_event_while_the_other_publishes_the_rota(first, second):
    days = [DAY + timedelta(days=number) for number in range(1, 6)]
    events = [Events(first).add("assembly", day) for day in days]
    rota = Rotas(first).draft(first=DAY, last=days[-1])
    both(lambda: Rotas(first).publish(rota.id), lambda: Events(second).cancel(events[0].id, "Snow"))
    assert Rotas(again(first)).one(rota.id).status == "published"
    assert Events(again(first)).one(events[0].id).status == "cancelled"
    assert check_library(first) == ()


WORDS = ("heron", "otter", "newt", "hare", "toad", "wren", "lynx", "mole")
