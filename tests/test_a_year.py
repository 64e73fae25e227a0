"""The music lead's year by commands: from the first audit to the sealed bundle, and back from the hub."""

import json
from pathlib import Path

import pytest

from studio.cli.names import NEW_PIN_VARIABLE
from studio.cli.options import LIBRARY_VARIABLE, PIN_VARIABLE
from tests.cli.conftest import Shell
from tests.school_year import Year, stranger, text

PIN = "482913"
NAME = "Zanzibaria Quagga"


@pytest.fixture
def year(capsys, tmp_path: Path, monkeypatch) -> Year:
    monkeypatch.setenv(LIBRARY_VARIABLE, str(tmp_path / "library"))
    monkeypatch.delenv(PIN_VARIABLE, raising=False)
    return Year(Shell(capsys), tmp_path, monkeypatch)


def test_a_year(year):
    for chapter in (
        the_school_settles_in,
        the_first_audit,
        the_target_and_the_plan,
        pupils_make_sounds,
        an_adult_looks_at_the_proposals,
        two_versions_with_feedback,
        numbers_lists_and_the_head,
        who_may_be_heard_where,
        papers_for_people,
        the_bundle_goes_to_the_hub,
        the_hub_answers,
        the_closing_audit,
        a_pupil_withdraws,
        the_library_is_kept,
    ):
        chapter(year)
    assert NAME not in "".join(text(path) for path in year.folder.rglob("*") if path.is_file())


def the_school_settles_in(year: Year) -> None:
    year("school", "Oakfield Primary")
    year.monkeypatch.setenv(NEW_PIN_VARIABLE, PIN)
    assert "PIN is set" in year("people", "pin")
    year.monkeypatch.delenv(NEW_PIN_VARIABLE)
    assert "PIN" in year.refuses("people", "add", "Y4")
    year.monkeypatch.setenv(PIN_VARIABLE, PIN)
    year.pupils = tuple(person["code"] for person in year.json("people", "add", "Y4", "--count", 3))
    year.helper = year.json("people", "add", "Y6", "--role", "ambassador")[0]["code"]
    year.monkeypatch.setattr("click.prompt", lambda *words, **more: NAME)
    year("people", "name", year.pupils[0])
    assert year.json("people", "names") == {year.pupils[0]: NAME}
    assert NAME not in year("people", "list") + year("people", "show", year.pupils[0])


def the_first_audit(year: Year) -> None:
    year("audit", "start", "--role", "lead")
    for criterion, level in (("MT1", "bronze"), ("MT2", "not-yet"), ("MT3", "not-yet"), ("C6", "bronze")):
        year("audit", "judge", criterion, level, "--reason", "As we see it today", "--sure", "sure")
    year("audit", "judge", "C2", "does-not-apply")
    assert "5 of 29" in year("audit", "lock")
    assert "no open audit" in year.refuses("audit", "judge", "MT1", "gold")
    shown = year("audit", "show")
    assert "As we see it today" in shown
    assert "not an award" in shown


def the_target_and_the_plan(year: Year) -> None:
    year("target", "set", "silver", "--by", "2999-07-01")
    gaps = {gap["criterion"]: gap for gap in year.json("target", "show")["gaps"]}
    assert {"MT1", "MT2", "MT3", "C6"} < gaps.keys()
    assert "C2" not in gaps
    half_terms = [each["half_term"] for each in year.json("plan", "dates")]
    when = ("--start", half_terms[0], "--end", half_terms[-1])
    made = year.json("plan", "add", "Weekly tech club", "--criterion", "MT3", *when, "--cost", "40")
    year.action = made["id"]
    year("plan", "add", "Hall team", "--criterion", "MT2", "--cost", "12.50", *when)
    assert "£52.50" in year("plan", "list")
    year("plan", "edit", year.action, "--status", "started")
    assert "without its impact" in year.refuses("plan", "edit", year.action, "--status", "done")
    year("plan", "reflect", "The club is full.")
    year("plan", "cpd", "Microphones for teachers", "--helped", "Trying it")
    assert "Microphones" in year("plan", "diary")


def pupils_make_sounds(year: Year) -> None:
    year.monkeypatch.delenv(PIN_VARIABLE)
    first, second, third = year.pupils
    cow, robot = year.a_sound("A cow", 330, first), year.a_sound("A robot", 550, second)
    year("sound", "edit", cow, "trim 0.1 0.3", "fade-out 0.1")
    year.a_sound("A door", 770, third)
    assert "fade out" in year("sound", "show", cow)
    led = ("--led-by", year.helper, "--person", first, "--person", second)
    year("evidence", "happened", "club-session", "--year", "Y4", *led, "--sound", robot)
    for words in (("evidence", "list"), ("people", "names"), ("sound", "export", cow, year.folder / "c.wav")):
        assert "for adults" in year.refuses(*words)
    assert not (year.folder / "c.wav").exists()
    assert NAME not in year("people", "list") + year("sound", "list", "--json")


def an_adult_looks_at_the_proposals(year: Year) -> None:
    year("evidence", "propose")
    year.monkeypatch.setenv(PIN_VARIABLE, PIN)
    proposed = {entry["title"]: entry for entry in year.json("evidence", "proposals")}
    assert {"A cow", "A robot", "A door", "Club session"} == proposed.keys()
    cow, door = proposed["A cow"], proposed["A door"]
    assert {"MT1:silver", "MT1:gold", "MT3:gold", "C6:silver"} == set(cow["criteria"])
    assert cow["why"].startswith("Y4 ")
    assert year.json("coverage")["criteria"]["MT1"]["gold"] == 0
    year("evidence", "accept", cow["id"], proposed["A robot"]["id"], proposed["Club session"]["id"])
    year("evidence", "bin", door["id"])
    assert "Nothing new" in year("evidence", "propose")
    year("evidence", "put-back", door["id"])
    lines = (
        "--before",
        "Never recorded",
        "--happened",
        "Recorded a door",
        "--impact",
        "Chose it for the play",
    )
    year("evidence", "edit", door["id"], "--title", "The door of the play", *lines, "--action", year.action)
    year("evidence", "accept", door["id"])
    assert "Chose it for the play" in year("evidence", "show", door["id"])
    assert [found["id"] for found in year.entries(text="play")] == [door["id"]]
    assert "1 key piece" in year("evidence", "key", cow["id"], "MT1")
    assert year.json("coverage")["mt1_year_groups"]["Y4"] == {"bronze": 0, "silver": 3, "gold": 1}


def two_versions_with_feedback(year: Year) -> None:
    said = ("--feedback-works", "The start", "--feedback-next", "Make it louder")
    two = ("--sound", "S-0001", "--sound", "S-0002", "--person", year.pupils[2])
    claims = ("--criterion", "MT3:gold", "--criterion", "MT1:gold", "--year", "Y4", "--year", "Y6")
    made = year.json("evidence", "add", "--title", "Our laser", *claims, *two, *said)
    year.group_piece = made["id"]
    assert (made["feedback"]["works"], made["year_groups"]) == ("The start", ["Y4", "Y6"])
    assert "Make it louder" in year("evidence", "show", made["id"])


def numbers_lists_and_the_head(year: Year) -> None:
    assert "13 of 150 is 8.7 %" in year("audit", "figure", "O1:gold", 13, "--of", 150)
    assert "6 sessions" in year("audit", "figure", "MT3:bronze", 6)
    assert "50 %" in year("audit", "figure", "C2:gold", 30, "--of", 60, "--name", "second year")
    year("register", "add", "partners", "who=City brass band", "cost=120")
    assert "£120.00" in year("register", "show", "partners")
    year("audit", "statement", "We stand by it.", "--ask", "Who can help with a choir?")
    assert "choir" in year("audit", "statement")


def who_may_be_heard_where(year: Year) -> None:
    first, second, third = year.pupils
    year("release", "set", first, "newsletter", "yes")
    year("release", "set", second, "newsletter", "yes")
    year("release", "set", third, "newsletter", "no")
    checked = year.json("release", "check", "newsletter", "--entry", year.group_piece)["newsletter"]
    assert checked["allowed"] == []
    assert third in str(checked["blocked"])
    out = year.folder / "newsletter.zip"
    wanted = ("--entry", year.group_piece, "--channel", "newsletter")
    assert third in year.refuses("bundle", out, *wanted)
    assert not out.exists()
    year("release", "set", third, "newsletter", "yes")
    year("bundle", out, *wanted)


def papers_for_people(year: Year) -> None:
    about = {"case-study": ("--about", year.action)}
    for kind in [paper["kind"] for paper in year.json("paper")]:
        for end, begins in (("docx", b"PK"), ("html", b"<!doctype html>")):
            out = year.folder / f"{kind}.{end}"
            if kind == "letter":
                assert "No bundle has been withdrawn" in year.refuses("paper", kind, out)
                continue
            year("paper", kind, out, *about.get(kind, ()))
            assert out.read_bytes().startswith(begins)
    assert "Oakfield Primary" in (year.folder / "governors.html").read_text(encoding="utf-8")


def the_bundle_goes_to_the_hub(year: Year) -> None:
    stick = year.folder / "stick"
    stick.mkdir()
    sealed = year.json("bundle", stick, "--preset", "e-mail")
    year.first_bundle = sealed["parts"][0]["id"]
    assert sealed["bytes"] < 15_000_000
    assert sealed["entries"] == len(year.entries(status="accepted")) == 5
    status, said = stranger(sealed["out"], "--receipt", sealed["receipt"])
    assert (status, "as it was when it was sealed" in said) == (0, True)
    assert json.loads(stranger(sealed["out"], "--json")[1]) == {"valid": True, "faults": []}
    changed = stick / "changed.zip"
    changed.write_bytes(Path(sealed["out"]).read_bytes().replace(b"What we did", b"What we hid"))
    status, said = stranger(changed, "--json")
    assert (status, json.loads(said)["valid"]) == (1, False)
    changed.unlink()
    key = year.json("bundle", stick / "key.zip", "--key-only")
    assert (key["entries"], key["version"]) == (1, sealed["version"] + 1)
    in_parts(year, stick)


def in_parts(year: Year, stick: Path) -> None:
    """Films that are too large for one e-mail go in parts, by area."""
    films = []
    for number, criterion in enumerate(("MT2:bronze", "C5:silver"), 1):
        film = year.folder / f"film{number}.mp4"
        film.write_bytes(bytes([number]) * 9_000_000)
        told = ("--title", "A film", "--criterion", criterion, "--year", "Y6", "--file", film)
        films.append(year.json("evidence", "add", *told)["id"])
        film.unlink()
    assert "key pieces" in year.refuses("bundle", stick / "big.zip", "--preset", "e-mail")
    parts = year.json("bundle", stick / "big.zip", "--preset", "e-mail", "--split")
    assert len(parts["parts"]) > 1
    assert stranger(parts["out"])[0] == 0
    year("evidence", "bin", *films)


def the_hub_answers(year: Year) -> None:
    hub = ("--view", "hub", "--role", "hub")
    year("audit", "start", *hub)
    year("audit", "judge", "MT1", "silver", *hub, "--evidence", year.group_piece)
    year("audit", "lock", *hub)
    agreed = ("--agreed", "Show us Year 2 next", "--action", year.action)
    year("plan", "talk", "The visit", *agreed)
    assert "Show us Year 2 next" in year("plan", "diary")
    views = {each["id"]: each["view"] for each in year.json("audit", "list")}
    assert views == {"AU-0001": "school", "AU-0002": "hub"}
    moved = year.json("audit", "compare", "AU-0001", "AU-0002")["criteria"]
    assert {"criterion": "MT1", "then": "bronze", "now": "silver"} in moved


def the_closing_audit(year: Year) -> None:
    for kind, level in (("review", "bronze"), ("closing", "silver")):
        year("audit", "start", "--kind", kind, "--carry-on")
        year("audit", "judge", "MT3", level)
        year("audit", "lock")
    year("plan", "done", year.action, "--impact", "Twelve came, and six stayed")
    moved = {each["criterion"]: each for each in year.json("audit", "compare")["criteria"]}
    assert (moved["MT3"]["then"], moved["MT3"]["now"]) == ("not-yet", "silver")
    assert moved["MT1"]["now"] == "bronze"  # the school's view is not the hub's
    year("paper", "closing", year.folder / "closing.docx", "--overwrite")
    again = year.json("bundle", year.folder / "stick")
    assert again["out"].endswith(f"_v{again['version']}.zip")


def a_pupil_withdraws(year: Year) -> None:
    code = year.pupils[0]
    (original,) = [s["sha256"] for s in year.json("sound", "list") if s["by"] == code]
    assert year.shell("people", "withdraw", code) == 1
    assert "add --yes" in year.shell.err
    gone = year.json("people", "withdraw", code, "--yes")
    assert {year.first_bundle} < {bundle["id"] for bundle in gone["bundles"]}
    assert stranger(gone["bundle"])[0] == 0
    assert Path(gone["letter"]).read_bytes().startswith(b"PK")
    assert not list(year.library.rglob(f"*{original}*"))
    assert year.json("people", "names") == {}
    withdrawn = {bundle["id"]: bundle["withdrawn"] for bundle in year.json("bundles")}
    assert withdrawn[year.first_bundle]
    assert not withdrawn[max(withdrawn)]
    assert "was withdrawn" in year.refuses("sound", "show", "S-0001")
    year("paper", "letter", year.folder / "letter.html")
    assert "log intact" in str(year.json("doctor"))


def the_library_is_kept(year: Year) -> None:
    kept = year.json("backup", year.folder / "backups", "--daily")
    assert kept["faults"] == []
    assert str(year.folder / "backups") in year("backup", "--list")
    year("restore", kept["backup"], year.folder / "restored")
    other = ("--library", year.folder / "restored")
    assert year.json("evidence", "list", *other) == year.json("evidence", "list")
    assert "log intact" in str(year.json("doctor", *other))
    assert not (year.folder / "restored" / "names.json").exists()
    assert year.json("people", "review") == []
