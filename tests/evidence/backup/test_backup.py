import errno
import os
import random
import shutil
import subprocess
import sys
import time
import zipfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from evidence.backup import source as backup_source
from evidence.backup.backup import BackupNotMade, back_up
from evidence.backup.restore import restore
from evidence.backup.source import check_backup, find_backups
from evidence.check import check_library
from evidence.entry import SoundUse
from evidence.library import Library
from tests.evidence.given import NOW, a_draft, a_library, add_a_sound, again, tree_of

PROJECT = Path(__file__).parents[3]
KILLS = 8
FORMS = ("backups", "backup.zip")


@pytest.fixture
def library(tmp_path) -> Library:
    library = a_library(tmp_path)
    sound = add_a_sound(library)
    add_a_sound(library, "A dog", hertz=600)
    (library.overviews / f"{sound.sha256}.peaks").write_bytes(b"peaks")
    (tmp_path / "plan.txt").write_text("plan")
    use = library.add_file(tmp_path / "plan.txt")
    entry = library.add_entry(a_draft(sounds=(SoundUse.of(sound),), files=(use,)))
    library.save_entry(replace(entry, impact="They smiled."), "amended")
    for take in library.takes.iterdir():
        take.unlink()
    (library.takes / "take.wav.part").write_bytes(b"RIFF and a second of sound")
    return library


@pytest.mark.parametrize("form", FORMS)
def test_what_is_restored_is_the_same_record_for_record_and_byte_for_byte(library, tmp_path, form):
    made = back_up(library, tmp_path / form)
    before, records = tree_of(library.folder), library.records()
    shutil.rmtree(library.folder)
    restored = restore(made.path, tmp_path / "again")
    assert restored.records() == records
    assert restored.school == "Oakfield School"
    assert tree_of(restored.folder) == {name: found for name, found in before.items() if name != "lock"}
    assert check_library(restored, contents=True) == ()
    assert restored.add_entry(a_draft("Next")).id == "EV-2026-0002"


@pytest.mark.parametrize("form", FORMS)
def test_an_empty_library_can_be_backed_up(tmp_path, form):
    made = back_up(a_library(tmp_path), tmp_path / form)
    assert restore(made.path, tmp_path / "again").entries() == ()


def test_a_backup_has_the_schools_name_and_its_date_and_never_takes_the_place_of_another(library, tmp_path):
    names = [back_up(library, tmp_path / "backups").path.name for _ in range(3)]
    assert names == [f"oakfield-school_2026-11-21_153000{end}" for end in ("", "_2", "_3")]
    assert [path.name for path, _ in find_backups(tmp_path / "backups")] == names


def test_a_second_backup_writes_only_what_is_new_and_stands_alone(library, tmp_path):
    first = back_up(library, tmp_path / "backups")
    add_a_sound(library, "A cat", hertz=500)
    second = back_up(library, tmp_path / "backups")
    sounds = sum(path.stat().st_size for path in library.originals.iterdir())
    assert first.new_bytes > sounds * 2 / 3
    assert second.new_bytes < second.card.size - sounds / 2
    shutil.rmtree(first.path)
    assert check_backup(second.path) == second.card


def test_a_file_that_a_disk_has_spoilt_is_not_shared_but_copied_again(library, tmp_path):
    first = back_up(library, tmp_path / "backups")
    for original in (first.path / "library" / "originals").iterdir():
        original.write_bytes(bytes(original.stat().st_size))
    assert check_backup(back_up(library, tmp_path / "backups").path)


def test_a_disk_without_links_gets_copies(library, tmp_path, monkeypatch):
    def refuse(*_):
        raise OSError(errno.EPERM, "Operation not permitted")

    back_up(library, tmp_path / "backups")
    monkeypatch.setattr(os, "link", refuse)
    second = back_up(library, tmp_path / "backups")
    assert second.new_bytes == second.card.size
    assert check_backup(second.path)


def test_only_the_newest_of_each_of_the_newest_days_is_kept(library, tmp_path):
    other = back_up(a_library(tmp_path / "other"), tmp_path / "backups").path
    for hours in range(0, 100, 12):
        later = Library.open(library.folder, clock=lambda hours=hours: NOW + timedelta(hours=hours))
        back_up(later, tmp_path / "backups", keep=3)
    days = [path.name[-17:] for path, _ in find_backups(tmp_path / "backups") if path != other]
    assert days == ["2026-11-23_153000", "2026-11-24_153000", "2026-11-25_153000"]
    assert other.exists(), "another library's backups are not ours to delete"
    assert not list((tmp_path / "backups").glob("*.part"))


def test_a_library_that_is_not_whole_is_saved_as_it_is_and_pushes_nothing_out(library, tmp_path):
    old = back_up(library, tmp_path / "backups")
    lost, changed = library.originals.iterdir()
    lost.unlink()
    changed.write_bytes(b"other")
    (old.path / "library" / "originals" / changed.name).unlink()
    made = back_up(again(library), tmp_path / "backups", keep=1)
    name = f"originals/{lost.name}"
    assert made.card.faults == (
        f"The file {name} is missing.",
        f"The file originals/{changed.name} was changed.",
    )
    assert [path for path, _ in find_backups(tmp_path / "backups")] == [old.path, made.path]
    restored = restore(made.path, tmp_path / "again")
    assert len(restored.entries()) == 1
    assert len(check_library(restored, contents=True)) == 2


def test_a_link_among_the_records_is_left_out_and_told(library, tmp_path):
    (tmp_path / "secret").write_text("not the library's")
    (library.folder / "records" / "lines-0009.json").symlink_to(tmp_path / "secret")
    made = back_up(library, tmp_path / "backups")
    assert made.left_out == ("records/lines-0009.json",)
    assert not (made.path / "library" / "records" / "lines-0009.json").exists()


def test_links_and_names_that_cannot_be_kept_are_left_out_and_told(library, tmp_path):
    (tmp_path / "secret").write_text("secret")
    try:
        (library.exports / "link.txt").symlink_to(tmp_path / "secret")
        (library.exports / "a\nb.txt").write_text("odd")
    except OSError:
        (library.exports / "aux.txt").write_text("odd")
    made = back_up(library, tmp_path / "backups")
    assert {path.partition("/")[0] for path in made.left_out} == {"exports"}
    assert not [path for path in made.card.files if path.startswith("exports/")]


@pytest.mark.parametrize("form", FORMS)
def test_a_full_disk_leaves_the_older_backups_and_nothing_else(library, tmp_path, monkeypatch, form):
    back_up(library, tmp_path / "backups")
    before = tree_of(tmp_path / "backups")
    add_a_sound(library, "A cat", hertz=500)

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(backup_source, "sync", full)
    monkeypatch.setattr("studio.disk.sync", full)
    with pytest.raises(BackupNotMade, match="no space left"):
        back_up(library, tmp_path / form)
    assert tree_of(tmp_path / "backups") == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["backups", "library", "plan.txt"]


@pytest.mark.parametrize("form", FORMS)
def test_a_disk_with_too_little_room_is_said_before_anything_is_copied(library, tmp_path, monkeypatch, form):
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=1000))
    with pytest.raises(BackupNotMade, match="room for 0 MB"):
        back_up(library, tmp_path / form)
    assert not (tmp_path / "backup.zip").exists()
    assert not list(tmp_path.glob("backups/*"))


@pytest.mark.parametrize("form", FORMS)
def test_stopping_on_the_way_leaves_nothing(library, tmp_path, form):
    class Stop(Exception):
        pass

    seen = []

    def stop(share):
        seen.append(share)
        if share > 0.5:
            raise Stop

    with pytest.raises(Stop):
        back_up(library, tmp_path / form, progress=stop)
    assert seen == sorted(seen)
    assert not (tmp_path / "backup.zip").exists()
    assert not list(tmp_path.glob("backups/*"))


@pytest.mark.parametrize("form", FORMS)
def test_a_disk_that_gives_back_other_bytes_is_said(library, tmp_path, monkeypatch, form):
    write = backup_source.write_blocks

    def spoil(blocks, place):
        filed = write(blocks, place)
        place.write_bytes(bytes(filed.size))
        return filed

    monkeypatch.setattr("evidence.backup.place.write_blocks", spoil)
    monkeypatch.setattr(zipfile.ZipFile, "open", _spoiling(zipfile.ZipFile.open))
    with pytest.raises(BackupNotMade, match="did not give the backup back"):
        back_up(library, tmp_path / form)
    assert not (tmp_path / "backup.zip").exists()
    assert not list(tmp_path.glob("backups/*"))


def _spoiling(real):
    def open_(self, name, mode="r", **given):
        if mode == "r" and "originals" in getattr(name, "filename", name):
            self.fp.seek(0)
            raise zipfile.BadZipFile("spoilt")
        return real(self, name, mode, **given)

    return open_


def test_a_backup_is_not_put_inside_the_library_or_over_a_file(library, tmp_path):
    with pytest.raises(BackupNotMade, match="inside the library"):
        back_up(library, library.exports / "backups")
    (tmp_path / "kept.zip").write_bytes(b"kept")
    with pytest.raises(BackupNotMade, match="there already"):
        back_up(library, tmp_path / "kept.zip")
    (tmp_path / "file").write_bytes(b"kept")
    with pytest.raises(BackupNotMade):
        back_up(library, tmp_path / "file")
    with pytest.raises(ValueError, match="cannot keep"):
        back_up(library, tmp_path / "backups", keep=0)


def running(program: str, *words: object) -> subprocess.Popen[str]:
    command = [sys.executable, str(PROJECT / "tests" / "evidence" / program), *map(str, words)]
    return subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=PROJECT,
        env=os.environ | {"PYTHONPATH": str(PROJECT)},
    )


def test_a_library_that_another_program_is_writing_is_backed_up_as_it_was_at_one_moment(library, tmp_path):
    counts = []
    with running("adding.py", library.folder, "meanwhile", 10_000, 0.01) as program:
        program.stdout.readline()
        for number in range(4):
            made = back_up(again(library), tmp_path / "backups")
            counts.append(len(restore(made.path, tmp_path / f"again-{number}").entries()))
            assert made.card.faults == ()
        assert program.poll() is None
        program.kill()
    assert counts == sorted(counts)
    assert counts[0] < counts[-1]


def test_a_kill_in_the_middle_leaves_every_finished_backup_whole(library, tmp_path):
    chance, told = random.Random(8493), []
    for _ in range(KILLS):
        with running("backing_up.py", library.folder, tmp_path / "backups") as program:
            program.stdout.readline()
            try:
                program.wait(timeout=chance.uniform(0, 0.08))
            except subprocess.TimeoutExpired:
                program.kill()
            told += program.stdout.read().splitlines()
            assert "Traceback" not in program.stderr.read()
    whole = [path for path, _ in find_backups(tmp_path / "backups")]
    assert {Path(path) for path in told} <= set(whole)
    for path in (tmp_path / "backups").iterdir():
        assert path.name.endswith(".part") is (path not in whole)
    assert [check_backup(path).faults for path in whole] == [()] * len(whole)


def test_what_killed_programs_left_is_cleared_after_a_day(library, tmp_path):
    for name, age in (("old.part", 2), ("new.part", 0)):
        part = tmp_path / "backups" / name
        (part / "library").mkdir(parents=True)
        then = time.time() - age * 24 * 3600
        os.utime(part, (then, then))
    back_up(library, tmp_path / "backups")
    assert [path.name for path in (tmp_path / "backups").glob("*.part")] == ["new.part"]
