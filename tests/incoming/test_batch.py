import os

import pytest

from evidence.library import Library
from studio.incoming.arrivals import Arrivals
from studio.incoming.batch import NoSuchFolder, bring_in, new_files, sound_files
from studio.incoming.watched import NotWatched, WatchedFolders
from tests.builders import a_sine, a_wav


@pytest.fixture
def library(tmp_path):
    return Library.open(tmp_path / "library", create=True, school="Oak School")


@pytest.fixture
def card(tmp_path):
    """A camera's card: two sounds, one in a folder of its own, and what is no sound."""
    folder = tmp_path / "card"
    (folder / "DCIM").mkdir(parents=True)
    a_wav(folder / "b.wav", a_sine(0.2))
    a_wav(folder / "DCIM" / "7__a_maker__rain.wav", a_sine(0.3))
    (folder / "broken.mp3").write_bytes(b"no sound at all")
    (folder / "notes.txt").write_text("nothing")
    (folder / ".hidden.wav").write_bytes(b"")
    os.symlink(folder / "b.wav", folder / "link.wav")
    return folder


def test_the_sound_files_of_a_folder_are_found_and_nothing_else(card):
    assert [file.name for file in sound_files(card)] == ["b.wav", "broken.mp3", "7__a_maker__rain.wav"]


def test_what_cannot_be_read_holds_up_nothing_else(library, card):
    shares = []
    brought = bring_in(library, sound_files(card), year="Y4", progress=shares.append)
    assert [sound.title for sound in brought.sounds] == ["b", "rain"]
    assert [each.file.name for each in brought.failed] == ["broken.mp3"]
    assert brought.sounds[1].card.author == "a maker"
    assert brought.sounds[1].is_found
    assert {sound.year for sound in library.sounds()} == {"Y4"}
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_a_card_that_stays_plugged_in_brings_each_sound_once(library, card):
    bring_in(library, sound_files(card))
    assert [file.name for file in new_files(library, card)] == ["broken.mp3"]
    again = bring_in(library, sound_files(card))
    assert ([sound.title for sound in again.sounds], len(again.known)) == ([], 2)
    assert len(bring_in(library, [card / "b.wav"], again=True).sounds) == 1


def test_what_came_before_it_was_stopped_stays(library, card):
    class Enough(Exception):
        pass

    def stop(share):
        if share > 1 / 3:
            raise Enough

    with pytest.raises(Enough):
        bring_in(library, sound_files(card), progress=stop)
    assert [sound.title for sound in library.sounds()] == ["b"]
    assert len(Arrivals(library).marks()) == 1


def test_nobody_reads_a_file_s_name_from_its_mark(library, card):
    bring_in(library, sound_files(card))
    stored = "".join(path.read_text() for path in (library.folder / "records").glob("arrivals-*"))
    assert stored
    assert "7__a_maker" not in stored


def test_a_folder_that_is_not_there_is_said(tmp_path):
    with pytest.raises(NoSuchFolder, match="gone"):
        sound_files(tmp_path / "gone")


def test_a_watched_folder_is_looked_into_while_it_is_plugged_in(library, card, tmp_path):
    folders = WatchedFolders(library)
    folders.watch(card)
    folders.watch(card)
    assert [each.path for each in folders.all()] == [str(card.resolve())]
    assert len(folders.new_files()) == 3
    card.rename(tmp_path / "unplugged")
    assert folders.new_files() == ()
    (tmp_path / "unplugged").rename(card)
    folders.forget(card)
    assert folders.new_files() == ()
    with pytest.raises(NotWatched):
        folders.forget(card)


def test_a_folder_that_is_named_from_nowhere_is_not_looked_into(library):
    with library.store.turn() as turn:
        fields = {"id": "IN-0001", "path": ".", "watched": True}
        turn.put("inbox", "IN-0001", fields, action="added", who=None)
    folders = WatchedFolders(library)
    assert len(folders.all()) == 1
    assert folders.here() == ()
