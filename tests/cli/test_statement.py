def test_a_statement_is_kept_and_shown_and_a_new_one_takes_its_place(shell):
    assert shell("audit", "statement") == 0
    assert "No statement yet" in shell.out
    assert shell.json("audit", "statement") is None
    made = shell.json("audit", "statement", "We stand by it.", "--ask", "Who can help with a choir?")
    assert (made["id"], made["role"], made["questions"]) == (
        "ST-0001",
        "head",
        ["Who can help with a choir?"],
    )
    assert (
        shell("audit", "statement", "We stand by all of it.", "--role", "lead", "--date", "2026-01-31") == 0
    )
    assert shell.json("audit", "statement")["words"] == "We stand by all of it."
    assert shell("audit", "statement") == 0
    assert "ST-0002, lead, 2026-01-31" in shell.out


def test_what_cannot_be_stated_is_said(shell):
    assert "no words" in shell.refuses("audit", "statement", "  ")
    assert "in the future" in shell.refuses("audit", "statement", "Soon.", "--date", "2999-01-01")
    assert "is not a role" in shell.refuses("audit", "statement", "Well.", "--role", "Mrs Smith")


def test_a_question_without_a_statement_is_wrong_usage(shell):
    assert shell("audit", "statement", "--ask", "Who can help?") == 2
    assert "as well as" in shell.err


def test_hostile_words_stay_on_their_line(shell):
    assert shell("audit", "statement", "abc\u202egpj\nexe") == 0
    assert shell.out.count("\n") == 1
    assert "\u202e" not in shell.out
