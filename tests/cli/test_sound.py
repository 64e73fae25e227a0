import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
import soundfile

from tests.builders import a_sine, a_wav

SHAPE = {"id", "title", "seconds", "samplerate", "channels", "sha256"}


@pytest.fixture
def a_file(tmp_path) -> Path:
    return a_wav(tmp_path / "take.wav", a_sine(3.2))


def test_add_answers_in_the_promised_shape(shell, tmp_path, a_file):
    sound = shell.json(
        "sound", "add", a_file, "--title", "Saucepan laser", "--year", "Y4", "--by", "Y4-heron"
    )
    assert set(sound) >= SHAPE
    assert sound["title"] == "Saucepan laser"
    assert sound["seconds"] == pytest.approx(3.2)
    assert (sound["samplerate"], sound["channels"]) == (48000, 1)
    original = tmp_path / "library" / "originals" / f"{sound['sha256']}.wav"
    assert hashlib.sha256(original.read_bytes()).hexdigest() == sound["sha256"]
    assert shell.json("sound", "list") == [sound]


def test_the_library_may_be_said_with_an_option(shell, tmp_path, a_file):
    shell.json("sound", "add", a_file, "--title", "A", "--library", tmp_path / "other")
    assert shell.json("sound", "list") == []
    assert len(shell.json("sound", "list", "--library", tmp_path / "other")) == 1


def test_an_edit_is_a_recipe_that_can_be_taken_back(shell, tmp_path, a_file):
    id_ = shell.json("sound", "add", a_file, "--title", "A")["id"]
    edited = shell.json("sound", "edit", id_, "trim 1 2.5", "fade-out 0.5")
    assert edited["recipe"] == ["trim 1 2.5", "fade-out 0.5"]
    assert edited["seconds"] == pytest.approx(1.5)
    assert shell.json("sound", "undo", id_)["recipe"] == ["trim 1 2.5"]
    assert shell.json("sound", "undo", id_)["recipe"] == []
    assert shell.json("sound", "redo", id_)["recipe"] == ["trim 1 2.5"]
    assert shell("sound", "export", id_, tmp_path / "out.wav") == 0
    assert soundfile.info(tmp_path / "out.wav").frames == 72000


def test_an_edit_that_leaves_nothing_is_refused_and_not_stored(shell, a_file):
    id_ = shell.json("sound", "add", a_file, "--title", "A")["id"]
    shell.refuses("sound", "edit", id_, "trim 60")
    assert shell.json("sound", "show", id_)["recipe"] == []


def test_the_bin_gives_back(shell, a_file):
    id_ = shell.json("sound", "add", a_file, "--title", "A")["id"]
    shell("sound", "bin", id_)
    assert shell.json("sound", "list") == []
    assert [sound["id"] for sound in shell.json("sound", "list", "--bin")] == [id_]
    shell("sound", "unbin", id_)
    assert len(shell.json("sound", "list")) == 1


def test_a_title_is_never_markup_nor_a_path(shell, a_file):
    title = "[/bold] Ó'Néill <script> ../../x =HYPERLINK(1)"
    id_ = shell.json("sound", "add", a_file, "--title", title)["id"]
    assert shell.json("sound", "show", id_)["title"] == title
    assert shell("sound", "list") == 0
    assert title in shell.out


def test_a_name_is_not_a_code(shell, a_file):
    shell.refuses("sound", "add", a_file, "--title", "A", "--by", "Amelia Jones")
    assert shell.json("sound", "list") == []


def test_an_unknown_sound_is_refused(shell):
    shell.refuses("sound", "show", "S-9999")
    shell.refuses("sound", "export", "../../x", "out.wav")


def test_a_damaged_overview_is_made_again(shell, tmp_path, a_file):
    sound = shell.json("sound", "add", a_file, "--title", "A")
    (kept,) = (tmp_path / "library" / "overviews").iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(whole[:20])
    shell.json("sound", "edit", sound["id"], "normalise")
    assert kept.read_bytes() == whole


def test_the_same_sound_twice_shares_its_original(shell, tmp_path, a_file):
    first = shell.json("sound", "add", a_file, "--title", "A")
    second = shell.json("sound", "add", a_file, "--title", "B")
    assert first["id"] != second["id"]
    assert len(list((tmp_path / "library" / "originals").iterdir())) == 1


def test_nothing_is_left_of_an_import_that_failed(shell, tmp_path, a_file):
    shell.json("sound", "add", a_file, "--title", "A")
    before = sorted(p for p in (tmp_path / "library").rglob("*"))
    bad = tmp_path / "bad.mp3"
    bad.write_bytes(b"not a sound")
    shell.refuses("sound", "add", bad, "--title", "B")
    assert sorted(p for p in (tmp_path / "library").rglob("*")) == before


def test_stereo_at_another_rate_keeps_its_shape(shell, tmp_path):
    clip = replace(a_sine(1, samplerate=44100, channels=2))
    sound = shell.json("sound", "add", a_wav(tmp_path / "s.wav", clip), "--title", "S")
    assert (sound["samplerate"], sound["channels"]) == (44100, 2)


def test_the_library_may_be_said_before_the_command_too(shell, tmp_path, a_file):
    shell.json("--library", tmp_path / "other", "sound", "add", a_file, "--title", "A")
    assert shell.json("sound", "list") == []
    assert len(shell.json("sound", "list", "--library", tmp_path / "other")) == 1


def test_undo_and_redo_say_so_when_there_is_nothing_to_do(shell, a_file):
    id_ = shell.json("sound", "add", a_file, "--title", "A")["id"]
    assert shell("sound", "undo", id_) == 0
    assert "no step to take back" in shell.out
    shell("sound", "edit", id_, "reverse")
    for command, said in (("undo", "one step back"), ("redo", "step again"), ("redo", "nothing to do again")):
        assert shell("sound", command, id_) == 0
        assert said in shell.out


def test_whose_a_sound_is_is_shown(shell, a_file):
    added = shell.json("sound", "add", a_file, "--title", "A", "--year", "Y4", "--credit", "Jo, CC0\nX")
    assert shell("sound", "show", added["id"]) == 0
    assert "by Y4" in shell.out
    assert "credit: Jo, CC0" in shell.out


def test_the_edit_clinic_comes_in_once_and_its_cards_say_what_is_wrong(shell):
    titles = [each["title"] for each in shell.json("sound", "clinic")]
    assert len(titles) == 6
    assert shell("sound", "clinic") == 0
    assert [each["title"] for each in shell.json("sound", "list")] == titles
    cards = shell.json("sound", "clinic", "--cards")
    assert [each["title"] for each in cards] == titles
    assert shell("sound", "clinic", "--cards") == 0
    assert cards[0]["wrong"] in shell.out
