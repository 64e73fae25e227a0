"""The `film` commands."""

import pytest

from studio.audio.files.wav import WavFile
from tests.builders import a_sine, a_wav
from tests.films import a_film, pictures_in, sound_in


@pytest.fixture(autouse=True)
def a_cartoon(shell, tmp_path):
    a_film(tmp_path / "cartoon.mp4")
    shell("sound", "add", a_wav(tmp_path / "boing.wav", a_sine(0.2)), "--title", "Boing")
    assert shell("film", "list") == 0
    assert "No films yet" in shell.out
    assert shell("film", "new", tmp_path / "cartoon.mp4", "--title", "Our cartoon") == 0
    assert "in class only" in shell.out


def test_a_film_gets_its_sound_by_commands(shell, tmp_path):
    cued = shell.json("film", "cue", "FM-0001", "S-0001", "p25", "--db", "-3", "--words", "It jumps")
    assert cued["cues"] == [
        {"sound": "S-0001", "seconds": 1.0, "picture": 25, "db": -3.0, "words": "It jumps"}
    ]
    assert shell("film", "show", "fm-0001") == 0
    assert "0:01.00  picture 25" in shell.out
    assert [each["pictures"] for each in shell.json("film", "list")] == [50]
    assert shell("film", "export", "FM-0001", tmp_path / "out.mp4") == 0
    assert pictures_in(tmp_path / "out.mp4") == pictures_in(tmp_path / "cartoon.mp4")
    assert sound_in(tmp_path / "out.mp4")[0] == 0
    assert shell.json("film", "export", "FM-0001", tmp_path / "out.wav")["bytes"] > 500_000
    with WavFile(tmp_path / "out.wav") as wav:
        assert wav.length == 96000
    assert shell("film", "export", "FM-0001", tmp_path / "sheet.txt") == 0
    assert "It jumps" in (tmp_path / "sheet.txt").read_text(encoding="utf-8")
    assert shell.json("film", "uncue", "FM-0001", "1")["cues"] == []


def test_a_film_that_moved_is_found_again(shell, tmp_path):
    moved = (tmp_path / "cartoon.mp4").rename(tmp_path / "moved.mp4")
    assert "not where it was" in shell.refuses("film", "export", "FM-0001", tmp_path / "out.mp4")
    assert shell("film", "moved", "FM-0001", moved) == 0
    assert shell("film", "export", "FM-0001", tmp_path / "out.mp4") == 0


def test_what_cannot_be_is_told_plainly(shell, tmp_path):
    assert "is no time" in shell.refuses("film", "cue", "FM-0001", "S-0001", "soon")
    assert "not in the film" in shell.refuses("film", "cue", "FM-0001", "S-0001", "9:00")
    assert "no sound of its own" in shell.refuses("film", "own", "FM-0001", "on")
    assert "no cue 1" in shell.refuses("film", "uncue", "FM-0001", "1")
    assert "not a film" in shell.refuses("film", "new", tmp_path / "boing.wav")
    assert "does not end in" in shell.refuses("film", "export", "FM-0001", tmp_path / "out.avi")
    assert shell("film", "own", "FM-0001", "off") == 0
    (tmp_path / "out.mp4").write_bytes(b"")
    assert "there already" in shell.refuses("film", "export", "FM-0001", tmp_path / "out.mp4")
