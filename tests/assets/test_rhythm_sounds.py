"""The sounds of the rhythm grid: made by their script, and each begins at once."""

from pathlib import PurePath

import numpy as np
import pytest

from assets import asset
from assets.sounds.make_sounds import SAMPLERATE, to_16_bit
from assets.sounds.rhythm.make_rhythm import SOUNDS, struck
from lessons.rhythm.shipped import rhythm_book


def shipped(name: str) -> np.ndarray:
    import soundfile

    with asset("sounds", "rhythm", name).open("rb") as file:
        samples, samplerate = soundfile.read(file, dtype="int16")
    assert samplerate == SAMPLERATE
    return samples


@pytest.mark.parametrize("name", SOUNDS)
def test_the_script_makes_the_shipped_file_again(name):
    samples, made = shipped(name), to_16_bit(struck(SOUNDS[name]()))
    assert samples.shape == made.shape
    assert np.max(np.abs(samples.astype(int) - made.astype(int))) <= 1


@pytest.mark.parametrize("name", SOUNDS)
def test_a_sound_begins_at_once_and_ends_in_silence(name):
    samples = shipped(name).astype(float) / 32768
    peak = np.max(np.abs(samples))
    assert 0.55 < peak < 0.65
    assert np.argmax(np.abs(samples) > 0.1 * peak) < 0.003 * SAMPLERATE
    assert np.max(np.abs(samples[-48:])) < 0.05
    assert abs(np.mean(samples)) < 0.002


def test_the_grid_offers_every_file_but_the_tick():
    files = {
        file.name for file in asset("sounds", "rhythm").iterdir() if PurePath(file.name).suffix == ".flac"
    }
    assert files == set(SOUNDS)
    assert {sound.file for sound in rhythm_book().sounds} == files - {"tick.flac"}
