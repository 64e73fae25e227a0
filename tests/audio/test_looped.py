import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.audio.clip import Clip
from studio.audio.looped import Looped
from studio.audio.source import ClipSource

FRAMES = np.random.default_rng(5).uniform(-1, 1, (400_000, 2)).astype(np.float32)
SOURCE = ClipSource(Clip(FRAMES, 48000))


@pytest.mark.parametrize(("start", "stop"), [(0, 1), (10, 17), (1000, 300_000)])
@given(at=st.integers(0, 10**7), frames=st.integers(0, 5000))
def test_any_part_of_a_loop_is_the_part_again(start, stop, at, frames):
    loop = Looped(SOURCE, start, stop)
    at = min(at, loop.length - frames)
    expected = FRAMES[start + np.arange(at, at + frames) % (stop - start)]
    assert np.array_equal(loop.read(at, at + frames), expected)


def test_it_goes_on_for_an_hour_and_ends_with_a_whole_part():
    loop = Looped(SOURCE, 0, 7)
    assert loop.length % 7 == 0
    assert loop.length / loop.samplerate >= 3600


@pytest.mark.parametrize(("start", "stop"), [(5, 5), (6, 5), (-1, 5), (0, 400_001)])
def test_nothing_cannot_be_looped(start, stop):
    with pytest.raises(ValueError, match="not inside"):
        Looped(SOURCE, start, stop)
