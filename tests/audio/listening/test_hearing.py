import numpy as np

from studio.audio.clip import Clip
from studio.audio.listening.bands import BandLayout
from studio.audio.listening.hearing import hear
from studio.audio.source import ClipSource
from tests.builders import a_sine, noise

LAYOUT = BandLayout.at(8000)


def a_recording(seconds, *bursts):
    """Room with loud tones at the given seconds, 8 kHz."""
    frames = noise(seconds, peak=1e-3, samplerate=8000)
    for start, stop in bursts:
        tone = a_sine(stop - start, samplerate=8000).frames
        frames[round(start * 8000) : round(start * 8000) + len(tone)] += tone
    return ClipSource(Clip(frames, 8000))


def test_a_short_sound_is_heard_whole():
    hearing = hear(a_recording(3, (1, 2)), LAYOUT)
    assert hearing.stretches == ((0, 24000),)
    assert hearing.frames(0, len(hearing.energies)) == (0, 24000)
    assert hearing.frames(100, 101) == (100 * 40 + 96, 100 * 40 + 96 + 40)


def test_a_long_sound_is_heard_around_its_ends():
    hearing = hear(a_recording(300, (100, 101), (200, 202)), LAYOUT)
    (first, inside), (outside, last) = hearing.stretches
    assert abs(first / 8000 - 90) < 0.5
    assert abs(inside / 8000 - 120) < 0.5
    assert abs(outside / 8000 - 182) < 0.5
    assert abs(last / 8000 - 212) < 0.5
    assert len(hearing.centres) == len(hearing.energies)
    assert (np.diff(hearing.centres) > 0).all()


def test_a_short_sound_in_a_long_recording_is_one_stretch():
    assert len(hear(a_recording(300, (100, 101)), LAYOUT).stretches) == 1


def test_an_end_in_the_wrong_stretch_keeps_more():
    hearing = hear(a_recording(300, (100, 101), (200, 202)), LAYOUT)
    last_row = len(hearing.energies)
    assert hearing.frames(last_row - 10, last_row)[0] == hearing.stretches[0][0]
    assert hearing.frames(5, 10)[1] == hearing.stretches[1][1]


def test_nothing_but_the_room_is_none():
    assert hear(a_recording(130), LAYOUT) is None
