def test_a_target_and_the_gaps_to_it(shell):
    aim = shell.json("target", "set", "silver", "--by", "2027-07-01", "--role", "head")
    assert (aim["level"], aim["by_date"], aim["decided_by"]) == ("silver", "2027-07-01", "head")
    assert len(shell.json("target", "show")["gaps"]) == 29
    shell("audit", "start")
    shell("audit", "judge", "MT1", "silver")
    shell("audit", "judge", "MT3", "not-yet")
    shown = shell.json("target", "show")
    gaps = {gap["criterion"]: gap for gap in shown["gaps"]}
    assert (shown["audit"], shown["self_judged"]) == ("AU-0001", True)
    assert "MT1" not in gaps
    assert [each["level"] for each in gaps["MT3"]["missing"]] == ["bronze", "silver"]
    assert [each["level"] for each in gaps["O1"]["missing"]] == ["silver"]
    assert gaps["MT2"]["now"] is None
    assert shell("target", "show") == 0
    assert "Self-judged" in shell.out
    assert "MT2 Pupil ownership / community: not judged" in shell.out


def test_words_for_other_schools_are_marked(shell):
    shell("target", "set", "gold", "--by", "2027-07-01", "--phase", "primary")
    shell("target", "show")
    assert "Not for this kind of school: “In secondary schools" in shell.out


def test_what_cannot_be_is_refused(shell):
    assert "target set" in shell.refuses("target", "show")
    shell.refuses("target", "set", "platinum", "--by", "2027-07-01")
    shell.refuses("target", "set", "gold", "--by", "2027-07-01", "--role", "Ms Jones")
    assert shell("target", "set", "gold") == 2
    assert shell("target", "set", "gold", "--by", "summer") == 2


def test_a_day_that_has_gone_is_pointed_out(shell):
    assert shell("target", "set", "silver", "--by", "2020-01-01") == 0
    assert "has gone" in shell.out
    assert shell("target", "set", "silver", "--by", "2999-01-01") == 0
    assert "has gone" not in shell.out


def test_a_day_is_asked_for_in_plain_words(shell):
    assert shell("target", "set", "silver", "--by", "next summer") == 2
    assert "“next summer” is not a day" in shell.err
    assert shell("target", "set", "--help") == 0
    assert "YYYY-MM-DD" in shell.out
