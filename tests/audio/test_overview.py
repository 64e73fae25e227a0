import os
import zlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.audio import overview as overview_module
from studio.audio.clip import Clip
from studio.audio.overview import FRAMES_PER_PAIR, Overview, OverviewBuilder, OverviewFault, overview_of
from studio.audio.source import ClipSource
from tests.builders import noise


def an_overview(seconds: float = 1.0, *, channels: int = 1, seed: int = 1) -> Overview:
    return built([noise(seconds, peak=0.9, channels=channels, seed=seed)])


def built(blocks, *, samplerate=48000) -> Overview:
    builder = OverviewBuilder(samplerate, blocks[0].shape[1])
    for block in blocks:
        builder.add(block)
    return builder.finish()


def pairs_of(frames):
    runs = [frames[i : i + FRAMES_PER_PAIR] for i in range(0, len(frames), FRAMES_PER_PAIR)]
    return [run.min() for run in runs], [run.max() for run in runs]


def same(one: Overview, other: Overview) -> bool:
    facts = ("samplerate", "channels", "length")
    return all(getattr(one, f) == getattr(other, f) for f in facts) and (
        np.array_equal(one.lows, other.lows) and np.array_equal(one.highs, other.highs)
    )


@settings(deadline=None)
@given(st.lists(st.integers(0, 1500), min_size=1, max_size=12), st.integers(1, 3))
def test_blocks_of_any_size_give_the_pairs_of_the_whole(sizes, channels):
    frames = noise(sum(sizes) / 48000, channels=channels)
    overview = built(np.split(frames, np.cumsum(sizes)[:-1]))
    lows, highs = pairs_of(frames)
    assert overview.length == len(frames)
    assert np.array_equal(overview.lows, lows)
    assert np.array_equal(overview.highs, highs)


def test_a_builder_goes_on_after_an_early_look():
    frames = noise(0.1)
    builder = OverviewBuilder(48000, 1)
    builder.add(frames[:1000])
    early = builder.finish()
    builder.add(frames[1000:])
    assert same(early, built([frames[:1000]]))
    assert same(builder.finish(), built([frames]))


def test_many_small_blocks_outgrow_the_first_room():
    frames = noise(8.0)
    assert same(built(np.split(frames, range(1000, len(frames), 1000))), built([frames]))


def test_a_builder_refuses_other_channels():
    with pytest.raises(ValueError, match="frames must be"):
        OverviewBuilder(48000, 2).add(noise(0.1))


def test_samples_that_are_not_numbers_are_drawn_as_silence():
    frames = np.array([[np.nan], [0.25], [-np.inf], [0.5]], np.float32)
    overview = built([frames])
    assert (overview.lows.tolist(), overview.highs.tolist()) == ([-1.0], [0.5])


def test_the_overview_of_a_source_is_that_of_its_frames_and_tells_progress():
    frames = noise(3.0, channels=2)
    heard = []
    overview = overview_of(ClipSource(Clip(frames, 44100)), progress=heard.append)
    assert same(overview, built([frames], samplerate=44100))
    assert heard == sorted(heard)
    assert heard[-1] == 1.0


def test_the_overview_of_nothing_is_empty():
    overview = overview_of(ClipSource(Clip(np.zeros((0, 2), np.float32), 8000)))
    assert (overview.length, overview.peak(0, 100)) == (0, 0.0)
    assert overview.columns(0, 0, 3)[0].tolist() == [0, 0, 0]
    assert overview.columns(0, 500, 3)[1].tolist() == [0, 0, 0]


LONG = (
    noise(30.0, peak=0.9, samplerate=44100, seed=3)
    * np.linspace(0.1, 1, 30 * 44100, dtype=np.float32)[:, None]
)
LONG_OVERVIEW = built([LONG], samplerate=44100)


@settings(deadline=None)
@given(st.integers(0, len(LONG)), st.integers(0, len(LONG)), st.integers(1, 500))
def test_columns_hold_every_sample_and_reach_at_most_an_eighth_or_a_pair_too_far(one, other, width):
    start, stop = sorted((one, other))
    lows, highs = LONG_OVERVIEW.columns(start, stop, width)
    assert len(lows) == len(highs) == width
    reach = max(FRAMES_PER_PAIR, (stop - start) // width // 8 + 1)
    for i in {0, width // 2, width - 1} if stop > start else ():
        first, last = (start + (stop - start) * k // width for k in (i, i + 1))
        inner = LONG[first : max(last, first + 1)]
        outer = LONG[max(0, first - reach) : max(last, first + 1) + reach]
        assert outer.min() <= lows[i] <= inner.min()
        assert inner.max() <= highs[i] <= outer.max()


def test_columns_on_pair_borders_are_exact():
    frames = noise(1.0)[: 256 * 100]
    lows, highs = built([frames]).columns(256, 256 * 99, 98)
    assert np.array_equal(lows, [r.min() for r in frames[256:-256].reshape(98, 256)])
    assert np.array_equal(highs, [r.max() for r in frames[256:-256].reshape(98, 256)])


def test_columns_outside_the_sound_are_zero():
    overview = built([np.full((512, 1), 0.5, np.float32)])
    assert overview.columns(-512, 1024, 6)[1].tolist() == [0, 0, 0.5, 0.5, 0, 0]


def test_more_columns_than_frames_repeat_the_nearest_pair():
    overview = built([np.linspace(-0.5, 0.5, 300, dtype=np.float32)[:, None]])
    lows, _ = overview.columns(254, 258, 12)
    assert lows.tolist() == [overview.lows[0]] * 6 + [overview.lows[1]] * 6


def test_no_columns_are_empty_and_nonsense_is_refused():
    overview = an_overview()
    assert len(overview.columns(0, 100, 0)[0]) == 0
    with pytest.raises(ValueError, match="cannot draw"):
        overview.columns(10, 0, 5)
    with pytest.raises(ValueError, match="cannot draw"):
        overview.columns(0, 10, -1)


@settings(deadline=None)
@given(st.integers(-500, len(LONG) + 500), st.integers(0, 5000))
def test_the_peak_is_never_below_the_true_one_and_exact_on_borders(start, length):
    true = np.abs(LONG[max(start, 0) : max(start + length, 0)]).max(initial=0.0)
    assert LONG_OVERVIEW.peak(start, start + length) >= true
    first, last = start // 256 * 256, (start + length) // 256 * 256
    true = np.abs(LONG[max(first, 0) : max(last, 0)]).max(initial=0.0)
    assert LONG_OVERVIEW.peak(first, last) == pytest.approx(true)


def test_an_overview_cannot_be_changed():
    with pytest.raises(ValueError, match="read-only"):
        an_overview().lows[0] = 1.0


def test_pairs_must_fit_the_length():
    with pytest.raises(ValueError, match="pairs for"):
        Overview(48000, 1, 1000, np.zeros(3, np.float32), np.zeros(3, np.float32))


@pytest.mark.parametrize("seconds", [0.0, 0.001, 2.0])
def test_a_saved_overview_comes_back_and_leaves_nothing_else(tmp_path, seconds):
    path = tmp_path / "S-0001.outline"
    overview = an_overview(seconds, channels=2)
    overview.save(path)
    overview.save(path)
    assert same(Overview.load(path), overview)
    assert list(tmp_path.iterdir()) == [path]


def test_saving_where_it_cannot_is_said_and_the_old_one_stays(tmp_path, monkeypatch):
    path = tmp_path / "S-0001.outline"
    an_overview(seed=1).save(path)

    def full(_file):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OverviewFault, match=r"The sound is safe, .* the disk is full"):
        an_overview(seed=2).save(path)
    assert same(Overview.load(path), an_overview(seed=1))
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_overview_and_a_folder_are_faults(tmp_path):
    for path in (tmp_path / "none", tmp_path):
        with pytest.raises(OverviewFault):
            Overview.load(path)


@pytest.fixture(scope="module")
def saved(tmp_path_factory):
    path = tmp_path_factory.mktemp("overviews") / "saved"
    an_overview(0.2).save(path)
    return path


@settings(deadline=None)
@given(data=st.data())
def test_any_changed_byte_or_size_is_noticed(saved, data):
    whole = saved.read_bytes()
    hostile = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 3))):
        hostile[data.draw(st.integers(0, len(whole) - 1))] ^= data.draw(st.integers(1, 255))
    hostile = hostile[: data.draw(st.sampled_from([len(whole), len(whole), len(whole) - 1, 45, 44, 3, 0]))]
    path = saved.with_name("hostile")
    path.write_bytes(hostile)
    if hostile != whole:
        with pytest.raises(OverviewFault):
            Overview.load(path)


@settings(deadline=None)
@given(
    header=st.tuples(
        st.integers(0, 9), st.sampled_from([0, 1, 256, 65535]), *[st.integers(0, 2**32 - 1)] * 2
    ),
    length=st.one_of(st.integers(0, 600), st.integers(0, 2**64 - 1)),
    body=st.binary(max_size=40),
)
def test_a_forged_header_never_passes_unless_it_is_true(tmp_path_factory, header, length, body):
    version, frames, channels, samplerate = header
    checksum = zlib.crc32(body, zlib.crc32(repr((frames, channels, samplerate, length)).encode()))
    path = tmp_path_factory.getbasetemp() / "forged"
    path.write_bytes(
        overview_module._HEADER.pack(
            overview_module._MAGIC, version, frames, channels, samplerate, length, checksum
        )
        + body
    )
    try:
        overview = Overview.load(path)
    except OverviewFault:
        return
    assert (version, frames, len(body)) == (1, 256, 8 * -(-length // 256))
    assert overview.samplerate > 0
    assert overview.channels > 0
    assert (overview.lows <= overview.highs).all()
