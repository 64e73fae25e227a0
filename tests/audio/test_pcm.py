import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from studio.audio.pcm import bytes_to_float32, bytes_to_float64, float_to_bytes, pack_24, times, unpack_24


@given(st.lists(st.integers(-(2**23), 2**23 - 1), max_size=70))
def test_three_bytes_hold_every_number_of_24_bits(numbers):
    packed = pack_24(np.array(numbers, dtype=np.float64))
    assert packed.tobytes() == b"".join(number.to_bytes(3, "little", signed=True) for number in numbers)
    assert (unpack_24(packed) >> 8).tolist() == numbers


@given(st.lists(st.integers(-(2**15), 2**15 - 1), max_size=50))
def test_every_step_of_16_bits_survives_the_way_through_floats(numbers):
    raw = np.array(numbers, dtype="<i2").view(np.uint8)
    for samples in (bytes_to_float32(raw, "int", 16), bytes_to_float64(raw, "int", 16)):
        np.testing.assert_array_equal(float_to_bytes(samples, "int", 16), raw)


def test_halves_round_to_even_and_do_not_lean():
    halves = np.arange(-1000, 1000) + 0.5
    steps = float_to_bytes(halves / 32768, "int", 16).view("<i2")
    assert abs(float((steps - halves).mean())) < 1e-9


def test_each_frame_gets_its_own_gain():
    samples = np.arange(12.0).reshape(4, 3)
    gains = np.array([0.0, 1.0, 2.0, -1.0])
    np.testing.assert_array_equal(times(samples, gains), samples * gains[:, None])
