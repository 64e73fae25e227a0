import re

import pytest

from evidence.bundle.waveform import HEIGHT, path_of, peak_of, shape_of
from studio.audio.recipe import Recipe
from studio.audio.rendering.rendition import open_rendition
from tests.builders import a_sine, a_wav


def heights(path: str) -> list[float]:
    return [float(y) for _, y in re.findall(r"([\d.]+) ([\d.]+)", path)]


def test_a_full_sound_fills_the_picture_and_never_leaves_it():
    path = path_of(((-1.0, 1.0),) * 240, peak=1.0)
    assert min(heights(path)) == 1.0
    assert max(heights(path)) == HEIGHT - 1


def test_silence_is_a_thin_line():
    silence = ((0.0, 0.0),) * 240
    assert peak_of(silence) == 1.0
    assert set(heights(path_of(silence, peak=1.0))) == {HEIGHT / 2 - 0.5, HEIGHT / 2 + 0.5}


def test_no_columns_make_no_picture():
    assert path_of((), peak=1.0) == ""


def test_before_and_after_share_a_scale():
    quiet, loud = ((-0.1, 0.1),) * 2, ((-0.8, 0.8),) * 2
    peak = peak_of(quiet, loud)
    assert peak == 0.8
    assert max(heights(path_of(quiet, peak=peak))) < max(heights(path_of(loud, peak=peak)))


def test_a_sound_is_drawn_as_it_sounds(tmp_path):
    with open_rendition(
        a_wav(tmp_path / "a.wav", a_sine(1, peak=0.5)), Recipe.parse(["gain 6.0206"])
    ) as sound:
        shape = shape_of(sound)
    assert len(shape) == 240
    assert peak_of(shape) == pytest.approx(1.0, abs=0.01)


def test_a_sound_shorter_than_the_picture_is_drawn(tmp_path):
    with open_rendition(a_wav(tmp_path / "a.wav", a_sine(10 / 48000)), Recipe()) as sound:
        assert len(shape_of(sound)) == 240
