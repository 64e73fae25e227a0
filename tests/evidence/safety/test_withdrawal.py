"""Withdrawing: every copy goes, the log still verifies, and a kill at any step is made good."""

import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from evidence.award.diary import Diary
from evidence.backup.backup import back_up
from evidence.backup.places import BackupPlaces
from evidence.bundle.issue import issue_bundle
from evidence.bundle.record import SealedBundles
from evidence.bundle.verify import verify_bundle
from evidence.check import check_library
from evidence.codes import NotACode
from evidence.entry import Draft, Entry, Feedback, SoundUse
from evidence.library import Library, UnknownRecord
from evidence.records.journal import check_journal
from evidence.records.store import LibraryDamaged, LibraryUnwritable
from evidence.review import accept
from evidence.safety import withdrawal, withdrawal_steps
from evidence.safety.adults import AdultsOnly
from evidence.safety.erasure import Erasure, Erasures
from evidence.safety.names import Names
from evidence.safety.people import People
from evidence.safety.releases import Releases
from evidence.safety.withdrawal import NothingToWithdraw, carry_on, preview, unfinished, withdraw
from evidence.sound import Sound
from lessons.occasion import Occasions
from lessons.proposals import propose
from rubric.load import shipped_framework
from rubric.plain import to_plain
from studio.takes import add_sound
from tests.builders import a_sine, a_wav
from tests.evidence.given import a_draft, a_library, add_a_sound, again, tree_of

FRAMEWORK = shipped_framework()
PIN = "482913"
WORDS = (b"Zanzibar", b"Wibble", b"Quagga", b"Emilia")
"""Words of the title, the text, the sound and the name, which nothing else has."""


@pytest.fixture
def library(tmp_path) -> Library:
    library = a_library(tmp_path)
    library.adults.set_pin(PIN)
    return library


def given_sound(library: Library, title: str = "Quagga", *, hertz: float = 333.0, **given):
    """A sound that came in with its overview, as the app brings it in."""
    wav = a_wav(library.folder.parent / f"{hertz}.wav", a_sine(0.2, hertz=hertz))
    return add_sound(library, wav, title=title, **given)


def with_sound(title: str, sound: Sound, **given) -> Draft:
    """Evidence of one sound."""
    return a_draft(title, sounds=(SoundUse.of(sound),), **given)


def given_evidence(library: Library, *, by: str | None = "Y4-heron") -> Entry:
    """Evidence with a sound and a letter, and other evidence that stays."""
    letter = library.folder.parent / "letter.txt"
    letter.write_text("Dear all, Wibble.")
    said = {"files": (library.add_file(letter),), "happened": "Wibble"}
    entry = library.add_entry(with_sound("Zanzibar song", given_sound(library, by=by), **said))
    library.add_entry(with_sound("Drums", given_sound(library, "Drum", hertz=222.0)))
    return entry


def sounds_in(library: Library) -> dict[str, bytes]:
    """Some samples from the middle of each original, by its name."""
    return {path.stem: path.read_bytes()[2000:2200] for path in library.originals.iterdir()}


def left(folder: Path, *wanted: bytes) -> list[str]:
    """Files in a folder, and in the zips in it, that have any of these bytes."""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            contents = [path.read_bytes()]
            if zipfile.is_zipfile(path):
                with zipfile.ZipFile(path) as archive:
                    contents += [archive.read(name) for name in archive.namelist()]
            found += [path.name for content in contents if any(each in content for each in wanted)]
    return sorted(set(found))


def whole(library: Library) -> bool:
    """Whether the log verifies and every record is as the log says, as the next program finds it."""
    other = again(library)
    return check_journal(other.journal.path) == () and check_library(other, contents=True) == ()


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


def test_a_bundle_that_went_out_is_to_be_destroyed_and_a_new_one_and_a_letter_are_there(library, tmp_path):
    entry = given_evidence(library)
    inside = issue_bundle(library, library.exports / "first.zip", FRAMEWORK)
    issue_bundle(library, tmp_path / "stick.zip", FRAMEWORK)
    drums = [library.entry("EV-2026-0002")]
    kept = issue_bundle(library, library.exports / "drums.zip", FRAMEWORK, entries=drums)
    done = withdraw(library, entry_id=entry.id, framework=FRAMEWORK)
    assert [(bundle.id, bundle.withdrawn) for bundle in done.bundles] == [("B-0001", True), ("B-0002", True)]
    assert not inside.bundles[0].path.exists()
    assert kept.bundles[0].path.exists()
    assert verify_bundle(done.bundle).valid
    assert left(library.folder, *WORDS) == []
    letter = "".join(zipfile.ZipFile(done.letter).read("word/document.xml").decode())
    assert done.bundles[1].receipt in letter
    (new,) = [each for each in SealedBundles(library).all() if each.path == str(done.bundle)]
    assert new.receipt in letter
    assert whole(library)


def test_with_nothing_left_to_seal_the_letter_goes_alone(library):
    entry = library.add_entry(a_draft("Zanzibar"))
    issue_bundle(library, library.exports / "first.zip", FRAMEWORK)
    done = withdraw(library, entry_id=entry.id, framework=FRAMEWORK)
    assert done.bundle is None
    assert done.letter.exists()


def test_another_sound_that_was_lost_does_not_hold_up_the_letter(library):
    entry = given_evidence(library)
    issue_bundle(library, library.exports / "first.zip", FRAMEWORK)
    library.original_path(library.sound("S-0002")).unlink()
    done = withdraw(library, entry_id=entry.id, framework=FRAMEWORK)
    assert done.bundle is None
    assert done.letter.exists()
    assert unfinished(library) == ()


def test_a_log_that_somebody_changed_does_not_hold_it_up(library):
    entry = given_evidence(library)
    issue_bundle(library, library.exports / "first.zip", FRAMEWORK)
    log = library.journal.path
    log.write_bytes(log.read_bytes().replace(b'"action":"added"', b'"action":"edited"', 1))
    done = withdraw(library, entry_id=entry.id, framework=FRAMEWORK)
    assert done.bundle is None
    assert done.letter.exists()
    assert unfinished(library) == ()


def test_what_was_exported_or_forgotten_in_the_folder_goes_too(library):
    entry = given_evidence(library)
    sound = library.sound("S-0001")
    original = library.original_path(sound).read_bytes()
    (library.exports / f"{sound.id}.mp3").write_bytes(b"mp3")
    (library.exports / "S-00011.mp3").write_bytes(b"another sound")
    (library.exports / "zanzibar-song.wav").write_bytes(b"wav")
    (library.exports / "page.html").write_text("<h1>Zanzibar song</h1>")
    with zipfile.ZipFile(library.exports / "paper.docx", "w", zipfile.ZIP_DEFLATED) as paper:
        paper.writestr("word/document.xml", "<w:t>Zanzibar song</w:t>")
    (library.originals / "0123.part").write_bytes(original[: len(original) // 2])
    (library.takes / "2026-11-21_09-00-00-abcdef.wav").write_bytes(original)
    forgotten = library.folder / ".import-abc"
    forgotten.mkdir()
    (forgotten / "sound.wav").write_bytes(original)
    (library.takes / "2026-11-21_09-10-00-abcdef.wav.part").write_bytes(b"RIFF another take")
    withdraw(library, entry_id=entry.id, framework=FRAMEWORK)
    assert left(library.folder, original[2000:2200], *WORDS) == []
    assert [path.name for path in library.exports.iterdir()] == ["S-00011.mp3"]
    assert len(list(library.takes.iterdir())) == 1


def test_a_preview_touches_nothing(library):
    entry = given_evidence(library)
    issue_bundle(library, library.exports / "first.zip", FRAMEWORK)
    before = library.journal.head()
    seen = preview(library, entry_id=entry.id)
    assert (seen.reach.ids, seen.exports, len(seen.bundles)) == ((entry.id, "S-0001"), ("first.zip",), 1)
    assert library.journal.head() == before


def test_backups_that_hold_it_are_told_and_the_next_one_does_not(library, tmp_path):
    back_up(library, tmp_path / "early")
    entry = given_evidence(library)
    made = back_up(library, tmp_path / "backups")
    BackupPlaces(library).remember(tmp_path / "backups")
    BackupPlaces(library).remember(tmp_path / "early")
    BackupPlaces(library).remember(tmp_path / "not plugged in")
    done = withdraw(library, entry_id=entry.id, framework=FRAMEWORK)
    assert [(copy.path, copy.made is not None) for copy in done.backups] == [
        (made.path, True),
        (tmp_path / "not plugged in", False),
    ]
    after = back_up(library, tmp_path / "after")
    assert left(after.path, *WORDS) == []


def test_backups_that_can_be_reached_are_renewed_when_that_is_asked_for(library, tmp_path):
    entry = given_evidence(library)
    folder, zipped = tmp_path / "backups", tmp_path / "one.zip"
    for place in (folder, zipped):
        back_up(library, place)
        BackupPlaces(library).remember(place)
    done = withdraw(library, entry_id=entry.id, framework=FRAMEWORK, backups=True)
    assert done.backups == ()
    assert left(folder, *WORDS) == []
    assert left(zipped.parent / "one.zip", *WORDS) == []
    assert {path.name for path in tmp_path.iterdir()} >= {"one.zip", "backups"}
    assert len(list(folder.iterdir())) == 1


STEPS = ("erase_files", "forget_name", "tell_bundles", "seal_anew", "write_letter", "renew_backups")


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("when", ["before", "after"])
def test_a_kill_at_any_step_is_made_good(library, step, when):
    entry = given_evidence(library)
    Names(library).set("Y4-heron", "Emilia")
    issue_bundle(library, library.exports / "first.zip", FRAMEWORK)
    (samples,) = [sounds_in(library)[use.sha256] for use in entry.sounds]
    program = (
        "import os, sys; from evidence.safety import withdrawal\n"
        "from evidence.library import Library; from rubric.load import shipped_framework\n"
        "library = Library.open(sys.argv[1]); library.adults.unlock(sys.argv[2])\n"
        "step = getattr(withdrawal, sys.argv[3])\n"
        "def killed(*given):\n"
        "    if sys.argv[4] == 'after': step(*given)\n"
        "    os._exit(9)\n"
        "setattr(withdrawal, sys.argv[3], killed)\n"
        "withdrawal.withdraw(library, code='Y4-heron', framework=shipped_framework())\n"
    )
    words = [sys.executable, "-c", program, str(library.folder), PIN, step, when]
    assert subprocess.run(words, check=False, cwd=Path(__file__).parents[3]).returncode == 9
    other = again(library)
    assert other.entry(entry.id).status == "withdrawn"
    assert len(unfinished(other)) == 1
    with pytest.raises(AdultsOnly):
        carry_on(other, FRAMEWORK)
    other.adults.unlock(PIN)
    (done,) = carry_on(other, FRAMEWORK)
    assert unfinished(other) == ()
    assert left(other.folder, samples, *WORDS) == []
    assert verify_bundle(done.bundle).valid
    assert done.letter.exists()
    assert [each.withdrawn for each in SealedBundles(other).all()] == [True, False]
    assert whole(other)


def test_a_file_that_cannot_go_now_is_told_and_goes_later(library, monkeypatch):
    entry = given_evidence(library)

    def refuse(*given: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patched:
        patched.setattr(withdrawal_steps, "patiently", refuse)
        with pytest.raises(LibraryUnwritable, match="permission denied"):
            withdraw(library, entry_id=entry.id, framework=FRAMEWORK)
    assert len(unfinished(library)) == 1
    carry_on(library, FRAMEWORK)
    assert left(library.folder, *WORDS) == []
    assert whole(library)


def test_a_finished_job_remembers_no_file_and_no_word(library):
    entry = given_evidence(library)
    (library.exports / "Zanzibar song.wav").write_bytes(b"x")
    withdraw(library, entry_id=entry.id, framework=FRAMEWORK, who="lead")
    (job,) = Erasures(library).all()
    assert (job.subject, job.originals, job.attachments, job.exports, job.by) == (
        entry.id,
        (),
        (),
        (),
        "lead",
    )
    assert job.finished is not None


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


@pytest.mark.parametrize(
    "planted",
    [
        {"originals": ["*"]},
        {"originals": ["../log"]},
        {"attachments": ["0" * 63 + "?"]},
        {"exports": ["../log.jsonl"]},
        {"exports": ["/etc/hosts"]},
        {"exports": ["..\\log.jsonl"]},
        {"exports": ["C:/x"]},
    ],
)
def test_a_stranger_s_library_cannot_have_other_files_erased(library, planted):
    given_evidence(library)
    job = to_plain(Erasure(id="ER-0001", subject="Y4-heron", ids=(), begun=library.now())) | planted
    with library.store.turn() as turn:
        turn.put("erasure", "ER-0001", job, action="begun", who=None)
    before = tree_of(library.folder)
    with pytest.raises(LibraryDamaged):
        carry_on(library, FRAMEWORK)
    assert tree_of(library.folder) == before


def test_what_a_link_in_exports_leads_to_stays(library, tmp_path):
    given_evidence(library)
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "letter.txt").write_text("not the library's")
    (library.exports / "theirs").symlink_to(mine)
    job = Erasure(
        id="ER-0001", subject="Y4-heron", ids=(), exports=("theirs/letter.txt",), begun=library.now()
    )
    with library.store.turn() as turn:
        turn.put("erasure", "ER-0001", to_plain(job), action="begun", who=None)
    carry_on(library, FRAMEWORK)
    assert (mine / "letter.txt").exists()


def test_a_bundle_said_to_lie_in_exports_is_only_erased_there(library, tmp_path):
    entry = given_evidence(library)
    (tmp_path / "stick.zip").write_bytes(b"not ours")
    issue_bundle(library, library.exports / "first.zip", FRAMEWORK)
    path = str(library.exports / ".." / ".." / "stick.zip")
    SealedBundles(library).change("B-0001", lambda stored: replace(stored, path=path), action="moved")
    withdraw(library, entry_id=entry.id, framework=FRAMEWORK)
    assert (tmp_path / "stick.zip").exists()


def test_a_withdrawal_that_takes_long_is_finished_by_whom_it_was_begun(library, monkeypatch):
    entry = given_evidence(library)
    issue_bundle(library, library.exports / "first.zip", FRAMEWORK)
    monkeypatch.setattr(withdrawal, "forget_name", lambda library, erasure: library.adults.lock())
    assert withdraw(library, entry_id=entry.id, framework=FRAMEWORK).letter
    assert not library.adults.is_adult


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
