"""Who may be heard where: decisions, and the gate that keeps to them."""

import contextlib
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.award.plans import Plans
from evidence.check import check_library
from evidence.codes import NotACode
from evidence.entry import Entry, SoundUse
from evidence.library import Library, UnknownRecord
from evidence.safety.adults import AdultsOnly
from evidence.safety.channels import channels
from evidence.safety.releases import BadRelease, Releases, end_of_school_year
from rubric.year import Calendar
from studio.errors import StudioError
from tests.evidence.given import a_draft, a_library, add_a_sound, again

PUBLIC = ("newsletter", "website", "livestream")
OURS = ("class", "display", "hub-bundle")


@pytest.fixture
def library(tmp_path) -> Library:
    return a_library(tmp_path)


@pytest.fixture
def releases(library) -> Releases:
    return Releases(library)


def heard(library: Library, *codes: str, **given) -> Entry:
    """Evidence in which these are heard."""
    sound = add_a_sound(library, by=codes[0] if codes else None)
    return library.add_entry(a_draft(sounds=(SoundUse.of(sound),), people=codes[1:], **given))


def reasons(releases: Releases, channel: str, *entries: Entry) -> list[str]:
    return [each.reason for each in releases.gate(entries, channel).blocked]


def test_where_nobody_decided_the_hub_may_hear_it_and_the_world_may_not(library, releases):
    entry = heard(library, "Y4-heron")
    assert {way.id: len(releases.gate([entry], way.id).allowed) for way in channels()} == {
        **dict.fromkeys(OURS, 1),
        **dict.fromkeys(PUBLIC, 0),
    }
    assert reasons(releases, "website", entry) == [
        "There is no “yes” for the school's website yet: Y4-heron."
    ]


def test_one_no_in_a_group_blocks_with_the_reason(library, releases):
    entry = heard(library, "Y4-heron", "Y4-otter", "Y5-newt")
    for code in ("Y4-heron", "Y4-otter", "Y5-newt"):
        releases.set(code, "newsletter", "yes")
    assert releases.gate([entry], "newsletter").allowed == (entry,)
    releases.set("y4-OTTER", "newsletter", "no", note="At the gate")
    releases.set("Y4-otter", "hub-bundle", "No")
    for channel, title in (("newsletter", "the newsletter"), ("hub-bundle", "the bundle for the hub")):
        assert reasons(releases, channel, entry) == [f"There is a “no” for {title}: Y4-otter."]
    assert releases.gate([entry], "display").allowed == (entry,)


def test_a_later_decision_takes_the_place_of_an_earlier_one_and_both_stay(library, releases):
    releases.set("Y4-heron", "website", "no")
    releases.set("Y4-heron", "website", "yes", basis="consent", who="lead")
    assert releases.of("Y4-heron")["website"].answer == "yes"
    assert [(each.id, each.basis, each.by) for each in releases.all()] == [
        ("RL-0001", "objection", None),
        ("RL-0002", "consent", "lead"),
    ]
    assert check_library(again(library)) == ()


def test_a_yes_ends_with_the_school_year_and_then_blocks(library, releases):
    entry = heard(library, "Y4-heron")
    made = releases.set("Y4-heron", "website", "yes")
    assert made.until == date(2027, 8, 31)
    later = Library.open(library.folder, clock=lambda: library.now().replace(year=2027, month=9))
    assert Releases(later).answer("Y4-heron", "website") == "ended"
    assert reasons(Releases(later), "website", entry) == [
        "The “yes” for the school's website has ended: Y4-heron on 31 August 2027."
    ]


def test_a_yes_given_for_the_hub_and_ended_blocks_there_too(library, releases):
    entry = heard(library, "Y4-heron")
    releases.set("Y4-heron", "hub-bundle", "yes", until=library.now().date())
    assert releases.gate([entry], "hub-bundle").allowed == (entry,)
    tomorrow = Library.open(library.folder, clock=lambda: library.now().replace(day=22))
    assert len(Releases(tomorrow).gate([entry], "hub-bundle").blocked) == 1


def test_asking_again_blocks_also_where_all_else_is_open(library, releases):
    entry = heard(library, "Y4-heron")
    releases.set("Y4-heron", "display", "ask")
    assert reasons(releases, "display", entry) == ["There is no “yes” for a display in school yet: Y4-heron."]


def test_a_name_in_it_never_goes_to_the_public(library, releases):
    entry = heard(library, "Y4-heron", names_spoken=True)
    releases.set("Y4-heron", "website", "yes")
    releases.set(entry.id, "website", "yes")
    assert reasons(releases, "website", entry) == ["Somebody says a name in it."]
    assert releases.gate([entry], "hub-bundle").allowed == (entry,)


def test_what_is_for_the_staff_goes_nowhere_and_what_is_for_the_school_not_to_the_public(library, releases):
    staff = library.add_entry(a_draft(sensitivity="staff"))
    school = library.add_entry(a_draft(sensitivity="school"))
    open_ = library.add_entry(a_draft())
    for channel in OURS:
        assert releases.gate([staff, school, open_], channel).allowed == (school, open_)
    for channel in PUBLIC:
        assert releases.gate([staff, school, open_], channel).allowed == (open_,)


def test_a_sound_of_nobody_goes_to_the_public_only_when_somebody_answers_for_it(library, releases):
    entry = heard(library)
    assert reasons(releases, "website", entry) == ["It is not said who is heard in it."]
    releases.set(entry.id.lower(), "website", "yes", basis="nobody-known")
    assert releases.gate([entry], "website").allowed == (entry,)
    releases.set(entry.id, "website", "no")
    assert reasons(releases, "website", entry) == [f"There is a “no” for the school's website: {entry.id}."]


def test_a_yes_for_the_piece_does_not_speak_for_the_people_in_it(library, releases):
    entry = heard(library, "Y4-heron")
    releases.set(entry.id, "website", "yes")
    assert reasons(releases, "website", entry) == [
        "There is no “yes” for the school's website yet: Y4-heron."
    ]


def test_an_entry_of_an_earlier_version_is_heard_by_whom_its_sound_is(library, releases):
    entry = heard(library, "Y4-heron")
    old = replace(entry, sounds=(replace(entry.sounds[0], by=None),), people=())
    releases.set("Y4-heron", "hub-bundle", "no")
    assert len(releases.gate([old], "hub-bundle").blocked) == 1


def test_a_whole_class_is_named_in_a_line_that_can_be_read(library, releases):
    entry = heard(library, *(f"Y4-bird{number}" for number in range(1, 31)))
    (reason,) = reasons(releases, "website", entry)
    assert reason.endswith(" and 24 more.")


@pytest.mark.parametrize(
    ("subject", "channel", "answer", "more", "error"),
    [
        ("Emily Jones", "website", "yes", {}, NotACode),
        ("EV-2026-0099", "website", "yes", {}, UnknownRecord),
        ("Y4-heron", "website", "perhaps", {}, BadRelease),
        ("Y4-heron", "website", "yes", {"until": date(2026, 11, 20)}, BadRelease),
        ("Y4-heron", "website", "no", {"until": date(2027, 1, 1)}, BadRelease),
        ("Y4-heron", "website", "yes", {"note": "x" * 501}, BadRelease),
    ],
)
def test_what_cannot_be_meant_is_refused_and_not_kept(
    library, releases, subject, channel, answer, more, error
):
    with pytest.raises(error):
        releases.set(subject, channel, answer, **more)
    assert releases.all() == ()


@settings(deadline=None, max_examples=25)
@given(st.text(), st.text(), st.text())
def test_any_words_are_a_decision_or_refused(tmp_path_factory, subject, channel, answer):
    library = a_library(tmp_path_factory.getbasetemp() / "any")
    with contextlib.suppress(StudioError):
        Releases(library).set(subject, channel, answer)


def test_only_an_adult_decides(library, releases):
    library.adults.set_pin("482913")
    library.adults.lock()
    with pytest.raises(AdultsOnly):
        releases.set("Y4-heron", "website", "yes")
    assert releases.all() == ()


def test_the_school_year_ends_the_day_before_the_next_begins(library):
    usual = Calendar({})
    for day in (date(2026, 9, 1), date(2026, 11, 21), date(2027, 7, 30), date(2027, 8, 31)):
        assert end_of_school_year(usual, day) == date(2027, 8, 31)
    assert end_of_school_year(usual, date(2027, 9, 1)) == date(2028, 8, 31)
    plans = Plans(library)
    plans.set_dates("2027-autumn-1", date(2027, 9, 6), date(2027, 10, 22))
    assert end_of_school_year(plans.calendar(), date(2027, 9, 2)) == date(2027, 9, 5)
