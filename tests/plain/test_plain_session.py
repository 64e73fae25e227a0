"""Line mode: what is typed, and the one line that answers."""

from pathlib import Path

import pytest

from evidence.library import Library
from studio.plain.session import PlainSession
from studio.plain.words import MENU, menu_lines, understood
from tests.evidence.given import a_library
from tests.ui.fakes import FakeSoundIO, a_sound


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return a_library(tmp_path)


def answers(library: Library, *typed: str, sound_io: FakeSoundIO | None = None) -> list[str]:
    """The lines that answer some typed lines, without the greeting and the menu."""
    lines = iter(typed)
    said: list[str] = []
    session = PlainSession(
        library, sound_io or FakeSoundIO(), read=lambda question: next(lines, None), write=said.append
    )
    assert session.run() == 0
    assert all("\n" not in line for line in said)
    return said[3 + len(MENU) : -1]


def test_a_word_is_understood_by_its_number_and_its_beginning():
    assert understood("play") == understood("4") == understood(" PLAY ") == understood("4.") == ("play", "")
    assert understood("rec") == ("record", "")
    assert understood("play 2") == ("play", "2")
    assert understood("keep My cow") == ("keep", "My cow")
    assert [understood(line) for line in ("", "0", "99", "sing", "l", "²")] == [None] * 6


def test_every_word_of_the_menu_does_something():
    assert all(hasattr(PlainSession, f"do_{each.word}") for each in MENU if each.word != "leave")
    assert len(menu_lines()) == len({each.word for each in MENU})


def test_a_sound_is_recorded_changed_taken_back_and_kept(library):
    said = answers(library, "record", "", "change robot", "undo", "undo", "keep Robot cow", "list")
    assert said[0] == "Recorded, 3.0 seconds."
    assert said[1] == "A robot. Type undo to take it back."
    assert said[2].startswith("Taken back. Recording")
    assert said[3] == "There is nothing to take back."
    assert said[4:] == ["Kept: Robot cow.", "1. Robot cow, 3.0 seconds, kept. Chosen."]


def test_ctrl_and_c_ends_a_recording_and_keeps_it(library):
    lines = iter(["record"])

    def read(question: str) -> str | None:
        if question.startswith("Recording"):
            raise KeyboardInterrupt
        return next(lines, None)

    said: list[str] = []
    PlainSession(library, FakeSoundIO(), read=read, write=said.append).run()
    assert len(library.sounds()) == 1
    assert "Recorded, 3.0 seconds." in said


def test_the_same_change_takes_the_place_of_the_one_before(library):
    sound = a_sound(library, "Owl", seconds=0.5)
    answers(library, "change mouse", "change mouse 2", "change 5 99")
    assert len(library.sound(sound.id).recipe.steps) == 1


def test_tidy_check_and_louder_say_what_they_did(library):
    a_sound(library, "Owl")
    said = answers(library, "tidy", "check", "louder", "louder")
    assert said[0] == "I found your sound and cut off the quiet."
    assert said[1].endswith(".")
    assert said[3] == "It is as loud as it can be."
    assert library.sounds()[0].seconds_after < 2


def test_a_name_is_asked_for_and_may_stay(library):
    a_sound(library, "Owl", seconds=0.5)
    assert answers(library, "keep", "Barn owl", "keep", "") == ["Kept: Barn owl.", "Kept: Barn owl."]


def test_what_goes_into_the_bin_comes_out_again(library):
    a_sound(library, "Owl", seconds=0.5)
    said = answers(library, "bin", "list", "undo", "list")
    assert said[0] == "Owl is in the bin. Type undo to take it out."
    assert said[1].startswith("There are no sounds yet.")
    assert said[2:] == ["Out of the bin.", "1. Owl, 0.50 seconds, kept. Chosen."]


def test_a_sound_is_chosen_and_played_by_number_or_name(library):
    sound_io = FakeSoundIO()
    for title in ("Owl", "Cow"):
        a_sound(library, title, seconds=0.5)
    assert answers(library, "choose owl", "play 1", "stop", sound_io=sound_io)[::2] == [
        *("Chosen: Owl, 0.50 seconds, kept.", "Quiet.")
    ]
    assert len(sound_io.the_player.played) == 1


def test_slips_are_answered_with_what_to_type(library):
    said = answers(library, "sing", "play", "choose 9", "change", "change robbot", "record")
    assert "Type help" in said[0]
    assert said[1] == "There is no sound yet. Type record to make one."
    assert "Type list" in said[2]
    a_sound(library, "Owl", seconds=0.5)
    [told] = answers(library, "change robbot")
    assert told == "There is no change “robbot”. Did you mean “robot”?"


def test_changes_are_read_out_a_line_each(library):
    said = answers(library, "change")
    assert said[0].startswith("Type change and one of these")
    assert any(line.endswith("a robot, or a big robot, or a small robot.") for line in said)


def test_without_a_microphone_the_rest_goes_on(library):
    from studio.audio.live.devices import NoMicrophone

    missing = NoMicrophone("No microphone was found.", "Plug one in, then try again.")
    said = answers(library, "record", "help", sound_io=FakeSoundIO(missing=missing))
    assert said[0] == str(missing)
    assert said[1:] == menu_lines()


def test_leave_ends_it_before_what_follows(library):
    assert answers(library, "leave", "record") == []


def test_pupils_words_come_out_as_they_are(library):
    a_sound(library, "take [1] [bold]x [/", seconds=0.5)
    assert answers(library, "list") == ["1. take [1] [bold]x [/, 0.50 seconds, kept. Chosen."]
