import numpy as np
import pytest

from studio.audio.live.sound_trigger import DEAF_SECONDS, LEARN_SECONDS, SoundTrigger
from studio.audio.units import db_to_amplitude
from tests.builders import noise

RATE = 48000
BLOCK = 480


def heard_at(sound: np.ndarray) -> float | None:
    """When a trigger hears something in a sound, in seconds."""
    trigger = SoundTrigger(RATE)
    for start in range(0, len(sound), BLOCK):
        if trigger.hears(sound[start : start + BLOCK]):
            return start / RATE
    return None


def room(dbfs: float, seconds: float = 5.0) -> np.ndarray:
    """Steady noise whose loudest sample has a level."""
    return noise(seconds, peak=db_to_amplitude(dbfs))


def with_a_clap(background: np.ndarray, dbfs: float, at: float) -> np.ndarray:
    start = round(at * RATE)
    clap = noise(0.05, peak=db_to_amplitude(dbfs))
    background[start : start + len(clap)] += clap
    return background


@pytest.mark.parametrize("dbfs", [-70, -50, -35, -25])
def test_a_steady_room_is_no_sound(dbfs: float) -> None:
    assert heard_at(room(dbfs)) is None


@pytest.mark.parametrize(
    ("background", "clap"), [(-80, -40), (-60, -30), (-50, -25), (-40, -20), (-25, -5), (-15, -1)]
)
def test_a_sound_is_heard_in_any_room(background: float, clap: float) -> None:
    assert heard_at(with_a_clap(room(background), clap, at=3.0)) == pytest.approx(3.0, abs=0.03)


def test_the_key_that_armed_it_is_no_sound() -> None:
    assert heard_at(with_a_clap(room(-60), -10, at=DEAF_SECONDS / 2)) is None


def test_it_hears_at_the_earliest_when_it_knows_the_room() -> None:
    trigger = SoundTrigger(RATE)
    assert trigger.is_deaf
    speech = noise(1.0, peak=0.5)
    times = [
        start / RATE
        for start in range(0, len(speech), BLOCK)
        if trigger.hears(speech[start : start + BLOCK] * (1.0 if start > RATE // 2 else 0.001))
    ]
    assert not trigger.is_deaf
    assert times[0] == pytest.approx(DEAF_SECONDS + LEARN_SECONDS, abs=0.03)


def test_silence_and_nothing_are_no_sound() -> None:
    assert heard_at(np.zeros((RATE * 3, 1), dtype=np.float32)) is None
    trigger = SoundTrigger(RATE)
    for _ in range(3):
        assert not trigger.hears(np.zeros((RATE, 1), dtype=np.float32))
    assert not trigger.hears(np.zeros((0, 1), dtype=np.float32))


def test_either_side_of_a_wave_and_any_channel_is_heard() -> None:
    sound = np.zeros((RATE, 2), dtype=np.float32)
    sound[RATE * 9 // 10, 1] = -0.3
    assert heard_at(sound) == pytest.approx(0.9, abs=0.02)
