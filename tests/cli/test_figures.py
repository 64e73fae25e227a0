"""The numbers that the award asks for, by command."""

import pytest


def test_a_number_is_kept_and_laid_beside_its_text(shell):
    found = shell.json("audit", "figure", "o1:gold", 13, "--of", 150, "--note", "exams", "--role", "lead")
    assert found["words"] == "13 of 150 is 8.7 %: the text asks for at least 8 %."
    assert (found["met"], found["figure"]["note"]) == (True, "exams")
    assert shell("audit", "figure", "MT3:bronze", 5) == 0
    assert "people decide" in shell.out
    listed = {each["claim"]: each for each in shell.json("audit", "figures")}
    assert listed["O1:gold"] == found
    assert listed["MT3:bronze"]["met"] is None
    assert listed["LM1:silver"]["figure"] is None


def test_the_list_says_what_is_not_known_and_that_it_is_no_verdict(shell):
    assert shell("audit", "figures", "--phase", "primary") == 0
    assert "not known yet" in shell.out
    assert "GCSE" not in shell.out
    assert "not verdicts" in shell.out


def test_the_club_and_the_year_groups_are_counted(shell):
    for _ in range(6):
        shell("evidence", "happened", "club-session", "--year", "Y4")
    shell("evidence", "happened", "club-session", "--year", "Y4", "--date", "2020-10-05")
    assert shell.json("audit", "figure", "MT3:bronze", "--count")["figure"]["value"] == 6
    shell("evidence", "add", "--title", "Pans", "--criterion", "MT1:silver", "--year", "Y3", "--year", "Y4")
    found = shell.json("audit", "figure", "MT1:silver", "--count")
    assert (found["figure"]["value"], found["figure"]["of"], found["met"]) == (2, 7, False)
    assert "without any: EYFS, Y1, Y2, Y5, Y6" in found["figure"]["note"]


@pytest.mark.parametrize(
    "words",
    [
        ("MT2:gold", "6"),
        ("O1:gold", "20", "--of", "10"),
        ("C2:gold", "--count"),
        ("C2:gold", "60"),
        ("MT9:gold", "6"),
    ],
)
def test_what_cannot_be_laid_beside_a_text_is_refused(shell, words):
    shell.refuses("audit", "figure", *words)
    assert all(each["figure"] is None for each in shell.json("audit", "figures"))


def test_a_number_or_counting_but_not_both(shell):
    assert shell("audit", "figure", "MT3:bronze") == 2
    assert shell("audit", "figure", "MT3:bronze", "6", "--count") == 2
