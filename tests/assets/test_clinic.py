"""The edit clinic: six recordings made by their script, each with just the fault that its card says."""

import tomllib
from pathlib import PurePath

import numpy as np
import pytest

from assets import asset
from assets.sounds.clinic.make_clinic import SOUNDS
from assets.sounds.make_sounds import SAMPLERATE, hello, to_16_bit
from studio.audio.clip import Clip
from studio.audio.listening.quality import check
from studio.audio.listening.tidy import tidy
from studio.audio.source import ClipSource

PATIENTS = tomllib.loads(asset("sounds", "clinic", "clinic.toml").read_text(encoding="utf-8"))["patients"]


def heard(name: str) -> np.ndarray:
    """The samples of a patient, -1..1."""
    import soundfile

    with asset("sounds", "clinic", name).open("rb") as file:
        samples, samplerate = soundfile.read(file, dtype="float32")
    assert samplerate == SAMPLERATE
    return samples


def source(name: str) -> ClipSource:
    return ClipSource(Clip(heard(name).reshape(-1, 1), SAMPLERATE))


def dbfs(samples: np.ndarray) -> float:
    return 20 * np.log10(np.sqrt(np.mean(np.square(samples, dtype=np.float64))))


def between(samples: np.ndarray, start: float, stop: float) -> np.ndarray:
    return samples[round(start * SAMPLERATE) : round(stop * SAMPLERATE)]


def voice_over_the_rest_db(name: str) -> float:
    """How far “Hello, welcome” stands above everything else, where it is said."""
    voice, samples = hello(), heard(name).astype(np.float64)
    size = len(samples) + len(voice)
    match = np.fft.irfft(np.fft.rfft(samples, size) * np.conj(np.fft.rfft(voice, size)), size)
    at = int(np.argmax(np.abs(match[: len(samples) - len(voice)])))
    there = samples[at : at + len(voice)]
    said = voice * np.dot(there, voice) / np.dot(voice, voice)
    return dbfs(said) - dbfs(there - said)


@pytest.mark.parametrize("name", SOUNDS)
def test_the_script_makes_the_patient_again(name):
    import soundfile

    with asset("sounds", "clinic", name).open("rb") as file:
        samples, _ = soundfile.read(file, dtype="int16")
    made = to_16_bit(SOUNDS[name]())
    assert samples.shape == made.shape  # one dimension: mono
    assert np.max(np.abs(samples.astype(int) - made.astype(int))) <= 1


def test_the_cards_match_the_folder():
    files = [
        file.name for file in asset("sounds", "clinic").iterdir() if PurePath(file.name).suffix == ".flac"
    ]
    assert [patient["file"] for patient in PATIENTS] == list(SOUNDS)
    assert sorted(files) == sorted(SOUNDS)


def test_each_card_is_complete_and_one_in_three_cannot_be_mended():
    keys = {"file", "title", "says", "wrong", "hear", "try", "mended", "learn", "maker", "licence"}
    for patient in PATIENTS:
        assert set(patient) == keys
        assert all(patient.values())
        assert (patient["maker"], patient["licence"]) == ("Soundingboard", "CC0-1.0")
    mended = {patient["file"]: patient["mended"] for patient in PATIENTS}
    assert mended == {
        "long-waits.flac": "yes",
        "far-too-quiet.flac": "partly",
        "crackly.flac": "no",
        "bumped.flac": "yes",
        "beside-a-fan.flac": "partly",
        "drowned.flac": "no",
    }


def test_they_are_short_and_small():
    for name in SOUNDS:
        assert 3 < len(heard(name)) / SAMPLERATE < 12
    sizes = [len(file.read_bytes()) for file in asset("sounds", "clinic").iterdir() if file.is_file()]
    assert sum(sizes) < 1_200_000


@pytest.mark.parametrize(
    ("name", "verdict"),
    [
        ("long-waits.flac", "long-silence"),
        ("far-too-quiet.flac", "too-quiet"),
        ("crackly.flac", "clipped"),
        ("bumped.flac", "good"),  # as its card says: nobody but an ear can know
        ("beside-a-fan.flac", "noisy"),
        ("drowned.flac", "noisy"),
    ],
)
def test_the_program_finds_the_one_fault_that_can_be_measured(name, verdict):
    assert check(source(name)).verdicts == (verdict,)


def test_the_waits_are_long_at_both_ends_and_tidying_takes_them_away():
    samples = heard("long-waits.flac")
    loud = dbfs(between(samples, 3.0, 4.0))
    assert dbfs(between(samples, 0, 2.9)) < loud - 40
    assert dbfs(samples[-5 * SAMPLERATE :]) < loud - 40
    tidied = tidy(source("long-waits.flac"))
    assert tidied.sure
    assert tidied.stop - tidied.start < 3


def test_the_quiet_one_is_36_db_down_and_can_be_raised_with_its_hiss():
    samples = heard("far-too-quiet.flac")
    assert 20 * np.log10(np.max(np.abs(samples))) == pytest.approx(-36, abs=0.1)
    tidied = tidy(source("far-too-quiet.flac"))
    assert tidied.gain_db > 20
    assert dbfs(between(samples, 0, 0.7)) + tidied.gain_db > -50  # the room can now be heard


def test_the_crackly_one_has_flat_tops():
    samples = heard("crackly.flac")
    flat = np.abs(samples) > 0.999
    assert np.count_nonzero(flat[1:] & flat[:-1]) > 1000


def test_the_bumped_one_has_a_click_then_quiet_then_taps_then_quiet_then_a_chair():
    samples = heard("bumped.flac")
    click, before, taps, after, chair = (
        dbfs(between(samples, start, stop))
        for start, stop in ((0.12, 0.26), (0.5, 1.2), (1.3, 2.3), (3.2, 3.7), (3.95, 4.4))
    )
    assert min(click, chair) > max(before, after) + 20
    assert taps > max(click, chair)


def test_the_bumped_one_is_clean_between_its_bumps():
    samples = between(heard("bumped.flac"), 1.2, 3.3)
    assert check(ClipSource(Clip(samples.reshape(-1, 1), SAMPLERATE))).verdicts == ("good",)


def test_the_fan_hums_all_the_time_and_the_voice_still_stands_above_it():
    samples = heard("beside-a-fan.flac")
    for part in (between(samples, 0, 1), samples[-SAMPLERATE:]):
        spectrum = np.abs(np.fft.rfft(part * np.hanning(len(part))))
        assert np.argmax(spectrum) == pytest.approx(100, abs=2)  # one second: a bin is one hertz
    assert 6 < dbfs(between(samples, 1.2, 2.7)) - dbfs(between(samples, 0, 1)) < 12


def test_the_drowned_voice_is_well_below_the_crowd():
    assert -9 < voice_over_the_rest_db("drowned.flac") < -4
