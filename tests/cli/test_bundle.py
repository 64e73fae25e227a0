import json
import zipfile

import pytest

from evidence.award.statement import Statements
from evidence.library import Library
from evidence.safety.releases import Releases
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


def test_a_bundle_of_parts_is_checked_by_its_list(shell, tmp_path):
    for criterion in ("MT1", "C2"):
        film = tmp_path / f"{criterion}.mp4"
        film.write_bytes(bytes(9_000_000))
        words = ("--title", criterion, "--criterion", f"{criterion}:silver", "--year", "Y4")
        shell.json("evidence", "add", *words, "--file", film)
    refused = shell.refuses("bundle", tmp_path / "e.zip", "--preset", "e-mail")
    assert "more than the 15.0 MB" in refused
    sealed = shell.json("bundle", tmp_path / "e.zip", "--preset", "e-mail", "--split")
    assert sealed["entries"] == 2
    assert len(sealed["parts"]) == 2
    assert shell.json("verify", sealed["out"], "--receipt", sealed["receipt"]) == {
        "valid": True,
        "faults": [],
    }
    (tmp_path / "e_part2.zip").unlink()
    assert shell("verify", sealed["out"]) == 1
    assert "Missing (missing):\n  e_part2.zip" in shell.err


def test_what_stays_out_is_said_in_words(shell, tmp_path):
    for code in ("Y4-heron", "Y4-otter"):
        sound = shell.json(
            "sound", "add", a_wav(tmp_path / f"{code}.wav", a_sine()), "--title", "Pan", "--by", code
        )
        words = ("--criterion", "MT1:silver", "--year", "Y4", "--sound", sound["id"])
        shell.json("evidence", "add", "--title", f"Hunt of {code}", *words)
    Releases(Library.open(tmp_path / "library")).set("Y4-heron", "hub-bundle", "no")
    assert shell("bundle", tmp_path / "e.zip") == 0
    assert "Left out: 1 entry that may not leave." in shell.out
    assert "Hunt of Y4-heron: There is a “no” for the bundle for the hub: Y4-heron." in shell.out
    left = [entry["id"] for entry in shell.json("evidence", "list") if "heron" in entry["title"]]
    assert "may not go into this bundle" in shell.refuses("bundle", tmp_path / "f.zip", "--entry", left[0])


def test_a_word_that_is_no_size_is_told(shell, a_bundle, tmp_path):
    assert "Did you mean “e-mail”" in shell.refuses("bundle", tmp_path / "e.zip", "--preset", "email")


def test_what_was_sealed_is_listed_and_its_slip_printed(shell, a_bundle, tmp_path):
    path, receipt = a_bundle
    (record,) = shell.json("bundles")
    assert (record["path"], record["receipt"], record["version"]) == (str(path), receipt, 1)
    assert shell("bundles") == 0
    assert receipt in shell.out
    assert shell.json("bundles", "--slip", "b-0001", tmp_path / "slip.html")["out"]
    slip = (tmp_path / "slip.html").read_text(encoding="utf-8")
    assert all(word in slip for word in receipt.split())
    assert "<script" not in slip
    Statements(Library.open(tmp_path / "library")).add("We stand by it. <b>", role="head")
    assert shell("bundles", "--slip", "B-0001", tmp_path / "slip.html") == 0
    slip = (tmp_path / "slip.html").read_text(encoding="utf-8")
    assert "We stand by it. &lt;b&gt;" in slip
    assert "Stated by the school&#39;s head" in slip or "Stated by the school's head" in slip
    shell.refuses("bundles", "--slip", "B-0002", tmp_path / "slip.html")
    shell.refuses("bundles", "--slip", "B-0001", tmp_path / "slip.pdf")
    shell.refuses("bundles", "--slip", "B-0001", tmp_path / "none" / "slip.html")


def test_a_bundle_that_was_not_announced_is_told_from_one_that_was_changed(shell, a_bundle):
    path, receipt = a_bundle
    other = " ".join(reversed(receipt.split()))
    assert shell("verify", path, "--receipt", other) == 1
    assert "not the bundle that your eight words belong to" in shell.err
    assert "In itself it is as it was" in shell.err
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    assert shell("verify", path, "--receipt", receipt) == 1
    assert "This bundle is not as it was sealed" in shell.err
    assert "Nothing is wrong with the other" in shell.err


def test_a_stranger_is_told_what_to_ask_to_hear(shell, a_bundle):
    path, receipt = a_bundle
    assert shell("verify", path) == 0
    assert receipt in shell.out
    assert "EV-2026-0001  Sound hunt" in shell.out
    assert shell("verify", path, "--receipt", receipt) == 0
    assert "it is the bundle that was announced" in shell.out


def test_what_cannot_be_read_is_not_called_changed(shell, tmp_path):
    assert shell("verify", tmp_path / "missing.zip") == 1
    assert "cannot be read as a bundle" in shell.err
    assert "There is no such file." in shell.err


def test_a_hostile_bundle_cannot_steer_the_terminal(shell, tmp_path):
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr("a/\x1b[2J\u202egpj.exe", "out you go")
    assert shell("verify", tmp_path / "x.zip") == 1
    assert "\x1b" not in shell.err
    assert "\u202e" not in shell.err
