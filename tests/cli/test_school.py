OURS = {"main": "#1f4e79", "second": "#e69f00"}


def test_the_school_has_the_name_it_is_given(shell, tmp_path):
    assert shell.json("school")["school"] == ""
    assert shell.json("school", "Oak School")["school"] == "Oak School"
    told = {"school": "Oak School", "library": str(tmp_path / "library"), "colours": OURS}
    assert shell.json("school") == told


def test_the_school_has_the_colours_it_is_given(shell):
    told = shell.json("school", "--colours", "bottle green", "gold")["colours"]
    assert told == {"main": "#0e4d38", "second": "#d9a520"}
    assert shell("school") == 0
    assert "Its colours: #0e4d38 and #d9a520." in shell.out
    assert "Did you mean “bottle green”?" in shell.refuses("school", "--colours", "botle green", "gold")
    assert "too pale" in shell.refuses("school", "--colours", "yellow", "gold")
    assert shell.json("school")["colours"] == told
