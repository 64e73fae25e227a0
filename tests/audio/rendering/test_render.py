import errno
import os
import subprocess
import sys
import tracemalloc
from itertools import pairwise

import numpy as np
import pytest
import soundfile
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from studio import disk
from studio.audio.files import offsets
from studio.audio.files.part import SaveFault
from studio.audio.files.wav import WavFault, WavFile, WavWriter
from studio.audio.overview import overview_of
from studio.audio.recipe import Recipe, RecipeFault
from studio.audio.rendering import block_maker, original, strips
from studio.audio.rendering.render import render
from studio.audio.rendering.rendition import open_rendition
from studio.errors import StudioError
from tests.audio.oracle import do_plainly
from tests.builders import noise

RATE = 1000
CLASSIC = ["trim 2 8", "fade-in 0.5", "fade-out 2", "normalise -1"]


def a_file(path, frames, *, bits=16, kind="int", samplerate=RATE):
    with WavWriter(path, samplerate=samplerate, channels=frames.shape[1], bits=bits, kind=kind) as writer:
        writer.write(frames)
    return path


def rendered(path, recipe, tmp_path, **options):
    """The result as float64, and the steps of its whole numbers."""
    out = tmp_path / "out.wav"
    render(path, Recipe.parse(recipe), out, **options)
    samples, _ = soundfile.read(out, dtype="float64", always_2d=True)
    return samples


seconds = st.integers(0, 700).map(lambda i: f"{i / RATE:g}")
two_times = st.tuples(st.integers(0, 600), st.integers(1, 500)).map(
    lambda pair: f"{pair[0] / RATE:g} {(pair[0] + pair[1]) / RATE:g}"
)
decibels = st.integers(-40, 12).map(lambda i: str(i / 2))
ceilings = st.integers(-30, 0).map(str)
steps = st.one_of(
    two_times.map("trim {}".format),
    two_times.map("cut {}".format),
    two_times.map("silence {}".format),
    st.tuples(seconds, seconds).map(lambda pair: f"pause {pair[0]} {pair[1]}"),
    seconds.map("fade-in {}".format),
    seconds.map("fade-out {}".format),
    seconds.map("fade-in {} gentle".format),
    seconds.map("fade-out {} quick".format),
    decibels.map("gain {}".format),
    ceilings.map("normalise {}".format),
    ceilings.map("limit {}".format),
    st.just("reverse"),
)
recipes = st.lists(steps, max_size=6)
formats = st.sampled_from([("int", 8), ("int", 16), ("int", 24), ("int", 32), ("float", 32), ("float", 64)])


def kept_inside(samples, kind, bits):
    return samples if kind == "float" else np.clip(samples, -1, 1 - 2.0 ** (1 - bits))


@settings(deadline=None, max_examples=150)
@given(
    recipe=recipes,
    length=st.integers(0, 900),
    channels=st.sampled_from([1, 2, 3, 8]),
    kind_bits=formats,
    splits=st.lists(st.integers(0, 3000), max_size=5),
    with_overview=st.booleans(),
)
@example(["reverse", "reverse"], 100, 2, ("int", 24), [], False)
@example(["cut 0.1 0.2", "reverse", "fade-in 0.5", "trim 0.05"], 400, 2, ("int", 16), [7, 11], True)
def test_any_recipe_equals_whole_arrays_of_float64(
    tmp_path_factory, recipe, length, channels, kind_bits, splits, with_overview
):
    tmp_path = tmp_path_factory.mktemp("any")
    kind, bits = kind_bits
    path = a_file(
        tmp_path / "in.wav",
        noise(length / RATE, peak=0.8, samplerate=RATE, channels=channels),
        bits=bits,
        kind=kind,
    )
    with WavFile(path) as wav:
        samples = wav.read_exactly(0, wav.length)
        overview = overview_of(wav) if with_overview else None
    parsed = Recipe.parse(recipe)
    expected = do_plainly(samples, RATE, parsed)
    if expected is None:
        with pytest.raises(RecipeFault):
            open_rendition(path, parsed)
        return
    with open_rendition(path, parsed, overview=overview) as rendition:
        assert rendition.length == len(expected)
        assert rendition.seconds == len(expected) / RATE
        edges = sorted({0, rendition.length, *(i for i in splits if i < rendition.length)})
        parts = [rendition.read(*edge) for edge in pairwise(edges)]
        heard = np.concatenate([np.zeros((0, channels), np.float32), *parts])
        np.testing.assert_array_equal(heard, rendition.read(0, rendition.length))
        np.testing.assert_allclose(heard, expected, rtol=1e-6, atol=1e-7)
        assert rendition.peak == pytest.approx(np.abs(expected).max(initial=0), rel=1e-6, abs=1e-9)
    step = 2.0 ** (1 - max(bits, 16)) if kind == "int" else 2.5e-7 * max(1, np.abs(expected).max(initial=0))
    written = rendered(path, recipe, tmp_path, overview=overview)
    np.testing.assert_allclose(written, kept_inside(expected, kind, max(bits, 16)), rtol=0, atol=0.51 * step)


@pytest.mark.parametrize("bits", [16, 24])
@pytest.mark.parametrize("channels", [1, 2])
def test_trim_fades_and_normalise_equal_float64_rounded_once(tmp_path, bits, channels):
    frames = noise(10, peak=0.3, samplerate=8000, channels=channels)
    path = a_file(tmp_path / "in.wav", frames, bits=bits, samplerate=8000)
    x = soundfile.read(path, dtype="float64", always_2d=True)[0][16000:64000]
    x[:4000] *= (np.arange(4000) / 4000)[:, None]
    x[-16000:] *= (np.arange(16000) / 16000)[::-1, None]
    steps = np.rint(x * (10 ** (-1 / 20) / np.abs(x).max()) * 2.0 ** (bits - 1))
    written = rendered(path, CLASSIC, tmp_path) * 2.0 ** (bits - 1)
    error = written - steps
    assert np.abs(error).max() <= 1
    assert abs(error.mean()) < 0.01
    assert np.count_nonzero(error) <= (0.002 if bits == 16 else 0) * error.size


@pytest.mark.parametrize(
    ("kind", "bits"), [("int", 16), ("int", 24), ("int", 32), ("float", 32), ("float", 64)]
)
@pytest.mark.parametrize(
    "recipe", [[], ["reverse", "reverse"], ["gain 3", "gain -3"], ["limit 0"], ["pause 0 1", "trim 1"]]
)
def test_a_recipe_that_changes_nothing_copies_every_bit(tmp_path, kind, bits, recipe):
    path = a_file(tmp_path / "in.wav", noise(1, peak=0.9, samplerate=RATE, channels=2), kind=kind, bits=bits)
    out = tmp_path / "out.wav"
    render(path, Recipe.parse(recipe), out)
    assert out.read_bytes() == path.read_bytes()


def test_eight_bits_become_sixteen_without_loss(tmp_path):
    path = a_file(tmp_path / "in.wav", noise(1, samplerate=RATE), bits=8)
    before = soundfile.read(path)[0]
    np.testing.assert_array_equal(rendered(path, [], tmp_path)[:, 0], before)
    assert soundfile.info(tmp_path / "out.wav").subtype == "PCM_16"


@pytest.mark.parametrize(
    ("source", "bits", "subtype"),
    [
        (("int", 24), 16, "PCM_16"),
        (("int", 16), 24, "PCM_24"),
        (("int", 16), 32, "FLOAT"),
        (("int", 32), 32, "PCM_32"),
        (("float", 32), 32, "FLOAT"),
        (("float", 32), None, "FLOAT"),
        (("float", 64), 16, "PCM_16"),
    ],
)
def test_the_bits_asked_for_are_written(tmp_path, source, bits, subtype):
    path = a_file(tmp_path / "in.wav", noise(1, samplerate=RATE), kind=source[0], bits=source[1])
    written = rendered(path, ["gain -6"], tmp_path, bits=bits)
    assert soundfile.info(tmp_path / "out.wav").subtype == subtype
    expected = soundfile.read(path, always_2d=True)[0] * 10**-0.3
    np.testing.assert_allclose(written, expected, atol=0.51 * 2.0**-15 if bits == 16 else 1e-7)
    with pytest.raises(ValueError, match="bits must be"):
        render(path, Recipe(), tmp_path / "x.wav", bits=12)


def test_floats_over_full_scale_pass_and_whole_numbers_hold(tmp_path):
    path = a_file(tmp_path / "in.wav", np.array([[1.5], [-3.0], [0.25]], np.float32), kind="float", bits=32)
    np.testing.assert_array_equal(rendered(path, [], tmp_path)[:, 0], [1.5, -3, 0.25])
    np.testing.assert_array_equal(rendered(path, [], tmp_path, bits=16)[:, 0], [1 - 2**-15, -1, 0.25])
    np.testing.assert_allclose(rendered(path, ["normalise 0"], tmp_path)[:, 0], [0.5, -1, 0.25 / 3])


@pytest.mark.parametrize("bits", [16, 24])
def test_gain_beyond_full_scale_holds_there(tmp_path, bits):
    path = a_file(tmp_path / "in.wav", noise(1, peak=0.9, samplerate=RATE), bits=bits)
    written = rendered(path, ["gain 12"], tmp_path)
    expected = soundfile.read(path, always_2d=True)[0] * 10**0.6
    np.testing.assert_allclose(written, kept_inside(expected, "int", bits), atol=2.0 ** (1 - bits))


@pytest.mark.parametrize("bits", [16, 24, 32])
def test_more_than_one_strip_is_the_same(tmp_path, monkeypatch, bits):
    monkeypatch.setattr(block_maker, "_BUFFER_BYTES", 700)
    monkeypatch.setattr(original, "_STRIP_BYTES", 2000)
    monkeypatch.setattr(block_maker, "_BUFFER_BYTES", 700)
    monkeypatch.setattr(strips, "_MOST_THREADS", 3)
    monkeypatch.setattr(os, "cpu_count", lambda: 3)
    path = a_file(tmp_path / "in.wav", noise(10, peak=0.2, samplerate=RATE, channels=3), bits=bits)
    x = soundfile.read(path, always_2d=True)[0]
    for recipe in (CLASSIC, [*CLASSIC, "reverse", "cut 1 2"]):
        written = rendered(path, recipe, tmp_path)
        np.testing.assert_allclose(
            written, do_plainly(x, RATE, Recipe.parse(recipe)), atol=0.51 * 2.0 ** (1 - bits)
        )


def test_the_way_of_windows_renders_the_same(tmp_path, monkeypatch):
    path = a_file(tmp_path / "in.wav", noise(10, peak=0.2, samplerate=RATE, channels=2))
    expected = rendered(path, CLASSIC, tmp_path)
    monkeypatch.setattr(block_maker, "_BUFFER_BYTES", 700)
    monkeypatch.setattr(offsets, "_POSITIONAL", False)
    np.testing.assert_array_equal(rendered(path, CLASSIC, tmp_path), expected)


def test_a_file_may_be_rendered_in_its_own_place(tmp_path):
    path = a_file(tmp_path / "in.wav", noise(1, samplerate=RATE))
    before = soundfile.read(path)[0]
    render(path, Recipe.parse(["trim 0.5", "reverse"]), path)
    assert soundfile.info(path).frames == 500
    assert soundfile.read(path)[0][10] == before[-11]
    assert os.listdir(tmp_path) == ["in.wav"]


def test_only_a_result_that_replaces_its_source_waits_for_the_disk(tmp_path, monkeypatch):
    brought = []
    monkeypatch.setattr(disk, "sync", brought.append)
    source, out = tmp_path / "in.wav", tmp_path / "out.wav"
    soundfile.write(source, noise(1), 48000)
    for _ in range(2):
        render(source, Recipe.parse(["trim 0.1"]), out)
    assert not brought
    render(source, Recipe.parse(["trim 0.1"]), source)
    assert len(brought) == 1


def test_progress_rises_to_one_and_may_stop_the_work(tmp_path, monkeypatch):
    monkeypatch.setattr(block_maker, "_BUFFER_BYTES", 500)
    monkeypatch.setattr(original, "_STRIP_BYTES", 1000)
    path = a_file(tmp_path / "in.wav", noise(10, samplerate=RATE))
    heard = []
    render(path, Recipe.parse(CLASSIC), tmp_path / "out.wav", progress=heard.append)
    assert heard == sorted(heard)
    assert heard[-1] == 1.0

    class Stopped(Exception):
        pass

    def stop(share):
        if share > 0.5:
            raise Stopped

    with pytest.raises(Stopped):
        render(path, Recipe.parse(CLASSIC), tmp_path / "other.wav", progress=stop)
    assert sorted(os.listdir(tmp_path)) == ["in.wav", "out.wav"]


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EIO])
def test_when_writing_fails_nothing_half_written_stays(tmp_path, monkeypatch, number):
    path = a_file(tmp_path / "in.wav", noise(10, samplerate=RATE))
    out = tmp_path / "out.wav"
    out.write_bytes(b"what was there before")
    write = offsets.OffsetFile.write

    def fail_late(self, data, offset):
        if offset > 5000:
            raise OSError(number, os.strerror(number))
        write(self, data, offset)

    monkeypatch.setattr(offsets.OffsetFile, "write", fail_late)
    monkeypatch.setattr(block_maker, "_BUFFER_BYTES", 500)
    with pytest.raises(SaveFault) as caught:
        render(path, Recipe.parse(CLASSIC), out)
    assert caught.value.what.endswith(".")
    assert out.read_bytes() == b"what was there before"
    assert sorted(os.listdir(tmp_path)) == ["in.wav", "out.wav"]


def test_a_missing_folder_and_a_folder_in_the_way_are_said(tmp_path):
    path = a_file(tmp_path / "in.wav", noise(1, samplerate=RATE))
    with pytest.raises(SaveFault, match="no folder"):
        render(path, Recipe(), tmp_path / "nowhere" / "out.wav")
    (tmp_path / "folder.wav").mkdir()
    with pytest.raises(SaveFault, match="is a folder"):
        render(path, Recipe(), tmp_path / "folder.wav")
    with pytest.raises(WavFault):
        render(tmp_path / "missing.wav", Recipe(), tmp_path / "out.wav")
    assert sorted(os.listdir(tmp_path)) == ["folder.wav", "in.wav"]


@pytest.mark.parametrize("recipe", [["trim 1"], ["trim 5"], ["cut 0 1"], ["trim 0.0001 0.0002"]])
def test_when_nothing_would_be_left_it_is_said(tmp_path, recipe):
    path = a_file(tmp_path / "in.wav", noise(1, samplerate=RATE))
    with pytest.raises(StudioError, match="sound"):
        render(path, Recipe.parse(recipe), tmp_path / "out.wav")
    assert os.listdir(tmp_path) == ["in.wav"]


@pytest.mark.parametrize("steps", [12, 600])
def test_what_would_last_for_years_is_refused_before_anything_is_written(tmp_path, steps):
    path = a_file(tmp_path / "in.wav", noise(1, samplerate=RATE))
    with pytest.raises(StudioError, match="longer than a week"):
        render(path, Recipe.parse(["tape 0.25"] * steps), tmp_path / "out.wav")
    assert os.listdir(tmp_path) == ["in.wav"]


@pytest.mark.parametrize("length", [0, 1])
def test_a_sound_of_no_frames_or_one_goes_through(tmp_path, length):
    path = a_file(tmp_path / "in.wav", np.full((length, 8), 0.5, np.float32), bits=24)
    recipe = ["fade-in 0", "gain 6", "normalise", "limit", "reverse", "silence 5 6"]
    written = rendered(path, recipe, tmp_path)
    np.testing.assert_allclose(written, np.full((length, 8), 10**-0.05), atol=2**-23)


@pytest.mark.parametrize(
    "recipe",
    [[], ["trim 5 55", "normalise"], ["cut 10 20", "reverse", "fade-in 20", "gain -3"], ["limit -12"]],
)
@pytest.mark.parametrize("width", [1, 7, 80])
def test_a_drawing_covers_the_samples_and_little_more(tmp_path, recipe, width):
    frames = noise(60, peak=0.5, samplerate=8000) * np.linspace(0, 1, 480000, dtype=np.float32)[:, None]
    path = a_file(tmp_path / "in.wav", frames, samplerate=8000)
    with WavFile(path) as wav:
        overview = overview_of(wav)
    with (
        open_rendition(path, Recipe.parse(recipe), overview=overview) as drawn,
        open_rendition(path, Recipe.parse(recipe)) as exact,
    ):
        for start, stop in (
            (0, drawn.length),
            (1000, 300000),
            (4000, 4000 + 100 * width),
            (-9000, drawn.length + 9000),
        ):
            lows, highs = drawn.columns(start, stop, width)
            true_lows, true_highs = exact.columns(start, stop, width)
            assert lows.dtype == highs.dtype == np.float32
            assert (lows <= true_lows + 1e-6).all()
            assert (highs >= true_highs - 1e-6).all()
            np.testing.assert_allclose(highs, true_highs, atol=0.12)


def test_drawing_a_long_sound_reads_no_samples(tmp_path, monkeypatch):
    path = a_file(tmp_path / "in.wav", noise(60, samplerate=8000), samplerate=8000)
    with WavFile(path) as wav:
        overview = overview_of(wav)
    with open_rendition(
        path, Recipe.parse(["trim 1 59", "fade-in 9", "reverse", "limit -30"]), overview=overview
    ) as rendition:
        monkeypatch.setattr(WavFile, "read_raw", None)
        monkeypatch.setattr(WavFile, "read_raw_into", None)
        rendition.columns(0, rendition.length, 80)


def test_normalise_with_an_overview_reads_only_the_ends(tmp_path, monkeypatch):
    path = a_file(tmp_path / "in.wav", noise(60, samplerate=8000), samplerate=8000)
    with WavFile(path) as wav:
        overview = overview_of(wav)
    counted = []
    read_raw_into = WavFile.read_raw_into
    monkeypatch.setattr(
        WavFile,
        "read_raw_into",
        lambda self, buffer, start: (counted.append(len(buffer)), read_raw_into(self, buffer, start)),
    )
    with open_rendition(path, Recipe.parse(["trim 1.001 58.999", "normalise"]), overview=overview):
        assert sum(counted) < 4096
    with open_rendition(path, Recipe.parse(["trim 1.001 58.999", "normalise"])) as exact:
        assert exact.peak == pytest.approx(10**-0.05, rel=1e-9)


def test_an_overview_of_another_sound_is_not_believed(tmp_path):
    path = a_file(tmp_path / "in.wav", noise(2, peak=0.1, samplerate=RATE))
    other = a_file(tmp_path / "other.wav", noise(1, peak=0.9, samplerate=RATE))
    with WavFile(other) as wav:
        overview = overview_of(wav)
    with open_rendition(path, Recipe.parse(["normalise"]), overview=overview) as rendition:
        assert np.abs(rendition.read(0, 2000)).max() == pytest.approx(10**-0.05)


def test_reading_outside_is_our_bug(tmp_path):
    path = a_file(tmp_path / "in.wav", noise(1, samplerate=RATE))
    with open_rendition(path, Recipe()) as rendition, pytest.raises(ValueError, match="not inside"):
        rendition.read(0, 1001)


@settings(deadline=None, max_examples=30)
@given(change=st.integers(-200, 200), bits=st.sampled_from([16, 24]))
def test_gain_undoes_itself(tmp_path_factory, change, bits):
    tmp_path = tmp_path_factory.mktemp("gain")
    path = a_file(tmp_path / "in.wav", noise(0.3, samplerate=RATE), bits=bits)
    out = tmp_path / "out.wav"
    render(path, Recipe.parse([f"gain {change / 10}", f"gain {-change / 10}"]), out)
    assert out.read_bytes() == path.read_bytes()


@settings(deadline=None, max_examples=40)
@given(recipe=recipes.filter(lambda texts: not any(text.startswith("limit") for text in texts)))
def test_reversing_twice_changes_nothing(tmp_path_factory, recipe):
    tmp_path = tmp_path_factory.mktemp("reverse")
    path = a_file(tmp_path / "in.wav", noise(0.9, samplerate=RATE, channels=2))
    try:
        render(path, Recipe.parse(recipe), tmp_path / "once.wav")
    except RecipeFault:
        assume(False)
    render(path, Recipe.parse([*recipe, "reverse", "reverse"]), tmp_path / "thrice.wav")
    assert (tmp_path / "once.wav").read_bytes() == (tmp_path / "thrice.wav").read_bytes()


def test_rendering_loads_nothing_heavy():
    heavy = [
        "soundfile",
        "scipy",
        "sounddevice",
        "av",
        "textual",
        "concurrent.futures",
        "tempfile",
        "studio.audio.overview",
    ]
    code = f"import sys, studio.audio.rendering.render; print([n for n in {heavy!r} if n in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


@pytest.mark.parametrize(
    "recipe", [CLASSIC, ["fade-in 60", "normalise"], ["limit -30", "reverse"], ["gain 3"]]
)
@pytest.mark.parametrize("bits", [16, 24])
def test_a_longer_sound_needs_no_more_memory(tmp_path, monkeypatch, recipe, bits):
    monkeypatch.setattr(os, "cpu_count", lambda: 1)  # each thread has its own buffers

    def memory(seconds):
        path = a_file(tmp_path / "in.wav", noise(seconds, peak=0.5, samplerate=8000, channels=2), bits=bits)
        tracemalloc.start()
        render(path, Recipe.parse(recipe), tmp_path / "out.wav")
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        path.unlink()
        return peak

    assert memory(240) < memory(120) * 1.1 < 12e6
