"""Codes for people: made by the program, moved up in September, never given twice."""

import random
import re
from datetime import UTC, datetime

import pytest

from evidence.check import check_library
from evidence.codes import NotACode
from evidence.library import Library
from evidence.safety.adults import AdultsOnly
from evidence.safety.people import BadNumber, People, UnknownPerson, code_words
from evidence.safety.roles import UnknownClubRole, club_roles
from evidence.years import UnknownYear
from tests.evidence.given import a_library, add_a_sound, again


@pytest.fixture
def library(tmp_path) -> Library:
    return a_library(tmp_path)


@pytest.fixture
def people(library) -> People:
    return People(library, chance=random.Random(1))


def in_year(library: Library, year: int, month: int = 9) -> People:
    """The people as they are found in a later month."""
    day = datetime(year, month, 3, tzinfo=UTC)
    return People(Library.open(library.folder, clock=lambda: day))


def test_a_class_gets_codes_of_its_own_that_the_next_program_knows(people, library):
    made = people.add("y4", count=30)
    assert len({person.code for person in made}) == 30
    assert all(re.fullmatch(r"Y4-[a-z]{3,12}", person.code) for person in made)
    other = again(library)
    assert set(People(other).all()) == set(made)
    assert check_library(other) == ()


def test_codes_come_in_no_order_that_a_class_list_would_give_away(people):
    codes = [person.code for person in people.add("Y4", count=30)]
    assert codes != sorted(codes)


def test_two_year_groups_share_no_word_while_there_are_enough(people):
    words = [
        person.code.partition("-")[2] for year in ("Y3", "Y4", "Y5") for person in people.add(year, count=60)
    ]
    assert len(set(words)) == 180


def test_with_every_word_taken_codes_go_on_with_numbers(people):
    for _ in range(len(code_words()) // 60 + 1):
        people.add("Y4", count=60)
    codes = [person.code for person in people.all()]
    assert len(set(codes)) == len(codes) > len(code_words())
    assert any(code.endswith("2") for code in codes)


def test_a_code_that_was_typed_before_there_was_a_list_is_not_given_again(people, library):
    typed = f"Y4-{code_words()[1]}"
    add_a_sound(library, by=typed)
    codes = {person.code for _ in range(4) for person in people.add("Y4", count=60)}
    assert typed not in codes


def test_the_code_of_somebody_who_left_is_not_given_again(people):
    gone = people.add("Y6", count=60)
    for person in gone:
        people.leave(person.code)
    assert not {person.code for person in gone} & {person.code for person in people.add("Y6", count=60)}
    assert people.come_back(gone[0].code).is_here


def test_adults_are_a_role_and_a_number(people):
    assert [person.code for person in people.add("staff", count=2)] == ["staff-1", "staff-2"]
    assert [person.code for person in people.add("Staff")] == ["staff-3"]


def test_in_september_everybody_moves_up_once_and_the_code_stays(people, library):
    y4, y6, staff = people.add("Y4")[0], people.add("Y6")[0], people.add("staff")[0]
    assert people.move_up() == ()
    later = in_year(library, 2027)
    new = later.add("Y4")[0]
    assert len(later.move_up()) == 2
    assert later.move_up() == ()
    now = {person.code: person for person in later.all()}
    assert (now[y4.code].year, now[y6.code].is_here) == ("Y5", False)
    assert (now[new.code].year, now[staff.code].is_here) == ("Y4", True)
    assert now[y4.code].code.startswith("Y4-")


def test_a_year_that_was_forgotten_is_made_up_for(people, library):
    person = people.add("Y3")[0]
    in_year(library, 2028).move_up()
    assert in_year(library, 2028).one(person.code).year == "Y5"


def test_a_school_with_older_pupils_moves_on_past_y6(people, library):
    child, teenager = people.add("Y6")[0], people.add("Y8")[0]
    in_year(library, 2027).move_up()
    assert in_year(library, 2027).one(child.code).year == "Y7"
    in_year(library, 2028).move_up(last_year="Y9")
    assert not in_year(library, 2028).one(teenager.code).is_here


def test_roles_are_steps_that_are_shipped_as_content(people):
    assert [role.id for role in club_roles()][:3] == ["member", "helper", "ambassador"]
    person = people.add("Y5", role="member")[0]
    assert people.set_roles(person.code, ["Helper", "crew", "helper"]).roles == ("helper", "crew")
    with pytest.raises(UnknownClubRole, match="ambasador"):
        people.set_roles(person.code, ["ambasador"])


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        (lambda people: people.add("Emily"), UnknownYear),
        (lambda people: people.add("Y4", count=0), BadNumber),
        (lambda people: people.add("Y4", count=10_000), BadNumber),
        (lambda people: people.one("Emily"), NotACode),
        (lambda people: people.one("Y4-heron"), UnknownPerson),
        (lambda people: people.one("[/]" * 4000), NotACode),
    ],
)
def test_what_cannot_be_is_refused(people, wrong, error):
    with pytest.raises(error) as refused:
        wrong(people)
    assert len(refused.value.what) < 120
    assert people.all() == ()


def test_only_an_adult_changes_the_list(people, library):
    code = people.add("Y4")[0].code
    library.adults.set_pin("482913")
    library.adults.lock()
    for change in (
        lambda: people.add("Y4"),
        lambda: people.set_roles(code, ["helper"]),
        lambda: people.leave(code),
        lambda: people.come_back(code),
        lambda: people.put_in(code, "Y5"),
        people.move_up,
    ):
        with pytest.raises(AdultsOnly):
            change()
    assert people.one(code).year == "Y4"


def test_the_words_are_many_short_and_different():
    words = code_words()
    assert len(set(words)) == len(words) >= 200
    assert all(3 <= len(word) <= 12 for word in words)


@pytest.mark.parametrize(
    "word",
    ["pig", "cow", "whale", "rat", "slug", "worm", "toad", "robin", "holly", "ivy", "rose", "wren", "jay"],
)
def test_no_word_teases_or_is_a_name(word):
    assert word not in code_words()
