from datetime import date, timedelta

import pytest

from evidence.library import NotYetHappened
from evidence.safety.people import People, UnknownPerson
from lessons.club.member import HasLeft, Members, NotAMember, NotAPupil
from tests.lessons.club.a_club import FIRST


def test_members_are_listed_by_year_group_and_code(school):
    found = [each.code for each in Members(school.library).here()]
    assert found == [*sorted(school.y4), *sorted(school.y5), *sorted(school.y6)]


def test_joining_twice_changes_nothing(school):
    members = Members(school.library)
    before = school.library.journal.head()
    assert members.join(school.y4[0]).code == school.y4[0]
    assert len(members.all()) == 12
    assert school.library.journal.head() == before


def test_who_leaves_is_a_member_until_the_day_before(school):
    members, code = Members(school.library), school.y4[0]
    school.next_week()
    left = members.leave(code)
    assert left.left == FIRST + timedelta(days=7)
    assert code not in {each.code for each in members.here()}
    assert code in {each.code for each in members.here(FIRST)}
    with pytest.raises(NotAMember):
        members.leave(code)


def test_leaving_is_taken_back_and_coming_back_later_is_a_second_stay(school):
    members, code = Members(school.library), school.y4[0]
    school.next_week()
    assert members.come_back(members.leave(code).id).left is None
    members.leave(code)
    school.next_week()
    members.join(code)
    assert [each.left for each in members.all() if each.code == code] == [FIRST + timedelta(days=7), None]
    assert sum(each.code == code for each in members.here()) == 1


def test_joining_and_leaving_on_one_day_was_never_a_stay(school):
    members = Members(school.library)
    code = People(school.library).add("Y3")[0].code
    members.join(code)
    members.leave(code)
    assert code not in {each.code for each in members.all()}


def test_nobody_leaves_before_they_joined(school):
    with pytest.raises(NotAMember) as told:
        Members(school.library).leave(school.y4[0], date(2026, 10, 1))
    assert told.value.what == f"{school.y4[0]} joined on 3 November 2026."


def test_who_leaves_the_school_is_no_member_from_then_on(school):
    code = school.y6[0]
    school.next_week()
    People(school.library).leave(code)
    members = Members(school.library)
    assert code not in {each.code for each in members.here()}
    assert code in {each.code for each in members.here(FIRST)}
    with pytest.raises(HasLeft):
        members.join(code)


def test_only_known_pupils_join_and_never_in_the_future(school):
    members = Members(school.library)
    adult = People(school.library).add("staff")[0].code
    with pytest.raises(NotAPupil):
        members.join(adult)
    with pytest.raises(UnknownPerson):
        members.join("Y1-nobody")
    with pytest.raises(NotYetHappened):
        members.join(school.y4[0], date(2027, 1, 1))
