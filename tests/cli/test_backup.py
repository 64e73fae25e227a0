from tests.builders import a_sine, a_wav


def a_used_library(shell, tmp_path) -> None:
    sound = shell.json("sound", "add", a_wav(tmp_path / "t.wav", a_sine()), "--title", "Pan")
    words = ("--criterion", "MT1:silver", "--year", "Y4", "--sound", sound["id"])
    shell.json("evidence", "add", "--title", "Sound hunt", *words)


def test_what_was_backed_up_comes_back(shell, tmp_path):
    a_used_library(shell, tmp_path)
    told = shell.json("backup", tmp_path / "backups", "--keep", "3")
    assert told["faults"] == told["left_out"] == []
    assert told["new_bytes"] == told["bytes"] > 90_000
    restored = shell.json("restore", told["backup"], tmp_path / "again")
    assert (restored["sounds"], restored["entries"]) == (1, 1)
    (entry,) = shell.json("evidence", "list", "--library", tmp_path / "again")
    assert entry["title"] == "Sound hunt"
    assert shell("bundle", tmp_path / "b.zip", "--library", tmp_path / "again") == 0


def test_without_a_place_the_backups_lie_beside_the_library(shell, tmp_path):
    a_used_library(shell, tmp_path)
    assert shell("backup") == 0
    assert "read back and compared" in shell.out
    (made,) = (tmp_path / "library backups").iterdir()
    assert shell("restore", made, tmp_path / "again") == 0
    assert "Restored 1 sound and 1 entry" in shell.out


def test_a_zip_is_one_file(shell, tmp_path):
    a_used_library(shell, tmp_path)
    assert shell("backup", tmp_path / "safe.zip") == 0
    assert shell("restore", tmp_path / "safe.zip", tmp_path / "again") == 0
    assert "is there already" in shell.refuses("backup", tmp_path / "safe.zip")
    assert shell("backup", tmp_path / "other.zip", "--keep", "3") == 2


def test_a_library_that_is_not_whole_is_told(shell, tmp_path):
    a_used_library(shell, tmp_path)
    for original in (tmp_path / "library" / "originals").iterdir():
        original.unlink()
    assert shell("backup") == 0
    assert "The library itself is not whole" in shell.err
    assert ".wav is missing." in shell.err


def test_what_cannot_be_done_is_said(shell, tmp_path):
    assert "no library" in shell.refuses("backup")
    assert not (tmp_path / "library").exists()
    assert "is no backup" in shell.refuses("restore", tmp_path / "none", tmp_path / "again")
    a_used_library(shell, tmp_path)
    shell("backup", tmp_path / "safe.zip")
    assert "not empty" in shell.refuses("restore", tmp_path / "safe.zip", tmp_path / "library")


def test_the_daily_place_is_chosen_listed_and_given_up(shell, tmp_path):
    a_used_library(shell, tmp_path)
    assert shell("backup", "--list") == 0
    assert "No backup can be found" in shell.out
    assert shell("backup", tmp_path / "stick", "--daily") == 0
    assert "every day" in shell.out
    told = shell.json("backup", "--list")
    assert told["daily"] == str(tmp_path / "stick")
    assert len(told["backups"]) == 1
    shell.json("backup")
    assert len(shell.json("backup", "--list")["backups"]) == 2
    assert shell.json("backup", "--no-daily") == {"daily": None}
    assert shell.json("backup", "--list")["daily"] is None
    assert shell("backup", "--daily", "--list") == 2
    assert shell("backup", tmp_path / "x.zip", "--daily") == 2
