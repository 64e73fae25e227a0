"""A library from a stranger: it may lie, but it neither reads nor writes outside its folder."""

import copy
import random
from hashlib import sha256

import orjson
import pytest

from evidence.bundle.seal import seal_bundle
from evidence.bundle.sounds import SoundLost
from evidence.card import CARD, NotALibrary
from evidence.contents import check_sha256
from evidence.entry import FileUse, SoundUse
from evidence.folder import FOLDERS
from evidence.library import Library
from evidence.records.journal import LOG, canonical
from evidence.records.lock import HOLDER, LOCK, LibraryBusy, turn_in
from evidence.records.pending import PENDING
from evidence.records.store import LibraryDamaged
from rubric.load import shipped_framework
from studio.errors import StudioError
from tests.evidence.given import NOW, a_draft, a_library, add_a_sound, again, tree_of


@pytest.fixture
def library(tmp_path) -> Library:
    """One sound and one piece of evidence with a file."""
    library = a_library(tmp_path)
    sound = add_a_sound(library)
    (tmp_path / "notes.txt").write_text("what we did")
    use = library.add_file(tmp_path / "notes.txt")
    library.add_entry(a_draft(sounds=(SoundUse.of(sound),), files=(use,)))
    return library


def forge(library: Library, name: str, change) -> None:
    """Change the content of the one record in a file, without the program."""
    path = library.folder / "records" / name
    tables = orjson.loads(path.read_bytes())
    for table in tables.values():
        for record in table.values():
            change(record)
    path.write_bytes(orjson.dumps(tables))


@pytest.mark.parametrize("outside", ["../../secret", "/etc/passwd", "..\\secret", "", "A" * 64, "0" * 65])
def test_a_content_is_named_by_nothing_but_a_hash(library, outside):
    with pytest.raises(ValueError, match="no SHA-256"):
        check_sha256(outside)
    with pytest.raises(ValueError, match="no SHA-256"):
        FileUse(name="a.txt", sha256=outside, size=1)
    forge(library, "entries-2026-0001.json", lambda r: r["fields"]["files"][0].update(sha256=outside))
    with pytest.raises(LibraryDamaged, match="EV-2026-0001"):
        again(library).entries()


def test_a_sound_that_points_outside_is_refused(library):
    forge(library, "sounds-0001.json", lambda r: r["fields"].update(sha256="../../../secret"))
    with pytest.raises(LibraryDamaged, match="S-0001"):
        again(library).sounds()


def test_a_file_that_was_swapped_is_not_sealed(library, tmp_path):
    (secret := tmp_path / "secret").write_text("a password")
    (kept,) = library.files.iterdir()
    kept.unlink()
    kept.write_bytes(secret.read_bytes())
    with pytest.raises(SoundLost, match=r"notes\.txt"):
        seal_bundle(library, tmp_path / "oak.zip", shipped_framework())
    assert not (tmp_path / "oak.zip").exists()


@pytest.mark.parametrize("name", [CARD, LOG, PENDING, LOCK, HOLDER, *FOLDERS])
def test_a_part_of_the_library_that_is_a_link_is_refused(library, tmp_path, name):
    far, near = tmp_path / "far", library.folder / name
    if near.exists():
        near.rename(far)
    else:
        far.write_bytes(b"mine")
    try:
        near.symlink_to(far)
    except OSError:
        return  # Windows gives this right to few
    before = tree_of(tmp_path)
    with pytest.raises(NotALibrary, match="only a link"):
        again(library)
    assert tree_of(tmp_path) == before


RECORD = {"kind": "sound", "id": "S-0002", "fields": {}, "salt": "00", "seq": 3}


@pytest.mark.parametrize(
    "lie",
    [
        {"log_size": -1},
        {"log_size": "0"},
        {"log_size": None},
        {"lines": 1},
        {"records": [RECORD | {"id": "../../../x-0001"}]},
        {"records": [RECORD | {"id": "S/../../x-0001"}]},
        {"records": [RECORD | {"id": 7}]},
        {"records": [RECORD | {"kind": "../../sound"}]},
        {"records": [RECORD | {"salt": "no"}]},
        {"records": [RECORD | {"fields": []}]},
        {"records": [RECORD | {"seq": "3"}]},
        {"records": [RECORD | {"more": 1}]},
        {"records": 5},
    ],
)
def test_a_forged_unfinished_change_does_nothing(library, tmp_path, lie):
    size = (library.folder / LOG).stat().st_size
    plain = {"log_size": size, "lines": "", "records": [RECORD]} | lie
    plain["hash"] = sha256(canonical(plain)).hexdigest()
    (library.folder / PENDING).write_bytes(canonical(plain))
    before = tree_of(tmp_path)
    with pytest.raises(LibraryDamaged, match=r"pending\.json"):
        again(library)
    assert tree_of(tmp_path) == before


def test_a_record_under_a_wrong_number_or_id_is_noticed(library):
    forge(library, "sounds-0001.json", lambda r: r.update(id="S-0002"))
    with pytest.raises(LibraryDamaged, match="sounds-0001"):
        again(library).sounds()
    forge(library, "sounds-0001.json", lambda r: (r.update(id="S-0001"), r["fields"].update(id="\x1b[2J")))
    with pytest.raises(LibraryDamaged, match="S-0001"):
        again(library).sounds()


WRONG = [None, True, -1, 10**15, 0.5, "", "x" * 300, "\x1b[31m", [], [None], {}, {"a": 1}]


def test_any_wrong_value_in_a_record_is_damage_and_nothing_else(library):
    files = {"sounds-0001.json": Library.sounds, "entries-2026-0001.json": Library.entries}
    chance = random.Random(1)
    for name, read in files.items():
        path = library.folder / "records" / name
        whole = orjson.loads(path.read_bytes())
        for _ in range(300):
            broken = copy.deepcopy(whole)
            place = broken
            while True:
                key = chance.choice(list(place) if isinstance(place, dict) else range(len(place)))
                if not isinstance(place[key], dict | list) or not place[key] or chance.random() < 0.1:
                    break
                place = place[key]
            place[key] = chance.choice(WRONG)
            path.write_bytes(orjson.dumps(broken))
            try:
                read(again(library))
            except StudioError as error:
                assert isinstance(error, LibraryDamaged), error  # noqa: PT017 (it need not be raised)
        path.write_bytes(orjson.dumps(whole))


@pytest.mark.parametrize(
    "lie", [{"school": "x" * 300}, {"school": 5}, {"id": "\x1b[2J"}, {"id": None}, {"made": "today"}]
)
def test_a_card_that_lies_is_damaged(library, lie):
    plain = orjson.loads((library.folder / CARD).read_bytes())
    (library.folder / CARD).write_bytes(orjson.dumps(plain | lie))
    with pytest.raises(LibraryDamaged, match=CARD):
        again(library)


def test_a_school_cannot_move_the_cursor(library):
    plain = orjson.loads((library.folder / CARD).read_bytes())
    (library.folder / CARD).write_bytes(orjson.dumps(plain | {"school": "Oak\x1b[2J \u202eloohcS"}))
    assert again(library).school == "Oak[2J loohcS"


def test_a_holder_who_lies_is_another_program(library, monkeypatch):
    with turn_in(library.folder, patience=1, now=lambda: NOW):
        note = {"pid": 1, "host": "\x1b[2J", "since": "now"}
        (library.folder / HOLDER).write_bytes(orjson.dumps(note))
        with (
            pytest.raises(LibraryBusy, match="by another program\\."),
            turn_in(library.folder, patience=0.01, now=lambda: NOW),
        ):
            pass
