"""The `lesson compare` commands."""

import pytest

from tests.builders import a_sine, a_wav


@pytest.fixture(autouse=True)
def two_sounds(shell, tmp_path):
    for title in ("Rain", "Laser"):
        wav = a_wav(tmp_path / f"{title}.wav", a_sine(0.3, hertz=300 + len(title)))
        shell("sound", "add", wav, "--title", title, "--year", "Y4")


def test_two_sounds_are_compared_by_commands(shell, tmp_path):
    assert shell("lesson", "compare", "list") == 0
    assert "None yet" in shell.out
    assert shell.json("lesson", "compare", "start", "S-0001", "S-0002")["id"] == "CP-0001"
    noted = shell.json("lesson", "compare", "note", "CP-0001", "tempo", "--a", "walking", "--b", "running")
    assert noted["answers"] == [{"dimension": "tempo", "a": "walking", "b": "running"}]
    assert shell("lesson", "compare", "said", "CP-0001", "B is brighter.") == 0
    assert shell("lesson", "compare", "happened", "CP-0001") == 0
    assert "Written down as OC-0001" in shell.out
    assert shell("lesson", "compare", "show", "CP-0001") == 0
    assert "How fast is it? A: walking, B: running." in shell.out
    assert shell("lesson", "compare", "print", "CP-0001", tmp_path / "sheet.txt") == 0
    assert "B is brighter." in (tmp_path / "sheet.txt").read_text(encoding="utf-8")
    assert [each["id"] for each in shell.json("lesson", "compare", "list")] == ["CP-0001"]


def test_what_cannot_be_is_told_plainly(shell):
    assert "S-0009" in shell.refuses("lesson", "compare", "start", "S-0001", "S-0009")
    shell("lesson", "compare", "start", "S-0001", "S-0002")
    assert "running" in shell.refuses("lesson", "compare", "note", "CP-0001", "tempo", "--a", "runing")
    assert "Nothing is written down" in shell.refuses("lesson", "compare", "happened", "CP-0001")
