"""Pupil mode: every command is known to work in it or not, and none says a name."""

from pathlib import Path

import pytest

from evidence.library import Library
from evidence.safety.names import Names
from evidence.safety.people import People
from evidence.safety.releases import Releases
from lessons.club.club import Clubs
from lessons.club.member import Members
from lessons.club.sessions import Sessions
from studio.cli.options import PIN_VARIABLE
from studio.film.films import Films
from tests.builders import a_sine, a_wav
from tests.cli.some_assembly import some_assembly
from tests.cli.some_competitions import some_competitions
from tests.cli.test_commands import every_command
from tests.films import a_film

PIN = "482913"
NAME = "Zanzibaria Quagga"
CODE = "Y4-heron"

PUPILS = {
    "assembly card": ["inputs"],
    "assembly event count": [],
    "assembly event done": ["performance", "--crew", CODE],
    "assembly event list": [],
    "assembly fixes": [],
    "assembly inputs list": [],
    "assembly level": ["Hall", "Laptop", "--talk", "yes"],
    "assembly list history": ["set-up"],
    "assembly list show": ["set-up"],
    "assembly rota away": [CODE, "2099-01-05"],
    "assembly rota list": [],
    "assembly rota show": [],
    "assembly rota swap": ["AE-0001", "sound", CODE],
    "assembly rota stand-in": ["AE-0001", "sound"],
    "assembly run": ["set-up"],
    "assembly sign": ["set-up", "--by", CODE],
    "assembly signals": [],
    "assembly skill list": [CODE],
    "assembly team list": [],
    "assembly tick": ["set-up", "S1", "--by", CODE],
    "assembly tip": ["T1", "Is it on?", "Switch it on."],
    "assembly trouble": ["T1", "--answer", "yes"],
    "assembly untip": ["TP-0001"],
    "board list": [],
    "board set": ["--name", "Farm"],
    "board show": [],
    "board take-out": ["Farm"],
    "board put-back": ["Farm"],
    "club apply": [CODE, "I like to help."],
    "club ask": ["record"],
    "club card": [],
    "club journey": [CODE],
    "club kit": [],
    "club lead": ["today", "starter", CODE],
    "club members": [],
    "club names": [],
    "club plans": ["six"],
    "club profile": [CODE, "--instrument", "drums"],
    "club register": ["today", f"{CODE}=here"],
    "club pair": ["today"],
    "club rules": [],
    "club say": ["today", "Like a cave."],
    "club session": ["today"],
    "club sessions": [],
    "club show": [],
    "club skill": [CODE],
    "club taught": [CODE, "--tool", "pads", "--year", "Y2", "--minutes", "10"],
    "club teaching": [],
    "club today": [],
    "club used": ["today", "record"],
    "club hold": ["today"],
    "club again": ["today"],
    "competition add-brief": ["The lift", "--make", "A lift that talks."],
    "competition agenda": [],
    "competition announcers": ["CO-0002", CODE],
    "competition brief": ["voice-of-a-villain"],
    "competition briefs": [],
    "competition enter": ["CO-0004", "S-0001"],
    "competition judge": ["CO-0001", "Y6-fox", "--tell", "It is loud."],
    "competition kind": ["CO-0003", "SB-0003", "We liked the moo.", "--by", "Y6-fox"],
    "competition list": [],
    "competition reasons": ["CO-0002"],
    "competition result": ["CO-0002"],
    "competition set": ["voice-of-a-villain"],
    "competition show": ["CO-0001"],
    "competition take-back": ["SB-0004"],
    "competition why": [
        *("CO-0002", "SB-0002", "--quality", "It moos."),
        *("--where", "At once.", "--brief", "It fits.", "--by", "Y6-fox"),
    ],
    "coverage": [],
    "demo": ["--library", "{tmp}/demo"],
    "edit": ["{wav}", "{tmp}/edited.wav", "reverse"],
    "evidence add": ["--title", "Mine", "--criterion", "MT1:silver", "--year", "Y4"],
    "evidence happened": ["club-session", "--year", "Y4"],
    "evidence propose": [],
    "evidence rules": [],
    "evidence types": [],
    "lesson list": [],
    "listen": ["{wav}"],
    "film list": [],
    "film show": ["FM-0001"],
    "film cue": ["FM-0001", "S-0001", "0.1"],
    "film uncue": ["FM-0001", "1"],
    "film own": ["FM-0001", "off"],
    "lesson compare start": ["S-0001", "S-0002"],
    "lesson compare note": ["CP-0001", "tempo", "--a", "walking"],
    "lesson compare said": ["CP-0001", "They are one and the same."],
    "lesson compare happened": ["CP-0001", "--year", "Y4"],
    "lesson compare list": [],
    "lesson compare show": ["CP-0001"],
    "lesson rhythm keep": ["march"],
    "lesson rhythm list": [],
    "lesson rhythm show": ["march"],
    "lesson sheet": [],
    "lesson taught": ["Y3-B", "--used"],
    "lesson template": ["{tmp}/our-lesson.toml"],
    "lesson words": [],
    "people list": [],
    "people role": [CODE],
    "reader": ["--here", "Y4"],
    "release channels": [],
    "rubric frameworks": [],
    "rubric list": [],
    "rubric show": ["MT1"],
    "rubric template": ["{tmp}/template.csv"],
    "school": [],
    "sound add": ["{wav}", "--title", "Mine"],
    "sound edit": ["S-0001", "reverse"],
    "sound undo": ["S-0001"],
    "sound redo": ["S-0001"],
    "sound steps": ["S-0001"],
    "sound apply": ["S-0001", "S-0002"],
    "sound favourite keep": ["S-0001", "Cave"],
    "sound favourite list": [],
    "sound favourite apply": ["Cave", "S-0002"],
    "sound favourite forget": ["Cave"],
    "sound step move": ["S-0001", "1", "1"],
    "sound step change": ["S-0001", "1", "gain -3"],
    "sound step remove": ["S-0001", "1"],
    "sound copy": ["S-0001", "0", "0.1"],
    "sound split": ["S-0001", "0.1"],
    "sound join": ["S-0001", "S-0002"],
    "sound mix": ["S-0001", "S-0002 -6 0.1"],
    "sound keep": ["S-0001"],
    "sound bin": ["S-0001"],
    "sound unbin": ["S-0001"],
    "sound clinic": [],
    "sound bring": ["{wav}"],
    "sound credits": [],
    "sound list": [],
    "sound listen": ["S-0001"],
    "sound recover": [],
    "sound rename": ["S-0001", "Ours"],
    "sound show": ["S-0001"],
    "sound tag": ["S-0001", "--subject", "Science"],
    "sound tidy": ["S-0001"],
    "sound watch": ["{tmp}"],
    "sound whose": ["S-0001", "--year", "Y5"],
    "tidy": ["{wav}", "{tmp}/tidied.wav"],
    "check": ["{wav}"],
}
"""What pupils may do, and what there is without any library."""

MACHINE = {
    "assembly tone": ["--seconds", "6"],
    "devices": [],
    "doctor": [],
    "record": ["--seconds", "0.1"],
    "sound play": ["S-0001"],
    "verify": ["{wav}"],
    "restore": ["{wav}", "{tmp}/restored"],
}
"""Nobody is asked for a PIN; whether they work is for the machine, or for the file."""

ADULTS = {
    "assembly event add": ["assembly", "2099-01-05"],
    "assembly event cancel": ["AE-0001"],
    "assembly event edit": ["AE-0001", "--title", "x"],
    "assembly inputs add": ["HDMI", "the laptop"],
    "assembly inputs strike": ["IN-0001"],
    "assembly list edit": ["set-up", "S1", "--words", "x"],
    "assembly list print": ["set-up", "{tmp}/list.pdf"],
    "assembly poster": ["T1", "{tmp}/t1.pdf"],
    "assembly rota answer": ["1", "yes"],
    "assembly rota fill": [],
    "assembly rota make": [],
    "assembly rota print": ["{tmp}/rota.pdf"],
    "assembly rota publish": [],
    "assembly rota undo": [],
    "assembly skill tick": [CODE, "cables"],
    "assembly team join": [CODE],
    "assembly team leave": [CODE],
    "board performed": [],
    "club apart": [CODE, CODE],
    "club badge": ["{tmp}/badge.pdf", CODE],
    "club certificate": ["{tmp}/certificate.pdf", CODE],
    "club display": ["{tmp}/display.pdf"],
    "club edit": ["CS-0001", "--title", "Other"],
    "club join": [CODE],
    "club leave": [CODE],
    "club name": [CODE],
    "club nominate": [CODE, "Kind."],
    "club nominated": [],
    "club not-held": ["CS-0001", "Snow"],
    "club part": ["CS-0001", "starter", "--minutes", "9"],
    "club plan": [],
    "club print": ["CS-0001", "{tmp}/plan.pdf"],
    "club report": ["{tmp}/report.pdf"],
    "club set": ["--name", "Other"],
    "club unname": ["OC-0001"],
    "club unplan": ["CS-0001"],
    "audit compare": [],
    "audit figure": ["C2:silver", "13"],
    "audit figures": [],
    "audit judge": ["MT1", "bronze"],
    "audit list": [],
    "audit lock": [],
    "audit show": [],
    "audit start": [],
    "audit statement": ["We did."],
    "backup": ["{tmp}/backups"],
    "bundle": ["{tmp}/bundle.zip"],
    "bundles": [],
    "calendar": [],
    "competition announce": ["CO-0002"],
    "competition away": ["CO-0001", "Y6-fox"],
    "competition bonds": [],
    "competition bring-back": ["CO-0001"],
    "competition cancel": ["CO-0001", "No room."],
    "competition check": ["CO-0002"],
    "competition check-words": ["CO-0002", "all"],
    "competition close": ["CO-0004"],
    "competition close-judging": ["CO-0001"],
    "competition minutes": ["CO-0002"],
    "competition move-closing": ["CO-0004", "2099-01-01", "Snow."],
    "competition no-award": ["CO-0002", "Not this time."],
    "competition one-more-round": ["CO-0002"],
    "competition open": ["CO-0004", "Y6-fox"],
    "competition panel": ["CO-0001"],
    "competition paper": ["CO-0002", "script", "{tmp}/script.pdf"],
    "competition reopen": ["CO-0004"],
    "competition strike-brief": ["BF-0001"],
    "competition told": ["CO-0001"],
    "competition withdraw": ["CO-0001", "SB-0001", "Asked for."],
    "evidence accept": ["EV-2026-0001"],
    "evidence bin": ["EV-2026-0001"],
    "evidence edit": ["EV-2026-0001", "--title", "Other"],
    "evidence key": ["EV-2026-0001", "MT1"],
    "evidence list": [],
    "evidence occasions": [],
    "evidence proposals": [],
    "evidence put-back": ["EV-2026-0001"],
    "evidence show": ["EV-2026-0001"],
    "evidence timeline": [],
    "evidence withdraw": ["EV-2026-0001", "--yes"],
    "lesson add": ["{tmp}/our-lesson.toml"],
    "lesson print": ["Y3-B", "{tmp}/unit.pdf"],
    "lesson put-back": ["OUR-LESSON"],
    "film new": ["{tmp}/cartoon.mp4"],
    "film moved": ["FM-0001", "{tmp}/cartoon.mp4"],
    "film export": ["FM-0001", "{tmp}/film.mp4"],
    "lesson compare print": ["CP-0001", "{tmp}/compared.pdf"],
    "lesson rhythm export": ["march", "{tmp}/march.wav"],
    "lesson rhythm print": ["march", "{tmp}/march.pdf"],
    "lesson remove": ["OUR-LESSON"],
    "lesson show": ["Y3-B"],
    "lesson untaught": ["OC-0001"],
    "paper": ["governors", "{tmp}/paper.html"],
    "people add": ["Y4"],
    "people leave": [CODE],
    "people move-up": [],
    "people name": [CODE],
    "people names": [],
    "people pin": [],
    "people review": [],
    "people show": [CODE],
    "people way-back": [],
    "people withdraw": [CODE, "--yes"],
    "people year": [CODE, "Y5"],
    "plan add": ["Club", "--criterion", "MT3"],
    "plan cpd": ["Course"],
    "plan dates": ["2026-autumn-1", "2026-09-02", "2026-10-20"],
    "plan diary": [],
    "plan done": ["AC-0001", "--impact", "x"],
    "plan edit": ["AC-0001", "--title", "x"],
    "plan follow-up": ["TR-0001", "x"],
    "plan list": [],
    "plan reflect": ["x"],
    "plan show": ["AC-0001"],
    "plan strike": ["RF-0001"],
    "plan talk": ["x"],
    "report": ["coverage", "{tmp}/coverage.pdf"],
    "register add": ["partners", "name=x"],
    "register edit": ["RG-0001", "name=x"],
    "register list": [],
    "register show": ["partners"],
    "register strike": ["RG-0001"],
    "release check": [],
    "release list": [],
    "release set": [CODE, "website", "yes"],
    "rubric import": ["{tmp}/own.csv"],
    "rubric wording": ["--ours"],
    "sound audacity": ["S-0001"],
    "sound card": ["S-0001", "--licence", "CC0"],
    "sound export": ["S-0001", "{tmp}/out.wav"],
    "sound give": ["{tmp}/given", "S-0001"],
    "sound showcase": ["{tmp}/out.html", "S-0001"],
    "sound slides": ["{tmp}/out.pptx", "S-0001"],
    "target set": ["silver", "--by", "2099-07-01"],
    "target show": [],
    "today": [],
}
"""What only adults may do or see."""


@pytest.fixture(autouse=True)
def library(shell, tmp_path: Path, monkeypatch) -> Library:
    """A library with a person, their name, a release, a sound, evidence, and a PIN that nobody gave."""
    monkeypatch.delenv(PIN_VARIABLE, raising=False)
    library = Library.open(tmp_path / "library", create=True, school="Oakfield")
    Films(library).add(a_film(tmp_path / "cartoon.mp4"))
    library.adults.set_pin(PIN)
    monkeypatch.setattr("evidence.safety.people.code_words", lambda: ("heron",))
    People(library).add("Y4")
    Names(library).set(CODE, NAME)
    Releases(library).set(CODE, "newsletter", "no")
    Clubs(library).set(name="Sound Lab")
    Members(library).join(CODE)
    Sessions(library).plan_term(dates=[library.now().date()])
    a_wav(tmp_path / "cow.wav", a_sine(0.3))
    sound = ("sound", "add", tmp_path / "cow.wav", "--title", "A cow", "--by", CODE)
    assert shell(*sound) == 0
    assert shell("sound", "add", tmp_path / "cow.wav", "--title", "A sheep", "--by", CODE) == 0
    told = ("--title", "Cow", "--criterion", "MT1:silver", "--year", "Y4", "--sound", "S-0001")
    assert shell("evidence", "add", *told) == 0
    some_competitions(library, "S-0001")
    some_assembly(library, CODE)
    return library


def filled(words: list[str], tmp_path: Path) -> list[str]:
    """The example words with this test's folder in them."""
    return [word.format(tmp=tmp_path, wav=tmp_path / "cow.wav") for word in words]


def test_every_command_is_known_to_be_for_pupils_or_for_adults():
    groups = {" ".join(path[:-1]) for path in every_command()}
    leaves = {" ".join(path) for path in every_command()} - groups
    assert leaves == PUPILS.keys() | MACHINE.keys() | ADULTS.keys()
    assert len(leaves) == len(PUPILS) + len(MACHINE) + len(ADULTS)


def test_pupils_can_do_these_and_no_name_is_said(shell, tmp_path):
    for command, words in PUPILS.items():
        assert shell(*command.split(), *filled(words, tmp_path)) == 0, (command, shell.err)
        assert NAME not in shell.out + shell.err, command


def test_only_adults_can_do_these(shell, library, tmp_path):
    head, before = library.journal.head(), {path.name for path in tmp_path.iterdir()}
    for command, words in ADULTS.items():
        said = shell.refuses(*command.split(), *filled(words, tmp_path))
        reasons = ("for adults", "Only an adult", "must be typed by a person")
        assert any(reason in said for reason in reasons), (command, said)
        assert NAME not in said
        assert (library.journal.head(), {path.name for path in tmp_path.iterdir()}) == (head, before), command


def test_no_json_has_a_name(shell, tmp_path):
    for command, words in {**PUPILS, **MACHINE, **ADULTS}.items():
        if command not in ("record", "sound play", "demo"):
            shell(*command.split(), *filled(words, tmp_path), "--json")
            assert NAME not in shell.out + shell.err, command


def test_with_the_pin_an_adult_can(shell, tmp_path, monkeypatch):
    monkeypatch.setenv(PIN_VARIABLE, PIN)
    for command in ("evidence list", "audit list", "sound export", "release list", "people names", "backup"):
        assert shell(*command.split(), *filled(ADULTS[command], tmp_path)) == 0, (command, shell.err)


def test_what_a_pupil_writes_down_waits_for_an_adult(shell, library, monkeypatch):
    assert [entry.status for entry in library.entries()] == ["proposed"]
    monkeypatch.setenv(PIN_VARIABLE, PIN)
    shell("evidence", "add", "--title", "Theirs", "--criterion", "MT1:silver", "--year", "Y4")
    assert [entry.status for entry in library.entries()] == ["proposed", "accepted"]


def test_a_pupil_cannot_make_a_sound_somebody_elses_to_get_round_a_no(shell, library):
    refused = shell.refuses("sound", "whose", "S-0001", "--by", "Y4-otter")
    assert "Only an adult" in refused
    assert refused.endswith("Give the PIN in the variable SOUNDINGBOARD_PIN.\n")
    assert library.sound("S-0001").by == CODE


def test_a_withdrawal_that_was_stopped_is_told_on_opening(shell, library, monkeypatch):
    from evidence.safety import withdrawal
    from rubric.load import shipped_framework

    def stop(*given: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(withdrawal, "forget_name", stop)
    with pytest.raises(KeyboardInterrupt):
        withdrawal.withdraw(library, code=CODE, framework=shipped_framework())
    assert shell("sound", "list") == 0
    assert "withdraw --carry-on" in shell.err
    shell("doctor")
    assert "withdraw --carry-on" in shell.out


@pytest.mark.parametrize("command", [["audit", "list"], ["people", "pin"]])
def test_a_program_without_standard_input_is_told_to_use_the_variable(shell, monkeypatch, command):
    monkeypatch.setattr("sys.stdin", None)
    assert PIN_VARIABLE in shell.refuses(*command)
