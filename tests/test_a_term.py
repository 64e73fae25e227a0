"""A term of the room by commands: twelve children, eight sessions, two competitions, ten assemblies."""

import json
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from studio.cli.names import NEW_PIN_VARIABLE
from studio.cli.options import LIBRARY_VARIABLE, PIN_VARIABLE
from tests.cli.conftest import Shell
from tests.school_term import FIRST, Term, weeks
from tests.school_year import text

PIN = "482913"
NAME = "Zanzibaria Quagga"
SESSIONS = weeks(FIRST, 8)
ASSEMBLIES = weeks(date(2026, 11, 6), 10)


@pytest.fixture
def term(capsys, tmp_path: Path, monkeypatch) -> Term:
    monkeypatch.setenv(LIBRARY_VARIABLE, str(tmp_path / "library"))
    monkeypatch.delenv(PIN_VARIABLE, raising=False)
    return Term(Shell(capsys), tmp_path, monkeypatch)


def test_a_term(term):
    for chapter in (
        the_club_is_set_up,
        the_assembly_team_learns,
        the_rota_is_made,
        a_competition_is_set,
        the_weeks_go_by,
        the_first_is_judged,
        the_second_goes_another_way,
        a_lesson_is_taught,
        the_evidence_is_accepted,
        the_names_are_written_down,
        everything_is_printed,
        the_desk_knows,
    ):
        chapter(term)
    assert NAME not in "".join(text(path) for path in (term.folder / "printed").rglob("*"))


def the_club_is_set_up(term: Term) -> None:
    term("school", "Oakfield Primary")
    for year in ("Y4", "Y5", "Y6"):
        made = term.json("people", "add", year, "--count", 4)
        term.children += [person["code"] for person in made]
    term.ambassadors = term.children[-2:]
    term("club", "set", "--name", "Noise Makers HQ", "--day", "Tuesday", "--pcs", 6, "--begins", "15:30")
    term("club", "join", *term.children)
    term("club", "nominate", term.ambassadors[0], "Explains patiently")
    term("club", "name", *term.ambassadors, "--note", "Chosen by the club and the music lead")
    term("club", "plan", *(word for day in SESSIONS for word in ("--date", day)))
    assert len(term.json("club", "sessions")) == 8


def the_assembly_team_learns(term: Term) -> None:
    term.crew = term.children[4:]
    term("assembly", "team", "join", *term.crew)
    skills = [each["skill"] for each in term.json("assembly", "skill", "list")]
    for code in term.crew[:6]:
        term("assembly", "skill", "tick", code, *skills)
    assert sum(bool(each["trained"]) for each in term.json("assembly", "team", "list")) == 6


def the_rota_is_made(term: Term) -> None:
    for day in ASSEMBLIES:
        term("assembly", "event", "add", "assembly", day, "--begins", "09:10", "--place", "Hall")
    term("assembly", "rota", "away", term.crew[0], ASSEMBLIES[1])
    term("assembly", "rota", "make", "--first", ASSEMBLIES[0], "--last", ASSEMBLIES[-1])
    term("assembly", "rota", "publish")
    rota = term.json("assembly", "rota", "show")
    crew = [duty for duty in rota["duties"] if duty["part"] == "crew"]
    assert len(crew) == 40
    turns = [sum(duty["code"] == code for duty in crew) for code in term.crew[:6]]
    assert max(turns) - min(turns) <= 1
    away = next(
        event["id"] for event in term.json("assembly", "event", "list") if event["date"] == f"{ASSEMBLIES[1]}"
    )
    assert all(duty["code"] != term.crew[0] for duty in rota["duties"] if duty["event"] == away)


def a_competition_is_set(term: Term) -> None:
    brief = term.json("competition", "briefs")[0]["id"]
    led = [word for code in term.ambassadors for word in ("--led-by", code)]
    made = term.json("competition", "set", brief, "--who", "pairs", "--closes", "2026-12-01", *led)
    assert made["id"] == "CO-0001"
    term.prints("competition", "paper", "CO-0001", "call-poster", "call.pdf")


def the_weeks_go_by(term: Term) -> None:
    for number, day in enumerate(sorted([*SESSIONS, *ASSEMBLIES])):
        if day in SESSIONS:
            a_session(term, day, number)
        else:
            an_assembly(term, day)


def a_session(term: Term, day: date, number: int) -> None:
    term.on(day)
    if day == SESSIONS[3]:
        term("club", "not-held", "today", "Snow: the school was closed")
        return
    marks = [
        f"{code}={'away' if place == number % 12 else 'here'}" for place, code in enumerate(term.children)
    ]
    term("club", "register", "today", *marks)
    seats = term.json("club", "pair", "today")["seats"]
    assert sorted(code for seat in seats for code in seat["codes"]) == sorted(
        code for code, mark in (each.split("=") for each in marks) if mark == "here"
    )
    term("club", "lead", "today", "starter", *term.ambassadors)
    pair = next(seat["codes"] for seat in seats if len(seat["codes"]) == 2)
    term.makes_a_sound(pair[0], "reverse", "fade-out 0.5", partner=pair[1])
    term("club", "say", "today", "The backwards one sounds like waking up.", "--part", "plenary")
    term("club", "hold", "today")


def an_assembly(term: Term, day: date) -> None:
    term.on(day, 8, 50)
    if day == ASSEMBLIES[4]:
        term("assembly", "event", "cancel", "today", "--why", "The hall is used for a test")
        return
    if day == ASSEMBLIES[2]:
        (shown,) = term.json("assembly", "list", "show", "set-up")
        steps = [step["id"] for step in shown["steps"]]
        term("assembly", "run", "set-up", "--event", "today")
        term("assembly", "tick", "set-up", *steps, "--by", term.crew[0], "--event", "today")
        answers = ("--answer", "no", "--answer", "fixed", "--minutes", 2, "--event", "today")
        term("assembly", "trouble", "T3", *answers)
        term("assembly", "sign", "set-up", "--by", term.crew[0], "--adult", "staff", "--event", "today")
    term("assembly", "event", "done", "today", "--note", "Two songs and the birthday slides.")


def the_first_is_judged(term: Term) -> None:
    term.on(date(2026, 12, 1), 8, 0)
    panel = [term.children[-1], term.children[-3], term.children[5]]
    entrants = [code for code in term.children if code not in panel][:5]
    entries = [
        term.json("competition", "enter", "CO-0001", term.makes_a_sound(code, "fade-in 0.3"))["id"]
        for code in entrants
    ]
    term.on(date(2026, 12, 2), 15, 30)
    term("competition", "open", "CO-0001", *panel)
    the_panel_judges(term, panel, "CO-0001")
    term("competition", "close-judging", "CO-0001")
    result = term.json("competition", "result", "CO-0001")
    assert result["winners"]
    assert "the same" in term("competition", "check", "CO-0001").lower()
    words_for(term, panel)
    term("competition", "check-words", "CO-0001", "all")
    term("competition", "announce", "CO-0001")
    assert len(entries) == 5


def the_panel_judges(term: Term, panel: list[str], competition: str) -> None:
    """Everybody alone; then the pairs of the play-off, as long as somebody has one to hear."""
    while term.json("competition", "show", competition)["waiting"]:
        for judge in panel:
            judged(term, judge, competition)


def judged(term: Term, judge: str, competition: str) -> None:
    """Hear everything, answer, star, and compare, as long as something is asked."""

    def do(*words: str):
        return term.json("competition", "judge", competition, judge, *words)

    step = do()
    while step["step"] in ("listen", "star", "play-off"):
        if step["step"] == "listen":
            step = do("--heard")
            liking = 1 + len(step["entry"]["animal"]) % 4 if step["step"] == "listen" else 0
            for question in step.get("asks", ()):
                step = do("--answer", f"{question['id']}={liking}")
        elif step["step"] == "star":
            best = sorted(step["entries"], key=lambda entry: -len(entry["animal"]))[: step["most"]]
            step = do(*(word for entry in best for word in ("--star", entry["animal"])))
        else:
            do("--heard")
            step = do("--better", "left", "--liked", "The gap before the end.")
    assert step["step"] in ("wait", "reasons", "finished"), step


def words_for(term: Term, panel: list[str], competition: str = "CO-0001") -> None:
    """Reasons for the winners, a kind line for everybody else."""
    by = [word for code in panel for word in ("--by", code)]
    for wanted in term.json("competition", "reasons", competition)["wanted"]:
        if wanted["kind"] == "winner":
            said = ("--quality", "It sounds like a real storm", "--where", "In the middle, where it stops")
            brief = ("--brief", "You can guess the villain at once")
            term("competition", "why", competition, wanted["animal"], *said, *brief, *by)
        else:
            term("competition", "kind", competition, wanted["animal"], "The echo made us listen.", *by)


def the_second_goes_another_way(term: Term) -> None:
    """Its date moves, and only one entry comes."""
    term.on(date(2026, 12, 3))
    brief = term.json("competition", "briefs")[1]["id"]
    led = ("--led-by", term.ambassadors[0])
    term("competition", "set", brief, "--closes", "2026-12-10", *led)
    term("competition", "move-closing", "CO-0002", "2026-12-17", "Two sessions were missed")
    code = term.children[1]
    term("competition", "enter", "CO-0002", term.makes_a_sound(code))
    term.on(date(2026, 12, 18))
    panel = [term.children[-1], term.children[-2], term.children[4]]
    term("competition", "open", "CO-0002", *panel)
    the_panel_judges(term, panel, "CO-0002")
    term("competition", "close-judging", "CO-0002")
    words_for(term, panel, "CO-0002")
    term("competition", "check-words", "CO-0002", "all")
    term("competition", "announce", "CO-0002")
    assert len(term.json("competition", "result", "CO-0002")["winners"]) == 1


def a_lesson_is_taught(term: Term) -> None:
    term.on(date(2027, 1, 12))
    term("lesson", "taught", "Y3-B", "--recorded", "--changed", "--year", "Y3")
    term("club", "taught", *term.ambassadors, "--tool", "Tidy", "--year", "Y3", "--minutes", 20)


def the_evidence_is_accepted(term: Term) -> None:
    assert "MT2" not in json.dumps(term.json("evidence", "list"))
    term("evidence", "propose")
    waiting = term.json("evidence", "proposals")
    assert all(entry["why"] for entry in waiting)
    for entry in waiting:
        term("evidence", "accept", entry["id"])
    found = term.json("coverage")
    for criterion in ("MT2", "MT3"):
        assert all(found["criteria"][criterion][level] >= 1 for level in ("bronze", "silver", "gold")), found
    assert found["mt1_year_groups"]["Y3"]["gold"] == 1
    (competition,) = [e for e in term.json("evidence", "list") if e["title"].startswith("Voice of a villain")]
    told = term("evidence", "show", competition["id"])
    assert "It sounds like a real storm" in told
    assert term.ambassadors[0] in told


def the_names_are_written_down(term: Term) -> None:
    """Late, for every command asks for the PIN from then on."""
    term.monkeypatch.setenv(NEW_PIN_VARIABLE, PIN)
    term("people", "pin")
    term.monkeypatch.setenv(PIN_VARIABLE, PIN)
    term.monkeypatch.setattr("click.prompt", lambda *words, **more: NAME)
    term("people", "name", term.children[0])


def everything_is_printed(term: Term) -> None:
    term.prints("club", "report", "register.pdf")
    term.prints("club", "report", "register.xlsx")
    term.prints("club", "badge", "badges.pdf")
    term.prints("club", "certificate", "ambassadors.pdf")
    for kind in ("script", "poster", "certificates"):
        term.prints("competition", "paper", "CO-0001", kind, f"{kind}.pdf")
    page = ("competition", "paper", "CO-0001", "page", term.folder / "page.html")
    assert "There is no “yes” for the school's website" in term.refuses(*page)
    for code in term.children:
        for channel in ("website", "newsletter"):
            term("release", "set", code, channel, "yes")
    term.prints("competition", "paper", "CO-0001", "page", "page.html")
    term.prints("competition", "paper", "CO-0001", "newsletter", "newsletter.docx")
    term.prints("competition", "minutes", "CO-0001", "minutes.pdf")
    term.prints("assembly", "rota", "print", "rota.pdf")
    term.prints("assembly", "poster", "T3", "no-sound.pdf")
    term.prints("lesson", "print", "Y3-B", "lesson.pdf")
    for kind in ("competitions", "rota", "coverage"):
        term.prints("report", kind, f"report-{kind}.pdf")
    for path in term.printed:
        if path.suffix == ".pdf":
            assert "".join(page.extract_text() for page in PdfReader(path).pages).strip(), path.name
    rota = "".join(page.extract_text() for page in PdfReader(term.folder / "printed" / "rota.pdf").pages)
    assert "cancelled" in rota.lower()


def the_desk_knows(term: Term) -> None:
    found = term.json("calendar", "--from", "2026-11-01", "--to", "2027-01-31")
    kinds = [each["kind"] for each in found]
    assert (kinds.count("club"), kinds.count("assembly")) == (8, 10)
    assert sum("not held" in each["words"] for each in found) == 1
    assert sum("cancelled" in each["words"] for each in found) == 1
    assert not any(each["place"] == "proposals" for each in term.json("today"))
    gone = term.children[0]
    term("people", "leave", gone)
    assert gone not in term.json("people", "names")
    assert gone in json.dumps(term.json("club", "session", "CS-0001"))
