from dataclasses import dataclass, field

import pytest

from studio.errors import StudioError
from studio.ui.speaker import Speaker
from tests.ui.fakes import FakeSoundIO


@dataclass
class FakeSound:
    """A sound that knows whether its file is open."""

    length: int = 48000
    samplerate: int = 48000
    is_open: bool = True

    def close(self) -> None:
        self.is_open = False


@dataclass
class Shelf:
    """Opens sounds, and remembers them."""

    opened: list[FakeSound] = field(default_factory=list)

    def open(self) -> FakeSound:
        self.opened.append(FakeSound())
        return self.opened[-1]


@pytest.fixture
def shelf():
    return Shelf()


def test_it_is_busy_from_the_wish_to_the_last_frame(sound_io, shelf):
    speaker = Speaker(sound_io)
    assert not speaker.is_busy
    wish = speaker.wish()
    assert speaker.is_busy
    assert speaker.position is None
    speaker.play(wish, shelf.open, start=7)
    assert speaker.position == 7
    sound_io.the_player.is_playing = False
    assert not speaker.is_busy


def test_only_the_newest_wish_sounds(sound_io, shelf):
    speaker = Speaker(sound_io)
    old, new = speaker.wish(), speaker.wish()
    speaker.play(new, shelf.open)
    speaker.play(old, shelf.open)
    assert len(sound_io.the_player.played) == 1
    assert len(shelf.opened) == 1


def test_a_wish_for_silence_drops_what_was_about_to_play(sound_io, shelf):
    speaker = Speaker(sound_io)
    wish = speaker.wish()
    speaker.hush()
    speaker.play(wish, shelf.open)
    assert sound_io.the_player.played == []
    assert not speaker.is_busy


def test_a_late_silence_does_not_end_what_was_wished_for_since(sound_io, shelf):
    speaker = Speaker(sound_io)
    speaker.play(speaker.wish(), shelf.open)
    speaker.hush()
    speaker.play(speaker.wish(), shelf.open)
    speaker.settle()
    assert sound_io.the_player.is_playing


def test_files_are_closed_when_something_else_plays_and_at_the_end(sound_io, shelf):
    speaker = Speaker(sound_io)
    speaker.play(speaker.wish(), shelf.open)
    speaker.play(speaker.wish(), shelf.open)
    assert [sound.is_open for sound in shelf.opened] == [False, True]
    speaker.hush()
    speaker.settle()
    assert [sound.is_open for sound in shelf.opened] == [False, False]


def test_speakers_that_cannot_be_opened_are_a_problem_and_not_a_hang(shelf):
    speaker = Speaker(FakeSoundIO(missing=StudioError("There are no speakers.", "Plug some in.")))
    with pytest.raises(StudioError, match="no speakers"):
        speaker.play(speaker.wish(), shelf.open)
    assert not speaker.is_busy
