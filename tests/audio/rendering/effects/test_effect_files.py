"""Effects in files: written by several threads in strips, and still what one hears."""

import numpy as np
import soundfile

from studio.audio.clip import Clip
from studio.audio.recipe import Recipe
from studio.audio.rendering import strips
from studio.audio.rendering.render import render
from studio.audio.rendering.rendition import open_rendition
from tests.audio.rendering.effects.test_effect_reads import talking
from tests.builders import a_wav

RATE = 24000
STEPS = ["trim 0.1", "echo 0.2 0.4", "room 0.6 0.3", "robot", "low-pass 3000", "hush 12", "loudness -20"]


def test_a_file_is_what_one_hears(tmp_path, monkeypatch):
    monkeypatch.setattr(strips.os, "cpu_count", lambda: 4)
    monkeypatch.setattr("studio.audio.rendering.render._BLOCKS_A_STRIP", 1)
    path = a_wav(tmp_path / "in.wav", Clip(talking(12, samplerate=RATE, channels=2).astype(np.float32), RATE))
    recipe = Recipe.parse(STEPS)
    render(path, recipe, tmp_path / "out.wav", bits=32)
    written, _ = soundfile.read(tmp_path / "out.wav", dtype="float32", always_2d=True)
    with open_rendition(path, recipe) as heard:
        parts = [heard.read(start, min(start + 5000, heard.length)) for start in range(0, heard.length, 5000)]
    np.testing.assert_array_equal(written, np.concatenate(parts))
