from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.audio.clip import Clip
from studio.audio.excerpt import Excerpt
from studio.audio.joined import Joined
from studio.audio.matched import Matched, alike
from studio.audio.mixed import Mixed, Voice, headroom_db
from studio.audio.source import ClipSource
from tests.builders import a_sine, noise

RATE = 1000
_SETTLED = 512
"""Frames in which one pass of soxr is still settling at the start; ours has silence before it."""


def a_source(seconds=1.0, *, samplerate=RATE, channels=1, seed=1, peak=0.3):
    return ClipSource(
        Clip(noise(seconds, samplerate=samplerate, channels=channels, seed=seed, peak=peak), samplerate)
    )


def whole(source):
    return source.read(0, source.length)


SOURCES = st.lists(
    st.tuples(st.integers(1, 60), st.integers(1, 99)).map(
        lambda drawn: a_source(drawn[0] / RATE, channels=2, seed=drawn[1])
    ),
    min_size=1,
    max_size=4,
)


@given(SOURCES, st.integers(0, 20))
def test_joining_and_cutting_apart_gives_the_parts(sources, gap):
    joined = Joined(sources, gap=gap)
    assert joined.length == sum(each.length for each in sources) + gap * (len(sources) - 1)
    for start, source in zip(joined.starts, sources, strict=True):
        assert np.array_equal(whole(Excerpt(joined, start, start + source.length)), whole(source))


@given(SOURCES, st.integers(0, 20), st.data())
def test_any_part_of_a_join_is_what_the_whole_has_there(sources, gap, data):
    joined = Joined(sources, gap=gap)
    start = data.draw(st.integers(0, joined.length))
    stop = data.draw(st.integers(start, joined.length))
    assert np.array_equal(joined.read(start, stop), whole(joined)[start:stop])


VOICES = SOURCES.flatmap(
    lambda sources: st.tuples(
        *(st.builds(Voice, st.just(each), st.floats(-40, 12), st.integers(0, 50)) for each in sources)
    )
)


@given(VOICES, st.randoms())
def test_the_order_of_a_mix_does_not_matter(voices, chance):
    shuffled = list(voices)
    chance.shuffle(shuffled)
    one, other = whole(Mixed(voices)), whole(Mixed(shuffled))
    assert one.shape == other.shape
    assert np.abs(one - other).max() < 2.0**-24


@given(VOICES, st.data())
def test_a_mix_is_the_sum_of_its_voices_wherever_it_is_read(voices, data):
    mixed = Mixed(voices)
    expected = np.zeros((mixed.length, 2))
    for voice in voices:
        heard = whole(voice.source).astype(np.float64) * 10 ** (voice.gain_db / 20)
        expected[voice.at : voice.at + len(heard)] += heard
    start = data.draw(st.integers(0, mixed.length))
    assert np.abs(mixed.read(start, mixed.length) - expected[start:]).max(initial=0.0) < 1e-6


def test_a_sound_alone_in_a_mix_is_the_sound():
    source = a_source()
    assert np.array_equal(whole(Mixed([Voice(source)])), whole(source))


def test_a_mix_that_fits_is_left_as_loud_as_it_is():
    assert headroom_db(a_source(peak=0.99), ceiling_dbfs=-1, progress=None) == 0.0


def test_a_mix_that_would_clip_is_turned_down_to_the_ceiling():
    loud = Mixed([Voice(ClipSource(a_sine(0.1, peak=0.8))), Voice(ClipSource(a_sine(0.1, peak=0.8)))])
    gain = headroom_db(loud, ceiling_dbfs=-1, progress=None)
    turned = Mixed([Voice(loud)], gain_db=gain)
    assert np.abs(whole(turned)).max() == pytest.approx(10 ** (-1 / 20), abs=1e-6)


@pytest.mark.parametrize(("rate", "wanted"), [(44100, 48000), (8000, 44100), (48000, 22050), (16001, 16000)])
def test_another_samplerate_is_heard_as_by_one_pass_over_all_of_it(rate, wanted):
    import soxr

    clip = a_sine(2.5, hertz=440, samplerate=rate, channels=2)
    matched = Matched(ClipSource(clip), wanted, 2)
    expected = soxr.resample(clip.frames, rate, wanted)
    assert abs(matched.length - 2.5 * wanted) <= 1
    common = min(matched.length, len(expected))
    assert np.abs(whole(matched)[:common] - expected[:common])[_SETTLED:].max() < 1e-6


def test_another_samplerate_comes_out_the_same_however_it_is_read():
    matched = Matched(a_source(4, samplerate=44100, channels=1), 48000, 2)
    every = whole(matched)
    edges = [0, 1, 70000, 70001, 131072, matched.length]
    parts = [matched.read(first, last) for first, last in pairwise(edges)]
    assert np.array_equal(np.concatenate(parts), every)
    assert np.array_equal(every[:, 0], every[:, 1])


def test_sounds_become_alike_in_the_highest_samplerate_and_as_many_channels():
    made = alike(
        [a_source(samplerate=8000), a_source(samplerate=16000, channels=2), a_source(samplerate=16000)]
    )
    assert {(each.samplerate, each.channels) for each in made} == {(16000, 2)}
    assert np.array_equal(whole(made[2])[:, 1], whole(a_source(samplerate=16000))[:, 0])


def test_sounds_that_are_alike_stay_what_they_are():
    sources = [a_source(channels=6), a_source(channels=6, seed=2)]
    assert alike(sources) == sources


def test_an_excerpt_knows_whether_its_ends_would_click():
    source = ClipSource(a_sine(1, hertz=100, samplerate=8000))
    in_the_wave, at_rest = Excerpt(source, 20, 60), Excerpt(source, 80, 161)
    assert (in_the_wave.begins_with_a_click, in_the_wave.ends_with_a_click) == (True, True)
    assert (at_rest.begins_with_a_click, at_rest.ends_with_a_click) == (False, False)
    every = Excerpt(source, 0, 8000)
    assert not every.ends_with_a_click  # that is how the sound itself ends


@pytest.mark.parametrize("nonsense", [(5, 5), (6, 5), (-1, 5), (0, 1001)])
def test_an_excerpt_without_a_frame_is_no_excerpt(nonsense):
    with pytest.raises(ValueError, match="no stretch"):
        Excerpt(a_source(), *nonsense)
