import pytest

from evidence.safety.people import People
from lessons.club.ambassadors import name_ambassadors
from lessons.club.member import Members, NotAMember
from lessons.club.nomination import Nominations, NoReason


def test_an_adult_nominates_and_a_pupil_applies(school):
    nominations = Nominations(school.library)
    theirs = nominations.nominate(school.y5[0], "Explains well.", by="lead")
    own = nominations.apply(school.y4[0], "I like to help.")
    assert (theirs.by, theirs.is_own, own.is_own) == ("lead", False, True)
    assert nominations.all() == (theirs, own)
    nominations.strike(own.id)
    assert nominations.all() == (theirs,)
    nominations.strike(own.id, struck=False)
    assert len(nominations.all()) == 2


def test_only_members_with_a_reason_are_nominated(school):
    nominations = Nominations(school.library)
    stranger = People(school.library).add("Y3")[0].code
    with pytest.raises(NotAMember):
        nominations.nominate(stranger, "Kind.")
    with pytest.raises(NoReason):
        nominations.apply(school.y4[0], " ")


def test_the_fair_chance_counts_by_year_group_and_never_ranks_children(school):
    name_ambassadors(school.library, [school.y6[0]])
    school.clock.day = school.clock.day.replace(year=2027)  # the next school year
    People(school.library).move_up(last_year="Y7")
    nominations = Nominations(school.library)
    nominations.nominate(school.y6[0], "Again.")
    nominations.nominate(school.y5[0], "Kind.")
    nominations.nominate(school.y5[1], "Careful.")
    chances = nominations.fair_chance()
    assert [(c.year, c.members, c.nominated, c.ambassadors, c.before, c.never) for c in chances] == [
        ("Y5", 5, 0, 0, 0, 0),
        ("Y6", 4, 2, 0, 0, 2),
        ("Y7", 3, 1, 1, 1, 0),
    ]
    assert [c.words for c in chances] == [
        "Y5: 5 members, and nobody is nominated.",
        "",
        "Y7: everybody nominated was chosen before.",
    ]
    assert not [code for code in school.codes if code in repr(chances)]


def test_who_left_counts_no_more(school):
    for code in school.y6:
        Members(school.library).leave(code)
    assert [chance.year for chance in Nominations(school.library).fair_chance()] == ["Y4", "Y5"]
