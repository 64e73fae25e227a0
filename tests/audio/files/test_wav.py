import os
import struct
import subprocess
import wave
from dataclasses import replace

import numpy as np
import pytest
import soundfile
from hypothesis import given
from hypothesis import strategies as st

from studio.audio.clip import Clip
from studio.audio.files import riff
from studio.audio.files.wav import WavFault, WavFile, WavLayout, WavWriter, read_layout
from studio.audio.source import ClipSource
from tests import outside
from tests.builders import a_sine, a_wav, noise

SUBTYPES = {
    "PCM_U8": ("int", 8),
    "PCM_16": ("int", 16),
    "PCM_24": ("int", 24),
    "PCM_32": ("int", 32),
    "FLOAT": ("float", 32),
    "DOUBLE": ("float", 64),
}


@pytest.mark.parametrize("subtype", SUBTYPES)
@pytest.mark.parametrize("container", ["WAV", "WAVEX", "RF64"])
@pytest.mark.parametrize("channels", [1, 2, 8])
def test_any_kind_of_wav_reads_as_soundfile_reads_it(tmp_path, subtype, container, channels):
    path = tmp_path / "sound.wav"
    frames = noise(0.02, samplerate=44100, channels=channels)
    soundfile.write(path, frames, 44100, subtype=subtype, format=container)
    expected, _ = soundfile.read(path, dtype="float32", always_2d=True)
    with WavFile(path) as sound:
        assert (sound.layout.kind, sound.layout.bits) == SUBTYPES[subtype]
        assert (sound.samplerate, sound.channels, sound.length) == (44100, channels, 882)
        np.testing.assert_array_equal(sound.read(0, 882), expected)
        np.testing.assert_array_equal(sound.read(100, 101), expected[100:101])
        assert sound.read(5, 5).shape == (0, channels)


@pytest.mark.parametrize(("start", "stop"), [(-1, 5), (5, 4), (0, 11)])
def test_reading_outside_the_sound_is_our_bug(tmp_path, start, stop):
    path = a_wav(tmp_path / "a.wav", Clip(noise(1, samplerate=10), 10))
    with WavFile(path) as sound, pytest.raises(ValueError, match="not inside"):
        sound.read(start, stop)
    with pytest.raises(ValueError, match="not inside"):
        ClipSource(Clip(noise(1, samplerate=10), 10)).read(start, stop)


def test_a_clip_is_a_source():
    clip = a_sine(0.1, channels=2)
    source = ClipSource(clip)
    assert (source.samplerate, source.channels, source.length) == (48000, 2, 4800)
    np.testing.assert_array_equal(source.read(10, 20), clip.frames[10:20])


@pytest.mark.parametrize(
    ("riff_size", "data_size"), [(0, 0), (36, 0), (0xFFFFFFFF, 0xFFFFFFFF), (36 + 40, 40)]
)
def test_a_killed_recorders_header_gives_way_to_the_files_size(tmp_path, riff_size, data_size):
    path = a_wav(tmp_path / "a.wav", a_sine(0.1))
    with open(path, "r+b") as file:
        file.seek(4)
        file.write(struct.pack("<I", riff_size))
        file.seek(40)
        file.write(struct.pack("<I", data_size))
    assert read_layout(path).length == 4800


def test_a_file_cut_short_gives_what_is_left(tmp_path):
    path = a_wav(tmp_path / "a.wav", a_sine(0.1, channels=2))
    os.truncate(path, 44 + 4 * 1000 + 3)
    with WavFile(path) as sound:
        assert sound.length == 1000
        assert sound.read(0, 1000).shape == (1000, 2)


def test_chunks_behind_the_sound_are_not_sound(tmp_path):
    path = a_wav(tmp_path / "a.wav", a_sine(0.1))
    for tail in (b"LIST\x04\0\0\0INFO", b"TAG" + bytes(125)):
        original = path.read_bytes()
        path.write_bytes(original + tail)
        assert read_layout(path).length == 4800
        path.write_bytes(original)


def test_an_empty_sound_with_a_chunk_behind_it_is_empty(tmp_path):
    path = tmp_path / "a.wav"
    header = riff.plain_header(WavLayout("int", 16, 1, 48000, 44, 0))
    path.write_bytes(header[:4] + struct.pack("<I", 36 + 12) + header[8:] + b"LIST\x04\0\0\0INFO")
    assert read_layout(path).length == 0


BAD = {
    "empty": b"",
    "text": b"Dear diary, today we sang.",
    "short": b"RIFF",
    "no data": b"RIFF\x04\0\0\0WAVE",
    "no fmt": b"RIFF\x0c\0\0\0WAVEdata\0\0\0\0",
    "no hertz": riff.plain_header(WavLayout("int", 16, 1, 0, 44, 0)),
    "no channel": riff.plain_header(WavLayout("int", 16, 1, 48000, 44, 0)).replace(
        b"\x01\0\x01\0", b"\x01\0\0\0"
    ),
    "65535 channels": riff.plain_header(WavLayout("int", 16, 1, 48000, 44, 0)).replace(
        b"\x01\0\x01\0", b"\x01\0\xff\xff"
    ),
    "adpcm": riff.plain_header(WavLayout("int", 16, 1, 48000, 44, 0)).replace(
        b"\x01\0\x01\0", b"\x02\0\x01\0"
    ),
}


@pytest.mark.parametrize("content", BAD.values(), ids=BAD.keys())
def test_a_bad_file_is_said_in_two_sentences(tmp_path, content):
    path = tmp_path / "bad.wav"
    path.write_bytes(content)
    with pytest.raises(WavFault) as caught:
        WavFile(path)
    assert "bad.wav" in caught.value.what
    assert caught.value.fix.endswith(".")


def test_a_missing_file_and_a_folder_are_said(tmp_path):
    with pytest.raises(WavFault, match="no file"):
        WavFile(tmp_path / "nowhere.wav")
    with pytest.raises(WavFault, match="folder"):
        WavFile(tmp_path)
    with pytest.raises(WavFault, match="could not be opened"):
        WavFile(tmp_path / ("long" * 100))


def test_a_file_that_shrinks_while_open_is_said(tmp_path):
    path = a_wav(tmp_path / "a.wav", a_sine(0.1))
    with WavFile(path) as sound:
        os.truncate(path, 100)
        with pytest.raises(WavFault, match="shorter"):
            sound.read(0, 4800)


@pytest.mark.parametrize(("kind", "bits"), SUBTYPES.values())
@pytest.mark.parametrize("channels", [1, 3])
def test_what_is_written_is_the_nearest_step(tmp_path, kind, bits, channels):
    frames = noise(0.01, peak=0.99, channels=channels)
    path = tmp_path / "out.wav"
    with WavWriter(path, samplerate=48000, channels=channels, bits=bits, kind=kind) as writer:
        writer.write(frames[:101])
        writer.write(frames[101:])
    exact = frames.astype(np.float64)
    if kind == "int":
        exact = np.rint(exact * 2.0 ** (bits - 1)) / 2.0 ** (bits - 1)
    read, _ = soundfile.read(path, dtype="float64", always_2d=True)
    np.testing.assert_array_equal(read, exact)
    assert path.stat().st_size == 44 + (frames.size * bits // 8 + 1) // 2 * 2


def test_full_scale_holds_and_no_number_is_silence(tmp_path):
    frames = np.array([[1.0], [-1.0], [3.0], [-np.inf], [np.nan], [0.5]], dtype=np.float32)
    for bits in (8, 16, 24, 32):
        path = tmp_path / f"{bits}.wav"
        with WavWriter(path, samplerate=8000, channels=1, bits=bits) as writer:
            writer.write(frames)
        top = 1 - 2.0 ** (1 - bits)
        with WavFile(path) as sound:
            np.testing.assert_array_equal(sound.read_exactly(0, 6)[:, 0], [top, -1, top, -1, 0, 0.5])


@given(blocks=st.lists(st.integers(0, 7), max_size=6), channels=st.integers(1, 3))
def test_the_header_is_right_after_every_write(tmp_path_factory, blocks, channels):
    path = tmp_path_factory.mktemp("wav") / "out.wav"
    with WavWriter(path, samplerate=8000, channels=channels, bits=24) as writer:
        for i, count in enumerate(blocks):
            writer.write(np.zeros((count, channels), dtype=np.float32))
            with wave.open(str(path)) as reader:
                assert reader.getnframes() == sum(blocks[: i + 1]) == writer.length
            assert read_layout(path) == writer.layout


def test_a_writer_never_takes_the_place_of_a_file(tmp_path):
    path = a_wav(tmp_path / "a.wav", a_sine(0.1))
    with pytest.raises(FileExistsError):
        WavWriter(path, samplerate=8000, channels=1)


def test_frames_of_the_wrong_shape_are_our_bug(tmp_path):
    with WavWriter(tmp_path / "a.wav", samplerate=8000, channels=2) as writer:
        with pytest.raises(ValueError, match="frames must be"):
            writer.write(np.zeros((3, 1), dtype=np.float32))
        with pytest.raises(ValueError, match="whole number"):
            writer.write_raw(b"12345")
    with pytest.raises(ValueError, match="cannot hold"):
        WavWriter(tmp_path / "b.wav", samplerate=8000, channels=2, bits=12)


def test_past_four_gibibytes_the_header_is_rf64(tmp_path, monkeypatch):
    monkeypatch.setattr(riff, "_LARGEST_PLAIN", 1000)
    frames = noise(0.1)
    path = tmp_path / "large.wav"
    with WavWriter(path, samplerate=48000, channels=1, bits=16, expected=4800) as writer:
        writer.write(frames)
    assert path.read_bytes()[:4] == b"RF64"
    assert soundfile.info(path).frames == 4800
    with WavFile(path) as sound:
        np.testing.assert_allclose(sound.read(0, 4800), frames, atol=2.0**-16)


def test_a_sparse_file_of_five_gibibytes_is_read_by_its_size(tmp_path):
    path = tmp_path / "long.wav"
    layout = WavLayout("int", 16, 1, 48000, 44, 5 << 29)
    path.write_bytes(riff.plain_header(layout))
    os.truncate(path, layout.offset_of(layout.length))
    assert read_layout(path) == layout
    with WavFile(path) as sound:
        assert not sound.read(layout.length - 10, layout.length).any()


def grown_to(path, gibibytes):
    """A file that a writer made so long, all but both its ends a hole."""
    with WavWriter(path, samplerate=48000, channels=1, open_ended=True) as writer:
        writer.write(np.full((10, 1), 0.25, dtype=np.float32))
        length = int(gibibytes * 2**30) // 3
        os.truncate(path, writer.layout.offset_of(length))
        writer.layout = replace(writer.layout, length=length)
        writer.write(np.full((480, 1), 0.5, dtype=np.float32))
    return length + 480


@pytest.mark.parametrize(("gibibytes", "form"), [(0.001, "WAV"), (2.2, "WAV"), (4.3, "RF64")])
def test_a_recording_of_hours_is_read_by_every_program(tmp_path, gibibytes, form):
    path = tmp_path / "assembly.wav"
    length = grown_to(path, gibibytes)
    with WavFile(path) as sound:
        assert sound.length == length
        assert sound.read(0, 1)[0, 0] == 0.25
        assert sound.read(length - 480, length).min() == 0.5
    with soundfile.SoundFile(path) as other_reader:
        assert (other_reader.format, other_reader.frames) == (form, length)
        other_reader.seek(length - 480)
        assert other_reader.read().min() == 0.5
    if form == "WAV":
        with wave.open(str(path)) as third_reader:
            assert third_reader.getnframes() == length


@pytest.mark.parametrize("gibibytes", [2.2, 4.3])
def test_sox_and_ffmpeg_know_the_length_of_a_recording_of_hours(tmp_path, gibibytes):
    outside.need("soxi", "ffprobe")
    path = tmp_path / "assembly.wav"
    length = grown_to(path, gibibytes)
    if gibibytes < 4:  # it reads RF64, too, but looks through the whole file: half a minute
        said = subprocess.run(["soxi", "-s", path], capture_output=True, text=True, check=True).stdout
        assert int(said) == length
    asked = ["ffprobe", "-v", "error", "-show_entries", "stream=duration_ts", "-of", "csv=p=0", path]
    said = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    assert int(said) == length


def test_a_file_that_passes_four_gibibytes_while_it_is_written_stays_readable(tmp_path, monkeypatch):
    monkeypatch.setattr(riff, "_LARGEST_PLAIN", 1000)
    path = tmp_path / "out.wav"
    frames = noise(0.1)
    with WavWriter(path, samplerate=48000, channels=1, bits=16, open_ended=True) as writer:
        for start in range(0, 4800, 100):
            writer.write(frames[start : start + 100])
            assert soundfile.info(path).frames == start + 100
            assert read_layout(path) == writer.layout
    assert path.read_bytes()[:4] == b"RF64"
    with WavFile(path) as sound:
        np.testing.assert_allclose(sound.read(0, 4800), frames, atol=2.0**-16)
