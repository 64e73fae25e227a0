def test_the_school_has_the_name_it_is_given(shell, tmp_path):
    assert shell.json("school")["school"] == ""
    assert shell.json("school", "Oak School")["school"] == "Oak School"
    assert shell.json("school") == {"school": "Oak School", "library": str(tmp_path / "library")}
