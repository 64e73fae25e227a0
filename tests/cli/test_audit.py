import re


def judge_and_lock(shell):
    shell("audit", "start")
    shell("audit", "judge", "MT1", "silver", "--reason", "All record", "--sure", "sure", "--role", "lead")
    shell("audit", "lock")


def test_an_audit_from_start_to_lock(shell):
    begun = shell.json("audit", "start")
    assert (begun["id"], begun["kind"], begun["view"]) == ("AU-0001", "baseline", "school")
    judged = shell.json("audit", "judge", "mt1", "silver", "--reason", "All record")
    assert judged["profile"]["silver"] == 1
    assert judged["judgements"][0]["reason"] == "All record"
    locked = shell.json("audit", "lock")
    assert locked["locked"]
    shell.refuses("audit", "judge", "MT1", "gold")
    assert shell.json("audit", "show") == locked
    assert shell.json("audit", "show", "au-0001") == locked
    assert [each["id"] for each in shell.json("audit", "list")] == ["AU-0001"]


def test_the_profile_is_shown_without_a_verdict(shell):
    judge_and_lock(shell)
    for words in (("audit", "show"), ("audit", "list")):
        assert shell(*words) == 0
        assert "MT1" in shell.out or "AU-0001" in shell.out
    shell("audit", "show")
    assert "Self-judged" in shell.out
    assert not re.search(r"\b(pass|fail|achieved|awarded|congratulations|you are)", shell.out, re.IGNORECASE)


def test_then_and_now_and_the_hubs_view(shell):
    judge_and_lock(shell)
    shell("audit", "start", "--kind", "closing", "--carry-on")
    shell("audit", "judge", "MT1", "gold")
    found = shell.json("audit", "compare")
    assert [row for row in found["criteria"] if row["then"] != row["now"]] == [
        {"criterion": "MT1", "then": "silver", "now": "gold"}
    ]
    shell("audit", "start", "--view", "hub")
    shell("audit", "judge", "MT1", "bronze", "--view", "hub", "--role", "hub")
    both = shell.json("audit", "compare", "AU-0002", "AU-0003")
    assert both["now"]["self_judged"] is False
    assert shell("audit", "compare") == 0
    assert "changed" in shell.out


def test_another_framework_can_be_judged_by(shell):
    words = ("--framework", "music-mark-membership")
    shell("audit", "start", *words)
    assert shell.json("audit", "judge", "N1", "met", *words)["profile"]["met"] == 1
    shell.refuses("audit", "judge", "N1", "gold", *words)


def test_what_cannot_be_is_refused(shell):
    shell.refuses("audit", "show")
    shell.refuses("audit", "lock")
    shell.refuses("audit", "compare")
    shell("audit", "start")
    shell.refuses("audit", "start")
    shell.refuses("audit", "lock")
    shell.refuses("audit", "judge", "MT1", "platinum")
    shell.refuses("audit", "judge", "MT9", "gold")
    shell.refuses("audit", "judge", "MT1", "gold", "--role", "Ms Jones")
    shell.refuses("audit", "judge", "MT1", "gold", "--evidence", "EV-2026-0001")
    shell.refuses("audit", "show", "AU-9999")
    assert shell("audit", "judge", "MT1", "gold", "--sure", "very") == 2
    assert shell.json("audit", "show")["judgements"] == []


def test_an_empty_list_says_what_to_do(shell):
    assert shell("audit", "list") == 0
    assert "audit start" in shell.out


def test_one_audit_cannot_be_laid_beside_nothing(shell):
    shell("audit", "start")
    assert shell("audit", "compare", "AU-0001") == 2
    assert "two ids" in shell.err
