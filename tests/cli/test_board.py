from lessons.occasion import Occasions


def test_a_board_is_made_filled_and_set_up(shell):
    made = shell.json("board", "set", "--name", "Farm", "--begin")
    assert [each["title"] for each in made["buttons"]][:2] == ["Moo", "Saucepan with water"]
    changed = shell.json(
        *("board", "set", "farm", "--scanning", "one-key", "--pace", "3", "--pause", "0.5", "--buttons", "5"),
        *("--put", "5=S-0001", "--put", "1=", "--big", "words"),
    )
    assert (changed["scanning"], changed["pace"], changed["pause"], changed["big"]) == (
        *("one-key", 3.0, 0.5, "words"),
    )
    assert [each["sound"] for each in changed["buttons"]] == [None, "S-0002", "S-0003", "S-0004", "S-0001"]
    assert shell.json("board", "show") == changed
    assert [each["id"] for each in shell.json("board", "list")] == ["BT-0001"]
    assert shell("board", "show", "Farm") == 0
    assert "Scanning: one-key, 3 s on each. Presses: 0.5 s between presses." in shell.out


def test_a_board_has_as_many_buttons_as_are_asked_for(shell):
    shell("board", "set", "--name", "First", "--begin")
    made = shell.json("board", "set", "--name", "Farm", "--begin", "--buttons", "6", "--put", "6=S-0001")
    assert [each["sound"] for each in made["buttons"]] == [
        *("S-0001", "S-0002", "S-0003", "S-0004", None, "S-0001"),
    ]


def test_without_boards_the_next_step_is_said(shell):
    assert shell("board", "list") == 0
    assert "board set --name Farm --begin" in shell.out
    assert "There is no board" in shell.refuses("board", "show", "Farm")
    assert "sound" in shell.refuses("board", "performed")


def test_a_board_is_taken_out_and_put_back(shell):
    shell("board", "set", "--name", "Farm")
    assert shell.json("board", "take-out", "Farm")["taken_out"]
    assert shell.json("board", "list") == []
    assert not shell.json("board", "put-back", "Farm")["taken_out"]


def test_slips_are_told_in_words(shell):
    shell("board", "set", "--name", "Farm")
    assert "Give 1 to 6." in shell.refuses("board", "set", "Farm", "--pace", "9")
    assert "--put 1=S-0001" in shell.refuses("board", "set", "Farm", "--put", "9=S-0001")
    assert "two-keys" in shell.refuses("board", "set", "Farm", "--scanning", "twokeys")


def test_a_performance_is_written_down(shell, tmp_path):
    from evidence.library import Library

    shell("board", "set", "--name", "Farm", "--begin")
    assert shell.json("board", "performed", "Farm")["title"] == "Farm"
    [made] = Occasions(Library.open(tmp_path / "library")).all()
    assert made.tools == "sound buttons"
