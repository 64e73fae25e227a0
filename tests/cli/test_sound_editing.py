from dataclasses import replace

import pytest

from evidence.library import Library
from lessons.club.club import Clubs
from lessons.club.sessions import Sessions
from studio.labels import put_label
from tests.builders import a_sine, a_wav


@pytest.fixture
def ids(shell, tmp_path):
    """Three sounds of a second, a half and a quarter."""
    found = []
    for number, seconds in enumerate((1, 0.5, 0.25), 1):
        wav = a_wav(tmp_path / f"{number}.wav", a_sine(seconds, hertz=200 * number, samplerate=8000))
        whose = ("--title", f"Sound {number}", "--by", f"Y4-{'abc'[number - 1] * 3}")
        found.append(shell.json("sound", "add", wav, *whose)["id"])
    return found


def test_steps_are_listed_with_the_numbers_that_change_them(shell, ids):
    shell.json("sound", "edit", ids[0], "trim 0.1", "gain 3", "fade-out 0.5 gentle")
    assert shell.json("sound", "steps", ids[0]) == [
        {"number": 1, "step": "trim 0.1", "words": "cut 0.10 s from the start"},
        {"number": 2, "step": "gain 3", "words": "louder by 3.0 dB"},
        {"number": 3, "step": "fade-out 0.5 gentle", "words": "fade out gently over 0.50 s"},
    ]
    assert shell("sound", "steps", ids[0]) == 0
    assert shell.out.splitlines()[1].split() == ["2", "louder", "by", "3.0", "dB", "gain", "3"]
    shell("sound", "steps", ids[1])
    assert shell.out == "Nothing was done to it yet.\n"


def test_steps_are_removed_moved_and_changed_and_that_is_undone(shell, ids):
    shell.json("sound", "edit", ids[0], "trim 0.1", "gain 3", "reverse")
    assert shell.json("sound", "step", "remove", ids[0], 1)["recipe"] == ["gain 3", "reverse"]
    assert shell.json("sound", "step", "move", ids[0], 2, 1)["recipe"] == ["reverse", "gain 3"]
    assert shell.json("sound", "step", "change", ids[0], 2, "gain -6")["recipe"] == ["reverse", "gain -6"]
    for expected in (["reverse", "gain 3"], ["gain 3", "reverse"], ["trim 0.1", "gain 3", "reverse"]):
        assert shell.json("sound", "undo", ids[0])["recipe"] == expected
    assert shell.json("sound", "redo", ids[0])["recipe"] == ["gain 3", "reverse"]


def test_a_step_that_is_not_there_or_cannot_be_is_refused(shell, ids):
    shell.json("sound", "edit", ids[0], "pause 0 5", "cut 0 2")
    assert "has no step 3" in shell.refuses("sound", "step", "remove", ids[0], 3)
    shell.refuses("sound", "step", "change", ids[0], 2, "cut 0 60")
    shell.refuses("sound", "step", "change", ids[0], 2, "fly")
    assert shell("sound", "step", "remove", ids[0], 0) == 2


def test_a_part_a_split_a_join_and_a_mix_are_new_sounds(shell, ids):
    part = shell.json("sound", "copy", ids[0], 0.2, 0.5, "--title", "A part")
    assert (part["title"], part["made_of"]) == ("A part", [ids[0]])
    assert part["seconds"] == pytest.approx(0.3)
    pieces = shell.json("sound", "split", ids[0], 0.2, 0.5)
    assert [each["seconds"] for each in pieces] == pytest.approx([0.2, 0.3, 0.5])
    joined = shell.json("sound", "join", *ids, "--gap", 0.5, "--by", "Y6-fox")
    assert joined["seconds"] == pytest.approx(2.75)
    assert (joined["by"], joined["partners"]) == ("Y6-fox", ["Y4-aaa", "Y4-bbb", "Y4-ccc"])
    mixed = shell.json("sound", "mix", ids[0], f"{ids[1]} -6", f"{ids[2]} -3 0.9")
    assert mixed["seconds"] == pytest.approx(1.15)
    shell("sound", "show", mixed["id"])
    assert f"Made of {', '.join(ids)}\n" in shell.out
    assert shell.json("sound", "show", ids[0])["recipe"] == []


def test_a_sound_is_split_at_its_labels(shell, ids, tmp_path):
    library = Library.open(tmp_path / "library")
    put_label(library, library.sound(ids[0]), 0.25, "here")
    pieces = shell.json("sound", "split", ids[0], "--labels")
    assert [each["seconds"] for each in pieces] == pytest.approx([0.25, 0.75])


def test_a_mix_that_had_to_be_quieter_says_so(shell, ids):
    assert shell("sound", "mix", f"{ids[0]} 6", f"{ids[1]} 6") == 0
    assert shell.out.startswith("Made S-0004: Sound 1 with Sound 2, 0:01.0. All of it is ")
    assert shell.out.endswith(" dB quieter, so that nothing is too loud.\n")


@pytest.mark.parametrize(
    "words", [["split", "S-0001"], ["mix", "S-0001", "S-0002 loud"], ["mix", "S-0001", "S-0002 1 2 3"]]
)
def test_wrong_usage_is_told_as_that(shell, ids, words):
    assert shell("sound", *words) == 2


def test_what_cannot_be_made_is_refused(shell, ids):
    shell.refuses("sound", "join", ids[0])
    shell.refuses("sound", "mix", ids[0], f"{ids[1]} 99")
    shell.refuses("sound", "copy", ids[0], 5, 6)
    shell.refuses("sound", "split", ids[0], "--labels")


def test_what_was_done_to_one_is_done_to_others(shell, ids):
    shell.json("sound", "edit", ids[0], "trim 0.3", "reverse")
    done = shell.json("sound", "apply", ids[0], *ids)
    assert [each["id"] for each in done["changed"]] == [ids[1]]
    assert [each["id"] for each in done["left"]] == [ids[2]]
    assert done["left"][0]["why"] == "“trim” starts at 0.3 s, but the sound lasts 0.25 s."
    assert shell.json("sound", "undo", ids[1])["recipe"] == []
    assert shell("sound", "apply", ids[0], ids[2]) == 0
    assert shell.out.startswith(f"{ids[2]} stays as it is. ")
    assert shell("sound", "apply", ids[0]) == 2


def test_it_is_done_to_all_of_a_session_of_the_club(shell, ids, tmp_path):
    shell.json("sound", "edit", ids[0], "reverse")
    assert "no session" in shell.refuses("sound", "apply", ids[0], "--session", "today")
    library = Library.open(tmp_path / "library")
    Clubs(library).set(name="Sound Lab")
    Sessions(library).plan_term(dates=[library.now().date()])
    for each in ids[1:]:
        library.save_sound(replace(library.sound(each), session="CS-0001"), "edited")
    done = shell.json("sound", "apply", ids[0], "--session", "today")
    assert [each["id"] for each in done["changed"]] == ids[1:]
    assert len(shell.json("sound", "apply", ids[0], "--session", "CS-0001")["changed"]) == 2


def test_a_favourite_is_kept_listed_done_and_forgotten(shell, ids):
    shell("sound", "favourite", "list")
    assert "No favourites yet." in shell.out
    shell.json("sound", "edit", ids[0], "reverse", "gain 3")
    kept = shell.json("sound", "favourite", "keep", ids[0], "Cave")
    assert (kept["title"], kept["steps"]) == ("Cave", ["reverse", "gain 3"])
    assert shell.json("sound", "favourite", "list") == [kept]
    done = shell.json("sound", "favourite", "apply", "cave", ids[1], ids[2])
    assert [each["recipe"] for each in done["changed"]] == [["reverse", "gain 3"]] * 2
    shell.json("sound", "favourite", "forget", "CAVE")
    assert shell.json("sound", "favourite", "list") == []
    shell.refuses("sound", "favourite", "apply", "Cave", ids[1])
    shell.refuses("sound", "favourite", "keep", "S-9999", "X")
