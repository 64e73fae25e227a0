"""The `lesson` commands."""

import pytest

from tests.lessons.units.a_unit import SMALL, a_unit_file


def test_units_are_listed_and_narrowed(shell):
    every = shell.json("lesson", "list")
    assert len(every) >= 16
    assert "prepare" not in every[0]
    some = shell.json("lesson", "list", "--year", "y3", "--kit", "Water", "--criterion", "mt1:gold")
    assert [unit["id"] for unit in some] == ["Y3-B"]
    without = shell.json("lesson", "list", "--year", "Y3", "--without", "water", "--minutes", "50")
    assert "Y3-B" not in [unit["id"] for unit in without]
    assert [unit["id"] for unit in shell.json("lesson", "list", "--text", "old macdonald toys")] == ["EY-A"]
    assert shell.json("lesson", "list", "--subject", "science", "--text", "saucepan")[0]["id"] == "Y3-B"
    assert shell("lesson", "list", "--criterion", "O1") == 0
    assert "Ask for less" in shell.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["list", "--kit", "microfone"], "Did you mean “microphone”?"),
        (["list", "--subject", "alchemy"], "No unit has"),
        (["list", "--year", "Year 3"], "year group"),
        (["show", "Y3-C"], "Y3-"),
        (["sheet", "wrds"], "words"),
        (["taught", "Y3-B"], "what the class did"),
        (["taught", "KS2-A", "--used"], "who was taught"),
        (["remove", "Y3-B"], "comes with the program"),
        (["put-back", "X-1"], "No earlier"),
        (["add", "none.toml"], "cannot be read"),
    ],
)
def test_what_cannot_be_is_told_plainly(shell, words, said):
    assert said in shell.refuses("lesson", *words)


def test_a_unit_is_shown_whole(shell):
    assert shell("lesson", "show", "y3-b") == 0
    for words in ("Lasers, saucepans and space", "for you alone", "what you can say", "Going deeper"):
        assert words in shell.out
    shown = shell.json("lesson", "show", "Y3-B")
    assert shown["prepare"]
    assert shown["taught"] == []


@pytest.mark.parametrize("form", ["pdf", "docx", "html", "txt"])
def test_a_unit_is_printed(shell, tmp_path, form):
    out = tmp_path / f"unit.{form}"
    assert shell.json("lesson", "print", "Y3-B", out)["bytes"] == out.stat().st_size > 1000
    assert "there already" in shell.refuses("lesson", "print", "Y3-B", out)
    assert shell("lesson", "print", "Y3-B", out, "--overwrite") == 0


def test_a_lesson_that_was_taught_becomes_evidence(shell):
    assert shell("lesson", "taught", "Y3-B", "--recorded", "--changed", "--note", "Lift off!") == 0
    assert "evidence propose" in shell.out
    shell("evidence", "propose")
    (proposal,) = shell.json("evidence", "proposals")
    shell("evidence", "accept", proposal["id"])
    years = shell.json("coverage")["mt1_year_groups"]["Y3"]
    assert (years["bronze"], years["silver"], years["gold"]) == (0, 1, 1)
    assert len(shell.json("lesson", "show", "Y3-B")["taught"]) == 1
    assert shell("lesson", "show", "Y3-B") == 0
    assert "Taught on" in shell.out
    made = shell.json("lesson", "taught", "KS2-A", "--used", "--year", "Y4", "--date", "2026-09-10")
    assert (made["unit"], made["did"], made["date"]) == ("KS2-A", ["used"], "2026-09-10")


def test_a_lesson_said_by_mistake_is_taken_back(shell):
    made = shell.json("lesson", "taught", "Y3-B", "--used")
    assert shell("lesson", "untaught", made["id"]) == 0
    assert "Took back OC-0001" in shell.out
    assert shell.json("lesson", "show", "Y3-B")["taught"] == []
    assert "OC-0001" in shell.refuses("lesson", "untaught", "OC-0001")


def test_a_school_adds_replaces_removes_and_brings_back_its_own(shell, tmp_path):
    file = a_unit_file(tmp_path)
    assert shell("lesson", "add", file, "--check") == 0
    assert len(shell.json("lesson", "list", "--text", "caretaker bells")) == 0
    assert shell.json("lesson", "add", file)["is_own"]
    assert [
        unit["id"] for unit in shell.json("lesson", "list", "--kit", "objects", "--text", "caretaker")
    ] == ["OUR-BELLS"]
    assert "already" in shell.refuses("lesson", "add", file)
    a_unit_file(tmp_path, ("Our bells", "All bells"))
    assert shell("lesson", "add", file, "--replace") == 0
    assert shell("lesson", "put-back", "our-bells") == 0
    assert "Our bells" in shell.out
    assert shell("lesson", "remove", "OUR-BELLS") == 0
    assert "There is no unit" in shell.refuses("lesson", "show", "OUR-BELLS")
    assert shell("lesson", "put-back", "OUR-BELLS") == 0
    assert shell("lesson", "show", "OUR-BELLS") == 0


def test_a_fault_is_told_by_file_and_line(shell, tmp_path):
    file = tmp_path / "mine.toml"
    file.write_text(SMALL.replace("minutes = 45", "minutes = 30"), encoding="utf-8")
    said = shell.refuses("lesson", "add", file)
    assert said.startswith("mine.toml, line 9, minutes: ")


def test_several_faults_are_told_at_once(shell, tmp_path):
    file = tmp_path / "mine.toml"
    file.write_text(
        SMALL.replace('"pitch"', '"pich"').replace("lessons = 2", "lessons = 0"), encoding="utf-8"
    )
    assert shell("lesson", "add", file) == 1
    first, second, last = shell.err.splitlines()
    assert first.startswith("mine.toml, line 8, dimensions")
    assert second.startswith("mine.toml, line 10, lessons")
    assert "mine.toml has 2 faults." in last


def test_a_file_that_somebody_spoilt_is_told_beside_the_list(shell, tmp_path):
    shell("lesson", "add", a_unit_file(tmp_path))
    kept = tmp_path / "library" / "lessons" / "own-our-bells.toml"
    kept.write_text(SMALL.replace("[look_fors]", "[look]"), encoding="utf-8")
    assert shell("lesson", "list", "--year", "Y3") == 0
    assert "OUR-BELLS" not in shell.out
    assert "Left out: own-our-bells.toml" in shell.err


def test_a_template_is_written_and_can_be_added(shell, tmp_path):
    file = tmp_path / "our-lesson.toml"
    assert shell("lesson", "template", file, "--from", "Y3-B") == 0
    assert shell("lesson", "add", file) == 0
    assert "OUR-LESSON" in shell.out
    assert "there already" in shell.refuses("lesson", "template", file)


def test_sheets_are_listed_read_and_printed(shell, tmp_path):
    names = [each["sheet"] for each in shell.json("lesson", "sheet")]
    assert {"words", "good-recording", "progression", "listening", "ideas", "questions"} <= set(names)
    for name in names:
        assert shell("lesson", "sheet", name) == 0
        assert len(shell.out) > 500
    assert shell.json("lesson", "sheet", "words")["text"]
    assert shell("lesson", "sheet", "listening", tmp_path / "sheet.pdf") == 0
    assert shell.json("lesson", "sheet", "words", tmp_path / "words.docx")["bytes"] > 1000
    assert shell("lesson", "words") == 0
    assert "mouse" in shell.out
    assert len(shell.json("lesson", "words")) == 8


def test_a_name_is_no_code_of_who_taught_it(shell):
    taught = ("lesson", "taught", "Y3-B", "--recorded", "--by")
    assert "is not a code" in shell.refuses(*taught, "Bob")
    assert shell(*taught, "staff") == 0
    assert shell(*taught, "staff-1") == 0


def test_no_unit_may_do_without_any_kit_and_that_is_no_fault(shell):
    assert shell.json("lesson", "list", "--kit", "none") == []
    assert "No unit has “banjo”" in shell.refuses("lesson", "list", "--kit", "banjo")
