def test_the_list_has_every_level_of_every_criterion(shell):
    rows = shell.json("rubric", "list")
    assert len(rows) == 87
    assert len({(row["criterion"], row["level"]) for row in rows}) == 87
    assert all(set(row) == {"criterion", "level", "area", "title", "descriptor"} for row in rows)
    assert all(row["descriptor"] for row in rows)


def test_a_criterion_is_shown_with_its_ideas(shell):
    shown = shell.json("rubric", "show", "mt1")
    assert shown["criterion"] == "MT1"
    assert list(shown["levels"]) == ["bronze", "silver", "gold"]
    assert len(shown["ideas"]) >= 3
    assert shell("rubric", "show", "MT1") == 0
    assert "Idea:" in shell.out


def test_an_unknown_criterion_is_refused(shell):
    shell.refuses("rubric", "show", "MT9")


def test_a_criterion_on_teaching_comes_with_questions_for_the_class(shell):
    assert shell("rubric", "show", "TLA4") == 0
    assert "Questions: Getting better" in shell.out
    (topic,) = shell.json("rubric", "show", "TLA4")["questions"]
    assert topic["find_out"][0].endswith("?")
    assert shell.json("rubric", "show", "LM9")["questions"] == []
