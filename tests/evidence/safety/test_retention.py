"""The review at the end of the year: it lists what has been kept long enough, and deletes nothing."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from evidence.award.audits import Audits
from evidence.award.plans import Plans
from evidence.entry import SoundUse
from evidence.library import Library
from evidence.safety.adults import AdultsOnly
from evidence.safety.people import People
from evidence.safety.retention import KINDS, review_list, rules
from rubric.load import shipped_framework
from tests.evidence.given import a_draft, a_library, add_a_sound

FRAMEWORK = shipped_framework()


@pytest.fixture
def library(tmp_path) -> Library:
    return a_library(tmp_path)


def due(library: Library, day: date) -> dict[str, str]:
    return {each.id: each.kind for each in review_list(library, day)}


def lock_the_hubs_view(library: Library, day: datetime) -> None:
    audits = Audits(Library.open(library.folder, clock=lambda: day))
    audits.start("closing", view="hub", framework=FRAMEWORK)
    audits.judge("MT1", "silver", view="hub", framework=FRAMEWORK)
    audits.lock(view="hub", framework=FRAMEWORK.id)


def test_every_kind_has_a_rule_that_somebody_could_change():
    by_kind, longest = rules()
    assert set(by_kind) == set(KINDS)
    assert longest == 4


def test_a_new_library_has_nothing_to_review(library):
    library.add_entry(a_draft(sounds=(SoundUse.of(add_a_sound(library)),)))
    assert review_list(library) == ()


def test_what_is_in_the_bin_or_was_never_accepted_is_asked_about_when_the_year_is_over(library):
    binned = add_a_sound(library, hertz=300.0)
    library.save_sound(replace(binned, binned=True), "binned")
    proposed = library.add_entry(a_draft(status="proposed"))
    assert due(library, date(2027, 8, 31)) == {}
    assert due(library, date(2027, 9, 1)) == {binned.id: "bin", proposed.id: "proposal"}


def test_a_sound_that_is_no_evidence_is_kept_one_school_year_more(library):
    sound = add_a_sound(library)
    assert due(library, date(2028, 8, 31)) == {}
    assert due(library, date(2028, 9, 1)) == {sound.id: "sound"}


def test_evidence_is_kept_until_the_award_is_decided_and_a_school_year_more(library):
    sound = add_a_sound(library)
    entry = library.add_entry(a_draft(sounds=(SoundUse.of(sound),)))
    assert due(library, date(2029, 9, 1)) == {}
    lock_the_hubs_view(library, datetime(2027, 6, 20, tzinfo=UTC))
    assert due(library, date(2028, 8, 31)) == {}
    assert due(library, date(2028, 9, 1)) == {entry.id: "evidence"}
    (asked,) = review_list(library, date(2028, 9, 1))
    assert (asked.since, asked.due) == (date(2026, 11, 20), date(2028, 8, 31))


def test_a_decision_before_it_happened_is_of_another_award(library):
    lock_the_hubs_view(library, datetime(2026, 11, 1, tzinfo=UTC))
    library.add_entry(a_draft())
    assert due(library, date(2030, 9, 1)) == {}
    assert len(due(library, date(2031, 9, 1))) == 1


def test_the_school_s_own_dates_count(library):
    add_a_sound(library)
    Plans(library).set_dates("2028-autumn-1", date(2028, 9, 6), date(2028, 10, 20))
    assert due(library, date(2028, 9, 5)) == {}
    assert len(due(library, date(2028, 9, 6))) == 1


def test_who_left_is_asked_about_and_who_was_withdrawn_is_not(library):
    people = People(library)
    code = people.add("Y6")[0].code
    people.leave(code)
    assert due(library, date(2027, 9, 1)) == {code: "left"}
    people.come_back(code)
    assert due(library, date(2027, 9, 1)) == {}


def test_looking_deletes_nothing_and_only_adults_look(library):
    add_a_sound(library)
    head = library.journal.head()
    assert review_list(library, date(2040, 1, 1))
    assert library.journal.head() == head
    library.adults.set_pin("482913")
    library.adults.lock()
    with pytest.raises(AdultsOnly):
        review_list(library)
