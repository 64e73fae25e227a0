from datetime import date

import pytest

from tests.builders import a_sine, a_wav


def add(shell, *words):
    return shell.json("evidence", "add", "--title", "Sound hunt", *words)


def test_add_answers_in_the_promised_shape(shell, tmp_path):
    sound = shell.json("sound", "add", a_wav(tmp_path / "t.wav", a_sine()), "--title", "Pan")
    shell("sound", "edit", sound["id"], "reverse")
    (tmp_path / "plan.txt").write_text("starter, input", encoding="utf-8")
    entry = add(
        shell,
        *("--criterion", "MT3:gold", "--criterion", "C6:silver", "--year", "Y4", "--year", "Y5"),
        *(
            "--date",
            "2026-01-21",
            "--sound",
            sound["id"],
            "--file",
            tmp_path / "plan.txt",
            "--impact",
            "They asked.",
        ),
    )
    assert entry["criteria"] == ["MT3:gold", "C6:silver"]
    assert entry["year_groups"] == ["Y4", "Y5"]
    assert entry["date_happened"] == "2026-01-21"
    assert entry["date_recorded"].startswith(date.today().isoformat()[:4])
    assert entry["impact"] == "They asked."
    assert entry["sounds"][0]["sound_id"] == sound["id"]
    assert entry["files"][0]["name"] == "plan.txt"
    assert shell.json("evidence", "list") == [entry]
    assert shell("evidence", "show", entry["id"]) == 0
    assert "play it backwards" in shell.out


def test_a_later_edit_does_not_change_the_evidence(shell, tmp_path):
    sound = shell.json("sound", "add", a_wav(tmp_path / "t.wav", a_sine()), "--title", "Pan")
    entry = add(shell, "--criterion", "MT1:silver", "--year", "Y4", "--sound", sound["id"])
    shell("sound", "edit", sound["id"], "reverse")
    assert shell.json("evidence", "show", entry["id"]) == entry


def test_coverage_counts_entries(shell):
    add(shell, "--criterion", "MT1:silver", "--criterion", "MT3:gold", "--year", "Y4", "--year", "Y5")
    add(shell, "--criterion", "MT1:silver", "--year", "Y4")
    counted = shell.json("coverage")
    assert len(counted["criteria"]) == 29
    assert counted["criteria"]["MT1"] == {"bronze": 0, "silver": 2, "gold": 0}
    assert counted["criteria"]["MT3"] == {"bronze": 0, "silver": 0, "gold": 1}
    assert counted["mt1_year_groups"]["Y4"] == {"bronze": 0, "silver": 2, "gold": 0}
    assert counted["mt1_year_groups"]["Y5"]["silver"] == 1
    assert counted["mt1_year_groups"]["Y6"]["silver"] == 0
    assert shell("coverage") == 0
    assert "not a verdict" in shell.out


@pytest.mark.parametrize(
    "words",
    [
        ("--criterion", "MT9:gold", "--year", "Y4"),
        ("--criterion", "MT1:platinum", "--year", "Y4"),
        ("--criterion", "MT1:gold", "--year", "Y99"),
        ("--criterion", "MT1:gold", "--year", "Y4", "--date", "2999-01-01"),
        ("--criterion", "MT1:gold", "--year", "Y4", "--sound", "S-9999"),
        ("--criterion", "MT1:gold", "--year", "Y4", "--file", "missing.txt"),
        ("--criterion", "MT1:gold", "--year", "Y4", "--by", "Amelia Jones"),
    ],
)
def test_what_cannot_be_is_refused_and_not_stored(shell, words):
    shell.refuses("evidence", "add", "--title", "Sound hunt", *words)
    assert shell.json("evidence", "list") == []


def test_an_empty_list_says_what_to_do(shell):
    assert shell("evidence", "list") == 0
    assert "evidence add" in shell.out
