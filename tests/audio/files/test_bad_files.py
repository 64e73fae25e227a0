import contextlib
import errno
import socket
import struct
import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studio.audio.files.container import ContainerSound
from studio.audio.files.decode import import_sound
from studio.audio.files.offsets import OffsetFile
from studio.audio.files.part import SaveFault
from studio.audio.files.signature import FileUnreadable
from studio.errors import StudioError
from tests.sound_files import a_melody, by_libav, by_libsndfile

KINDS = [
    ("wav", "pcm_s16le", "s16"),
    ("aiff", "pcm_s16be", "s16"),
    ("flac", "flac", "s16"),
    ("mp3", "libmp3lame", "fltp"),
    ("ipod", "aac", "fltp"),
    ("ipod", "alac", "s16p"),
    ("adts", "aac", "fltp"),
    ("matroska", "flac", "s16"),
    ("ogg", "flac", "s16"),
    ("avi", "mp2", "s16"),
]


def a_header(channels: int = 1, samplerate: int = 48000, *, tag: int = 1, bits: int = 16) -> bytes:
    """A WAV file of 100 zero bytes that claims what it is told to."""
    rate = samplerate * channels * bits // 8 & 0xFFFFFFFF
    fmt = struct.pack("<HHIIHH", tag, channels, samplerate, rate, channels * bits // 8 & 0xFFFF, bits)
    body = b"WAVEfmt " + struct.pack("<I", 16) + fmt + b"data" + struct.pack("<I", 100) + bytes(100)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def floats(*values: float, double: bool = False) -> bytes:
    samples = np.array(values, "<f8" if double else "<f4").tobytes()
    bits = 64 if double else 32
    return a_header(tag=3, bits=bits)[:40] + struct.pack("<I", len(samples)) + samples


BAD = {
    "empty.wav": b"",
    "one-byte.wav": b"R",
    "cut-header.wav": a_header()[:30],
    "no-data.wav": a_header()[:36],
    "no-frames.wav": a_header()[:44],
    "text.wav": b"Dear Ms Smith, here is the recording.\n" * 50,
    "text.mp3": b"ID3 is a kind of tag.\n" * 50,
    "no-rate.wav": a_header(samplerate=0),
    "slow.wav": a_header(samplerate=999),
    "fast.wav": a_header(samplerate=3_000_000_000),
    "no-channels.wav": a_header(channels=0),
    "33-channels.wav": a_header(channels=33),
    "65535-channels.wav": a_header(channels=65535),
    "unknown-codec.wav": a_header(tag=0x7777),
    "aac-mark.wav": a_header(tag=0x00FF),
    "nan.wav": floats(0.1, float("nan"), 0.2),
    "infinite.wav": floats(0.1, float("inf")),
    "minus-infinite.wav": floats(0.1, float("-inf"), double=True),
    "beyond-float32.wav": floats(0.1, 1e300, double=True),
    "picture.m4a": b"\x89PNG\r\n\x1a\n" + bytes(500),
    "zip.mp3": b"PK\x03\x04" + bytes(500),
    "page.mp4": b"<!doctype html><title>404</title>",
    "midi.wav": b"MThd\0\0\0\6\0\1\0\2\1\xe0MTrk" + bytes(50),
    "zeros.wav": bytes(5000),
    "only-ftyp.m4a": struct.pack(">I", 20) + b"ftypM4A \0\0\0\0M4A ",
    "only-riff.wav": b"RIFF\xff\xff\xff\xffWAVE",
    "only-magic.flac": b"fLaC",
    "only-magic.ogg": b"OggS",
    "only-sync.mp3": b"\xff\xfb\x90\x64" + bytes(300),
    "endless-tag.mp3": b"ID3\x04\0\0\x7f\x7f\x7f\x7f",
}

PLAYLISTS = {
    "list.m3u8": "#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n{url}\n#EXTINF:9,\n{path}\n#EXT-X-ENDLIST\n",
    "list.m4a": "#EXTM3U\n{url}\n",
    "concat.mp3": "ffconcat version 1.0\nfile '{path}'\nfile '{url}'\n",
    "stream.sdp": "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=audio {port} RTP/AVP 0\n",
    "list.xspf": '<?xml version="1.0"?><playlist><track><location>{url}</location></track></playlist>',
    "movie.mpd": '<?xml version="1.0"?><MPD><BaseURL>{url}</BaseURL></MPD>',
    "list.pls": "[playlist]\nFile1={url}\n",
    "redirect.mov": "RTSPtext\n{url}\n",
}


def refuse(path: Path, out: Path, kind: type[StudioError] = StudioError) -> StudioError:
    """Import a file that cannot be; nothing may be left of it, and two plain sentences must be said."""
    before = set(out.parent.iterdir())
    with pytest.raises(kind) as caught:
        import_sound(path, out)
    assert set(out.parent.iterdir()) == before
    said = caught.value
    for sentence in (said.what, said.fix):
        assert sentence[0].isupper() or sentence[0] == "“"
        assert sentence.endswith(".")
        assert len(sentence) < 160
        assert not any(word in sentence for word in ("Error", "Errno", "libav", "libsndfile", "None", "0x"))
    return said


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_in_two_plain_sentences(tmp_path, name):
    (tmp_path / name).write_bytes(BAD[name])
    assert name in refuse(tmp_path / name, tmp_path / "out.wav").what


def test_what_is_not_a_file_is_refused(tmp_path):
    (tmp_path / "folder.wav").mkdir()
    assert "is a folder" in refuse(tmp_path / "folder.wav", tmp_path / "out.wav").what
    assert "There is no file" in refuse(tmp_path / "gone.wav", tmp_path / "out.wav").what
    assert "There is no file" in refuse(tmp_path / "folder.wav" / "x" / "y.wav", tmp_path / "out.wav").what
    assert "There is no file" in refuse(tmp_path / "zero\0byte.wav", tmp_path / "out.wav").what


def test_a_file_that_may_not_be_opened_is_refused(tmp_path, monkeypatch):
    made = by_libav(tmp_path / "in.wav", a_melody(0.1), kind="wav", codec="pcm_s16le", sample="s16")

    def deny(self: Path, *_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "open", deny)
    assert "not allowed" in refuse(made, tmp_path / "out.wav", FileUnreadable).what


@pytest.mark.parametrize(("kind", "codec", "sample"), KINDS)
def test_a_disk_that_cannot_be_read_any_more_is_said(tmp_path, monkeypatch, kind, codec, sample):
    made = by_libav(tmp_path / "in", a_melody(5.0), kind=kind, codec=codec, sample=sample)
    opened = Path.open

    class Failing:
        def __init__(self, file: object) -> None:
            self._file = file
            self._read = 0

        def read(self, size: int = -1) -> bytes:
            self._read += size
            if self._read > 10_000:
                raise OSError(errno.EIO, "Input/output error")
            return self._file.read(size)

        def __enter__(self) -> "Failing":
            return self

        def __exit__(self, *_: object) -> None:
            self._file.close()

        def __getattr__(self, name: str) -> object:
            return getattr(self._file, name)

    def read_into(self: OffsetFile, buffer: object, offset: int) -> int:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(
        Path,
        "open",
        lambda self, mode="r": Failing(opened(self, mode)) if mode == "rb" else opened(self, mode),
    )
    monkeypatch.setattr(OffsetFile, "read_into", read_into)
    assert "could not be read" in refuse(made, tmp_path / "out.wav", FileUnreadable).what


@pytest.mark.parametrize(("kind", "codec", "sample"), KINDS)
def test_a_full_disk_leaves_nothing(tmp_path, monkeypatch, kind, codec, sample):
    made = by_libav(tmp_path / "in", a_melody(2.0), kind=kind, codec=codec, sample=sample)
    real = OffsetFile.write

    def full(self: OffsetFile, data: object, offset: int) -> None:
        if offset > 1000:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(self, data, offset)

    monkeypatch.setattr(OffsetFile, "write", full)
    assert "The disk is full" in refuse(made, tmp_path / "out.wav", SaveFault).what


def test_a_place_that_cannot_be_written_is_refused(tmp_path):
    made = by_libav(tmp_path / "in", a_melody(0.1), kind="wav", codec="pcm_s16le", sample="s16")
    (tmp_path / "folder").mkdir()
    with pytest.raises(SaveFault, match="is a folder"):
        import_sound(made, tmp_path / "folder")
    with pytest.raises(SaveFault, match="There is no folder"):
        import_sound(made, tmp_path / "gone" / "out.wav")


@pytest.mark.parametrize("bad", [float("nan"), float("inf")])
def test_a_broken_number_at_the_end_of_a_long_sound_leaves_nothing(tmp_path, bad):
    samples = np.zeros((200_000, 1), np.float32)
    samples[-1] = bad
    made = by_libsndfile(tmp_path / "in.wav", samples, 48000, kind="WAV", subtype="FLOAT")
    assert "proper numbers" in refuse(made, tmp_path / "out.wav").what


def test_a_movie_cut_before_its_index_is_refused(tmp_path):
    made = by_libav(tmp_path / "in.m4a", a_melody(1.0), kind="ipod", codec="aac", sample="fltp")
    made.write_bytes(made.read_bytes()[: made.stat().st_size // 2])
    assert "cut short" in refuse(made, tmp_path / "out.wav", FileUnreadable).what


@pytest.mark.parametrize("mark", [b"drms", b"enca", b"zzzz"])
def test_a_locked_song_and_an_unknown_codec_are_refused(tmp_path, mark):
    made = by_libav(tmp_path / "in.mov", a_melody(1.0), kind="mov", codec="pcm_s16le", sample="s16")
    made.write_bytes(made.read_bytes().replace(b"sowt", mark))
    assert "is locked" in refuse(made, tmp_path / "out.wav", FileUnreadable).what


@pytest.fixture
def server() -> Iterator[tuple[int, list[str]]]:
    """A listener on this machine; its list names whoever called."""
    calls: list[str] = []
    over = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.05)

        def listen() -> None:
            while not over.is_set():
                with contextlib.suppress(TimeoutError):
                    listener.accept()[0].close()
                    calls.append("called")

        thread = threading.Thread(target=listen, daemon=True)
        thread.start()
        yield listener.getsockname()[1], calls
        over.set()
        thread.join(timeout=60)


@pytest.mark.parametrize("name", PLAYLISTS)
def test_a_playlist_reaches_neither_the_network_nor_other_files(tmp_path, server, name, capfd):
    port, calls = server
    by_libav(tmp_path / "secret.mp3", a_melody(0.5), kind="mp3", codec="libmp3lame", sample="fltp")
    text = PLAYLISTS[name].format(
        url=f"http://127.0.0.1:{port}/x.mp3", path=tmp_path / "secret.mp3", port=port
    )
    (tmp_path / name).write_text(text)

    refuse(tmp_path / name, tmp_path / "out.wav", FileUnreadable)
    for kind in ("hls", "concat", "sdp"):  # the second wall, should a signature ever let one in
        with pytest.raises(FileUnreadable):
            ContainerSound(tmp_path / name, kind)
    assert not calls
    assert not capfd.readouterr().err


MAGICS = [
    b"RIFF\x24\x08\0\0WAVEfmt \x10\0\0\0\1\0\1\0",
    b"RF64\xff\xff\xff\xffWAVEds64",
    b"RIFX\0\0\x10\0WAVEfmt ",
    b"FORM\0\0\x10\0AIFFCOMM",
    b"fLaC\0\0\0\x22",
    b"OggS\0\2" + bytes(22),
    b"OggS\0\2" + bytes(20) + b"\1\x1e\1vorbis",
    b"ID3\3\0\0\0\0\0\5",
    b"\xff\xfb\x90\x64",
    b"\xff\xf1\x50\x80",
    b"\0\0\0\x18ftypM4A \0\0\2\0M4A mp42",
    b"\0\0\0\x08wide\0\0\1\0moov",
    b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\1",
    b"\x30\x26\xb2\x75\x8e\x66\xcf\x11\xa6\xd9\0\xaa\0\x62\xce\x6c",
    b"#!AMR\n",
    b"#!AMR-WB\n",
    b"caff\0\1\0\0desc",
    b"riff\x2e\x91\xcf\x11\xa5\xd6\x28\xdb",
    b".snd\0\0\0\x18",
    b"wvpk",
    b"TTA1\1\0",
    b"MAC \x96\x0f",
    b"FLV\1\4",
    b"\0\0\1\xba",
    b"\x0b\x77",
    b"RIFF\0\0\x10\0AVI LIST",
]


def import_or_refuse(folder: Path, data: bytes) -> None:
    (folder / "in").write_bytes(data)
    try:
        import_sound(folder / "in", folder / "out.wav")
    except StudioError:
        assert {path.name for path in folder.iterdir()} <= {"in", "out.wav"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fuzz")


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    """One small good file of every kind."""
    place = tmp_path_factory.mktemp("good") / "x"
    clip = a_melody(0.1)
    files = [
        by_libav(place, clip, kind=kind, codec=codec, sample=sample).read_bytes()
        for kind, codec, sample in KINDS
    ]
    for kind, subtype in (
        ("OGG", "VORBIS"),
        ("OGG", "OPUS"),
        ("WAV", "FLOAT"),
        ("WAV", "IMA_ADPCM"),
        ("CAF", "PCM_24"),
    ):
        by_libsndfile(place, np.asarray(clip.frames), 48000, kind=kind, subtype=subtype)
        files.append(place.read_bytes())
    return files


fuzz = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@fuzz
@given(magic=st.sampled_from(MAGICS), rest=st.binary(max_size=3000))
def test_rubbish_behind_a_good_beginning_never_leaks_an_exception(folder, magic, rest):
    import_or_refuse(folder, magic + rest)


@fuzz
@given(data=st.data())
def test_a_damaged_file_never_leaks_an_exception(folder, good, data):
    raw = bytearray(data.draw(st.sampled_from(good)))
    near = st.integers(0, min(len(raw), 400) - 1)
    for place in data.draw(st.lists(near | st.integers(0, len(raw) - 1), max_size=12)):
        raw[place] = data.draw(st.integers(0, 255))
    import_or_refuse(folder, bytes(raw[: data.draw(st.integers(0, len(raw)))]))
