import numpy as np
import pytest

from studio.audio.live.devices import NoSpeakers
from studio.audio.live.monitor import BLOCK_FRAMES, GAIN_DB, CannotHearYourself, Monitor
from studio.audio.units import db_to_amplitude
from tests.fake_streams import FakeSpeakers
from tests.sound_card import RATE

GAIN = np.float32(db_to_amplitude(GAIN_DB))


@pytest.fixture
def speakers() -> FakeSpeakers:
    return FakeSpeakers(block=BLOCK_FRAMES)


@pytest.fixture
def monitor(speakers: FakeSpeakers) -> Monitor:
    monitor = Monitor(open_stream=speakers.open)
    monitor.start(RATE)
    return monitor


def ramp(frames: int, start: int = 0) -> np.ndarray:
    return (np.arange(start, start + frames, dtype=np.float32) / 2**20)[:, None]


def test_what_is_given_is_heard_on_both_sides_quieter(monitor: Monitor, speakers: FakeSpeakers) -> None:
    for start in range(0, 3 * BLOCK_FRAMES, 480):
        monitor.give(ramp(480, start))
    speakers.take(3)
    heard = np.concatenate(speakers.heard)
    for side in (0, 1):
        np.testing.assert_allclose(heard[:, side], ramp(3 * BLOCK_FRAMES)[:, 0] * GAIN)


def test_it_waits_in_silence_until_there_is_enough(monitor: Monitor, speakers: FakeSpeakers) -> None:
    monitor.give(ramp(BLOCK_FRAMES))
    speakers.take(1)
    assert not speakers.heard[0].any()
    monitor.give(ramp(BLOCK_FRAMES, BLOCK_FRAMES))
    speakers.take(3)
    np.testing.assert_allclose(np.concatenate(speakers.heard[1:3])[:, 0], ramp(2 * BLOCK_FRAMES)[:, 0] * GAIN)
    assert not speakers.heard[3].any()


def test_after_a_standstill_it_catches_up(monitor: Monitor, speakers: FakeSpeakers) -> None:
    for start in range(0, 20 * BLOCK_FRAMES, 1000):
        monitor.give(ramp(1000, start))
    speakers.take(1)
    newest = 21 * 1000
    assert speakers.heard[0][0, 0] / GAIN * 2**20 > newest - 4 * BLOCK_FRAMES


def test_nothing_is_louder_than_the_headphones_take(monitor: Monitor, speakers: FakeSpeakers) -> None:
    monitor.give(np.full((4 * BLOCK_FRAMES, 1), 9.0, dtype=np.float32))
    speakers.take(1)
    assert speakers.heard[0].max() == 1.0


def test_headphones_at_another_rate_are_said_and_closed() -> None:
    speakers = FakeSpeakers(samplerate=44100)
    with pytest.raises(CannotHearYourself):
        Monitor(open_stream=speakers.open).start(RATE)
    assert not speakers.is_open


def test_no_headphones_are_said() -> None:
    def none_there(*_: object, **__: object) -> FakeSpeakers:
        raise NoSpeakers("No speakers were found.", "Plug some in.")

    with pytest.raises(CannotHearYourself):
        Monitor(open_stream=none_there).start(RATE)


def test_it_is_closed_once(monitor: Monitor, speakers: FakeSpeakers) -> None:
    assert speakers.is_open
    monitor.close()
    monitor.close()
    assert not speakers.is_open
