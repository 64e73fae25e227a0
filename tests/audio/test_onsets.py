import numpy as np
import pytest

from studio.audio.clip import Clip
from studio.audio.onsets import nearest_onset, onset_after, onset_before, onsets_between
from studio.audio.source import ClipSource

RATE = 48000
MOMENTS = (0.5, 1.0, 1.3, 2.2, 3.5)
TIME = np.arange(4 * RATE) / RATE
HISS = np.random.default_rng(0).normal(0, 0.001, len(TIME))


def source_of(wave, samplerate=RATE):
    return ClipSource(Clip(np.asarray(wave, dtype=np.float32)[:, None], samplerate))


def begins(make):
    """Hiss, and a sound made from the seconds since it began at each moment."""
    return HISS + sum(np.where(at <= TIME, make(np.maximum(TIME - at, 0.0)), 0.0) for at in MOMENTS)


def seconds_of(source):
    return [frame / source.samplerate for frame in onsets_between(source, 0, source.length)]


@pytest.mark.parametrize(
    ("make", "near"),
    [
        (lambda since: 0.8 * (since < 1 / RATE), 0.002),
        (lambda since: 0.3 * (since < 0.2) * np.sin(2 * np.pi * 440 * since), 0.003),
        (
            lambda since: (
                0.3 * np.exp(-since / 0.3) * np.minimum(1, since / 0.02) * np.sin(2 * np.pi * 700 * since)
            ),
            0.015,
        ),
    ],
    ids=["clicks", "tones that are cut off", "notes that ring on"],
)
def test_every_beginning_is_found_once_and_where_it_is(make, near):
    assert seconds_of(source_of(begins(make))) == pytest.approx(MOMENTS, abs=near)


@pytest.mark.parametrize(
    "wave",
    [
        np.zeros(4 * RATE),
        HISS,
        0.5 * np.sin(2 * np.pi * 220 * TIME),
        0.5 * np.sin(2 * np.pi * 440 * TIME + 3 * np.sin(2 * np.pi * 5 * TIME)),
        np.full(4 * RATE, 0.4),
    ],
    ids=["silence", "hiss", "a tone", "vibrato", "an offset"],
)
def test_what_only_goes_on_has_none(wave):
    assert seconds_of(source_of(wave)) == []


@pytest.mark.parametrize("samplerate", [8000, 22050, 96000])
def test_any_rate_will_do(samplerate):
    time = np.arange(2 * samplerate) / samplerate
    tones = np.where((time % 1 > 0.4) & (time % 1 < 0.6), np.sin(2 * np.pi * 500 * time), 0.0)
    assert seconds_of(source_of(0.3 * tones, samplerate)) == pytest.approx([0.4, 1.4], abs=0.01)


def test_where_one_looks_does_not_change_what_is_found():
    source = source_of(begins(lambda since: 0.3 * (since < 0.2) * np.sin(2 * np.pi * 440 * since)))
    whole = onsets_between(source, 0, source.length)
    parts = [onsets_between(source, start, start + RATE // 2) for start in range(0, 4 * RATE, RATE // 2)]
    assert [frame for part in parts for frame in part] == whole


def test_one_goes_from_onset_to_onset_both_ways():
    source = source_of(begins(lambda since: 0.8 * (since < 1 / RATE)))
    found, frame = [], 0
    while (after := onset_after(source, frame)) is not None:
        found.append(frame := after)
    assert [each / RATE for each in found] == pytest.approx(MOMENTS, abs=0.002)
    back, frame = [], source.length
    while (before := onset_before(source, frame)) is not None:
        back.append(frame := before)
    assert back == found[::-1]


def test_only_a_near_onset_is_snapped_to():
    source = source_of(begins(lambda since: 0.8 * (since < 1 / RATE)))
    assert nearest_onset(source, round(0.56 * RATE)) / RATE == pytest.approx(0.5, abs=0.002)
    assert nearest_onset(source, round(0.75 * RATE)) == round(0.75 * RATE)


def test_an_onset_far_into_a_long_sound_is_found_without_keeping_the_sound():
    class Long:
        samplerate, channels, length = RATE, 1, 600 * RATE
        longest = 0

        def read(self, start, stop):
            self.longest = max(self.longest, stop - start)
            frames = np.zeros((stop - start, 1), np.float32)
            at = 300 * RATE
            if start <= at < stop:
                frames[at - start] = 0.9
            return frames

    source = Long()
    assert onset_after(source, 0) / RATE == pytest.approx(300, abs=0.002)
    assert source.longest < 10 * RATE


@pytest.mark.parametrize("length", [0, 1, 100, 2000])
def test_a_sound_shorter_than_a_window_has_none(length):
    source = source_of(np.ones(length))
    assert onsets_between(source, 0, length) == []
    assert onset_after(source, 0) is None
    assert onset_before(source, length) is None
