"""A glance at a sound: length, loudness, starts and spectrum, by NumPy alone."""

import subprocess
import sys

import numpy as np
import pytest

from studio.audio.analysis.glance import GAP_SECONDS, MOST_SECONDS, glance_at
from studio.audio.clip import Clip, Frames
from studio.audio.source import ClipSource, SoundSource
from studio.audio.units import SILENCE_DBFS
from tests.builders import a_sine, noise


def a_source(*parts: Frames, samplerate: int = 48000) -> ClipSource:
    return ClipSource(Clip(np.concatenate(parts), samplerate))


def silence(seconds: float) -> Frames:
    return np.zeros((round(seconds * 48000), 1), np.float32)


class EndlessTone(SoundSource):
    """An hour of a tone that is nowhere in memory, and tells how far it was read."""

    samplerate, channels, length = 8000, 1, 8000 * 3600
    read_to = 0

    def read(self, start: int, stop: int) -> Frames:
        self.read_to = max(self.read_to, stop)
        return np.sin(np.arange(start, stop) * 0.3).astype(np.float32)[:, None]


def test_a_tone_is_one_row_of_the_picture():
    glance = glance_at(a_source(a_sine(2.0, hertz=1000).frames))
    picture = glance.spectrogram
    rows = picture.rows(40, 16)
    assert len(rows) == 16
    assert {len(row) for row in rows} == {40}
    row_hertz = picture.row_hertz(16)
    brightest = max(range(16), key=lambda row: rows[row][20])
    assert abs(np.log2(row_hertz[brightest] / 1000)) < 0.5
    assert rows[brightest][20] == pytest.approx(0, abs=1)
    assert all(rows[row][20] < -40 for row in range(16) if abs(row - brightest) > 1)
    assert glance.spectra.brightness_hertz == pytest.approx(1000, rel=0.02)
    assert glance.spectra.roughness < 0.001


def test_noise_is_rough_and_bright():
    spectra = glance_at(a_source(noise(2.0))).spectra
    assert spectra.roughness > 0.4
    assert spectra.brightness_hertz > 8000


def test_parts_are_between_gaps_and_starts_are_where_they_begin():
    clap = a_sine(0.3, hertz=800).frames
    glance = glance_at(a_source(silence(0.5), clap, silence(0.2), clap, silence(1.0), clap, silence(0.5)))
    parts = glance.sounding()
    assert len(parts) == 2, f"a gap shorter than {GAP_SECONDS} s is none"
    assert parts[0] == pytest.approx((0.5, 1.3), abs=0.051)
    assert parts[1] == pytest.approx((2.3, 2.6), abs=0.051)
    assert glance.starts == pytest.approx((0.5, 1.0, 2.3), abs=0.02)
    assert glance.loudest_dbfs == pytest.approx(-9.03, abs=0.1)


def test_what_begins_in_the_middle_of_a_sound_starts_at_once():
    assert glance_at(a_source(a_sine(1.0).frames)).starts[0] == 0.0
    assert glance_at(a_source(silence(1.0))).starts == ()


@pytest.mark.parametrize("frames", [0, 1, 50, 3000])
def test_silence_and_next_to_nothing_are_told_apart_from_sound(frames):
    glance = glance_at(a_source(np.zeros((frames, 2), np.float32)))
    assert glance.is_silent
    assert glance.loudest_dbfs == SILENCE_DBFS
    assert glance.sounding() == []
    assert glance.spectra.brightness_hertz is None
    assert glance.spectra.roughness is None
    tick = glance_at(a_source(np.full((frames, 1), 0.5, np.float32)))
    assert tick.seconds == frames / 48000


def test_a_channel_upside_down_loses_nothing():
    glance = glance_at(a_source(a_sine(1.0, channels=2).frames))
    assert glance.spectra.brightness_hertz == pytest.approx(440, rel=0.02)
    assert glance.loudest_dbfs == pytest.approx(-9.03, abs=0.1)


def test_of_an_hour_the_first_minutes_are_looked_at_and_that_is_said():
    source = EndlessTone()
    glance = glance_at(source)
    assert glance.seconds == 3600
    assert glance.listened_seconds == MOST_SECONDS
    assert source.read_to <= (MOST_SECONDS + 2) * source.samplerate
    assert glance.spectrogram.levels_db.nbytes < 2_000_000


def test_progress_is_told_and_may_stop_it():
    shares: list[float] = []
    glance_at(a_source(a_sine(3.0).frames), progress=shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0

    def stop(share: float) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        glance_at(a_source(a_sine(1.0).frames), progress=stop)


def test_a_glance_loads_neither_librosa_nor_its_tree():
    program = (
        "import sys, studio.audio.analysis.apart, studio.audio.tuner\n"
        "from studio.audio.analysis import glance\n"
        "from studio.audio.source import ClipSource; from studio.audio.clip import Clip; import numpy\n"
        "glance.glance_at(ClipSource(Clip(numpy.ones((9000, 1), 'f4'), 48000))); print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert not {"librosa", "numba", "scipy", "sklearn", "soxr", "soundfile"} & set(done.stdout.split())
