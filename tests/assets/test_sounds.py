"""The shipped sounds: made by their script, listed, credited, small, and with something to tidy."""

import tomllib
from pathlib import PurePath

import numpy as np
import pytest

from assets import asset
from assets.sounds.make_sounds import SAMPLERATE, SOUNDS, to_16_bit

LISTED = tomllib.loads(asset("sounds", "sounds.toml").read_text(encoding="utf-8"))["sounds"]


def shipped(name: str) -> tuple[np.ndarray, int]:
    import soundfile

    with asset("sounds", name).open("rb") as file:
        return soundfile.read(file, dtype="int16")


def rms_dbfs(samples: np.ndarray) -> float:
    return 20 * np.log10(np.sqrt(np.mean((samples / 32768.0) ** 2)))


@pytest.mark.parametrize("name", SOUNDS)
def test_the_script_makes_the_shipped_file_again(name):
    samples, samplerate = shipped(name)
    made = to_16_bit(SOUNDS[name]())
    assert samplerate == SAMPLERATE
    assert samples.shape == made.shape
    assert np.max(np.abs(samples.astype(int) - made.astype(int))) <= 1


@pytest.mark.parametrize("name", SOUNDS)
def test_a_sound_has_dead_air_at_both_ends_and_is_never_clipped(name):
    samples, samplerate = shipped(name)
    half = samplerate // 2
    windows = [samples[at : at + half] for at in range(0, len(samples) - half, half // 2)]
    loudest = max(map(rms_dbfs, windows))
    assert rms_dbfs(samples[:half]) < loudest - 20
    assert rms_dbfs(samples[-half:]) < loudest - 20
    assert np.max(np.abs(samples.astype(int))) < 0.4 * 32768
    assert np.any(samples[:half])
    assert abs(np.mean(samples)) < 10


def test_the_speech_is_far_too_quiet():
    samples, _ = shipped("speech-in-a-noisy-room.flac")
    assert -33 < 20 * np.log10(np.max(np.abs(samples.astype(int))) / 32768) < -30


def test_the_recorder_starts_on_b():
    samples, samplerate = shipped("recorder-tune.flac")
    note = samples[round(1.3 * samplerate) : round(1.6 * samplerate)]
    spectrum = np.abs(np.fft.rfft(note * np.hanning(len(note))))
    assert np.argmax(spectrum) * samplerate / len(note) == pytest.approx(987.8, rel=0.01)


def test_the_list_matches_the_folder():
    files = {file.name for file in asset("sounds").iterdir() if PurePath(file.name).suffix == ".flac"}
    assert [sound["file"] for sound in LISTED] == list(SOUNDS)
    assert files == set(SOUNDS)


def test_each_sound_has_a_title_a_maker_and_a_licence():
    for sound in LISTED:
        assert set(sound) == {"file", "title", "about", "maker", "licence"}
        assert all(sound.values())
        assert (sound["maker"], sound["licence"]) == ("Soundingboard", "CC0-1.0")


def test_the_folder_is_small():
    sizes = [len(file.read_bytes()) for file in asset("sounds").iterdir() if file.is_file()]
    assert sum(sizes) < 3_000_000


def test_every_shipped_file_is_credited():
    credits_text = asset("SOURCES.md").read_text(encoding="utf-8")
    ours = {"SOURCES.md", "__init__.py", "__pycache__"}
    for entry in asset().iterdir():
        if entry.name not in ours:
            assert f"`{entry.name}" in credits_text, entry.name
