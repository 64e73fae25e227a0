"""The team: its jobs, skills and passports."""

from datetime import date

import pytest

from evidence.safety.adults import AdultsOnly
from evidence.safety.people import People, UnknownPerson
from lessons.assembly.away import Aways, BackwardDays
from lessons.assembly.passport import Passports
from lessons.assembly.skill import (
    TeamFault,
    UnknownSkill,
    UnknownTeamRole,
    skill,
    team_role,
    team_rules,
    team_rules_of,
)
from lessons.assembly.team import Team
from rubric.tables import parse_table
from tests.lessons.assembly.a_team import NOW, a_school, a_team, add_pupil, also_open

SMALL = """
[[skills]]
id = "cables"
title = "I can lay cables"
shows = "They lie flat."
[[roles]]
id = "floor"
title = "Floor"
does = "looks after cables"
skills = ["cables"]
[[signals]]
sign = "Thumb up"
means = "Ready"
"""


def test_there_are_four_jobs_and_eight_skills_and_each_skill_is_for_a_job():
    rules = team_rules()
    assert [role.title for role in rules.roles] == ["Picture", "Sound", "Cues", "Floor"]
    assert len(rules.skills) == 8
    assert {each for role in rules.roles for each in role.skills} == {each.id for each in rules.skills}
    assert [each.means for each in rules.signals] == [
        "Louder",
        "Quieter",
        "Stop the sound",
        "Ready",
        "I cannot hear",
    ]


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('skills = ["cables"]', 'skills = ["cabels"]', "roles.floor.skills"),
        ('title = "Floor"', "", "roles.floor.title"),
        ('id = "cables"', 'id = "Cables!"', "skills.Cables!.id"),
        ('means = "Ready"', 'mean = "Ready"', "signals.1.means"),
    ],
)
def test_each_fault_of_the_file_names_its_key(old, new, key):
    assert team_rules_of(parse_table(SMALL.encode(), "roles.toml", TeamFault)).roles[0].id == "floor"
    with pytest.raises(TeamFault) as caught:
        team_rules_of(parse_table(SMALL.replace(old, new).encode(), "roles.toml", TeamFault))
    assert caught.value.key == key


def test_a_mistyped_job_or_skill_is_told_with_the_right_one():
    assert (team_role(" Sound ").id, skill("Windows P").id) == ("sound", "windows-p")
    with pytest.raises(UnknownTeamRole, match="Did you mean “sound”"):
        team_role("soud")
    with pytest.raises(UnknownSkill, match="Did you mean “volume”"):
        skill("volum")


def test_skills_decide_who_is_trained(tmp_path):
    library = a_school(tmp_path)
    add_pupil(library, "Y5-fox", trained=())
    assert not Team(library).trained("Y5-fox", "sound")
    Passports(library).tick("Y5-fox", "power-order", adult="lead")
    assert Passports(library).of("Y5-fox").still_needs("sound") == ("volume",)
    Passports(library).tick("y5-fox", "volume")
    (member,) = Team(library).members()
    assert (member.trained, member.learning[0]) == (("sound",), "picture")
    assert Team(library).trained_for("sound") == ("Y5-fox",)
    first = Passports(library).of("Y5-fox").ticks[0]
    assert (first.skill, first.adult, first.when) == ("power-order", "lead", NOW)


def test_a_job_is_learnt_first_where_least_is_missing(tmp_path):
    library = a_school(tmp_path)
    add_pupil(library, "Y5-fox", trained=())
    Passports(library).tick("Y5-fox", "cables")
    assert Team(library).members()[0].learning[0] == "floor"


def test_a_tick_can_be_taken_back_and_a_second_one_changes_nothing(tmp_path):
    library = a_school(tmp_path)
    add_pupil(library, "Y5-fox", trained=("floor",))
    before = Passports(library).of("Y5-fox")
    assert Passports(library).tick("Y5-fox", "cables") == before
    assert Passports(library).untick("Y5-fox", "cables").skills == ("microphones",)
    assert not Team(library).trained("Y5-fox", "floor")


def test_two_programs_begin_one_passport(tmp_path):
    library = a_school(tmp_path)
    add_pupil(library, "Y5-fox", trained=())
    Passports(also_open(library)).tick("Y5-fox", "cables")
    Passports(library).tick("Y5-fox", "cues")
    assert Passports(library).of("Y5-fox").skills == ("cables", "cues")
    assert len(library.store.all("passport")) == 1


def test_only_an_adult_ticks_and_only_for_somebody_who_is_there(tmp_path):
    library = a_school(tmp_path)
    add_pupil(library, "Y5-fox", trained=())
    with pytest.raises(UnknownPerson):
        Passports(library).tick("Y5-newt", "cables")
    library.adults.set_pin("482913")
    library.adults.lock()
    with pytest.raises(AdultsOnly):
        Passports(library).tick("Y5-fox", "cables")


def test_pupils_join_and_leave_the_team_and_keep_their_passport(tmp_path):
    library = a_school(tmp_path)
    a_team(library, ("Y5-fox", "Y6-otter"))
    Team(library).leave("Y5-fox")
    assert [member.code for member in Team(library).members()] == ["Y6-otter"]
    Team(library).join("Y5-fox")
    assert Team(library).trained("Y5-fox", "sound")
    assert Team(library).by_year() == {"Y5": 1, "Y6": 1}
    People(library).leave("Y6-otter")
    assert [member.code for member in Team(library).members()] == ["Y5-fox"]


def test_days_away_can_be_taken_back(tmp_path):
    library = a_school(tmp_path)
    a_team(library, ("Y5-fox",))
    away = Aways(library).add("Y5-fox", date(2026, 11, 6), date(2026, 11, 8))
    assert away.covers(date(2026, 11, 7))
    assert not away.covers(date(2026, 11, 9))
    assert Aways(library).strike(away.id).struck
    assert Aways(library).all() == ()
    Aways(library).strike(away.id, struck=False)
    assert [each.id for each in Aways(library).all("Y5-fox")] == [away.id]
    with pytest.raises(BackwardDays):
        Aways(library).add("Y5-fox", date(2026, 11, 8), date(2026, 11, 6))
