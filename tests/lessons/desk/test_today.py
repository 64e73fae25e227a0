"""What the desk says in a school where things go on."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from evidence.library import Library
from evidence.safety.people import People
from lessons.assembly.events import Events
from lessons.assembly.passport import Passports
from lessons.assembly.rotas import Rotas
from lessons.assembly.skill import team_role
from lessons.club.club import Clubs
from lessons.club.sessions import Sessions
from lessons.competitions.briefs import Briefs
from lessons.competitions.competitions import Competitions
from lessons.competitions.judging import Judging
from lessons.competitions.panel import Panel
from lessons.competitions.submissions import Submissions
from lessons.desk.matter import day_near
from lessons.desk.today import of_places, room, today
from rubric.load import shipped_framework
from tests.evidence.given import NOW, a_draft, a_library, add_a_sound

DAY = NOW.date()


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return a_library(tmp_path)


def test_a_new_library_says_where_to_begin(library):
    said = of_places(library)
    assert said["club"] == "no club yet: give it a name"
    assert said["competition"].startswith("none set yet for ")
    assert said["assembly"] == "no event planned"
    assert all(matter.place for matter in today(library, shipped_framework()))


def test_the_session_of_today_comes_with_its_number_and_time(library):
    Clubs(library).set(name="Sound Lab", begins="15:30")
    sessions = Sessions(library)
    (planned,) = sessions.plan_term(dates=[DAY])
    assert of_places(library)["club"] == "session 1 of 6 today at 15:30, Sound Lab"
    (person,) = People(library).add("Y4")
    sessions.mark(planned.id, person.code, "here")
    assert "going on" in of_places(library)["club"]
    sessions.hold(planned.id)
    assert of_places(library)["club"] == "session 1 of 6 today at 15:30, held, Sound Lab"
    assert not any(matter.now for matter in room(library))


def test_a_competition_says_how_long_and_how_many(library):
    brief = Briefs(library).all()[0]
    made = Competitions(library).set(brief.id, title="Villain", closes=DAY + timedelta(days=3))
    assert of_places(library)["competition"] == "“Villain”  3 days to enter, 0 entries"
    Competitions(library).close(made.id)
    assert "an adult opens the judging" in of_places(library)["competition"]
    Competitions(library).cancel(made.id, "Snow")
    assert of_places(library)["competition"].startswith("none set yet")


def test_the_next_event_says_who_is_on_duty_and_where_nobody_is(library):
    Events(library).add("assembly", DAY + timedelta(days=1), begins="09:10", roles=("picture", "sound"))
    assert of_places(library)["assembly"] == "Tomorrow, 09:10: Assembly"
    (person,) = People(library).add("Y6", role="crew")
    passports = Passports(library)
    for skill in team_role("picture").skills:
        passports.tick(person.code, skill)
    rotas = Rotas(library)
    rotas.publish(rotas.draft(first=DAY, last=DAY + timedelta(days=7)).id)
    said = of_places(library)["assembly"]
    assert said == f"Tomorrow, 09:10: Picture {person.code}, Sound (nobody)"


def test_what_waits_comes_first_and_evidence_to_accept_is_counted(library):
    library.add_entry(a_draft(status="proposed"))
    first = today(library, shipped_framework())[0]
    assert (first.place, first.now, first.words) == ("proposals", True, "1 piece of evidence to accept")


@pytest.mark.parametrize(
    ("days", "words"), [(0, "today"), (1, "tomorrow"), (3, "Friday"), (7, "1 December"), (-1, "23 November")]
)
def test_days_are_said_as_people_say_them(days, words):
    tuesday = date(2026, 11, 24)
    assert day_near(tuesday + timedelta(days=days), tuesday) == words


def test_what_a_judge_tells_an_adult_stands_on_top(library):
    made = Competitions(library).set(Briefs(library).all()[0].id, title="Villain", years=("Y4",))
    for word in ("heron", "otter"):
        sound = add_a_sound(library, word, hertz=200.0 + len(word), by=f"Y4-{word}")
        Submissions(library).enter(made.id, sound.id)
    Competitions(library).close(made.id)
    Panel(library).open(made.id, ["Y6-fox"])
    Judging(library, made.id, "Y6-fox").tell_adult("One of them cries.")
    first = today(library, shipped_framework())[0]
    assert (first.now, first.words) == (True, "a judge wants an adult to know something: “Villain”")
    assert not any("adult to know" in matter.words for matter in room(library))
