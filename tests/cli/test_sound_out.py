import sys
from pathlib import Path

import pytest

from studio.giving import audacity
from tests.builders import a_sine, a_wav


@pytest.fixture
def ids(shell, tmp_path) -> list[str]:
    """One of our own, and one found elsewhere."""
    made = []
    for name in ("Saucepan laser", "7__a_maker__rain"):
        file = a_wav(tmp_path / f"{name}.wav", a_sine(0.5))
        made.append(shell.json("sound", "add", file, "--title", name.split("__")[-1], "--year", "Y4")["id"])
    return made


def test_give_writes_a_folder_with_credits_and_says_what_went(shell, tmp_path, ids):
    given = shell.json("sound", "give", tmp_path / "out", *ids, "--as", "wav")
    assert given["files"] == ["01 Saucepan laser.wav", "02 rain.wav", "Credits.txt"]
    assert "a maker" in (tmp_path / "out" / "Credits.txt").read_text()
    assert "already" in shell.refuses("sound", "give", tmp_path / "out", *ids)


def test_what_may_not_be_heard_there_is_refused_or_left_out(shell, tmp_path, ids):
    assert "not said whose" in shell.refuses("sound", "give", tmp_path / "out", *ids, "--to", "website")
    given = shell.json("sound", "give", tmp_path / "out", *ids, "--to", "website", "--leave-out")
    assert given["files"] == ["01 rain.mp3", "Credits.txt"]
    assert [each["id"] for each in given["held"]] == ids[:1]
    assert given["remarks"] == ["“rain” needs a yes from its maker first."]


def test_slides_are_made(shell, tmp_path, ids):
    out = tmp_path / "our sounds.pptx"
    assert shell("sound", "slides", out, *ids) == 0
    assert "our sounds.pptx" in shell.out
    assert out.read_bytes().startswith(b"PK")
    shell.refuses("sound", "slides", out, *ids)
    assert shell("sound", "slides", out, *ids, "--overwrite") == 0
    shell.refuses("sound", "slides", tmp_path / "x.odp", *ids)


def test_credits_name_whom_to_thank(shell, ids):
    assert [each["id"] for each in shell.json("sound", "credits")] == ids[1:]
    shell("sound", "credits")
    assert "a maker" in shell.out
    shell("sound", "credits", ids[0])
    assert "nobody to thank" in shell.out


def test_audacity_gets_a_copy_as_the_sound_is_now(shell, tmp_path, ids, monkeypatch):
    opened = tmp_path / "opened.txt"
    program = tmp_path / "audacity"
    program.write_text(f'#!{sys.executable}\nimport sys\nopen({str(opened)!r}, "w").write(sys.argv[1])\n')
    program.chmod(0o755)
    monkeypatch.setattr(audacity, "find_audacity", lambda: program)
    copy = Path(shell.json("sound", "audacity", ids[0])["out"])
    assert copy.is_file()
    assert copy.parent.name == "for Audacity"


def test_without_audacity_it_is_said(shell, ids, monkeypatch):
    monkeypatch.setattr(audacity, "find_audacity", lambda: None)
    assert "not on this computer" in shell.refuses("sound", "audacity", ids[0])
