import struct
import tracemalloc
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.audio.clip import Clip
from studio.audio.files.decode import SUPPORTED_SUFFIXES, import_sound
from studio.audio.files.signature import FileUnreadable
from studio.audio.files.wav import WavFile, read_layout
from studio.audio.pcm import unpack_24
from tests.builders import noise
from tests.sound_files import a_melody, by_libav, by_libsndfile, likeness, steps_of

PUPIL = b"Ada Lovelace"


def sound_of(path: Path) -> bytes:
    """The samples of a plain WAV file."""
    layout = read_layout(path)
    return path.read_bytes()[layout.data_offset : layout.data_offset + layout.length * layout.frame_bytes]


def frames_of(path: Path) -> np.ndarray:
    with WavFile(path) as file:
        return file.read(0, file.length)


def a_chunk(name: bytes, body: bytes) -> bytes:
    return name + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2)


@pytest.mark.parametrize(
    ("subtype", "code", "kind", "bits"),
    [
        ("PCM_16", "<i2", "int", 16),
        ("PCM_32", "<i4", "int", 32),
        ("FLOAT", "<f4", "float", 32),
        ("DOUBLE", "<f8", "float", 64),
    ],
)
@pytest.mark.parametrize("container", ["WAV", "WAVEX", "RF64", "W64", "CAF", "AIFF", "AU"])
def test_samples_come_in_bit_for_bit(tmp_path, container, subtype, code, kind, bits):
    samples = a_melody(0.1).frames.astype(code) if kind == "float" else steps_of(a_melody(0.1), bits)
    made = by_libsndfile(tmp_path / "in", samples.astype(code[1:]), 44100, kind=container, subtype=subtype)

    layout = import_sound(made, tmp_path / "out.wav")

    assert (layout.kind, layout.bits, layout.channels, layout.samplerate) == (kind, bits, 2, 44100)
    assert sound_of(tmp_path / "out.wav") == samples.astype(code).tobytes()


@pytest.mark.parametrize("container", ["WAV", "WAVEX", "AIFF", "CAF", "FLAC"])
def test_24_bits_stay_24(tmp_path, container):
    samples = steps_of(a_melody(0.1), 24)
    made = by_libsndfile(tmp_path / "in", samples, 48000, kind=container, subtype="PCM_24")

    assert import_sound(made, tmp_path / "out.wav").bits == 24
    raw = np.frombuffer(sound_of(tmp_path / "out.wav"), np.uint8)
    assert np.array_equal(unpack_24(raw), samples.reshape(-1))


@pytest.mark.parametrize(
    ("container", "subtype"), [("WAV", "PCM_U8"), ("AIFF", "PCM_S8"), ("FLAC", "PCM_S8")]
)
def test_8_bits_become_16_with_the_same_sound(tmp_path, container, subtype):
    samples = steps_of(a_melody(0.1), 16) & ~np.int16(255)
    made = by_libsndfile(tmp_path / "in", samples, 22050, kind=container, subtype=subtype)

    assert import_sound(made, tmp_path / "out.wav").bits == 16
    assert sound_of(tmp_path / "out.wav") == samples.astype("<i2").tobytes()


@pytest.mark.parametrize(
    ("kind", "codec", "sample", "bits"),
    [
        ("flac", "flac", "s16", 16),
        ("flac", "flac", "s32", 24),
        ("ipod", "alac", "s16p", 16),
        ("ipod", "alac", "s32p", 24),
        ("ogg", "flac", "s16", 16),
        ("wv", "wavpack", "s16p", 16),
        ("matroska", "flac", "s16", 16),
        ("mov", "pcm_s24le", "s32", 24),
    ],
)
def test_what_is_packed_without_loss_keeps_every_bit(tmp_path, kind, codec, sample, bits):
    plain = by_libav(tmp_path / "plain", a_melody(0.5), kind="wav", codec=f"pcm_s{bits}le", sample=sample[:3])
    packed = by_libav(tmp_path / "packed", a_melody(0.5), kind=kind, codec=codec, sample=sample)

    import_sound(plain, tmp_path / "one.wav")
    import_sound(packed, tmp_path / "other.wav")

    assert read_layout(tmp_path / "other.wav").bits == bits
    assert (tmp_path / "one.wav").read_bytes() == (tmp_path / "other.wav").read_bytes()


@pytest.mark.parametrize(
    ("kind", "codec", "film"),
    [
        ("ipod", "aac", False),
        ("mp4", "aac", True),
        ("mov", "aac", True),
        ("3gp", "aac", True),
        ("mp3", "libmp3lame", False),
    ],
)
@pytest.mark.parametrize("samplerate", [44100, 48000])
def test_what_phones_make_comes_in_at_its_length_and_in_its_place(tmp_path, kind, codec, film, samplerate):
    clip = a_melody(1.5, samplerate=samplerate)
    made = by_libav(tmp_path / "in", clip, kind=kind, codec=codec, sample="fltp", film=film)

    layout = import_sound(made, tmp_path / "out.wav")

    assert (layout.kind, layout.bits, layout.samplerate) == ("float", 32, samplerate)
    assert layout.length == len(clip)
    assert likeness(frames_of(tmp_path / "out.wav"), clip.frames) > 0.99


@pytest.mark.parametrize(("kind", "subtype"), [("OGG", "VORBIS"), ("OGG", "OPUS"), ("MP3", "MPEG_LAYER_III")])
def test_other_compressed_sound_comes_in_at_its_length_and_in_its_place(tmp_path, kind, subtype):
    clip = a_melody(1.5)
    made = by_libsndfile(tmp_path / "in", np.asarray(clip.frames), 48000, kind=kind, subtype=subtype)

    layout = import_sound(made, tmp_path / "out.wav")

    assert (layout.kind, layout.bits, layout.length) == ("float", 32, len(clip))
    assert likeness(frames_of(tmp_path / "out.wav"), clip.frames) > 0.99


@pytest.mark.parametrize(
    ("kind", "codec", "sample"),
    [
        ("adts", "aac", "fltp"),
        ("mpegts", "aac", "fltp"),
        ("avi", "mp2", "s16"),
        ("webm", "libopus", "flt"),
        ("ac3", "ac3", "fltp"),
    ],
)
def test_streams_without_a_length_come_in_whole(tmp_path, kind, codec, sample):
    clip = a_melody(1.0)
    if codec == "libopus":  # takes blocks of its own size only
        made = by_libsndfile(tmp_path / "x", np.asarray(clip.frames), 48000, kind="OGG", subtype="OPUS")
    else:
        made = by_libav(tmp_path / "in", clip, kind=kind, codec=codec, sample=sample)

    assert 0 <= import_sound(made, tmp_path / "out.wav").length - len(clip) < 3 * 1152


@pytest.mark.parametrize("subtype", ["ULAW", "ALAW", "IMA_ADPCM", "MS_ADPCM"])
def test_a_telephones_sound_in_a_wav_file_comes_in(tmp_path, subtype):
    clip = a_melody(0.5, highest=800)
    made = by_libsndfile(tmp_path / "in.wav", np.asarray(clip.frames), 48000, kind="WAV", subtype=subtype)

    layout = import_sound(made, tmp_path / "out.wav")

    assert (layout.kind, layout.bits) == ("int", 16)
    assert likeness(frames_of(tmp_path / "out.wav"), clip.frames) > 0.99


@pytest.mark.parametrize("samplerate", [1000, 8000, 11127, 192000, 768000])
@pytest.mark.parametrize("channels", [1, 3, 8, 32])
def test_any_samplerate_and_channels_come_in(tmp_path, samplerate, channels):
    frames = noise(0.01, samplerate=samplerate, channels=channels)
    made = by_libsndfile(tmp_path / "in.wav", frames, samplerate, kind="WAV", subtype="FLOAT")

    layout = import_sound(made, tmp_path / "out.wav")

    assert (layout.samplerate, layout.channels, layout.length) == (samplerate, channels, len(frames))


@pytest.mark.parametrize(
    ("kind", "channels"), [("FLAC", 6), ("FLAC", 8), ("AIFF", 12), ("CAF", 32), ("W64", 5)]
)
def test_many_channels_come_in_from_other_files(tmp_path, kind, channels):
    samples = steps_of(a_melody(0.1, channels=channels), 16)
    made = by_libsndfile(tmp_path / "in", samples, 48000, kind=kind, subtype="PCM_16")

    assert import_sound(made, tmp_path / "out.wav").channels == channels
    assert sound_of(tmp_path / "out.wav") == samples.tobytes()


def test_names_in_a_wav_file_are_left_out(tmp_path):
    samples = steps_of(a_melody(0.1), 16)
    plain = by_libsndfile(tmp_path / "in.wav", samples, 48000, kind="WAV", subtype="PCM_16").read_bytes()
    info = a_chunk(b"LIST", b"INFO" + a_chunk(b"IART", PUPIL) + a_chunk(b"INAM", PUPIL))
    bext = a_chunk(b"bext", PUPIL.ljust(602, b"\0") + b"A=PCM")
    ixml = a_chunk(b"iXML", b"<BWFXML><NOTE>" + PUPIL + b"</NOTE></BWFXML>")
    tag = a_chunk(b"id3 ", b"ID3\x03\0\0\0\0\0\x20TIT2\0\0\0\x0d\0\0\0" + PUPIL)
    cue = a_chunk(b"LIST", b"adtl" + a_chunk(b"labl", b"\1\0\0\0" + PUPIL))
    body = plain[12:36] + info + bext + ixml + plain[36:] + tag + cue
    (tmp_path / "in.wav").write_bytes(b"RIFF" + struct.pack("<I", len(body) + 4) + b"WAVE" + body)
    assert (tmp_path / "in.wav").read_bytes().count(PUPIL) == 6

    import_sound(tmp_path / "in.wav", tmp_path / "out.wav")

    assert PUPIL not in (tmp_path / "out.wav").read_bytes()
    assert len((tmp_path / "out.wav").read_bytes()) == 44 + samples.nbytes
    assert sound_of(tmp_path / "out.wav") == samples.tobytes()


@pytest.mark.parametrize(
    ("kind", "codec", "sample"),
    [
        ("ipod", "aac", "fltp"),
        ("mp3", "libmp3lame", "fltp"),
        ("flac", "flac", "s16"),
        ("wav", "pcm_s16le", "s16"),
    ],
)
def test_names_in_other_files_are_left_out(tmp_path, kind, codec, sample):
    made = by_libav(tmp_path / "in", a_melody(0.2), kind=kind, codec=codec, sample=sample)
    assert PUPIL in made.read_bytes()

    import_sound(made, tmp_path / "out.wav")

    assert PUPIL not in (tmp_path / "out.wav").read_bytes()


def test_a_title_that_is_no_text_does_not_matter(tmp_path):
    made = by_libav(tmp_path / "in", a_melody(0.2), kind="flac", codec="flac", sample="s16")
    made.write_bytes(made.read_bytes().replace(PUPIL, b"\xff\xfe\x80 Lovel\xe9\xe9\xe9"))

    assert import_sound(made, tmp_path / "out.wav").length == 9600


def test_the_name_of_a_file_does_not_count(tmp_path):
    clip = a_melody(0.3)
    for number, (kind, subtype) in enumerate([("OGG", "VORBIS"), ("FLAC", "PCM_16"), ("WAV", "PCM_16")]):
        for suffix in (".mp3", ".raw", ".m3u8", "", ".txt"):
            name = tmp_path / f"{number}{suffix}"
            by_libsndfile(name, np.asarray(clip.frames), 48000, kind=kind, subtype=subtype)
            assert import_sound(name, tmp_path / "out").length == len(clip)


def test_a_tag_in_front_of_the_sound_is_passed_over(tmp_path):
    clip = a_melody(0.3)
    made = by_libav(tmp_path / "in", clip, kind="flac", codec="flac", sample="s16")
    tag = b"ID3\x04\0\0" + bytes([0, 0, 39, 16]) + PUPIL.ljust(5008, b"\0")
    made.write_bytes(tag + made.read_bytes())

    assert import_sound(made, tmp_path / "out.wav").length == len(clip)


@pytest.mark.parametrize("sizes", [(0, 0), (36, 0), (0xFFFFFFFF, 0xFFFFFFFF), (36, 7)])
def test_a_wav_of_a_crashed_recorder_comes_in_whole(tmp_path, sizes):
    samples = steps_of(a_melody(0.5), 16)
    made = by_libsndfile(tmp_path / "in.wav", samples, 48000, kind="WAV", subtype="PCM_16")
    raw = bytearray(made.read_bytes())
    raw[4:8], raw[40:44] = (struct.pack("<I", size) for size in sizes)
    made.write_bytes(raw)

    assert import_sound(made, tmp_path / "out.wav").length == len(samples)
    assert sound_of(tmp_path / "out.wav") == samples.tobytes()


@pytest.mark.parametrize(
    ("kind", "codec", "sample"),
    [
        ("wav", "pcm_s16le", "s16"),
        ("flac", "flac", "s16"),
        ("mp3", "libmp3lame", "fltp"),
        ("adts", "aac", "fltp"),
        ("aiff", "pcm_s16be", "s16"),
        ("mpegts", "aac", "fltp"),
    ],
)
@pytest.mark.parametrize("part", [0.4, 0.77])
def test_of_a_file_cut_short_what_is_there_comes_in(tmp_path, kind, codec, sample, part):
    clip = a_melody(2.0)
    made = by_libav(tmp_path / "in", clip, kind=kind, codec=codec, sample=sample)
    raw = made.read_bytes()
    made.write_bytes(raw[: int(len(raw) * part)])

    length = import_sound(made, tmp_path / "out.wav").length

    assert length == pytest.approx(len(clip) * part, abs=9000)
    if codec != "aac":  # whose first frames hold the encoder's delay
        assert likeness(frames_of(tmp_path / "out.wav"), clip.frames) > 0.99


def test_a_cut_ogg_gives_what_is_there(tmp_path):
    clip = a_melody(4.0)
    made = by_libsndfile(tmp_path / "in", np.asarray(clip.frames), 48000, kind="OGG", subtype="VORBIS")
    made.write_bytes(made.read_bytes()[: made.stat().st_size * 3 // 4])

    assert import_sound(made, tmp_path / "out.wav").length > len(clip) / 4
    assert likeness(frames_of(tmp_path / "out.wav"), clip.frames) > 0.99


def test_a_film_without_sound_says_so(tmp_path):
    import av

    with av.open(str(tmp_path / "film.mp4"), "w") as container:
        stream = container.add_stream("mpeg4", rate=25, width=64, height=64)
        black = av.VideoFrame.from_ndarray(np.zeros((64, 64, 3), np.uint8), format="rgb24")
        container.mux(stream.encode(black))
        container.mux(stream.encode(None))

    with pytest.raises(FileUnreadable, match="has no sound in it"):
        import_sound(tmp_path / "film.mp4", tmp_path / "out.wav")


@pytest.mark.parametrize(
    ("kind", "codec", "sample"),
    [("wav", "pcm_s16le", "s16"), ("ipod", "aac", "fltp"), ("flac", "flac", "s16")],
)
def test_progress_climbs_to_the_end(tmp_path, kind, codec, sample):
    made = by_libav(tmp_path / "in", a_melody(8.0), kind=kind, codec=codec, sample=sample)
    heard: list[float] = []

    import_sound(made, tmp_path / "out.wav", progress=heard.append)

    assert len(heard) > 3
    assert heard == sorted(heard)
    assert heard[0] < 0.9
    assert heard[-1] == 1.0


def test_stopping_leaves_nothing_and_keeps_an_older_file(tmp_path):
    class Stopped(Exception):
        pass

    def stop(done: float) -> None:
        raise Stopped

    made = by_libav(tmp_path / "in", a_melody(2.0), kind="ipod", codec="aac", sample="fltp")
    (tmp_path / "out.wav").write_bytes(b"older")

    with pytest.raises(Stopped):
        import_sound(made, tmp_path / "out.wav", progress=stop)

    assert (tmp_path / "out.wav").read_bytes() == b"older"
    assert {path.name for path in tmp_path.iterdir()} == {"in", "out.wav"}


@pytest.mark.parametrize(
    ("kind", "codec", "sample"),
    [("flac", "flac", "s16"), ("ipod", "aac", "fltp"), ("wav", "pcm_s16le", "s16")],
)
def test_memory_does_not_grow_with_the_length(tmp_path, kind, codec, sample):
    made = by_libav(
        tmp_path / "in",
        Clip(np.zeros((48000 * 60, 1), np.float32), 48000),
        kind=kind,
        codec=codec,
        sample=sample,
    )
    import_sound(made, tmp_path / "out.wav")  # imports are counted here

    tracemalloc.start()
    import_sound(made, tmp_path / "out.wav")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert peak < 3_000_000


def test_the_usual_suffixes_are_known():
    assert {".wav", ".mp3", ".m4a", ".flac", ".ogg", ".aiff", ".mp4", ".mov"} <= set(SUPPORTED_SUFFIXES)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.floats(-2, 2, width=32), min_size=1, max_size=300),
    st.sampled_from(["FLOAT", "PCM_16", "PCM_24"]),
)
def test_importing_what_was_imported_changes_nothing(tmp_path_factory, values, subtype):
    folder = tmp_path_factory.mktemp("twice")
    made = by_libsndfile(
        folder / "in.wav", np.array(values, np.float32)[:, None], 48000, kind="WAV", subtype=subtype
    )
    import_sound(made, folder / "one.wav")
    import_sound(folder / "one.wav", folder / "two.wav")
    assert (folder / "one.wav").read_bytes() == (folder / "two.wav").read_bytes()
