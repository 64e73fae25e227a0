from pathlib import Path

import pytest

from studio.audio.live.devices import NoMicrophone
from studio.audio.live.how_to_record import HowToRecord
from studio.ui.ear import Ear
from tests.ui.fakes import FakeSoundIO

HOW = HowToRecord()


def test_it_listens_until_it_is_shut_and_settled(tmp_path: Path, sound_io: FakeSoundIO) -> None:
    ear = Ear(sound_io)
    assert ear.status is None
    ear.open(ear.wish(), tmp_path, None, HOW)
    assert ear.status is not None
    assert ear.status.state == "listening"
    ear.shut()
    assert ear.status is None
    ear.settle()
    assert sound_io.recorders[0].state == "ready"


def test_an_older_wish_opens_nothing(tmp_path: Path, sound_io: FakeSoundIO) -> None:
    ear = Ear(sound_io)
    older = ear.wish()
    ear.wish()
    ear.open(older, tmp_path, None, HOW)
    assert sound_io.recorders == []
    newest = ear.wish()
    ear.shut()
    ear.open(newest, tmp_path, None, HOW)
    assert sound_io.recorders == []


def test_settling_closes_nothing_that_was_wished_for_since(tmp_path: Path, sound_io: FakeSoundIO) -> None:
    ear = Ear(sound_io)
    ear.shut()
    ear.open(ear.wish(), tmp_path, None, HOW)
    ear.settle()
    assert sound_io.recorders[0].state == "listening"


def test_only_one_microphone_is_open_at_a_time(tmp_path: Path, sound_io: FakeSoundIO) -> None:
    ear = Ear(sound_io)
    for _ in range(2):
        ear.open(ear.wish(), tmp_path, None, HOW)
    assert [recorder.state for recorder in sound_io.recorders] == ["ready", "listening"]


def test_a_take_begins_with_what_listens_and_it_is_not_closed_then(
    tmp_path: Path, sound_io: FakeSoundIO
) -> None:
    ear = Ear(sound_io)
    ear.open(ear.wish(), tmp_path, None, HOW)
    recorder = ear.recorder(tmp_path, None, HOW)
    assert recorder is sound_io.recorders[0]
    ear.settle()
    assert sound_io.recorders[0].state == "listening"
    assert ear.recorder(tmp_path, None, HOW) is sound_io.recorders[1]


def test_a_microphone_that_does_not_open_leaves_nothing_open(tmp_path: Path, sound_io: FakeSoundIO) -> None:
    ear = Ear(sound_io)
    sound_io.missing = NoMicrophone("No microphone was found.", "Plug one in.")
    with pytest.raises(NoMicrophone):
        ear.open(ear.wish(), tmp_path, None, HOW)
    assert ear.status is None
