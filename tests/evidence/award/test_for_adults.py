"""Where the library has a PIN, only an adult writes in the award: no screen and no command gets past it."""

from datetime import date

import pytest

from evidence.award.audits import Audits
from evidence.award.diary import Diary
from evidence.award.plans import Plans
from evidence.library import Library
from evidence.safety.adults import AdultsOnly
from rubric.load import shipped_framework
from tests.evidence.given import a_library

MARK = shipped_framework()
OURS = {"view": "school", "framework": MARK}
WRITES = {
    "start": lambda library: Audits(library).start("review", view="hub", framework=MARK),
    "judge": lambda library: Audits(library).judge("MT1", "gold", **OURS),
    "take back": lambda library: Audits(library).take_back("MT1", None, view="school", framework=MARK.id),
    "lock": lambda library: Audits(library).lock(view="school", framework=MARK.id),
    "target": lambda library: Audits(library).set_target(
        "gold", by_date=date(2027, 7, 1), decided_by="head", phase="primary", framework=MARK
    ),
    "plan": lambda library: Plans(library).add_action("More", framework=MARK, criteria=["MT1"], owner="lead"),
    "change": lambda library: Plans(library).edit_action("AC-0001", framework=MARK, status="dropped"),
    "dates": lambda library: Plans(library).set_dates("2027-spring-1", date(2027, 1, 4), date(2027, 2, 12)),
    "reflect": lambda library: Diary(library).reflect("Good."),
    "talk": lambda library: Diary(library).talk("hub", "Us."),
    "training": lambda library: Diary(library).add_training("Loops", by="lead", answers=("", "", "")),
    "follow up": lambda library: Diary(library).follow_up("TR-0001", "Much."),
}


@pytest.fixture
def library(tmp_path) -> Library:
    library = a_library(tmp_path)
    Audits(library).start("baseline", **OURS)
    Audits(library).judge("MT1", "silver", **OURS)
    Plans(library).add_action("Buy two", framework=MARK, criteria=["MT1"], owner="lead")
    Diary(library).add_training("Sounds", by="lead", answers=("", "", ""))
    library.adults.set_pin("246810")
    return library


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_a_pupil_changes_nothing_of_the_award(library, write):
    library.adults.lock()
    before = library.journal.size()
    with pytest.raises(AdultsOnly, match="Only an adult can"):
        write(library)
    assert library.journal.size() == before
    library.adults.unlock("246810")
    write(library)
    assert library.journal.size() > before


def test_a_pupil_may_still_read_where_the_school_stands(library):
    library.adults.lock()
    assert Audits(library).all()
    assert Plans(library).actions()
    assert Diary(library).trainings()
