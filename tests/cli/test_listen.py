"""What is in a sound, as a command: in words, as JSON, with a picture."""

import json

import pytest

from evidence.library import Library
from studio.audio.analysis.findings import Beat, Findings, HeardNote
from studio.audio.recipe import Recipe
from studio.errors import StudioError
from tests.builders import a_sine, a_wav


@pytest.fixture(autouse=True)
def asked(monkeypatch) -> list[tuple[str, list[str]]]:
    """What was listened to; librosa has tests of its own."""
    seen = []

    def listen(path, recipe: Recipe, told) -> Findings:
        told("compiling", 0.0)
        told("compiling", 0.0)
        seen.append((path.suffix, recipe.texts()))
        note = HeardNote(0.0, 1.0, 69.05, True)
        return Findings(1.0, (69.05,) * 43, (note,), Beat(120.04, 60.02, 0.93))

    monkeypatch.setattr("studio.audio.analysis.apart.listen_apart", listen)
    return seen


def test_a_file_is_told_by_the_words_of_music_lessons(shell, tmp_path):
    assert shell("listen", str(a_wav(tmp_path / "a.wav", a_sine()))) == 0
    assert "pitch" in shell.out
    assert "Mostly one note, A." in shell.out
    assert "A steady beat, about 120 a minute." in shell.out
    assert shell.err.count("The first time takes up to a minute.") == 1


def test_its_json_has_every_figure(shell, tmp_path):
    assert shell("listen", str(a_wav(tmp_path / "a.wav", a_sine(1.0))), "--json") == 0
    found = json.loads(shell.out)
    assert found["main_note"] == {"note": "A4", "cents": 5.0, "hertz": 441.27}
    assert found["tempo"] == {"bpm": 120.0, "or_bpm": 60.0, "sureness": 0.93}
    assert found["onsets"] == [0.0]
    assert len(found["loudness"]["levels_dbfs"]) == 20
    assert found["notes"][0]["steady"] is True
    assert found["brightness_hertz"] == pytest.approx(440, abs=10)
    assert {each["dimension"] for each in found["words"]} >= {"pitch", "tempo", "silence"}
    assert found["picture"] is None


def test_the_picture_goes_where_one_says(shell, tmp_path):
    out = tmp_path / "picture.png"
    assert shell("listen", str(a_wav(tmp_path / "a.wav", a_sine())), "--picture", str(out)) == 0
    assert out.read_bytes().startswith(b"\x89PNG")
    assert f"Made {out}." in shell.out
    assert shell("listen", str(tmp_path / "a.wav"), "--picture", str(tmp_path / "no" / "x.png")) == 1


def test_what_is_no_sound_is_said_in_two_sentences(shell, tmp_path, monkeypatch):
    (tmp_path / "a.wav").write_text("no sound", encoding="utf-8")
    assert shell("listen", str(tmp_path / "a.wav")) == 1
    assert shell.err.count(".") >= 2

    def breaks_off(*_):
        raise StudioError("The close listening broke off.", "Try again.")

    monkeypatch.setattr("studio.audio.analysis.apart.listen_apart", breaks_off)
    assert shell("listen", str(a_wav(tmp_path / "b.wav", a_sine()))) == 1


def test_a_librarys_sound_is_heard_as_its_steps_leave_it(shell, tmp_path, asked):
    home = str(tmp_path / "library")
    Library.open(tmp_path / "library", create=True, school="Oak School")
    assert (
        shell("sound", "add", str(a_wav(tmp_path / "a.wav", a_sine(2.0))), "--title", "A", "--library", home)
        == 0
    )
    assert shell("sound", "edit", "S-0001", "trim 0 1.5", "--library", home) == 0
    assert shell("sound", "listen", "S-0001", "--library", home, "--json") == 0
    assert json.loads(shell.out)["seconds"] == 1.5
    assert asked == [(".wav", ["trim 0 1.5"])]
    assert shell("sound", "listen", "S-0001", "--library", home) == 0
    assert len(asked) == 1, "it is known already"
    out = tmp_path / "p.png"
    assert shell("sound", "listen", "S-0001", "--library", home, "--picture", str(out)) == 0
    assert out.exists()
