import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.audio.clip import Clip
from studio.audio.live.speaker_blocks import READ_FRAMES, blocks_at, of_length
from studio.audio.source import ClipSource
from tests.builders import a_sine, noise


def test_at_its_own_rate_nothing_is_changed() -> None:
    sound = noise(1.0, channels=2)
    pieces = blocks_at(ClipSource(Clip(sound, 48000)), start=100, stop=40000, samplerate=48000, channels=2)
    assert np.array_equal(np.concatenate(list(pieces)), sound[100:40000])


@pytest.mark.parametrize(("rate", "wanted"), [(44100, 48000), (48000, 16000), (8000, 44100), (22050, 48000)])
@pytest.mark.parametrize("channels", [1, 2])
def test_another_rate_keeps_pitch_level_and_length(rate: int, wanted: int, channels: int) -> None:
    clip = a_sine(2.0, hertz=1000, peak=0.5, samplerate=rate, channels=channels)
    assert len(clip) > READ_FRAMES - 500
    pieces = blocks_at(ClipSource(clip), start=0, stop=len(clip), samplerate=wanted, channels=channels)
    sound = np.concatenate(list(pieces))
    assert sound.shape[1] == channels
    assert len(sound) == pytest.approx(2 * wanted, abs=wanted // 500)
    middle = sound[wanted // 2 : wanted // 2 + wanted, 0]
    spectrum = np.abs(np.fft.rfft(middle)) / (wanted / 2)
    assert np.argmax(spectrum) == 1000
    assert spectrum[1000] == pytest.approx(0.5, abs=0.01)
    assert np.delete(spectrum, range(990, 1011)).max() < 1e-3


@given(st.lists(st.integers(0, 50)), st.integers(1, 20))
def test_pieces_of_any_length_become_pieces_of_one_length(lengths: list[int], length: int) -> None:
    total = sum(lengths)
    sound = np.arange(1, total + 1, dtype=np.float32)[:, None]
    ends = np.cumsum([0, *lengths])
    pieces = [sound[a:b] for a, b in itertools.pairwise(ends)]
    blocks = list(of_length(iter(pieces), length))
    assert all(block.shape == (length, 1) for block in blocks)
    together = np.concatenate([*blocks, sound[:0]])
    assert np.array_equal(together[:total], sound)
    assert not together[total:].any()
    assert len(together) - total < length
