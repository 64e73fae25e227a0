"""“We taught this”, and what comes of it."""

from datetime import date

import pytest

from evidence.award.plans import Plans
from evidence.library import Library, NotYetHappened, UnknownRecord
from evidence.review import accept
from evidence.safety.adults import AdultsOnly
from evidence.views.year_grid import mt1_grid
from lessons.occasion import BadScope, Occasions
from lessons.proposals import proposals, propose
from lessons.units.load import shipped_units
from lessons.units.taught import NotALesson, NothingSaid, last_written, taught, taught_words, teach, untaught
from rubric.load import shipped_framework
from tests.evidence.given import NOW, a_library, add_a_sound
from tests.lessons.units.a_unit import a_unit

UNIT = {unit.id: unit for unit in shipped_units()}["Y3-B"]


@pytest.fixture
def library(tmp_path) -> Library:
    return a_library(tmp_path)


def test_a_lesson_is_kept_with_its_unit_and_what_was_done(library):
    sound = add_a_sound(library)
    made = teach(
        library,
        UNIT,
        did=["changed", "recorded"],
        day=date(2026, 11, 20),
        note="Lift off!",
        sounds=[sound.id],
    )
    assert (made.kind, made.title, made.unit, made.year_groups) == ("lesson", UNIT.title, "Y3-B", ("Y3",))
    assert (made.did, made.subject, made.scope) == (("recorded", "changed"), UNIT.subjects[0], "class")
    assert (made.sounds, made.note, made.date) == ((sound.id,), "Lift off!", date(2026, 11, 20))


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"did": []}, NothingSaid),
        ({"did": ["sang"]}, BadScope),
        ({"did": ["used"], "day": date(2026, 11, 22)}, NotYetHappened),
        ({"did": ["used"], "sounds": ["S-0009"]}, UnknownRecord),
    ],
)
def test_what_is_missing_or_cannot_be_is_refused(library, given, error):
    with pytest.raises(error):
        teach(library, UNIT, **given)
    assert taught(library) == {}


def test_a_unit_for_several_years_asks_which(library):
    with pytest.raises(NothingSaid, match="who was taught"):
        teach(library, a_unit(), did=["used"])
    assert teach(library, a_unit(), did=["used"], year_groups=["Y4"]).year_groups == ("Y4",)


@pytest.mark.parametrize(
    ("did", "levels"),
    [
        (["used"], {"bronze"}),
        (["recorded"], {"silver"}),
        (["used", "recorded", "changed"], {"bronze", "silver", "gold"}),
    ],
)
def test_what_was_done_becomes_a_proposal_and_fills_the_grid_once_accepted(library, did, levels):
    teach(library, UNIT, did=did)
    propose(library, shipped_framework())
    (proposal,) = proposals(library)
    assert {claim.level for claim in proposal.criteria if claim.criterion == "MT1"} == levels
    assert "Y3" in proposal.why
    calendar = Plans(library).calendar()
    before = mt1_grid(library.entries(), calendar, day=NOW.date())["Y3"]["2026-autumn"]
    assert set(before.values()) == {0}
    accept(library, proposal.id)
    after = mt1_grid(library.entries(), calendar, day=NOW.date())["Y3"]["2026-autumn"]
    assert {level for level, number in after.items() if number} == levels
    assert propose(library, shipped_framework()) == ()


def test_it_can_be_said_when_a_unit_was_taught(library):
    assert taught_words(taught(library).get("Y3-B", ())) == ""
    teach(library, UNIT, did=["used"], day=date(2026, 11, 19))
    assert taught_words(taught(library)["Y3-B"]) == "Taught on 19 November 2026 with Y3."
    teach(library, UNIT, did=["changed"], day=date(2026, 11, 20))
    teach(library, UNIT, did=["used"], day=date(2026, 9, 20))
    assert taught_words(taught(library)["Y3-B"]) == "Taught on 20 November 2026 with Y3, and 2 before."


def test_a_lesson_written_down_by_mistake_is_taken_back_with_its_proposal(library):
    made = teach(library, UNIT, did=["used"])
    propose(library, shipped_framework())
    assert untaught(library, made.id.lower()) == made
    assert taught(library) == {}
    assert proposals(library) == ()
    assert propose(library, shipped_framework()) == ()
    assert [entry.status for entry in library.entries()] == ["binned"]
    with pytest.raises(UnknownRecord):
        untaught(library, "OC-0099")


def test_what_an_adult_accepted_is_left_to_adults(library):
    made = teach(library, UNIT, did=["used"])
    propose(library, shipped_framework())
    accept(library, proposals(library)[0].id)
    untaught(library, made.id)
    assert [entry.status for entry in library.entries()] == ["accepted"]


def test_only_a_lesson_can_be_taken_back_and_only_by_an_adult(library):
    other = Occasions(library).add("assembly", year_groups=["Y3"])
    with pytest.raises(NotALesson):
        untaught(library, other.id)
    made = teach(library, UNIT, did=["used"])
    library.adults.set_pin("482913")
    library.adults.lock()
    with pytest.raises(AdultsOnly):
        untaught(library, made.id)


def test_one_key_takes_back_only_what_was_written_down_today(library):
    first = teach(library, UNIT, did=["used"])
    second = teach(library, UNIT, did=["used"], day=date(2026, 9, 20))
    lessons = taught(library)["Y3-B"]
    assert lessons == (first, second)
    assert last_written(lessons, NOW.date()) == second
    assert last_written(lessons, date(2026, 11, 22)) is None
    assert last_written((), NOW.date()) is None
