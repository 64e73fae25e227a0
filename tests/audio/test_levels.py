import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from studio.audio.levels import measure
from studio.audio.units import SILENCE_DBFS
from tests.builders import a_sine, noise


def test_a_sine_reads_its_peak_and_three_db_less():
    levels = measure(a_sine(peak=0.5).frames)
    assert levels.peak_dbfs == pytest.approx((-6.02,), abs=0.01)
    assert levels.rms_dbfs == pytest.approx((-9.03,), abs=0.01)
    assert not levels.clipped


def test_each_channel_is_measured_alone():
    frames = np.hstack([a_sine(peak=1.0).frames, a_sine(peak=0.1).frames])
    assert measure(frames).peak_dbfs == pytest.approx((0.0, -20.0), abs=0.01)


@pytest.mark.parametrize("length", [0, 1, 1000])
def test_silence_and_nothing_read_the_silence_level(length):
    levels = measure(np.zeros((length, 2), np.float32))
    assert levels.peak_dbfs == levels.rms_dbfs == (SILENCE_DBFS, SILENCE_DBFS)
    assert not levels.clipped


@pytest.mark.parametrize("sample", [32767 / 32768, -1.0, 1.0, 1.5])
def test_full_scale_of_a_16_bit_converter_is_clipping(sample):
    assert measure(np.array([[0.1], [sample]], np.float32)).clipped


def test_the_clipping_point_can_be_chosen():
    block = np.full((4, 1), 0.5, np.float32)
    assert not measure(block).clipped
    assert measure(block, clip_at=0.5).clipped


def test_a_flat_array_is_refused():
    with pytest.raises(ValueError, match="block must be"):
        measure(np.zeros(10, np.float32))


def test_a_block_is_not_changed():
    block = noise(0.1, channels=2)
    before = block.copy()
    measure(block)
    assert np.array_equal(block, before)


@given(
    hnp.arrays(
        np.float32, st.tuples(st.integers(1, 300), st.integers(1, 4)), elements=st.floats(-1, 1, width=32)
    )
)
def test_levels_agree_with_the_plain_formula(block):
    levels = measure(block)
    with np.errstate(divide="ignore"):
        peak = 20 * np.log10(np.abs(block.astype(np.float64)).max(axis=0))
        rms = 10 * np.log10((block.astype(np.float64) ** 2).mean(axis=0))
    assert levels.peak_dbfs == pytest.approx(np.maximum(peak, SILENCE_DBFS), abs=1e-6)
    assert levels.rms_dbfs == pytest.approx(np.maximum(rms, SILENCE_DBFS), abs=1e-6)
