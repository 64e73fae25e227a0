import json
import zipfile

import pytest

from tests.builders import a_sine, a_wav


@pytest.fixture
def a_bundle(shell, tmp_path):
    sound = shell.json("sound", "add", a_wav(tmp_path / "t.wav", a_sine()), "--title", "Pan")
    words = ("--criterion", "MT1:silver", "--year", "Y4", "--sound", sound["id"])
    shell.json("evidence", "add", "--title", "Sound hunt", *words)
    sealed = shell.json("bundle", tmp_path / "evidence.zip")
    assert sealed["entries"] == 1
    assert len(sealed["receipt"].split()) == 8
    return tmp_path / "evidence.zip", sealed["receipt"]


def test_a_sealed_bundle_is_valid(shell, a_bundle):
    path, receipt = a_bundle
    assert shell.json("verify", path) == {"valid": True, "faults": []}
    assert shell.json("verify", path, "--receipt", receipt) == {"valid": True, "faults": []}
    assert shell("verify", path) == 0
    assert "A seal does not show" in shell.out


def test_a_changed_bundle_is_not(shell, a_bundle):
    path, _ = a_bundle
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    assert shell("verify", path, "--json") == 1
    verdict = json.loads(shell.out)
    assert verdict["valid"] is False
    assert verdict["faults"][0]["kind"] == "changed"
    assert shell("verify", path) == 1
    assert shell.out == ""


def test_what_is_no_bundle_is_refused(shell, tmp_path):
    (tmp_path / "x.zip").write_bytes(b"hello")
    assert shell("verify", tmp_path / "x.zip", "--json") == 1
    assert json.loads(shell.out)["faults"][0]["kind"] == "unreadable"
    with zipfile.ZipFile(tmp_path / "y.zip", "w") as archive:
        archive.writestr("../../evil.txt", "out you go")
    assert shell("verify", tmp_path / "y.zip", "--json") == 1
    assert "unsafe" in {fault["kind"] for fault in json.loads(shell.out)["faults"]}
    assert shell("verify", tmp_path / "missing.zip", "--json") == 1


def test_a_bundle_is_not_written_over_by_accident(shell, a_bundle, tmp_path):
    path, _ = a_bundle
    shell.refuses("bundle", path)
    assert shell("bundle", path, "--overwrite") == 0
    shell.refuses("bundle", tmp_path / "evidence.txt")
    shell.refuses("bundle", tmp_path / "nowhere" / "evidence.zip")


def test_an_empty_library_has_nothing_to_seal(shell, tmp_path):
    shell.refuses("bundle", tmp_path / "evidence.zip")
    assert not (tmp_path / "evidence.zip").exists()


def test_the_wording_that_the_school_loaded_is_the_wording_in_the_bundle(shell, tmp_path, a_bundle):
    row = "MT1\tMusic technology\tAccess\tsilver\tEverybody records."
    table = f"criterion\tarea\ttitle\tlevel\tdescriptor\n{row}\n"
    (tmp_path / "official.tsv").write_text(table, encoding="utf-8")
    shell.json("rubric", "wording", tmp_path / "official.tsv")
    shell.json("bundle", tmp_path / "again.zip")
    assert b"Everybody records." in (tmp_path / "again.zip").read_bytes()
    assert b"Everybody records." not in a_bundle[0].read_bytes()
