"""Withdrawing: every copy that the program made goes, or is told."""

import zipfile
from dataclasses import replace

import pytest

from evidence.backup.backup import back_up
from evidence.backup.places import BackupPlaces
from evidence.bundle.issue import issue_bundle
from evidence.bundle.record import SealedBundles
from evidence.bundle.verify import verify_bundle
from evidence.library import Library
from evidence.safety.erasure import Erasure
from evidence.safety.withdrawal import carry_on, preview, unfinished, withdraw
from rubric.plain import to_plain
from tests.evidence.given import a_draft
from tests.evidence.safety.withdrawing import FRAMEWORK, WORDS, a_locked_library, given_evidence, left, whole


@pytest.fixture
def library(tmp_path) -> Library:
    return a_locked_library(tmp_path)


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


def test_files_that_were_given_away_or_made_with_a_sound_go_by_their_names(library):
    entry = given_evidence(library)
    with library.store.turn() as turn:
        fields = {"cues": [{"sound": "S-0001", "seconds": 1.0}]}
        turn.put("film", "FM-0001", fields, action="added", who=None)
    gone = ["for the class/01 quagga.mp3", "picture-of-S-0001.png", "film-fm-0001-2.mp4"]
    stay = ["for the class/02 Drum.mp3", "picture-of-S-0002.png", "film-fm-00012.mp4", "es-0001.txt"]
    (library.exports / "for the class").mkdir()
    for name in (*gone, *stay):
        (library.exports / name).write_bytes(b"")
    withdraw(library, entry_id=entry.id, framework=FRAMEWORK)
    there = {path.relative_to(library.exports).as_posix() for path in library.exports.rglob("*.*")}
    assert there == set(stay)


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
