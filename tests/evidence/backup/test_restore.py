"""Backups that strangers, disks and accidents have changed: refused, and nothing of them is written."""

import errno
import os
import random
import shutil
import zipfile
from hashlib import sha256
from pathlib import Path

import orjson
import pytest

from evidence.backup.backup import back_up
from evidence.backup.card import BackupCard, BackupDamaged, is_safe
from evidence.backup.restore import NotRestored, restore
from evidence.backup.source import check_backup
from evidence.library import Library
from evidence.records.journal import canonical
from studio.errors import StudioError
from tests.evidence.given import NOW, a_draft, a_library, add_a_sound, tree_of


@pytest.fixture(scope="module")
def _templates(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("backups")
    library = a_library(folder)
    add_a_sound(library)
    library.add_entry(a_draft())
    back_up(library, folder / "backup").path.rename(folder / "backup-folder")
    back_up(library, folder / "backup.zip")
    return folder


@pytest.fixture
def backup(_templates, tmp_path) -> Path:
    return shutil.copytree(_templates / "backup-folder", tmp_path / "inner" / "backup")


@pytest.fixture
def zipped(_templates, tmp_path) -> Path:
    (tmp_path / "inner").mkdir()
    return Path(shutil.copy(_templates / "backup.zip", tmp_path / "inner" / "backup.zip"))


def refuses(backup: Path, folder: Path) -> str:
    """Restoring fails with plain sentences, and everything around the backup is as it was."""
    around = backup.parents[1]
    before = tree_of(around)
    with pytest.raises(BackupDamaged) as refused:
        restore(backup, folder)
    assert tree_of(around) == before
    assert str(refused.value).isprintable()
    return refused.value.what


def rewrite(backup: Path, **lies) -> None:
    """A card with lies in it, and its hash worked out anew."""
    path = backup / "backup.json"
    plain = orjson.loads(path.read_bytes()) | lies
    plain.pop("hash")
    path.write_bytes(canonical(plain | {"hash": sha256(canonical(plain)).hexdigest()}) + b"\n")


@pytest.mark.parametrize(
    "name", ["library/log.jsonl", "library/records/entries-2026-0001.json", "backup.json"]
)
@pytest.mark.parametrize("damage", [lambda data: data[:-5], lambda data: data + b" ", lambda _: b""])
def test_a_changed_file_is_found(backup, tmp_path, name, damage):
    path = backup / name
    path.write_bytes(damage(path.read_bytes()))
    assert "missing or was changed" in refuses(backup, tmp_path / "again")


def test_a_missing_file_is_found(backup, tmp_path):
    next((backup / "library" / "originals").iterdir()).unlink()
    assert "originals/" in refuses(backup, tmp_path / "again")
    (backup / "backup.json").unlink()
    assert "is no backup" in refuses(backup, tmp_path / "again")


def test_what_is_no_backup_is_said(tmp_path):
    (tmp_path / "inner" / "folder").mkdir(parents=True)
    (tmp_path / "inner" / "file.zip").write_bytes(b"hello")
    for name in ("folder", "file.zip", "none", "none.zip"):
        assert "is no backup" in refuses(tmp_path / "inner" / name, tmp_path / "again")


def test_an_unfinished_backup_is_never_taken_for_a_whole_one(backup, tmp_path):
    part = backup.rename(backup.with_name("backup.1a2b.part"))
    assert "never finished" in refuses(part, tmp_path / "again")


@pytest.mark.parametrize(
    "path",
    [
        *("../evil.txt", "/etc/evil.txt", "C:/evil.txt", "originals/../../evil.txt", "originals\\evil.txt"),
        *("originals/CON", "originals/nul.txt", "originals/a:stream", "originals/evil.", "originals/evil "),
        *("originals//evil", "originals/./evil", "originals/\x1b[31m", "originals", "evil.txt", "lock"),
        *("pending.json", "a/b", "originals/a/b/c/d/e/f/g", f"originals/{'a' * 300}", "", "originals/"),
    ],
)
def test_a_card_that_leads_elsewhere_is_refused(backup, tmp_path, path):
    assert not is_safe(path)
    files = orjson.loads((backup / "backup.json").read_bytes())["files"]
    rewrite(backup, files=files | {path: [sha256(b"evil").hexdigest(), 4]})
    (backup / "evil.txt").write_bytes(b"evil")
    assert "backup.json" in refuses(backup, tmp_path / "again")


@pytest.mark.parametrize(
    "lie",
    [
        {"files": {}},
        {"files": {"library.json": ["0" * 64, -1]}},
        {"files": {"library.json": ["../x", 1]}},
        {"files": {"library.json": 5}},
        {"files": [1]},
        {"made": "today"},
        {"made": "2026-11-21T15:30:00"},
        {"school": None},
        {"faults": [1]},
        {"schema": 2},
        {"format": "other"},
    ],
)
def test_a_card_that_lies_is_refused(backup, tmp_path, lie):
    rewrite(backup, **lie)
    assert "backup.json" in refuses(backup, tmp_path / "again")


def test_names_that_would_be_one_on_some_computers_are_refused(backup, tmp_path):
    files = orjson.loads((backup / "backup.json").read_bytes())["files"]
    twin = [sha256(b"").hexdigest(), 0]
    rewrite(backup, files=files | {"exports/a.txt": twin, "exports/A.TXT": twin})
    assert "backup.json" in refuses(backup, tmp_path / "again")


def test_a_link_in_a_backup_is_not_followed(backup, tmp_path):
    log = backup / "library" / "log.jsonl"
    (tmp_path / "secret").write_bytes(log.read_bytes())
    log.unlink()
    try:
        log.symlink_to(tmp_path / "secret")
    except OSError:
        log.mkdir()  # no rights to make links here: a folder in a file's place is as wrong
    refuses(backup, tmp_path / "again")


def test_a_forger_who_changes_a_record_and_the_card_meets_the_log(backup, tmp_path):
    name = "records/entries-2026-0001.json"
    forged = (backup / "library" / name).read_bytes().replace(b"Robots", b"Rabbit")
    (backup / "library" / name).write_bytes(forged)
    files = orjson.loads((backup / "backup.json").read_bytes())["files"]
    rewrite(backup, files=files | {name: [sha256(forged).hexdigest(), len(forged)]})
    assert "EV-2026-0001 was changed" in refuses(backup, tmp_path / "again")


def test_a_card_of_another_library_is_refused(backup, tmp_path):
    rewrite(backup, library="0" * 32)
    assert "no whole library" in refuses(backup, tmp_path / "again")


def test_a_zip_may_be_unpacked_by_any_program(zipped, tmp_path):
    with zipfile.ZipFile(zipped) as archive:
        archive.extractall(tmp_path / "unpacked")
    assert len(restore(tmp_path / "unpacked", tmp_path / "again").entries()) == 1


def repacked(zipped: Path, change=lambda entries: None, method=zipfile.ZIP_STORED) -> Path:
    with zipfile.ZipFile(zipped) as archive:
        entries = [(name, archive.read(name)) for name in archive.namelist()]
    change(entries)
    with zipfile.ZipFile(zipped, "w", method) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return zipped


def test_a_zip_packed_again_asks_to_be_unpacked(zipped, tmp_path):
    assert "packed again" in refuses(repacked(zipped, method=zipfile.ZIP_DEFLATED), tmp_path / "again")


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_zip_with_two_files_of_one_name_is_refused(zipped, tmp_path):
    refuses(repacked(zipped, lambda entries: entries.append(entries[0])), tmp_path / "again")


def test_what_the_card_does_not_list_is_not_restored(zipped, tmp_path):
    extra = ("soundingboard-backup/library/exports/evil.exe", b"evil")
    outside = ("../../evil.txt", b"evil")
    repacked(zipped, lambda entries: entries.extend([extra, outside]))
    assert not list(restore(zipped, tmp_path / "again").exports.iterdir())
    assert not list(tmp_path.rglob("evil*"))


def test_damaged_zips_are_refused_and_never_raise_anything_else(zipped, tmp_path):
    whole, chance = zipped.read_bytes(), random.Random(8493)
    for _ in range(150):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 3)):
            # The table of contents is the last part; most of the rest is one sound.
            place = chance.choice([chance.randrange(len(data)), len(data) - chance.randrange(1, 900)])
            data[place] = chance.randrange(256)
        if chance.random() < 0.2:
            del data[chance.randrange(len(data)) :]
        zipped.write_bytes(data)
        try:
            check_backup(zipped)
        except StudioError as error:
            assert str(error).isprintable()  # noqa: PT017 (it need not be raised)


def test_any_card_is_read_or_is_no_card(backup):
    whole, chance = (backup / "backup.json").read_bytes(), random.Random(8493)
    for _ in range(500):
        data = bytearray(whole)
        data[chance.randrange(len(data))] = chance.randrange(256)
        if bytes(data) != whole:
            with pytest.raises(ValueError):  # noqa: PT011 (whatever is wrong with it)
                BackupCard.parse(bytes(data))


def test_only_a_new_or_empty_folder_is_restored_to(backup, tmp_path):
    taken = tmp_path / "taken"
    taken.mkdir()
    (taken / "letter.txt").write_text("Dear head")
    with pytest.raises(NotRestored, match="not empty"):
        restore(backup, taken)
    with pytest.raises(NotRestored, match="not a folder"):
        restore(backup, taken / "letter.txt")
    assert [path.name for path in taken.iterdir()] == ["letter.txt"]
    (taken / "letter.txt").unlink()
    assert restore(backup, taken).folder == taken


def test_a_backup_is_not_restored_into_itself(backup):
    before = tree_of(backup)
    with pytest.raises(NotRestored, match="inside the backup"):
        restore(backup, backup / "library" / "again")
    assert tree_of(backup) == before


def test_a_folder_that_cannot_be_read_is_said(backup, tmp_path, monkeypatch):
    def refuse(_):
        raise PermissionError(errno.EACCES, "Permission denied")

    (tmp_path / "again").mkdir()
    monkeypatch.setattr(Path, "iterdir", refuse)
    with pytest.raises(NotRestored, match="permission denied"):
        restore(backup, tmp_path / "again")


def test_a_restore_that_was_killed_can_be_begun_again(backup, tmp_path):
    (tmp_path / "again" / "restore.part" / "originals").mkdir(parents=True)
    (tmp_path / "again" / "restore.part" / "library.json").write_bytes(b"half")
    assert restore(backup, tmp_path / "again").school == "Oakfield School"
    assert not (tmp_path / "again" / "restore.part").exists()


@pytest.mark.parametrize("steps", [0, 3, 6])
def test_a_restore_that_fails_or_is_killed_at_its_end_can_be_begun_again(
    backup, tmp_path, monkeypatch, steps
):
    left = iter([os.replace] * steps)

    def replace(old, new):
        real = next(left, None)
        if real is None:
            shutil.copytree(tmp_path / "again", tmp_path / "killed")
            raise OSError(errno.EIO, "Input/output error")
        real(old, new)

    with monkeypatch.context() as patched:
        patched.setattr("evidence.backup.restore.os.replace", replace)
        with pytest.raises(NotRestored, match="error"):
            restore(backup, tmp_path / "again")
    assert not (tmp_path / "again").exists()
    assert (tmp_path / "killed" / "restore.part" / "library.json").exists()
    assert not (tmp_path / "killed" / "library.json").exists()
    assert len(restore(backup, tmp_path / "killed").entries()) == 1


def test_a_full_disk_leaves_the_folder_empty(backup, tmp_path, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("evidence.backup.source.sync", full)
    with pytest.raises(NotRestored, match="no space left"):
        restore(backup, tmp_path / "again")
    assert not (tmp_path / "again").exists()


def test_too_little_room_is_said_before_anything_is_copied(backup, tmp_path, monkeypatch):
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=1000))
    with pytest.raises(NotRestored, match="room for 0 MB"):
        restore(backup, tmp_path / "again")
    assert not (tmp_path / "again").exists()


def test_stopping_on_the_way_leaves_nothing(backup, tmp_path):
    class Stop(Exception):
        pass

    def stop(share):
        assert 0 < share <= 1
        raise Stop

    with pytest.raises(Stop):
        restore(backup, tmp_path / "again", progress=stop)
    assert not (tmp_path / "again").exists()


def test_the_backup_is_only_read(backup, tmp_path):
    before = tree_of(backup)
    restored = restore(backup, tmp_path / "again")
    restored.add_entry(a_draft("New"))
    assert tree_of(backup) == before
    assert Library.open(backup / "library", clock=lambda: NOW).entries()


def test_a_library_that_has_a_log_and_no_record_yet_comes_back(tmp_path):
    library = a_library(tmp_path)
    library.note("looked", "library", "Oakfield")
    made = back_up(library, tmp_path / "backups")
    again = restore(made.path, tmp_path / "again")
    assert next(iter(again.journal.lines())).action == "looked"
    again.add_entry(a_draft())
