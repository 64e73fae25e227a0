"""The club by commands: from its name to what its sessions show."""

from datetime import date

import pytest

from evidence.library import Library
from studio.cli.options import PIN_VARIABLE
from tests.cli.conftest import Shell

TODAY = date.today().isoformat()


@pytest.fixture
def codes(shell: Shell) -> list[str]:
    """A club with four of Y4 and one of Y6, and a session today."""
    made = shell.json("people", "add", "Y4", "--count", 4) + shell.json("people", "add", "Y6")
    codes = [person["code"] for person in made]
    assert shell("club", "set", "--name", "Sound Lab", "--pcs", 3) == 0
    assert shell("club", "join", *codes) == 0
    assert len(shell.json("club", "plan", "--date", TODAY)) == 1
    return codes


def test_a_session_is_played_through(shell, codes):
    *members, leader = codes
    assert shell.json("club", "name", leader)["people"] == [leader]
    led = shell.json("club", "lead", "today", "starter", leader)
    assert led["leads"] == [{"part": "starter", "codes": [leader]}]
    shell.json("club", "register", "today", *(f"{code}=here" for code in codes))
    assert shell.json("club", "register", "today", f"{members[0]}=away")["register"][members[0]] == "away"
    seats = shell.json("club", "pair", "today")
    assert sorted(code for seat in seats["seats"] for code in seat["codes"]) == sorted([*members[1:], leader])
    assert shell("club", "say", "today", "Like a cave.", "--part", "plenary") == 0
    assert shell.json("club", "used", "today", "record")["tools"] == ["record"]
    held = shell.json("club", "hold", "today", "--note", "All well.")
    assert (held["status"], held["here"]) == ("held", [*sorted(members[1:]), leader])
    shown = {claim for each in shell.json("evidence", "propose") for claim in each["criteria"]}
    assert shown == {"MT2:silver", "MT3:silver"}
    assert shell.json("club", "show")["held"] == 1
    assert shell.json("club", "again", "today")["status"] == "open"
    assert shell.json("club", "show")["held"] == 0


def test_the_session_is_told_in_lines(shell, codes):
    shell("club", "register", "today", f"{codes[0]}=h")
    shell("club", "pair", "today")
    assert f"PC 1  {codes[0]}" in shell.out
    shell("club", "say", "today", "Like a cave.")
    shell("club", "say", "today", "--undo")
    shell("club", "say", "today", "Like a bell.")
    assert shell("club", "session", "today") == 0
    for words in ("Starter, 7 min", "Resources:", f"Register: {codes[0]}=here", "Said: Like a bell."):
        assert words in shell.out
    assert shell("club", "sessions") == 0
    assert "Hello, studio" in shell.out
    assert shell.json("club", "today")["id"] == "CS-0001"
    assert shell("club", "show") == 0
    assert "0 of 6 sessions held this school year; 5 members." in shell.out


def test_a_session_that_never_happened(shell, codes):
    assert shell.json("club", "not-held", "today", "Snow")["why_not"] == "Snow"
    assert "is down as not held" in shell.refuses("club", "hold", "CS-0001")
    assert shell.json("club", "again", "CS-0001")["status"] == "planned"


def test_a_session_and_its_parts_are_changed(shell, codes):
    assert shell.json("club", "edit", "today", "--step", 4)["title"] == "Beat kitchen"
    changed = shell.json("club", "edit", "today", "--place", "Hall", "--resource", "a hall")
    assert (changed["place"], changed["resources"]) == ("Hall", ["a hall"])
    parts = shell.json("club", "part", "today", "input", "--minutes", 12, "--do", "Look.")["parts"]
    assert [(part["minutes"], part["do"]) for part in parts if part["name"] == "input"] == [(12, ["Look."])]
    assert shell("club", "edit", "today") == 2
    assert shell.json("club", "unplan", "today") == ["CS-0001"]
    assert shell.json("club", "sessions") == []


def test_members_leave_come_back_and_are_kept_apart(shell, codes):
    assert shell("club", "leave", codes[0]) == 0
    assert codes[0] not in [each["code"] for each in shell.json("club", "members")]
    shell("club", "leave", codes[0], "--undo")
    assert len(shell.json("club", "members", "--all")) == 5
    (kept,) = shell.json("club", "apart", codes[0], codes[1])
    assert shell.json("club", "apart") == [kept]
    assert shell.json("club", "apart", "--undo", kept["id"]) == []
    assert shell("club", "apart", codes[0]) == 2


def test_pupils_are_seated_but_not_told_who_is_kept_apart(shell, codes, tmp_path, monkeypatch):
    shell("club", "apart", codes[0], codes[1])
    shell("club", "register", "today", f"{codes[0]}=here", f"{codes[1]}=here")
    assert any("kept apart" in words for words in shell.json("club", "pair", "today")["words"])
    monkeypatch.delenv(PIN_VARIABLE, raising=False)
    Library.open(tmp_path / "library").adults.set_pin("482913")
    assert not any("apart" in words for words in shell.json("club", "pair", "today")["words"])


def test_leaders_are_nominated_named_and_told(shell, codes):
    leader = codes[-1]
    assert shell.json("club", "nominate", leader, "Kind.", "--role", "lead")["by"] == "lead"
    assert shell.json("club", "apply", codes[0], "I like to help.")["by"] == ""
    found = shell.json("club", "nominated")
    assert [each["year"] for each in found["fair_chance"]] == ["Y4", "Y6"]
    assert shell("club", "nominated") == 0
    named = shell.json("club", "name", leader)
    assert [step["reached"] for step in shell.json("club", "journey", leader)] == [True, True, True, False]
    assert shell.json("club", "unname", named["id"]) == {"ambassadors": []}
    assert shell.json("club", "profile", leader) is None
    assert shell.json("club", "profile", leader, "--tip", "Listen.", "--show")["shown"] is True
    assert shell("club", "profile", leader) == 0
    assert "It may be shown." in shell.out
    assert shell.json("club", "skill", leader, "record")["record"] == TODAY
    assert shell.json("club", "skill", leader, "record", "--undo")["record"] is None
    told = ("--tool", "beats", "--year", "Y2", "--minutes", 15)
    made = shell.json("club", "taught", leader, *told)
    assert [each["id"] for each in shell.json("club", "teaching")] == [made["id"]]
    assert shell.json("club", "teaching", "--take-back", made["id"]) == []


def test_what_is_printed(shell, codes, tmp_path):
    shell("club", "name", codes[-1])
    shell("club", "register", "today", *(f"{code}=here" for code in codes))
    shell("club", "hold", "today")
    for words in (
        ("register", tmp_path / "register.pdf"),
        ("report", tmp_path / "register.xlsx"),
        ("badge", tmp_path / "badge.pdf"),
        ("certificate", tmp_path / "certificate.pdf"),
        ("card", tmp_path / "card.pdf"),
    ):
        assert shell("club", *words) == 0, shell.err
        assert words[1].exists()
    plan = tmp_path / "plan.pdf"
    assert shell.json("club", "print", "CS-0001", plan) == {"out": str(plan)}
    assert "is there already" in shell.refuses("club", "badge", tmp_path / "badge.pdf")
    assert shell("club", "register", tmp_path / "other.pdf", f"{codes[0]}=here") == 2
    counts = shell.json("club", "report")
    assert [each["by_year"] for each in counts["held"]] == [{"Y4": 4, "Y6": 1}]
    assert shell("club", "report") == 0
    assert "attendance 100 %" in shell.out


def test_the_card_and_the_kit(shell, codes):
    assert shell.json("club", "card")["promise"][0] == "I help."
    assert shell("club", "card") == 0
    assert "Fetch an adult when something" in shell.out
    assert shell.json("club", "kit")[0] | {"note": ""} == {
        "number": 3,
        "name": "headphone splitter",
        "note": "",
    }
    assert shell("club", "kit") == 0
    assert "3  headphone splitters" in shell.out


def test_what_there_is_to_choose_from(shell):
    assert len(shell.json("club", "names")) >= 5
    assert {"title", "text"} == set(shell.json("club", "rules")[0])
    assert list(shell.json("club", "ask", "beat")) == ["beat"]
    assert [plan["id"] for plan in shell.json("club", "plans")] == ["six", "twelve"]
    assert len(shell.json("club", "plans", "twelve")[0]["sessions"]) == 12
    for words in (("names",), ("rules",), ("ask",), ("plans",), ("plans", "six")):
        assert shell("club", *words) == 0
        assert shell.out


def test_an_empty_library_says_what_to_do(shell):
    assert shell("club", "show") == 0
    assert "There is no club yet." in shell.out
    assert shell.json("club", "show")["club"] is None
    for words, said in (
        (("today",), "none is planned"),
        (("sessions",), "No session yet"),
        (("members",), "Nobody is in the club yet"),
        (("apart",), "Nobody is kept apart"),
    ):
        assert shell("club", *words) == 0
        assert said in shell.out
    assert shell.json("club", "today") is None
    assert "no session today" in shell.refuses("club", "register", "today")
    assert "There is no club yet" in shell.refuses("club", "plan")
    assert shell("club", "set") == 2


def test_what_is_wrong_is_said(shell, codes):
    assert "is no mark" in shell.refuses("club", "register", "today", f"{codes[0]}=asleep")
    assert shell("club", "register", "today", codes[0]) == 2
    assert "is no part" in shell.refuses("club", "lead", "today", "dance", codes[0])
    assert "Nobody is marked" in shell.refuses("club", "hold", "today")
    assert shell("club", "say", "today") == 2
