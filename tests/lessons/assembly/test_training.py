"""What passports become: once somebody has every skill of a job, it is something that happened."""

from pathlib import Path

import pytest

from evidence.library import Library
from evidence.safety.people import People
from lessons.assembly.passport import Passports
from lessons.assembly.skill import team_role
from lessons.occasion import Occasions
from lessons.proposals import propose
from rubric.load import shipped_framework
from tests.evidence.given import a_library

PICTURE = team_role("picture").skills


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return a_library(tmp_path)


@pytest.fixture
def pupils(library) -> list[str]:
    return [person.code for person in People(library).add("Y6", count=2, role="crew")]


def train(library: Library, code: str) -> None:
    for skill in PICTURE:
        Passports(library).tick(code, skill)


def test_every_skill_of_a_job_signed_is_a_proposal_for_the_team(library, pupils):
    Passports(library).tick(pupils[0], PICTURE[0])
    assert Occasions(library).all("team-training") == () or len(PICTURE) == 1
    train(library, pupils[0])
    (entry,) = propose(library, shipped_framework())
    assert [str(claim) for claim in entry.criteria] == ["MT2:bronze"]
    assert entry.why == f"{pupils[0]} can set up sound or vision, every skill of it signed by an adult."
    assert entry.happened == f"{pupils[0]}: Picture."


def test_who_is_trained_on_one_day_is_one_thing_that_happened(library, pupils):
    for code in pupils:
        train(library, code)
    (trained,) = Occasions(library).all("team-training")
    assert trained.people == tuple(pupils)
    assert trained.year_groups == ("Y6",)


def test_a_tick_taken_back_takes_them_out_and_the_last_one_all_of_it(library, pupils):
    for code in pupils:
        train(library, code)
    propose(library, shipped_framework())
    Passports(library).untick(pupils[0], PICTURE[0])
    (trained,) = Occasions(library).all("team-training")
    assert (trained.people, trained.note) == ((pupils[1],), f"{pupils[1]}: Picture.")
    Passports(library).untick(pupils[1], PICTURE[0])
    assert Occasions(library).all("team-training") == ()
    assert [entry.status for entry in library.entries()] == ["binned"]
