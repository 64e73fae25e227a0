def test_the_doctor_looks_at_everything_and_says_what_to_do(shell):
    findings = shell.json("doctor")
    assert {f["check"] for f in findings} >= {"Python", "microphone", "terminal", "disk", "files", "library"}
    assert all(f["what"].endswith(".") for f in findings)
    assert all(f["fix"] for f in findings if not f["ok"])


def test_a_damaged_log_is_found(shell, tmp_path):
    shell.json("evidence", "add", "--title", "A", "--criterion", "MT1:gold", "--year", "Y4")
    log = tmp_path / "library" / "log.jsonl"
    log.write_bytes(log.read_bytes().replace(b"Z", b"Y").replace(b'"', b"'"))
    (library,) = [f for f in shell.json("doctor") if f["check"] == "library"]
    assert not library["ok"]
    assert library["fix"]


def test_a_folder_that_is_no_library_is_found(shell, tmp_path):
    folder = tmp_path / "photos"
    folder.mkdir()
    (folder / "cat.txt").write_text("meow", encoding="utf-8")
    (library,) = [f for f in shell.json("doctor", "--library", folder) if f["check"] == "library"]
    assert not library["ok"]
    assert [p.name for p in folder.iterdir()] == ["cat.txt"]


def test_a_file_in_the_place_of_the_library_is_found(shell, tmp_path):
    (tmp_path / "library").write_text("meow", encoding="utf-8")
    (library,) = [f for f in shell.json("doctor") if f["check"] == "library"]
    assert not library["ok"]
    assert library["fix"]


def test_a_pin_that_cannot_be_read_is_found(shell, tmp_path):
    assert shell("school", "Oak School") == 0
    (tmp_path / "library" / "adult.json").write_text("{", encoding="utf-8")
    (library,) = [f for f in shell.json("doctor") if f["check"] == "library"]
    assert "adult.json" in library["what"]
