import pytest

from evidence.safety.adults import AdultsOnly
from evidence.safety.people import UnknownPerson
from evidence.safety.withdrawal import withdraw
from lessons.club.apart import Aparts, NotTwo
from rubric.load import shipped_framework


def test_two_are_kept_apart_once_and_may_sit_together_again(school):
    aparts, (one, other) = Aparts(school.library), school.y4[:2]
    made = aparts.add(one, other)
    assert aparts.add(other, one) == made
    assert aparts.couples() == (made.codes,)
    aparts.strike(made.id)
    assert aparts.all() == ()
    aparts.strike(made.id, struck=False)
    assert len(aparts.all()) == 1


def test_a_child_is_not_kept_apart_from_itself_or_from_nobody(school):
    with pytest.raises(NotTwo):
        Aparts(school.library).add(school.y4[0], school.y4[0])
    with pytest.raises(UnknownPerson):
        Aparts(school.library).add(school.y4[0], "Y1-nobody")


def test_pupils_never_see_who_is_kept_apart_but_are_seated_by_it(school):
    Aparts(school.library).add(*school.y4[:2])
    (session,) = school.sessions.plan_term(dates=[school.clock.day])
    school.library.adults.set_pin("482913")
    school.library.adults.lock()
    with pytest.raises(AdultsOnly):
        Aparts(school.library).all()
    school.sessions.marks(session.id, {code: "here" for code in school.codes})
    for _ in range(5):
        seated = school.sessions.pair(session.id)
        assert not any(set(school.y4[:2]) <= set(seat.codes) for seat in seated.seats)
    with pytest.raises(AdultsOnly):
        school.sessions.kept_together(session.id)


def test_an_adult_is_told_when_there_was_no_other_way(school):
    one, other = school.y4[:2]
    Aparts(school.library).add(one, other)
    (session,) = school.sessions.plan_term(dates=[school.clock.day])
    school.sessions.marks(session.id, {one: "here", other: "here"})
    school.sessions.pair(session.id)
    (said,) = school.sessions.kept_together(session.id)
    assert one in said
    assert "there was no other way" in said
    assert not any(one in words and "apart" in words for words in school.sessions.room_words(session.id))


def test_one_who_is_withdrawn_leaves_no_couple(school):
    Aparts(school.library).add(*school.y4[:2])
    withdraw(school.library, code=school.y4[0], framework=shipped_framework())
    assert Aparts(school.library).couples() == ()
    assert Aparts(school.library).all() == ()
