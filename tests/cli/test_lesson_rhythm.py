"""The `lesson rhythm` commands."""

from studio.audio.files.wav import WavFile


def test_patterns_are_listed_shown_and_kept(shell):
    assert [each["rhythm"] for each in shell.json("lesson", "rhythm", "list")][:2] == ["march", "walk"]
    assert shell("lesson", "rhythm", "show", "walk", "--view", "notes") == 0
    assert "Clap: shh, ta, shh, ta" in shell.out
    kept = shell.json("lesson", "rhythm", "keep", "walk", "--title", "Our walk")
    assert (kept["rhythm"], kept["sound"]) == ("RY-0001", "S-0001")
    assert shell.json("lesson", "rhythm", "list")[0]["title"] == "Our walk"
    assert shell.json("lesson", "rhythm", "keep", "RY-0001")["rhythm"] == "RY-0001"
    assert shell.json("sound", "show", "S-0001")["origin"] == "made"


def test_a_rhythm_is_printed_and_exported(shell, tmp_path):
    assert shell.json("lesson", "rhythm", "print", "march", tmp_path / "m.pdf")["bytes"] > 1000
    assert "there already" in shell.refuses("lesson", "rhythm", "print", "march", tmp_path / "m.pdf")
    assert shell("lesson", "rhythm", "export", "march", tmp_path / "m.wav", "--bars", "2") == 0
    with WavFile(tmp_path / "m.wav") as wav:
        assert wav.length == 2 * round(48000 * 60 / 108 * 4)
    assert "there already" in shell.refuses("lesson", "rhythm", "export", "march", tmp_path / "m.wav")


def test_an_unknown_rhythm_is_told_plainly(shell):
    assert "march" in shell.refuses("lesson", "rhythm", "show", "marsh")
