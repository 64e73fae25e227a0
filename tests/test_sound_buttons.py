"""Sounds come onto buttons, are recorded onto them, and a performance is written down."""

from pathlib import Path

import pytest

from evidence.library import Library
from lessons.occasion import Occasions
from lessons.soundboard.boards import Boards
from studio import takes
from studio.sound_buttons import (
    NothingOnIt,
    begin,
    keep_on_button,
    name_for,
    not_performed,
    performed,
    sounds_on,
)
from tests.evidence.given import a_library, add_a_sound
from tests.ui.fakes import FakeRecorder, a_noisy_beep


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return a_library(tmp_path)


def a_take(library: Library):
    recorder = FakeRecorder(library.takes, a_noisy_beep())
    recorder.start()
    return recorder.stop()


def test_shipped_sounds_come_in_once(library):
    board = begin(library, Boards(library).ready())
    titles = [sound.title for sound in sounds_on(library, board) if sound]
    assert titles == ["Moo", "Saucepan with water", "Slinky laser", "Rain in a tray"]
    takes.bin_sound(library, library.sounds()[0])
    other = begin(library, Boards(library).add("Other"))
    assert len(library.sounds()) == 4
    assert None not in sounds_on(library, other)


def test_a_recording_is_named_after_its_button_and_begins_at_once(library):
    boards = Boards(library)
    first = keep_on_button(library, boards.ready(), 2, a_take(library))
    second = keep_on_button(library, boards.ready(), 2, a_take(library))
    assert (first.title, second.title) == ("Square", "Square 2")
    assert name_for(library, 2) == "Square 3"
    assert first.kept
    assert second.seconds_after < 1.6 < second.seconds
    assert boards.ready().sound_at(2) == second.id


def test_a_sound_in_the_bin_is_not_on_its_button(library):
    cow = add_a_sound(library, "Cow")
    board = Boards(library).put(Boards(library).ready(), 1, cow.id)
    takes.bin_sound(library, cow)
    assert sounds_on(library, board) == (None,) * 4


def test_a_performance_is_written_down_with_what_is_on_the_buttons(library):
    cow = add_a_sound(library, "Cow", year="EYFS")
    board = Boards(library).put(Boards(library).set(Boards(library).ready(), name="Farm"), 1, cow.id)
    made = performed(library, board)
    assert (made.kind, made.title, made.tools) == ("presentation", "Farm", "sound buttons")
    assert (made.sounds, made.year_groups) == ((cow.id,), ("EYFS",))
    not_performed(library, made)
    assert Occasions(library).all() == ()


def test_nothing_is_written_down_of_empty_buttons(library):
    with pytest.raises(NothingOnIt):
        performed(library, Boards(library).ready())
