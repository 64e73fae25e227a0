import numpy as np

from studio.audio import reading
from studio.audio.clip import Clip
from studio.audio.reading import blocks_of, finite
from studio.audio.source import ClipSource
from tests.builders import noise


def test_blocks_join_to_the_whole_and_keep_their_measure(monkeypatch):
    monkeypatch.setattr(reading, "BLOCK_SAMPLES", 1000)
    frames = noise(0.2, channels=2)
    blocks = list(blocks_of(ClipSource(Clip(frames, 48000)), 10, 9000, multiple_of=64))
    assert np.array_equal(np.concatenate(blocks), frames[10:9000])
    assert {len(block) % 64 for block in blocks[:-1]} == {0}
    assert max(map(len, blocks)) * 2 <= 1000


def test_what_is_no_number_is_silence_and_infinity_is_full_scale():
    frames = np.array([[np.nan, np.inf], [-np.inf, 0.5]], np.float32)
    assert finite(frames).tolist() == [[0, 1], [-1, 0.5]]


def test_good_frames_are_not_copied():
    frames = noise(0.01)
    assert finite(frames) is frames
