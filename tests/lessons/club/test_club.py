import pytest

from evidence.safety.adults import AdultsOnly
from evidence.words import BadTitle
from lessons.club.club import BadSetting, Club, Clubs, NoClub, parse_weekday
from lessons.club.plan import UnknownPlan
from tests.evidence.given import a_library


@pytest.fixture
def clubs(tmp_path) -> Clubs:
    return Clubs(a_library(tmp_path))


def test_a_school_without_a_club_is_told_to_name_one(clubs):
    assert clubs.now() is None
    with pytest.raises(NoClub):
        clubs.need()
    with pytest.raises(NoClub, match="no name"):
        clubs.set(seats=4)


def test_a_club_has_the_name_that_the_children_chose_and_usual_settings(clubs):
    club = clubs.set(name="  Noise   Makers ")
    assert (club.name, club.ambassador_title, club.plan, club.seats) == (
        "Noise Makers",
        "Music Tech Ambassador",
        "six",
        6,
    )
    assert clubs.now() == club
    assert club.day == ""


def test_settings_are_changed_one_by_one_and_put_back(clubs):
    before = clubs.set(name="Sound Lab")
    after = clubs.set(weekday="tue", begins="12:15", minutes=45, seats=3, place="Room 4", plan="TWELVE")
    assert (after.day, after.begins, after.minutes, after.seats, after.plan) == (
        "Tuesday",
        "12:15",
        45,
        3,
        "twelve",
    )
    assert clubs.need().name == "Sound Lab"
    assert clubs.save(before) == before == clubs.now()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("seats", 0),
        ("minutes", 500),
        ("swap_minutes", 0),
        ("begins", "3 pm"),
        ("scope", "town"),
        ("weekday", "x"),
    ],
)
def test_what_a_club_cannot_be_set_to_is_refused_in_words(clubs, field, value):
    clubs.set(name="Sound Lab")
    with pytest.raises(BadSetting) as refused:
        clubs.set(**{field: value})
    assert refused.value.fix.endswith(".")
    assert clubs.need() == clubs.set(name="Sound Lab")


def test_names_and_plans_are_checked(clubs):
    with pytest.raises(BadSetting, match="too long"):
        clubs.set(name="x" * 41)
    with pytest.raises(BadTitle):
        clubs.set(name=" ")
    with pytest.raises(UnknownPlan, match="seven"):
        clubs.set(name="Sound Lab", plan="seven")


def test_a_day_may_be_short_or_none():
    assert parse_weekday("Monday") == 0
    assert parse_weekday("sun") == 6
    assert parse_weekday("none") is None


def test_a_club_that_cannot_be_is_no_club():
    for wrong in ({"seats": 0}, {"weekday": 7}, {"begins": "25:00"}, {"scope": "town"}):
        with pytest.raises(ValueError, match=r"."):
            Club(**{"id": "CB-0001", "name": "x", "ambassador_title": "y"} | wrong)


def test_only_an_adult_sets_the_club_up(clubs):
    library = clubs._library
    club = clubs.set(name="Sound Lab")
    library.adults.set_pin("482913")
    library.adults.lock()
    for act in (lambda: clubs.set(seats=2), lambda: clubs.save(club)):
        with pytest.raises(AdultsOnly):
            act()
