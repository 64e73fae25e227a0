def test_a_partner_is_added_shown_changed_and_taken_out(shell):
    made = shell.json("register", "add", "partners", "who=City brass band", "cost=120")
    assert made["shown"]["cost"] == "£120.00"
    assert shell("register", "show", "partners") == 0
    assert "City brass band" in shell.out
    changed = shell.json("register", "edit", made["id"], "review=2020-01-31", "cost=")
    assert changed["values"] == {"who": "City brass band", "review": "2020-01-31"}
    assert [line["id"] for line in shell.json("register", "list")["due"]] == [made["id"]]
    assert shell("register", "list") == 0
    assert f"Look at {made['id']} again" in shell.out
    assert shell("register", "strike", made["id"]) == 0
    assert shell.json("register", "show", "partners") == []
    assert shell("register", "strike", made["id"], "--put-back") == 0
    assert len(shell.json("register", "show", "partners")) == 1


def test_numbers_of_few_children_are_hidden_from_others(shell):
    shell.json("register", "add", "groups", "group=Pupil Premium", "what=club", "all=31", "number=4")
    (line,) = shell.json("register", "show", "groups", "--to-others")
    assert line["shown"]["number"] == "<5"
    assert "values" not in line


def test_what_is_wrong_is_said(shell):
    assert "is no register" in shell.refuses("register", "show", "children")
    assert "is no column" in shell.refuses("register", "add", "partners", "name=Band")
    assert shell("register", "add", "partners", "Band") == 2
    assert shell("register", "show", "partners") == 0
    assert "No partner yet" in shell.out


def test_another_records_id_is_no_line(shell):
    shell("register", "add", "partners", "who=City brass band")
    assert "no line" in shell.refuses("register", "strike", "AC-0001")


def test_an_unknown_column_cannot_steer_the_terminal(shell):
    assert shell("register", "add", "partners", "a\x1b[2Jb\u202e") == 2
    assert "\x1b" not in shell.err
    assert "\u202e" not in shell.err
