"""A microphone that is only listened to."""

import numpy as np
import pytest

from studio.audio.live.devices import DeviceBusy, DeviceGone
from studio.audio.live.listener import STALLED_SECONDS, Listener
from studio.audio.live.recorder_status import MicrophoneStalled
from tests.fake_streams import FakeClock, FakeMicrophone


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def microphone(clock) -> FakeMicrophone:
    return FakeMicrophone(clock)


@pytest.fixture
def listener(microphone, clock) -> Listener:
    listener = Listener(open_stream=microphone.open, clock=clock)
    listener.start()
    return listener


def counted(frames: int) -> np.ndarray:
    return np.arange(frames, dtype=np.float32)


def test_the_newest_frames_are_there_in_their_order(listener, microphone):
    assert len(listener.latest(0.1)) == 0
    microphone.hear(counted(1000))
    assert listener.latest(0.1)[:, 0].tolist() == list(range(1000))
    microphone.hear(counted(9600))
    assert listener.latest(0.1)[:, 0].tolist() == list(range(4800, 9600))
    assert listener.samplerate == 48000


def test_what_is_old_is_forgotten(listener, microphone):
    microphone.hear(counted(480000))
    assert len(listener.latest(60.0)) < 48000


def test_a_microphone_that_goes_or_stands_still_is_said(listener, microphone, clock):
    microphone.hear(counted(480))
    assert listener.problem is None
    clock.now += STALLED_SECONDS + 0.1
    assert isinstance(listener.problem, MicrophoneStalled)
    microphone.vanish()
    assert isinstance(listener.problem, DeviceGone)


def test_exact_silence_is_counted_until_something_is_heard(listener, microphone):
    microphone.hear(np.zeros(72000, np.float32))
    assert listener.silent_seconds == 1.5
    microphone.hear(counted(480))
    assert listener.silent_seconds == 0.0


def test_closing_it_is_no_problem_and_may_be_done_twice(listener, microphone):
    listener.close()
    listener.close()
    assert not microphone.is_open
    assert listener.problem is None


def test_a_microphone_that_does_not_start_is_closed(microphone):
    microphone.refuses_to_start = DeviceBusy("It is in use.", "Close the other program.")
    listener = Listener(open_stream=microphone.open)
    with pytest.raises(DeviceBusy):
        listener.start()
    assert not microphone.is_open


def test_it_listens_once(listener):
    with pytest.raises(ValueError, match="once"):
        listener.start()
    with pytest.raises(ValueError, match="yet"):
        _ = Listener().samplerate
