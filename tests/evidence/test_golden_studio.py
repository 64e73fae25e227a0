"""What the studio kept in a library of the fourth schema."""

import shutil
import zipfile
from fractions import Fraction
from pathlib import Path

import pytest

from evidence.bundle.seal import seal_bundle
from evidence.check import check_library
from evidence.credit_card import CreditCard
from evidence.label import Label
from evidence.library import Library
from evidence.safety.withdrawal import withdraw
from lessons.comparing import Comparisons
from lessons.occasion import Occasions
from lessons.readers import Readers
from lessons.rhythm.kept import Rhythms
from lessons.soundboard.boards import Boards
from rubric.load import shipped_framework
from studio.editing.favourites import Favourites
from studio.film.films import Films
from studio.incoming.arrivals import Arrivals
from studio.incoming.watched import WatchedFolders

GOLDEN = Path(__file__).parents[1] / "golden" / "library-4"


@pytest.fixture
def fourth(tmp_path) -> Library:
    """A library of the fourth schema."""
    return Library.open(shutil.copytree(GOLDEN, tmp_path / "fourth"))


def test_the_sounds_of_the_fourth_schema_are_there(fourth):
    *_, rain, both = fourth.sounds()
    assert rain.card == CreditCard(title="Rain", author="Ann", licence="BY", link="Freesound, sound 7")
    assert both.labels == (Label(0.1, "The cow"), Label(0.2, "Rain 雨"))
    assert both.crew == (("played", "Y4-heron"), ("recorded", "Y5-newt"), ("edited", "Y5-newt"))
    assert (both.subject, both.dimensions) == ("Science", ("pitch", "timbre"))
    assert (both.made_of, both.makers) == (("S-0001", "S-0003"), ("Y5-newt", "Y4-heron"))
    assert (both.credit, both.is_found) == (rain.credit, False)
    assert both.recipe.texts() == ["loudness -18 3.25", "fade-in 0.1 gentle", "pitch 3"]
    assert both.recipe.redo().texts()[1] == "fade-in 0.2 quick"
    assert both.recipe.undo().undo().texts() == [
        *("fade-in 0.1 gentle", "loudness -18 3.25", "echo 0.25 0.4", "pitch 3")
    ]


def test_what_was_made_with_sounds_in_the_fourth_schema_is_there(fourth):
    (board,) = Boards(fourth).all()
    assert (board.name, board.scanning, board.pause, board.sound_at(2)) == ("Farm", "one-key", 0.5, "S-0001")
    (rhythm,) = Rhythms(fourth).all()
    assert (rhythm.title, rhythm.sound) == ("Cow march", "S-0004")
    assert rhythm.pattern.sound_ids == ("drum", "S-0001")
    (compared,) = Comparisons(fourth).all()
    assert (compared.title, compared.said) == ("A cow and A file from home", ("A is rounder.",))
    assert Occasions(fourth).one(compared.occasion).kind == "listening"
    (film,) = Films(fourth).all()
    assert (film.seconds, film.cues[0].words) == (Fraction(1001, 30), "The door opens")
    (favourite,) = Favourites(fourth).all()
    assert (favourite.title, favourite.steps) == ("Giant", ("pitch -7", "room 1.5 0.4"))
    assert len(Arrivals(fourth).marks()) == 1
    (folder,) = WatchedFolders(fourth).all()
    assert (folder.path, WatchedFolders(fourth).here()) == ("E:\\DCIM", ())
    assert Readers(fourth).now().size == "middle"


def test_of_a_withdrawn_pupil_nothing_is_left_in_what_was_made_with_their_sounds(fourth):
    fourth.adults.set_pin("482913")
    withdraw(fourth, code="Y4-heron", framework=shipped_framework())
    assert [sound.id for sound in fourth.sounds()] == ["S-0002", "S-0003"]
    (board,) = Boards(fourth).all()
    (rhythm,) = Rhythms(fourth).all()
    (compared,) = Comparisons(fourth).all()
    (film,) = Films(fourth).all()
    assert (board.shown, rhythm.pattern.sound_ids, rhythm.sound, film.cues) == ((), ("drum",), "", ())
    assert compared.title == "a sound that is gone and A file from home"
    assert Occasions(fourth).one(compared.occasion).title == compared.title
    left = [path for path in (fourth.folder / "records").iterdir() if b"A cow" in path.read_bytes()]
    assert left == []
    assert check_library(fourth, contents=True) == ()


def test_paths_of_this_computer_leave_in_no_bundle(fourth, tmp_path):
    sealed = seal_bundle(fourth, tmp_path / "b.zip", shipped_framework())
    with zipfile.ZipFile(sealed.path) as bundle:
        contents = b"".join(bundle.read(name) for name in bundle.namelist())
    assert not [word for word in (b"DCIM", b"cartoon", b"backups") if word in contents]
