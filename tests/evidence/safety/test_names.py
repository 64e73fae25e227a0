"""The key to the codes: only for adults, and in no other file."""

from dataclasses import replace

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.backup.backup import back_up
from evidence.backup.restore import restore
from evidence.check import check_library
from evidence.codes import NotACode
from evidence.folder import NAMES
from evidence.library import Library
from evidence.safety.adults import AdultsOnly
from evidence.safety.names import BadName, Names, NamesDamaged, PinMissing
from evidence.safety.people import People
from evidence.safety.pin import Lock
from studio.errors import StudioError
from tests.evidence.given import a_draft, a_library, add_a_sound, again

NAME = "Emilia Łącka-O’Brien"


@pytest.fixture
def library(tmp_path) -> Library:
    library = a_library(tmp_path)
    library.adults.set_pin("482913")
    return library


@pytest.fixture
def names(library) -> Names:
    return Names(library)


def holds(folder, text: str) -> list[str]:
    """The files in a folder that have these bytes."""
    wanted = text.encode()
    return [path.name for path in sorted(folder.rglob("*")) if path.is_file() and wanted in path.read_bytes()]


def test_a_name_is_kept_for_the_next_program_in_one_file_only(library, names):
    add_a_sound(library, by="Y4-heron")
    library.add_entry(a_draft(people=("Y4-heron",)))
    names.set("y4-heron", f"  {NAME} ")
    other = again(library)
    other.adults.unlock("482913")
    assert Names(other).all() == {"Y4-heron": NAME}
    assert Names(other).of("Y4-HERON") == NAME
    assert Names(other).of("Y4-otter") is None
    assert holds(library.folder, NAME) == [NAMES]
    assert check_library(other) == ()


def test_a_name_that_is_taken_out_is_nowhere(library, names):
    names.set("Y4-heron", NAME)
    names.set("Y4-otter", "Sam")
    (library.folder / f"{NAMES}.part").write_text(NAME)
    assert names.remove("Y4-heron")
    assert not names.remove("Y4-heron")
    assert names.all() == {"Y4-otter": "Sam"}
    assert holds(library.folder, NAME) == []


def test_without_a_pin_no_name_is_kept(tmp_path):
    names = Names(a_library(tmp_path))
    for action in (names.all, lambda: names.set("Y4-heron", NAME), lambda: names.remove("Y4-heron")):
        with pytest.raises(PinMissing):
            action()
    assert not (tmp_path / "library" / NAMES).exists()


def test_pupils_see_no_name(library, names):
    names.set("Y4-heron", NAME)
    library.adults.lock()
    for action in (
        names.all,
        lambda: names.of("Y4-heron"),
        lambda: names.set("Y4-heron", "x"),
        lambda: names.remove("Y4-heron"),
    ):
        with pytest.raises(AdultsOnly) as refused:
            action()
        assert NAME not in str(refused.value)


@pytest.mark.parametrize("place", ["backups", "backup.zip"])
def test_no_backup_has_names_or_the_pin_and_what_is_restored_has_none(library, names, tmp_path, place):
    names.set("Y4-heron", NAME)
    made = back_up(library, tmp_path / place)
    assert holds(tmp_path / place, NAME) == []
    if made.path.is_file():
        assert NAME.encode() not in made.path.read_bytes()
    restored = restore(made.path, tmp_path / "again")
    assert not restored.adults.has_pin
    assert {path.name for path in restored.folder.iterdir()}.isdisjoint({NAMES, "adult.json"})


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"[]",
        b"{}",
        b"\xff",
        b'{"format": "soundingboard names"}',
        b'{"format": "soundingboard names", "names": ["Emilia"]}',
        b'{"format": "soundingboard names", "names": {"Emilia": "Y4-heron"}}',
        b'{"format": "soundingboard names", "names": {"Y4-heron": 3}}',
        b'{"format": "soundingboard names", "names": {"Y4-heron": ""}}',
        b'{"format": "soundingboard names", "names": {}, "more": 1}',
        b"[" * 5000,
    ],
    ids=range(11),
)
def test_a_damaged_key_says_so_in_two_sentences_and_shows_nothing_of_itself(library, names, damage):
    (library.folder / NAMES).write_bytes(damage)
    for action in (names.all, lambda: names.set("Y4-heron", NAME)):
        with pytest.raises(NamesDamaged) as refused:
            action()
        assert "Emilia" not in str(refused.value)
        assert refused.value.__cause__ is None
    assert (library.folder / NAMES).read_bytes() == damage


@pytest.mark.parametrize("name", ["", " ", "\u202e\u200b", "x" * 81, "x" * 10_000])
def test_a_name_of_nothing_or_without_end_is_refused_and_not_repeated(names, name):
    with pytest.raises(BadName) as refused:
        names.set("Y4-heron", name)
    assert "xxx" not in str(refused.value)


@pytest.mark.parametrize(
    "name", ["[bold]Sam[/bold]", "<img onerror=alert(1)>", "=HYPERLINK(1)", "../../x", "José"]
)
def test_a_name_is_only_letters(names, name):
    names.set("Y4-heron", name)
    assert names.of("Y4-heron") == name


def test_marks_that_turn_letters_round_go(names):
    names.set("Y4-heron", "Sam\u202eenoJ\u200b")
    assert names.of("Y4-heron") == "SamenoJ"


def test_a_name_in_place_of_a_code_is_refused(names):
    with pytest.raises(NotACode):
        names.set("Emilia", "Y4-heron")


@settings(deadline=None, max_examples=25)
@given(st.text())
def test_any_text_is_kept_as_it_will_be_read_or_refused(tmp_path_factory, text):
    library = a_library(tmp_path_factory.mktemp("names"))
    cheap = Lock(salt="00" * 16, hash="00" * 64, n=1 << 14)
    replace(cheap, hash=cheap.worked_out("482913")).save(library.folder)
    library.adults.unlock("482913")
    try:
        Names(library).set("Y4-heron", text)
    except StudioError:
        return
    assert Names(library).of("Y4-heron")


def test_a_link_in_the_place_of_the_key_is_refused(library, tmp_path):
    (tmp_path / "elsewhere.json").write_bytes(orjson.dumps({}))
    (library.folder / NAMES).symlink_to(tmp_path / "elsewhere.json")
    with pytest.raises(StudioError, match="only a link"):
        again(library)


def test_the_name_of_somebody_who_leaves_goes_and_the_code_stays(library, names):
    person, other = People(library).add("Y6", count=2)
    names.set(person.code, NAME)
    names.set(other.code, "Other")
    People(library).leave(person.code)
    assert names.all() == {other.code: "Other"}
    assert holds(library.folder, NAME) == []
    assert People(library).one(person.code).left is not None
