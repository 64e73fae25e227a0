import errno
import struct
import tracemalloc
from pathlib import Path

import numpy as np
import pytest

from studio.audio.clip import Clip
from studio.audio.files.decode import import_sound
from studio.audio.files.encode import export_sound, mp3_bytes
from studio.audio.files.offsets import OffsetFile
from studio.audio.files.part import SaveFault
from studio.audio.files.wav import WavFile
from studio.audio.source import ClipSource
from tests.builders import a_sine, noise
from tests.sound_files import a_melody, likeness

FORMATS = [".wav", ".flac", ".mp3", ".ogg"]


def read_back(path: Path) -> Clip:
    """The sound of a file as an import of it has it."""
    import_sound(path, path.with_name("read-back.wav"))
    with WavFile(path.with_name("read-back.wav")) as file:
        return Clip(file.read(0, file.length), file.samplerate)


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("channels", [1, 2])
@pytest.mark.parametrize("samplerate", [22050, 44100, 48000])
def test_every_format_sounds_like_its_source(tmp_path, suffix, channels, samplerate):
    clip = a_melody(2.0, samplerate=samplerate, channels=channels)
    export_sound(ClipSource(clip), tmp_path / f"out{suffix}")

    back = read_back(tmp_path / f"out{suffix}")

    assert back.channels == channels
    assert back.seconds == clip.seconds
    if back.samplerate == samplerate:
        assert likeness(back.frames, clip.frames) > 0.99
        assert np.abs(back.frames - clip.frames).max() < 0.15


@pytest.mark.parametrize("suffix", FORMATS)
def test_other_programs_read_every_format(tmp_path, suffix):
    import soundfile

    clip = a_melody(2.0)
    export_sound(ClipSource(clip), tmp_path / f"out{suffix}")

    frames, samplerate = soundfile.read(tmp_path / f"out{suffix}", always_2d=True)

    assert (frames.shape, samplerate) == (clip.frames.shape, clip.samplerate)
    assert likeness(frames, clip.frames) > 0.99


@pytest.mark.parametrize("suffix", FORMATS)
def test_noise_keeps_its_level_in_every_format(tmp_path, suffix):
    clip = Clip(noise(2.0, peak=0.3, channels=2), 48000)
    export_sound(ClipSource(clip), tmp_path / f"out{suffix}")

    back = read_back(tmp_path / f"out{suffix}")

    # the noise that 16-bit stereo makes in libsndfile's MP3 is three times as loud as its source
    assert np.sqrt(np.mean(back.frames**2)) == pytest.approx(np.sqrt(np.mean(clip.frames**2)), rel=0.2)


@pytest.mark.parametrize("suffix", [".mp3", ".ogg"])
@pytest.mark.parametrize("samplerate", [1000, 8000, 11127, 96000, 192000, 384000, 768000])
def test_odd_samplerates_keep_length_and_pitch(tmp_path, suffix, samplerate):
    clip = a_sine(1.0, hertz=200, samplerate=samplerate, channels=2)
    export_sound(ClipSource(clip), tmp_path / f"out{suffix}")

    back = read_back(tmp_path / f"out{suffix}")

    assert back.seconds == pytest.approx(1.0, abs=1.5 / back.samplerate)
    same = a_sine(1.0, hertz=200, samplerate=back.samplerate, channels=2)
    assert likeness(back.frames, same.frames) > 0.99


@pytest.mark.parametrize("suffix", [".mp3", ".ogg"])
def test_many_channels_go_down_to_two(tmp_path, suffix):
    clip = a_melody(1.0, channels=5)
    export_sound(ClipSource(clip), tmp_path / f"out{suffix}")

    back = read_back(tmp_path / f"out{suffix}")

    left = clip.frames[:, [0, 2, 3, 4]].mean(axis=1)
    right = clip.frames[:, 1:].mean(axis=1)
    assert likeness(back.frames, np.stack([left, right], axis=1)) > 0.99


@pytest.mark.parametrize(
    ("suffix", "bits", "error"),
    [(".wav", None, 2**-16), (".wav", 24, 2**-24), (".flac", 16, 2**-16), (".flac", None, 2**-24)],
)
def test_integers_are_rounded_to_nearest(tmp_path, suffix, bits, error):
    clip = Clip(noise(1.0, peak=0.9, channels=2), 48000)
    export_sound(ClipSource(clip), tmp_path / f"out{suffix}", bits=bits)

    difference = read_back(tmp_path / f"out{suffix}").frames.astype(np.float64) - clip.frames

    assert np.abs(difference).max() <= error * 1.001
    assert abs(difference.mean()) < error * 0.02


@pytest.mark.parametrize("suffix", [".wav", ".flac"])
@pytest.mark.parametrize("bits", [16, 24])
def test_what_fits_comes_back_bit_for_bit(tmp_path, suffix, bits):
    steps = np.random.default_rng(3).integers(-(2 ** (bits - 1)), 2 ** (bits - 1), (5000, 2))
    clip = Clip((steps / 2 ** (bits - 1)).astype(np.float32), 44100)
    export_sound(ClipSource(clip), tmp_path / f"out{suffix}", bits=bits)

    assert np.array_equal(read_back(tmp_path / f"out{suffix}").frames, clip.frames)


@pytest.mark.parametrize("suffix", FORMATS)
def test_what_is_too_loud_is_held_at_full_scale(tmp_path, suffix):
    clip = a_sine(1.0, hertz=100, peak=3.0)
    export_sound(ClipSource(clip), tmp_path / f"out{suffix}")

    back = read_back(tmp_path / f"out{suffix}")

    held = np.clip(clip.frames, -1, 1)
    assert np.abs(back.frames).max() < 1.25
    assert likeness(back.frames, held) > 0.99


@pytest.mark.parametrize("suffix", FORMATS)
def test_nothing_but_sound_is_in_the_file(tmp_path, suffix):
    clip = a_melody(0.5)
    export_sound(ClipSource(clip), tmp_path / f"out{suffix}")

    raw = (tmp_path / f"out{suffix}").read_bytes()

    for tag in (b"ID3", b"TAG", b"TITLE", b"DATE", b"LIST", b"Lavf6", b"Lavc6", str(tmp_path).encode()):
        assert tag not in raw


@pytest.mark.parametrize("suffix", FORMATS)
def test_one_frame_can_be_saved(tmp_path, suffix):
    export_sound(ClipSource(Clip(np.full((1, 1), 0.5, np.float32), 48000)), tmp_path / f"out{suffix}")

    assert 1 <= len(read_back(tmp_path / f"out{suffix}")) < 100  # an MP3 of one frame has a millisecond


@pytest.mark.parametrize("suffix", FORMATS)
def test_no_sound_cannot_be_saved(tmp_path, suffix):
    with pytest.raises(SaveFault, match="There is no sound to save"):
        export_sound(ClipSource(Clip(np.zeros((0, 1), np.float32), 48000)), tmp_path / f"out{suffix}")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["tune", "tune.", "tune.m4a", "tune.exe", ".wav"])
def test_an_unknown_ending_names_the_four_that_are_known(tmp_path, name):
    with pytest.raises(SaveFault) as caught:
        export_sound(ClipSource(a_sine(0.1)), tmp_path / name)
    assert all(suffix in caught.value.fix for suffix in FORMATS)
    assert not list(tmp_path.iterdir())


def test_endings_may_be_written_large(tmp_path):
    export_sound(ClipSource(a_sine(0.1)), tmp_path / "TUNE.WAV")
    assert len(read_back(tmp_path / "TUNE.WAV")) == 4800


@pytest.mark.parametrize(("suffix", "bits"), [(".wav", 12), (".flac", 32), (".mp3", 16), (".ogg", 24)])
def test_bits_that_a_format_does_not_have_are_refused(tmp_path, suffix, bits):
    with pytest.raises(SaveFault, match=f"A {suffix} file of {bits} bits cannot be made"):
        export_sound(ClipSource(a_sine(0.1)), tmp_path / f"out{suffix}", bits=bits)


@pytest.mark.parametrize(("samplerate", "channels"), [(48000, 9), (768000, 1), (88211, 1)])
def test_what_flac_cannot_hold_is_refused_with_a_way_out(tmp_path, samplerate, channels):
    with pytest.raises(SaveFault, match=r"Save it as \.wav"):
        export_sound(
            ClipSource(a_sine(0.01, samplerate=samplerate, channels=channels)), tmp_path / "out.flac"
        )
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_full_disk_leaves_nothing_and_keeps_an_older_file(tmp_path, suffix, monkeypatch):
    real = OffsetFile.write

    def full(self: OffsetFile, data: object, offset: int) -> None:
        if offset > 2000:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(self, data, offset)

    monkeypatch.setattr(OffsetFile, "write", full)
    (tmp_path / f"out{suffix}").write_bytes(b"older")

    with pytest.raises(SaveFault, match="The disk is full"):
        export_sound(ClipSource(Clip(noise(2.0), 48000)), tmp_path / f"out{suffix}")

    assert (tmp_path / f"out{suffix}").read_bytes() == b"older"
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("suffix", FORMATS)
def test_stopping_leaves_nothing(tmp_path, suffix):
    class Stopped(Exception):
        pass

    def stop(done: float) -> None:
        if done > 0.5:
            raise Stopped

    with pytest.raises(Stopped):
        export_sound(ClipSource(a_sine(2.0)), tmp_path / f"out{suffix}", progress=stop)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("suffix", FORMATS)
def test_progress_climbs_to_the_end(tmp_path, suffix):
    heard: list[float] = []
    export_sound(ClipSource(a_sine(2.0)), tmp_path / f"out{suffix}", progress=heard.append)

    assert heard == sorted(heard)
    assert len(heard) > 3
    assert heard[-1] == 1.0


class LongSilence:
    """A minute of silence that is nowhere in memory."""

    samplerate, channels, length = 48000, 1, 48000 * 60

    def read(self, start: int, stop: int) -> np.ndarray:
        return np.zeros((stop - start, 1), np.float32)


@pytest.mark.parametrize("suffix", FORMATS)
def test_memory_does_not_grow_with_the_length(tmp_path, suffix):
    export_sound(ClipSource(a_sine(0.1)), tmp_path / f"out{suffix}")  # imports are counted here

    tracemalloc.start()
    export_sound(LongSilence(), tmp_path / f"out{suffix}")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert peak < 2_000_000


def test_an_mp3_in_memory_is_the_same_every_time_and_of_the_size_asked_for():
    clip = a_melody(3.0)
    small, large = mp3_bytes(ClipSource(clip)), mp3_bytes(ClipSource(clip), kbps=192, mono=False)

    assert small == mp3_bytes(ClipSource(clip))
    assert len(small) == pytest.approx(3.0 * 96000 / 8, rel=0.04)
    assert len(large) == pytest.approx(3.0 * 192000 / 8, rel=0.04)


@pytest.mark.parametrize("samplerate", [8000, 22050, 44100, 96000])
def test_an_mp3_in_memory_has_its_size_at_any_samplerate(samplerate):
    clip = a_melody(3.0, samplerate=samplerate, channels=1)
    assert len(mp3_bytes(ClipSource(clip))) == pytest.approx(3.0 * 96000 / 8, rel=0.04)


@pytest.mark.parametrize("mono", [True, False])
def test_an_mp3_in_memory_sounds_like_its_source(tmp_path, mono):
    clip = a_melody(2.0)
    (tmp_path / "x.mp3").write_bytes(mp3_bytes(ClipSource(clip), mono=mono))

    back = read_back(tmp_path / "x.mp3")

    expected = clip.frames.mean(axis=1, keepdims=True) if mono else clip.frames
    assert back.seconds == clip.seconds
    assert likeness(back.frames, expected) > 0.99


def test_a_microphone_on_the_wrong_lead_is_heard_in_mono(tmp_path):
    clip = a_sine(1.0, channels=2)  # the second channel is the first upside down
    (tmp_path / "x.mp3").write_bytes(mp3_bytes(ClipSource(clip)))

    assert likeness(read_back(tmp_path / "x.mp3").frames, clip.frames[:, :1]) > 0.99


def test_an_mp3_begins_with_a_frame_that_tells_its_length():
    raw = mp3_bytes(ClipSource(a_sine(1.0)))

    assert struct.unpack(">H", raw[:2])[0] >> 5 == 0x7FF
    assert b"Info" in raw[:64]
