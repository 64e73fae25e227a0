"""Listing, finding and choosing evidence by command."""

from datetime import date

import pytest

from tests.builders import a_sine, a_wav


def add(shell, title: str, claim: str = "MT1:silver", *words: object) -> dict:
    return shell.json("evidence", "add", "--title", title, "--criterion", claim, "--year", "Y4", *words)


@pytest.fixture
def year(shell) -> None:
    add(shell, "Saucepans", "MT1:silver", "--date", "2026-01-21", "--happened", "We hit them.")
    add(shell, "Rain", "MT1:gold", "--date", "2026-03-02", "--type", "pupil-voice", "--year", "Y5")
    add(shell, "Visit", "LM3:silver", "--date", "2026-03-03", "--type", "observation")


def titles(shell, *words: object) -> list[str]:
    return [entry["title"] for entry in shell.json("evidence", "list", *words)]


@pytest.mark.usefixtures("year")
@pytest.mark.parametrize(
    ("words", "found"),
    [
        ((), ["Saucepans", "Rain", "Visit"]),
        (("--criterion", "mt1"), ["Saucepans", "Rain"]),
        (("--criterion", "MT1", "--level", "gold"), ["Rain"]),
        (("--year", "y5"), ["Rain"]),
        (("--type", "observation"), ["Visit"]),
        (("--since", "2026-03-02", "--until", "2026-03-02"), ["Rain"]),
        (("--text", "HIT them"), ["Saucepans"]),
        (("--status", "proposed"), []),
        (("--key",), []),
    ],
)
def test_what_is_asked_for_is_found(shell, words, found):
    assert titles(shell, *words) == found


@pytest.mark.parametrize("words", [("--criterion", "MT9"), ("--type", "photo"), ("--year", "Y99")])
def test_a_slip_is_told(shell, words):
    shell.refuses("evidence", "list", *words)


@pytest.mark.usefixtures("year")
def test_nothing_found_is_not_nothing_there(shell):
    assert shell("evidence", "list", "--text", "trombone") == 0
    assert "Leave something out" in shell.out


def test_everything_that_can_be_told_is_kept_and_shown(shell):
    entry = add(
        shell,
        "Storm",
        "MT1:gold",
        *("--before", "They had never recorded.", "--impact", "They ask for it.", "--subject", "science"),
        *("--person", "Y4-heron", "--tag", "cu1", "--names-spoken", "--sensitivity", "school"),
    )
    assert (entry["before"], entry["subject"], entry["people"]) == (
        "They had never recorded.",
        "science",
        ["Y4-heron"],
    )
    assert (entry["tags"], entry["names_spoken"], entry["sensitivity"]) == (["CU1"], True, "school")
    assert shell.json("evidence", "show", entry["id"]) == entry
    assert shell("evidence", "show", entry["id"]) == 0
    assert "Before: They had never recorded." in shell.out
    assert "It may fit C6:silver too" in shell.out


def test_what_is_about_staff_is_for_staff_unless_somebody_says_otherwise(shell):
    assert add(shell, "Visit", "LM3:silver", "--type", "observation")["sensitivity"] == "staff"
    assert (
        add(shell, "Visit", "LM3:silver", "--type", "cpd", "--sensitivity", "school")["sensitivity"]
        == "school"
    )


def test_one_changed_sound_with_feedback_is_version_1_and_version_2(shell, tmp_path):
    sound = shell.json("sound", "add", a_wav(tmp_path / "t.wav", a_sine()), "--title", "Pan")["id"]
    shell("sound", "edit", sound, "reverse")
    said = (
        "--feedback-works",
        "It is clear.",
        "--feedback-next",
        "Turn it round.",
        "--feedback-by",
        "Y5-fox",
    )
    entry = add(shell, "Pan", "TLA4:silver", "--sound", sound, *said)
    assert [use["recipe_texts"] for use in entry["sounds"]] == [[], ["reverse"]]
    assert entry["feedback"] == {"works": "It is clear.", "next": "Turn it round.", "by": "Y5-fox"}


@pytest.mark.parametrize(
    "words",
    [("--type", "photo"), ("--tag", "XX9"), ("--action", "AC-0009"), ("--person", "Amelia Jones")],
)
def test_what_is_not_there_cannot_be_told(shell, words):
    shell.refuses("evidence", "add", "--title", "A", "--criterion", "MT1:gold", "--year", "Y4", *words)
    assert shell.json("evidence", "list") == []


def test_key_pieces_are_chosen_shown_first_and_let_go(shell):
    ids = [add(shell, f"Piece {number}")["id"] for number in range(4)]
    for id_ in ids[:3]:
        assert shell("evidence", "key", id_, "mt1") == 0
    assert "MT1 has 3 key pieces now." in shell.out
    assert "let go of one" in shell.refuses("evidence", "key", ids[3], "MT1")
    assert shell.json("evidence", "key", ids[0], "MT1", "--off")["key_for"] == []
    assert titles(shell, "--key") == ["Piece 1", "Piece 2"]


@pytest.mark.usefixtures("year")
def test_the_timeline_goes_by_half_terms_the_newest_on_top(shell):
    found = shell.json("evidence", "timeline")
    assert [stretch["half_term"] for stretch in found] == ["2026-spring-2", "2026-spring-1"]
    assert [entry["title"] for entry in found[0]["entries"]] == ["Visit", "Rain"]
    assert shell("evidence", "timeline") == 0
    assert "Spring, second half: 2 entries" in shell.out


def test_an_empty_timeline_says_so(shell):
    assert shell("evidence", "timeline") == 0
    assert "No evidence yet." in shell.out


def test_coverage_has_a_grid_and_marks_beside_its_numbers(shell):
    first = add(shell, "Pans")
    shell("evidence", "key", first["id"], "MT1")
    grid = shell.json("coverage", "--grid")
    assert list(grid)[:2] == ["EYFS", "Y1"]
    assert sum(levels["silver"] for levels in grid["Y4"].values()) == 1
    assert shell("coverage", "--grid") == 0
    assert "bronze silver gold" in shell.out
    marks = shell.json("coverage", "--marks")
    assert len(marks) == 87
    assert (marks["MT1:silver"]["glyph"], marks["MT1:gold"]["glyph"]) == ("*", "·")
    assert shell("coverage", "--marks") == 0
    assert "* key piece" in shell.out
    assert set(shell.json("coverage")) == {"criteria", "mt1_year_groups"}


def test_what_shows_several_things_counts_once_in_the_total(shell):
    add(shell, "Pans", "MT1:silver", "--criterion", "C6:silver")
    assert shell("coverage") == 0
    assert "1 piece of evidence" in shell.out


def test_the_kinds_of_evidence_can_be_read(shell):
    assert {"id", "title", "asks", "sensitivity"} <= set(shell.json("evidence", "types")[0])
    assert shell("evidence", "types") == 0
    assert "pupil-voice" in shell.out


def test_the_promised_fields_come_first(shell):
    entry = add(shell, "Pans")
    assert list(entry)[:12] == [
        *("id", "title", "criteria", "year_groups", "date_happened", "date_recorded", "status"),
        *("happened", "impact", "by", "sounds", "files"),
    ]
    assert entry["date_happened"] == date.today().isoformat()


def test_a_secondary_school_is_asked_for_its_own_year_groups(shell):
    assert "EYFS" in shell.json("coverage")["mt1_year_groups"]
    assert shell("target", "set", "silver", "--by", "2027-07-01", "--phase", "secondary") == 0, shell.err
    assert list(shell.json("coverage")["mt1_year_groups"]) == ["Y7", "Y8", "Y9", "Y10", "Y11"]
    assert list(shell.json("coverage", "--grid")) == ["Y7", "Y8", "Y9", "Y10", "Y11"]
    assert shell.json("audit", "figure", "MT1:gold", "--count")["figure"]["of"] == 5
