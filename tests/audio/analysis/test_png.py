"""The picture of a sound as a file."""

import numpy as np
import pytest
from PIL import Image

from studio.audio.analysis.findings import Findings, HeardNote
from studio.audio.analysis.glance import glance_at
from studio.audio.analysis.png import HEIGHT, WIDTH, write_png
from studio.audio.clip import Clip
from studio.audio.source import ClipSource
from tests.builders import a_sine


@pytest.mark.parametrize("seconds", [0.0, 0.00005, 0.7, 4.0])
def test_any_sound_makes_a_picture_that_another_program_reads(tmp_path, seconds):
    write_png(tmp_path / "a.png", glance_at(ClipSource(a_sine(seconds))))
    with Image.open(tmp_path / "a.png") as image:
        image.load()
        assert image.format == "PNG"
        assert image.size == (WIDTH, HEIGHT)
        assert image.info == {}, "nothing in it says whose it is"


def test_a_tone_is_a_dark_line_where_its_pitch_lies_and_its_note_a_blue_one(tmp_path):
    glance = glance_at(ClipSource(a_sine(2.0, hertz=1000.0)))
    write_png(tmp_path / "a.png", glance)
    with Image.open(tmp_path / "a.png") as image:
        column = np.asarray(image)[21:519, 600].astype(int).sum(axis=1)
    high, low = np.log2(16000), np.log2(50)
    expected = (high - np.log2(1000)) / (high - low) * len(column)
    assert abs(int(np.argmin(column)) - expected) < 15
    note = Findings(2.0, (83.2,) * 80, (HeardNote(0.0, 1.9, 83.2, True),), None)
    write_png(tmp_path / "b.png", glance, note)
    with Image.open(tmp_path / "b.png") as image:
        blue = (np.asarray(image)[21:519, 600] == (0, 90, 135)).all(axis=1)
    assert abs(float(np.flatnonzero(blue).mean()) - expected) < 15


def test_silence_is_paper(tmp_path):
    glance = glance_at(ClipSource(Clip(np.zeros((48000, 1), np.float32), 48000)))
    write_png(tmp_path / "a.png", glance)
    with Image.open(tmp_path / "a.png") as image:
        assert {image.getpixel((600, y)) for y in (100, 300, 500, 570, 605)} == {(251, 243, 223)}
