import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.audio import reading
from studio.audio.clip import Clip
from studio.audio.listening.clipping import clipped_places
from studio.audio.source import ClipSource
from tests.builders import a_sine, noise


def places_in(frames) -> int:
    frames = np.asarray(frames, np.float32)
    frames = frames if frames.ndim == 2 else frames[:, None]
    return clipped_places(ClipSource(Clip(frames, 48000)), float(frames.min()), float(frames.max()))


def of_16_bits(frames):
    return np.clip(np.rint(frames * 32768), -32768, 32767) / 32768


@pytest.mark.parametrize("top", [1.0, 0.989, 0.6, 0.3])
@pytest.mark.parametrize("drive", [1.05, 1.5, 4.0])
def test_every_top_and_bottom_of_a_cut_wave_is_a_place(top, drive):
    wave = np.clip(drive * top * a_sine(1.0, hertz=200, peak=1.0).frames, -top, top)
    assert places_in(of_16_bits(wave)) == 400


def test_floats_above_full_scale_are_clipped():
    assert places_in(a_sine(1.0, hertz=200, peak=1.4).frames) == 400


def test_integer_full_scale_is_clipped_on_both_sides():
    frames = of_16_bits(noise(1.0, peak=0.3))
    frames[1000:1010] = 32767 / 32768
    frames[2000:2003] = -1.0
    frames[3000:3002] = -1.0  # too short
    assert places_in(frames) == 2


@pytest.mark.parametrize("hertz", [20, 50, 100, 440, 5000])
@pytest.mark.parametrize("peak", [0.3, 0.9, 32767 / 32768])
def test_a_normalised_wave_is_not_clipped(hertz, peak):
    assert places_in(of_16_bits(a_sine(1.0, hertz=hertz, peak=peak).frames)) == 0


def test_one_loud_sample_is_no_clipping():
    frames = noise(1.0, peak=0.5)
    frames[777] = 1.0
    assert places_in(frames) == 0


@pytest.mark.parametrize("peak", [0.4, 1.0])
def test_a_square_wave_is_not_clipped(peak):
    square = peak * np.sign(a_sine(1.0, hertz=300, peak=1.0).frames + 1e-4)
    assert places_in(np.concatenate([np.zeros((9600, 1)), square, np.zeros((9600, 1))])) == 0


@pytest.mark.parametrize("frames", [np.zeros(0), np.zeros(10), [0.9], [0.9, 0.9], np.full(5, 0.1)])
def test_next_to_nothing_is_not_clipped(frames):
    assert places_in(np.append(frames, [])) == 0 if len(frames) else True


def test_the_worst_channel_counts():
    frames = np.hstack([of_16_bits(noise(1.0, peak=0.5, seed=s)) for s in (1, 2)])
    for place in range(1000, 8000, 1000):
        frames[place : place + 5, 1] = 1.0
    assert places_in(frames) == 7


@settings(max_examples=40, deadline=None)
@given(
    places=st.lists(st.integers(0, 4990), max_size=20),
    length=st.integers(3, 9),
    block=st.sampled_from([1, 2, 3, 4, 7, 100, 5000]),
)
def test_places_across_blocks_are_counted_once(places, length, block):
    frames = of_16_bits(noise(5000 / 48000, peak=0.5))
    for place in places:
        frames[place : place + length] = 1.0
    flat = np.concatenate([[0], (frames[:, 0] == 1.0).astype(int), [0]])
    runs = int((np.diff(flat) == 1).sum())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "BLOCK_SAMPLES", block)
        assert places_in(frames) == runs
