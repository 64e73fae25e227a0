def add(shell, title="Sunny club", *words):
    return shell.json("plan", "add", title, "--criterion", "MT3", *words)


def test_an_action_from_plan_to_impact(shell):
    made = add(shell, "Sunny club", "--start", "2026-autumn-2", "--end", "2027-spring-1", "--cost", "12.50",
               "--success", "Six sessions")  # fmt: skip
    assert (made["id"], made["cost_pence"], made["status"]) == ("AC-0001", 1250, "planned")
    changed = shell.json("plan", "edit", "ac-0001", "--status", "started", "--criterion", "C6")
    assert (changed["status"], changed["criteria"], changed["title"]) == ("started", ["C6"], "Sunny club")
    shell.refuses("plan", "edit", "AC-0001", "--status", "done")
    done = shell.json("plan", "done", "AC-0001", "--impact", "Twelve record each week")
    assert (done["status"], done["impact"]) == ("done", "Twelve record each week")
    assert shell.json("plan", "show", "AC-0001")["impact"] == done["impact"]
    assert shell("plan", "show", "AC-0001") == 0
    assert "It worked if: Six sessions" in shell.out
    assert "£12.50" in shell.out


def test_the_list_is_filtered(shell):
    add(shell, "Old", "--start", "2020-autumn-1", "--end", "2020-autumn-1")
    add(shell, "New", "--start", "2090-autumn-1", "--end", "2090-autumn-2", "--owner", "head")
    for words, titles in (
        ((), ["Old", "New"]),
        (("--late",), ["Old"]),
        (("--owner", "head"), ["New"]),
        (("--half-term", "2090-autumn-2"), ["New"]),
        (("--criterion", "MT1"), []),
        (("--status", "planned"), ["Old", "New"]),
    ):
        assert [each["title"] for each in shell.json("plan", "list", *words)] == titles
    assert shell("plan", "list") == 0
    assert "planned, late" in shell.out
    assert shell("plan", "list", "--status", "done") == 0
    assert "plan add" in shell.out


def test_half_terms_are_shown_and_have_dates_of_ones_own(shell):
    assert len(shell.json("plan", "dates")) == 6
    year = shell.json("plan", "dates", "2027-spring-1", "2027-01-04", "2027-02-12")
    own = [each for each in year if each["own"]]
    assert [(each["half_term"], each["first"], each["last"]) for each in own] == [
        ("2027-spring-1", "2027-01-04", "2027-02-12")
    ]
    assert shell("plan", "dates") == 0
    shell.refuses("plan", "dates", "2027-spring-1", "2027-02-12", "2027-01-04")
    assert shell("plan", "dates", "2027-spring-1") == 2


def test_what_is_said_goes_into_the_diary(shell):
    add(shell)
    shell("plan", "reflect", "All good", "--half-term", "2026-autumn-1", "--role", "lead")
    shell("plan", "talk", "Where next", "--with", "mentor", "--agreed", "A visit", "--action", "AC-0001")
    shell("plan", "cpd", "Mics", "--date", "2026-01-05", "--helped", "Holding one")
    said = shell.json("plan", "diary")
    assert [len(said[kind]) for kind in ("reflections", "conversations", "trainings")] == [1, 1, 1]
    assert said["trainings"][0]["follow_up"] == "2026-02-16"
    assert shell("plan", "diary") == 0
    assert "Agreed: A visit" in shell.out
    assert "what made it so? Holding one" in shell.out
    assert len(shell.json("plan", "diary", "--due")["trainings"]) == 1
    assert shell.json("plan", "follow-up", "TR-0001", "Used weekly")["came_of_it"] == "Used weekly"
    assert shell.json("plan", "diary", "--due")["trainings"] == []


def test_what_cannot_be_is_refused(shell):
    shell.refuses("plan", "add", "Club", "--criterion", "MT9")
    shell.refuses("plan", "add", "Club", "--criterion", "MT3", "--owner", "Ms Jones")
    shell.refuses("plan", "add", "Club", "--criterion", "MT3", "--end", "Easter")
    shell.refuses("plan", "add", "Club", "--criterion", "MT3", "--cost", "much")
    shell.refuses("plan", "add", " ", "--criterion", "MT3")
    shell.refuses("plan", "show", "AC-0001")
    shell.refuses("plan", "list", "--half-term", "Easter") if add(shell) else None
    shell.refuses("plan", "cpd", "Mics", "--date", "2999-01-01")
    shell.refuses("plan", "reflect", "")
    assert shell("plan", "add", "Club") == 2
    assert shell("plan", "edit", "AC-0001") == 2


def test_hostile_words_stay_on_their_line(shell):
    add(shell, "=HYPERLINK(1)\x1b[2J\u202e[bold]", "--success", "a\x1b[31mb")
    shell("plan", "reflect", "one\x1b[2J\ntwo")
    for words in (("plan", "list"), ("plan", "show", "AC-0001"), ("plan", "diary")):
        assert shell(*words) == 0
        assert "\x1b" not in shell.out
        assert "\u202e" not in shell.out


def test_an_empty_diary_asks_a_question(shell):
    assert shell("plan", "diary") == 0
    assert "plan reflect" in shell.out


def test_with_a_pin_only_an_adult_judges_aims_and_plans(shell, monkeypatch, tmp_path):
    from evidence.library import Library

    Library.open(tmp_path / "library", create=True).adults.set_pin("246810")
    writing = (
        ("audit", "start"),
        ("target", "set", "silver", "--by", "2027-07-01"),
        ("plan", "add", "More microphones", "--criterion", "MT3"),
        ("plan", "reflect", "Good."),
        ("plan", "dates", "2027-spring-1", "2027-01-04", "2027-02-12"),
    )
    for words in writing:
        assert "PIN" in shell.refuses(*words)
    for reading in (("audit", "list"), ("plan", "list"), ("plan", "diary")):
        assert "PIN" in shell.refuses(*reading)
    assert shell("plan", "dates") == 0
    monkeypatch.setenv("SOUNDINGBOARD_PIN", "246810")
    for words in writing:
        assert shell(*words) == 0


def test_the_age_of_an_action_is_told_in_words(shell):
    shell("plan", "add", "Start a club", "--criterion", "MT3")
    assert shell("plan", "show", "AC-0001") == 0
    assert "Planned today." in shell.out


def test_the_diary_gives_back_what_was_taken_out(shell):
    shell("plan", "reflect", "All worcked.")
    assert shell("plan", "strike", "RF-0001") == 0
    assert shell.json("plan", "diary")["reflections"] == []
    assert shell("plan", "strike", "RF-0001", "--put-back") == 0
    assert len(shell.json("plan", "diary")["reflections"]) == 1
