from datetime import date, timedelta

import pytest

from evidence.library import NotYetHappened
from evidence.safety.adults import AdultsOnly
from evidence.safety.withdrawal import withdraw
from lessons.club.teaching import BadTeaching, Teachings
from lessons.occasion import Occasions
from lessons.proposals import propose
from rubric.load import shipped_framework


def test_teaching_is_logged_and_proposed_as_evidence(school):
    made = Teachings(school.library).add(school.y6[:2], "beats", ["Y2"], 20, note="They can count to 4.")
    assert (made.codes, made.tool, made.year_groups, made.minutes) == (school.y6[:2], "beats", ("Y2",), 20)
    (entry,) = propose(school.library, shipped_framework())
    assert [str(claim) for claim in entry.criteria] == ["MT2:silver"]
    assert entry.title == "Beats for Y2"
    assert entry.happened == "It took 20 minutes.\nThey can count to 4.\nWith: beats."


def test_it_is_taken_back_with_what_came_of_it(school):
    teachings = Teachings(school.library)
    made = teachings.add(school.y6[:1], "beats", ["Y2"], 20)
    propose(school.library, shipped_framework())
    teachings.take_back(made.id)
    assert teachings.all() == ()
    assert Occasions(school.library).all() == ()
    assert [entry.status for entry in school.library.entries()] == ["binned"]


def test_only_an_adult_takes_back_what_is_of_another_day(school):
    made = Teachings(school.library).add(school.y6[:1], "beats", ["Y2"], 20)
    school.library.adults.set_pin("482913")
    school.library.adults.lock()
    school.next_week()
    with pytest.raises(AdultsOnly):
        Teachings(school.library).take_back(made.id)


def test_teaching_says_who_whom_what_and_how_long(school):
    teachings, code = Teachings(school.library), school.y6[0]
    for wrong in (([], "beats", ["Y2"], 20), ([code], " ", ["Y2"], 20), ([code], "beats", [], 20)):
        with pytest.raises(BadTeaching, match="who showed what"):
            teachings.add(*wrong)
    for minutes in (0, 301):
        with pytest.raises(BadTeaching, match="minutes"):
            teachings.add([code], "beats", ["Y2"], minutes)
    with pytest.raises(NotYetHappened):
        teachings.add([code], "beats", ["Y2"], 5, day=school.clock.day + timedelta(days=1))
    assert teachings.add([code], "beats", ["Y2"], 5, day=date(2026, 11, 2)).date.day == 2


def test_teaching_of_a_withdrawn_pupil_is_gone(school):
    Teachings(school.library).add(school.y6[:1], "beats", ["Y2"], 20)
    withdraw(school.library, code=school.y6[0], framework=shipped_framework())
    assert Teachings(school.library).all() == ()
