import pytest

from studio.audio.files.signature import FileUnreadable, kind_of


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"RIFF\0\0\0\0WAVEfmt ", "wav"),
        (b"RIFF\0\0\0\0AVI LIST", "avi"),
        (b"FORM\0\0\0\0AIFC", "aiff"),
        (b"fLaC", "flac"),
        (b"OggS", "ogg"),
        (b"\xff\xfb\x90\x64", "mp3"),
        (b"\xff\xf3\x40\xc0", "mp3"),
        (b"\0\0\0\0\0\xff\xfb\x90\x64", "mp3"),
        (b"ID3\4\0\0\0\0\0\2xx\xff\xfb\x90\x64", "mp3"),
        (b"ID3\4\0\0\0\0\0\2xxfLaC", "flac"),
        (b"ID3\4\0\0\0\0\0\0ID3\3\0\0\0\0\0\1x\xff\xf1\x50\x80", "aac"),
        (b"\xff\xf1\x50\x80", "aac"),
        (b"\0\0\0\x20ftypqt  ", "mov"),
        (b"\0\0\0\x08wide", "mov"),
        (b"\0\0\1\xba\x44", "mpeg"),
        (b"caff\0\1", "caf"),
        (b"#!AMR\n", "amr"),
    ],
)
def test_the_first_bytes_tell_the_kind(tmp_path, head, kind):
    (tmp_path / "x").write_bytes(head)
    assert kind_of(tmp_path / "x") == kind


@pytest.mark.parametrize(
    "head",
    [
        b"\xff\xfb\xf0\x64",
        b"\xff\xfb\x9c\x64",
        b"\xff\xe9\x90\x64",
        b"\xff\xff",
        b"RIFF\0\0\0\0WEBP",
        b"#EXTM3U\n",
        b"\xff\xfeh\0i\0",
    ],
)
def test_what_only_looks_like_sound_has_no_kind(tmp_path, head):
    (tmp_path / "x").write_bytes(head)
    with pytest.raises(FileUnreadable, match="is not a sound file"):
        kind_of(tmp_path / "x")
