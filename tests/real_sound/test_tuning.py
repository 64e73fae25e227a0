"""The tuner on a microphone of a virtual sound card: the note that is played is the note that is shown."""

from collections.abc import Callable

import pytest

from studio.audio.live.devices import DeviceGone
from studio.audio.live.listener import Listener
from studio.audio.tuner import MOMENT_SECONDS, Tuner
from tests.builders import a_sine
from tests.sound_card import SoundCard, wait_until

pytestmark = pytest.mark.real_sound


def test_a_note_that_is_played_is_heard_and_nothing_is_kept(sound_card: Callable[..., SoundCard]) -> None:
    card = sound_card()
    card.keep_saying(a_sine(30.0, hertz=466.16).frames[:, 0])
    listener, tuner = Listener(), Tuner()
    listener.start()

    def heard() -> str | None:
        pitch = tuner.hear(listener.latest(MOMENT_SECONDS), listener.samplerate)
        return None if pitch is None or not pitch.is_in_tune else pitch.name

    try:
        wait_until(lambda: heard() == "Bb4")
        assert listener.problem is None
    finally:
        listener.close()
    assert listener.problem is None


@pytest.mark.parametrize("go", ["unplug_microphone", "mute", "unplug_everything"])
def test_a_microphone_that_goes_is_noticed(sound_card: Callable[..., SoundCard], go: str) -> None:
    card = sound_card()
    card.keep_saying(a_sine(30.0).frames[:, 0])
    listener = Listener()
    listener.start()
    wait_until(lambda: len(listener.latest(MOMENT_SECONDS)) > 0)
    getattr(card, go)()
    wait_until(lambda: isinstance(listener.problem, DeviceGone) or listener.silent_seconds > 1.0)
    listener.close()
