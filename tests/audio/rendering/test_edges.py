import numpy as np
import pytest
import soundfile

from studio.audio.files.wav import WavWriter
from studio.audio.recipe import Recipe
from studio.audio.rendering.render import render
from tests.builders import a_sine, a_wav


def rendered(path, recipe, tmp_path):
    out = tmp_path / "out.wav"
    render(path, Recipe.parse(recipe), out)
    return soundfile.read(out, always_2d=True)[0]


def test_a_cut_into_a_loud_tone_makes_no_click(tmp_path):
    path = a_wav(tmp_path / "in.wav", a_sine(1, hertz=100, peak=0.8))
    for recipe in (
        ["trim 0.1025 0.8025"],
        ["cut 0.3025 0.5075"],
        ["pause 0.5025 0.1"],
        ["silence 0.3025 0.4"],
    ):
        written = np.pad(rendered(path, recipe, tmp_path)[:, 0], 1)
        assert np.abs(np.diff(written)).max() < 0.03


def test_the_fade_at_a_cut_lasts_two_milliseconds(tmp_path):
    path = a_wav(tmp_path / "in.wav", a_sine(1, hertz=100, peak=0.8))
    before = soundfile.read(path)[0][4920:38520]
    changed = np.flatnonzero(rendered(path, ["trim 0.1025 0.8025"], tmp_path)[:, 0] != before)
    assert changed[0] == 0
    assert changed[-1] == len(before) - 1
    assert set(changed) <= {*range(96), *range(len(before) - 96, len(before))}


@pytest.mark.parametrize("steps", [["trim 0.1025 0.8025", "fade-in 0.1", "fade-out 0.2"]])
def test_a_fade_that_was_asked_for_is_all_there_is_at_its_edge(tmp_path, steps):
    path = a_wav(tmp_path / "in.wav", a_sine(1, hertz=100, peak=0.8))
    expected = soundfile.read(path)[0][4920:38520]
    expected[:4800] *= np.arange(4800) / 4800
    expected[-9600:] *= np.arange(9600)[::-1] / 9600
    np.testing.assert_allclose(rendered(path, steps, tmp_path)[:, 0], expected, atol=0.51 * 2**-15)


def test_a_cut_in_silence_and_the_sounds_own_ends_stay_as_they_are(tmp_path):
    frames = np.zeros((1000, 1), np.float32)
    frames[:100] = frames[-100:] = 0.5
    path = tmp_path / "in.wav"
    with WavWriter(path, samplerate=1000, channels=1, bits=16) as writer:
        writer.write(frames)
    written = rendered(path, ["cut 0.3 0.6", "reverse"], tmp_path)
    np.testing.assert_array_equal(written[:100], 0.5)
    np.testing.assert_array_equal(written[-100:], 0.5)
    assert not written[100:-100].any()
