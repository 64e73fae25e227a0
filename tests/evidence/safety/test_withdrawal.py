"""Withdrawing: what goes, what stays, and the log that still verifies."""

from dataclasses import replace

import pytest

from evidence.award.diary import Diary
from evidence.codes import NotACode
from evidence.entry import Feedback
from evidence.library import Library, UnknownRecord
from evidence.review import accept
from evidence.safety.adults import AdultsOnly
from evidence.safety.names import Names
from evidence.safety.people import People
from evidence.safety.releases import Releases
from evidence.safety.withdrawal import NothingToWithdraw, preview, withdraw
from lessons.occasion import Occasions
from lessons.proposals import propose
from rubric.load import shipped_framework
from tests.evidence.given import a_draft, add_a_sound, again
from tests.evidence.safety.withdrawing import (
    FRAMEWORK,
    PIN,
    WORDS,
    a_locked_library,
    given_evidence,
    given_sound,
    left,
    sounds_in,
    whole,
    with_sound,
)


@pytest.fixture
def library(tmp_path) -> Library:
    return a_locked_library(tmp_path)


def test_an_entry_goes_with_its_sound_its_file_and_its_words(library):
    entry = given_evidence(library)
    library.save_entry(entry, "amended")
    (samples,) = [sounds_in(library)[use.sha256] for use in entry.sounds]
    assert left(library.folder, samples, *WORDS)
    done = withdraw(library, entry_id=entry.id.lower(), framework=FRAMEWORK)
    assert left(library.folder, samples, *WORDS) == []
    assert set(done.ids) == {entry.id, "S-0001"}
    assert [path.name for path in library.overviews.iterdir()] == [f"{library.sounds()[0].sha256}.peaks"]
    assert (library.entry(entry.id).status, library.entry(entry.id).title) == ("withdrawn", "Withdrawn")
    assert [sound.title for sound in library.sounds()] == ["Drum"]
    assert whole(library)


def test_the_log_keeps_its_lines_and_their_commitments_fit_nothing_any_more(library):
    entry = given_evidence(library)
    lines = library.journal.lines()
    withdraw(library, entry_id=entry.id, framework=FRAMEWORK)
    assert library.journal.lines()[: len(lines)] == lines
    assert [line.action for line in library.journal.lines() if line.id == entry.id] == ["added", "withdrawn"]


def test_the_salts_go_so_that_nobody_can_try_what_was_said(library):
    entry = given_evidence(library)
    salts = [library.record("entry", entry.id).salt, library.record("sound", "S-0001").salt]
    withdraw(library, entry_id=entry.id, framework=FRAMEWORK)
    assert left(library.folder, *(salt.encode() for salt in salts)) == []


def test_what_was_withdrawn_is_not_proposed_again(library):
    Occasions(library).add("club-session", "Zanzibar club", year_groups=["Y4"], people=["Y4-heron"])
    given_sound(library, year="Y4")
    made = propose(library, FRAMEWORK)
    for entry in made:
        withdraw(library, entry_id=entry.id, framework=FRAMEWORK)
    assert made
    assert propose(library, FRAMEWORK) == ()


def test_an_occasion_forgets_who_was_there(library):
    occasion = Occasions(library).add("club-session", people=["Y4-heron", "Y4-otter"], led_by=["Y4-heron"])
    withdraw(library, code="Y4-heron", framework=FRAMEWORK)
    stays = Occasions(library).one(occasion.id)
    assert (stays.people, stays.led_by) == (("Y4-otter",), ())
    assert whole(library)


def test_what_others_did_too_is_proposed_again_without_the_one(library):
    heard = given_sound(library, by="Y4-heron")
    given = {"year_groups": ["Y4"], "note": "Y4-heron began, Y4-otter went on."}
    led_by = ["Y4-heron", "Y4-otter"]
    played = Occasions(library).add("performance", led_by=led_by, sounds=[heard.id], **given)
    (made,) = [entry for entry in propose(library, FRAMEWORK) if entry.source == played.id]
    withdraw(library, code="Y4-heron", framework=FRAMEWORK)
    assert library.entry(made.id).status == "withdrawn"
    (again_,) = propose(library, FRAMEWORK)
    assert again_.people == ("Y4-otter",)
    assert again_.happened == "somebody began, Y4-otter went on."
    assert whole(library)


def test_evidence_that_names_others_too_stays_for_them_without_the_one(library):
    given = {"year_groups": ["Y4"], "note": "Y4-heron began, Y4-otter went on."}
    Occasions(library).add("assembly", led_by=["Y4-heron", "Y4-otter"], **given)
    Occasions(library).add("assembly", led_by=["Y4-heron"], **given)
    both, alone = sorted(propose(library, FRAMEWORK), key=lambda entry: -len(entry.people))
    accept(library, both.id)
    withdraw(library, code="Y4-heron", framework=FRAMEWORK)
    assert library.entry(alone.id).status == "withdrawn"
    stays = library.entry(both.id)
    assert (stays.status, stays.people) == ("accepted", ("Y4-otter",))
    assert stays.happened == "somebody began, Y4-otter went on."
    assert propose(library, FRAMEWORK) == ()
    assert whole(library)


def test_who_led_or_judged_a_competition_does_not_take_the_winner_s_sound_along(library):
    won = given_sound(library, by="Y4-otter")
    note = "Y4-heron judged."
    Occasions(library).add("competition", led_by=["Y4-heron", "Y6-newt"], sounds=[won.id], note=note)
    entry = next(entry for entry in propose(library, FRAMEWORK) if entry.type == "competition")
    withdraw(library, code="Y4-heron", framework=FRAMEWORK)
    assert library.original_path(won).exists()
    stays = library.entry(entry.id)
    assert (stays.status, stays.people, stays.happened) == ("proposed", ("Y6-newt",), "somebody judged.")
    assert whole(library)


def test_no_sentence_anywhere_has_the_code_of_somebody_withdrawn(library):
    add_a_sound(library, by="Y4-heron")
    library.add_entry(a_draft("By Y4-heron alone", happened="Y4-heron read, Y4-herons flew."))
    Diary(library).reflect("Y4-heron was proud.")
    withdraw(library, code="Y4-heron", framework=FRAMEWORK)
    (entry,) = [each for each in library.entries() if each.status != "withdrawn"]
    assert (entry.title, entry.happened) == ("By somebody alone", "somebody read, Y4-herons flew.")
    known = ("people-0001.json", "erasures-0001.json", "entries-2026-0001.json")
    assert set(left(library.folder / "records", b"Y4-heron")) <= {*known}
    assert left(library.folder / "records", b"Y4-heron ") == []
    assert whole(library)


def test_what_another_program_still_has_on_its_screen_cannot_come_back(library):
    other = again(library)
    other.adults.unlock(PIN)
    entry = given_evidence(library)
    sound = other.sound("S-0001")
    withdraw(library, entry_id=entry.id, framework=FRAMEWORK)
    with pytest.raises(UnknownRecord, match="was withdrawn"):
        other.save_entry(entry, "amended")
    with pytest.raises(UnknownRecord, match="was withdrawn"):
        other.save_sound(sound, "renamed")
    with pytest.raises(UnknownRecord, match="was withdrawn"):
        other.sound("S-0001")


def test_what_others_use_stays_and_is_told(library):
    entry = given_evidence(library)
    library.add_entry(a_draft("Second", sounds=entry.sounds, files=entry.files))
    done = withdraw(library, entry_id=entry.id, framework=FRAMEWORK)
    assert done.ids == (entry.id,)
    assert done.stays == (
        "A recording stays: S-0001 and EV-2026-0003 use it too.",
        "The file “letter.txt” stays: EV-2026-0003 uses it too.",
    )
    assert library.original_path(entry.sounds[0]).exists()
    assert left(library.folder, b"Zanzibar") == []
    assert whole(library)


def test_the_same_recording_taken_in_twice_stays_with_the_other(library):
    entry = given_evidence(library)
    given_sound(library, "Again")
    done = withdraw(library, entry_id=entry.id, framework=FRAMEWORK)
    assert done.stays == ("A recording stays: S-0003 uses it too.",)
    assert library.original_path(library.sound("S-0003")).exists()


def test_of_a_person_everything_goes_wherever_they_are_heard(library):
    person = People(library).add("Y4")[0]
    Names(library).set(person.code, "Emilia")
    Releases(library).set(person.code, "website", "no", note="Wibble")
    entry = given_evidence(library, by=person.code)
    alone = given_sound(library, "Quagga alone", hertz=555.0, by=person.code)
    choir = given_sound(library, "Quagga choir", hertz=666.0, by="Y5-newt")
    heard = library.add_entry(with_sound("Zanzibar choir", choir, people=(person.code,)))
    samples = [data for name, data in sounds_in(library).items() if name != library.sound("S-0002").sha256]
    done = withdraw(library, code=person.code.upper(), framework=FRAMEWORK)
    assert {entry.id, alone.id, heard.id} <= set(done.ids)
    assert left(library.folder, *samples, *WORDS) == []
    assert [each.title for each in library.sounds()] == ["Drum"]
    gone = People(library).one(person.code)
    assert (gone.withdrawn, gone.year, gone.roles, gone.is_here) == (True, "", (), False)
    assert Names(library).all() == {}
    assert Releases(library).all() == ()
    assert whole(library)


def test_the_same_recording_under_another_id_goes_with_the_person(library):
    given_evidence(library)
    twin = given_sound(library, "Quagga too")
    done = withdraw(library, code="Y4-heron", framework=FRAMEWORK)
    assert twin.id in done.ids


def test_who_only_wrote_it_down_is_taken_out_and_the_evidence_stays(library):
    entry = library.add_entry(
        a_draft("Kept", by="Y4-heron", feedback=Feedback(works="All", next="More", by="Y4-heron"))
    )
    withdraw(library, code="Y4-heron", framework=FRAMEWORK)
    stays = library.entry(entry.id)
    assert (stays.title, stays.by, stays.feedback.by) == ("Kept", None, None)
    assert left(library.folder / "records", b'"by": "Y4-heron"') == []
    assert whole(library)


def test_a_sound_that_came_with_the_program_is_nobodys_voice(library):
    theirs = given_sound(library, "A moo", origin="shipped", by="Y4-heron")
    others = given_sound(library, "A cow", origin="shipped", by="Y5-otter")
    assert theirs.sha256 == others.sha256
    kept = library.add_entry(with_sound("Farm song", others))
    withdraw(library, code="Y4-heron", framework=shipped_framework())
    assert [sound.id for sound in library.sounds()] == [others.id]
    assert library.original_path(others).exists()
    assert library.entry(kept.id) == kept


def test_what_an_entry_that_stays_said_earlier_of_the_person_goes(library):
    entry = library.add_entry(a_draft("Kept", people=("Y4-heron",), happened="Wibble"))
    library.save_entry(replace(entry, people=(), happened="Other words"), "amended")
    withdraw(library, code="Y4-heron", framework=FRAMEWORK)
    assert library.entry(entry.id).title == "Kept"
    assert left(library.folder, b"Wibble") == []


def test_a_code_that_was_withdrawn_is_never_given_again(library):
    add_a_sound(library, by="Y4-heron")
    withdraw(library, code="Y4-heron", framework=FRAMEWORK)
    assert "Y4-heron" not in {person.code for _ in range(4) for person in People(library).add("Y4", count=60)}


@pytest.mark.parametrize(
    ("wanted", "error"),
    [
        ({"entry_id": "EV-2026-0099"}, UnknownRecord),
        ({"code": "Emilia"}, NotACode),
        ({"code": "Y4-otter"}, NothingToWithdraw),
    ],
)
def test_what_is_not_there_cannot_be_withdrawn(library, wanted, error):
    given_evidence(library)
    before = library.journal.head()
    with pytest.raises(error):
        withdraw(library, framework=FRAMEWORK, **wanted)
    assert library.journal.head() == before


def test_twice_is_once(library):
    entry = given_evidence(library)
    withdraw(library, entry_id=entry.id, framework=FRAMEWORK)
    with pytest.raises(NothingToWithdraw, match="already"):
        withdraw(library, entry_id=entry.id, framework=FRAMEWORK)


def test_only_an_adult_withdraws(library):
    entry = given_evidence(library)
    library.adults.lock()
    for action in (
        lambda: withdraw(library, entry_id=entry.id, framework=FRAMEWORK),
        lambda: preview(library, code="Y4-heron"),
    ):
        with pytest.raises(AdultsOnly):
            action()
    assert library.entry(entry.id).status == "accepted"
