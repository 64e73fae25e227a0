import numpy as np
import pytest

from studio.audio.clip import Clip
from studio.audio.listening.bands import BANDS, BandLayout, energies_of, smoothed, wide
from studio.audio.source import ClipSource
from tests.builders import a_sine, noise


@pytest.mark.parametrize("samplerate", [1, 100, 1000, 8000, 44100, 48000, 192000])
def test_every_rate_has_all_its_bands_inside_the_spectrum(samplerate):
    layout = BandLayout.at(samplerate)
    assert len(layout.edges) == BANDS + 1
    assert list(layout.edges) == sorted(set(layout.edges))
    assert layout.edges[-1] <= layout.window // 2 + 1


@pytest.mark.parametrize("hertz", [150, 440, 1000, 6000])
def test_a_tone_fills_its_own_band(hertz):
    layout = BandLayout.at(48000)
    energies = energies_of(ClipSource(a_sine(0.2, hertz=hertz, peak=1.0)), 0, 9600, layout)
    strongest = int(energies.mean(axis=0).argmax())
    bins = hertz * layout.window / 48000
    assert layout.edges[strongest] - 1 <= bins <= layout.edges[strongest + 1]
    assert 0.5 < energies.mean(axis=0).sum() < 2


def test_blocks_give_the_rows_of_the_whole():
    frames = noise(3.0, channels=2)
    source, layout = ClipSource(Clip(frames, 48000)), BandLayout.at(48000)
    whole = energies_of(source, 1000, len(frames), layout)
    first = energies_of(source, 1000 + 500 * layout.hop, len(frames), layout)
    assert whole[500:] == pytest.approx(first, rel=1e-4)


def test_pooled_rows_keep_the_largest():
    source, layout = ClipSource(Clip(noise(1.0), 48000)), BandLayout.at(48000)
    one = energies_of(source, 0, 48000, layout)
    pooled = energies_of(source, 0, 48000, layout, pool=7)
    assert pooled[2] == pytest.approx(one[14:21].max(axis=0))
    assert len(pooled) == -(-len(one) // 7)


def test_an_offset_is_in_no_band():
    source = ClipSource(Clip(np.full((9600, 1), 0.5, np.float32), 48000))
    assert energies_of(source, 0, 9600, BandLayout.at(48000)).max() < 1e-12


def test_smoothing_is_the_mean_around_a_row():
    rows = np.arange(20.0).reshape(10, 2)
    assert smoothed(rows, 3)[4] == pytest.approx(rows[3:6].mean(axis=0))
    assert smoothed(rows, 1) == pytest.approx(rows)
    assert len(smoothed(rows, 16)) == 10


def test_wide_bands_hold_the_same_energy():
    rows = np.abs(noise(0.01, channels=BANDS)).astype(float)
    assert wide(rows).sum(axis=1) == pytest.approx(rows.sum(axis=1))
