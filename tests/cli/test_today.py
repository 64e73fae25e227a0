"""The commands of the desk."""

from datetime import date


def test_today_says_what_waits(shell):
    shell("evidence", "happened", "peer-teaching", "--year", "Y3", "--led-by", "Y6-otter")
    shell("evidence", "propose")
    found = shell.json("today")
    assert found[0]["place"] == "proposals"
    assert found[0]["now"] is True
    assert {"club", "competition", "assembly"} <= {each["place"] for each in found}
    assert shell("today") == 0
    assert "1 piece of evidence to accept" in shell.out


def test_the_calendar_lists_the_days_that_are_asked_for(shell):
    asked = ("calendar", "--from", "2026-09-01", "--to", "2026-12-31")
    found = shell.json(*asked)
    assert [each["words"] for each in found if each["kind"] == "half-term"]
    assert found == sorted(found, key=lambda each: each["day"])
    assert all(date.fromisoformat(each["day"]) >= date(2026, 9, 1) for each in found)
    assert shell(*asked) == 0
    assert "begins" in shell.out
    assert shell("calendar", "--from", "2026-09-02", "--to", "2026-09-01") == 2


def test_reports_are_listed_and_written(shell, tmp_path):
    assert [each["id"] for each in shell.json("report")] == [
        *("register", "competitions", "rota", "subjects", "coverage")
    ]
    out = tmp_path / "coverage.pdf"
    assert shell.json("report", "coverage", out)["path"] == str(out)
    assert out.read_bytes().startswith(b"%PDF")
    assert "there already" in shell.refuses("report", "coverage", out)
    assert shell("report", "coverage", out, "--overwrite") == 0
    assert shell("report", "coverage") == 2
