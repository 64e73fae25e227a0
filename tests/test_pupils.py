"""In pupil mode the use cases themselves refuse, whichever screen or command calls them."""

import random
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from evidence.award.audits import Audits
from evidence.award.diary import Diary
from evidence.award.figures import Figures
from evidence.award.plans import Plans
from evidence.award.register_lines import RegisterLines
from evidence.award.statement import Statements
from evidence.backup.backup import back_up
from evidence.backup.places import BackupPlaces
from evidence.bundle.issue import issue_bundle
from evidence.bundle.seal import seal_bundle
from evidence.bundle.slip import write_slip
from evidence.library import Library
from evidence.papers.write import make_paper, write_paper
from evidence.review import accept, amend, bin_entry, put_back, set_key
from evidence.safety.adults import AdultsOnly
from evidence.safety.names import Names
from evidence.safety.people import People
from evidence.safety.releases import Releases
from evidence.safety.retention import review_list
from evidence.safety.withdrawal import carry_on, preview, withdraw
from lessons.assembly.events import Events
from lessons.assembly.inputs import Inputs
from lessons.assembly.lists import Checklists
from lessons.assembly.passport import Passports
from lessons.assembly.posters import print_card, print_list, print_tree
from lessons.assembly.rotas import Rotas
from lessons.assembly.runs import Runs
from lessons.assembly.sheet import print_rota
from lessons.assembly.swaps import Swaps
from lessons.assembly.team import Team
from lessons.club.ambassadors import name_ambassadors, take_names_back
from lessons.club.apart import Aparts
from lessons.club.attendance import Attendance
from lessons.club.club import Clubs
from lessons.club.leaders_print import print_badges, print_certificates, print_display
from lessons.club.member import Members
from lessons.club.nomination import Nominations
from lessons.club.profile import Profiles
from lessons.club.register_report import write_register
from lessons.club.sessions import Sessions
from lessons.club.skills import Skills
from lessons.comparing import Comparison, Comparisons, Piece, print_comparison
from lessons.comparing_sound import HeardFiles
from lessons.competitions.agenda import minutes
from lessons.competitions.announcement import announcement
from lessons.competitions.announcing import announce, take_announcement_back
from lessons.competitions.bonds import Bonds
from lessons.competitions.briefs import Briefs
from lessons.competitions.competitions import Competitions
from lessons.competitions.panel import Panel
from lessons.competitions.reasons import Reasons
from lessons.competitions.submissions import Submissions
from lessons.desk.report import write_report
from lessons.look import Looks
from lessons.printing.poster import Poster, poster
from lessons.printing.rota_sheet import rota_sheet
from lessons.printing.steps_poster import steps_poster
from lessons.rhythm.paper import print_rhythm, rhythm_paper
from lessons.rhythm.shipped import start_named
from lessons.rhythm.sounding import export_bars
from lessons.soundboard.boards import Boards
from lessons.units.own import OwnUnits
from lessons.units.taught import untaught
from rubric.framework import Claim
from rubric.load import shipped_framework
from studio import takes
from studio.audio.analysis.glance import Glance, glance_at
from studio.audio.source import ClipSource
from studio.film.films import Film, Films
from studio.film.sheet import print_sheet
from studio.film.soundtrack import export_film, export_soundtrack
from studio.giving.audacity import open_in_audacity
from studio.giving.chosen import choose
from studio.listening import save_picture
from studio.make_evidence import make_evidence
from studio.sound_buttons import performed
from studio.whose import fill_card, say_whose
from tests.builders import a_sine
from tests.evidence.given import a_draft, a_library, add_a_sound, tree_of

FRAMEWORK = shipped_framework()
CODE = "Y4-heron"
ENTRY = "EV-2026-0001"


def a_glance() -> Glance:
    """What is seen of half a second of a tone."""
    return glance_at(ClipSource(a_sine(0.5)))


Forbidden = Callable[[Library, Path], object]


def a_cue_sheet(library: Library) -> Film:
    return Film(
        id="FM-0001",
        title="Cartoon",
        file="cartoon.mp4",
        size=1,
        start="0",
        length="2",
        rate="25",
        pictures=50,
        is_even=True,
        has_sound=False,
        made=library.now(),
    )


def two_pieces(library: Library) -> Comparison:
    return Comparisons(library).begin(Piece("Cow"), Piece("Sheep"))


FORBIDDEN: dict[str, Forbidden] = {
    "rhythm": lambda library, to: print_rhythm(library, start_named("march").pattern, to / "r.pdf"),
    "film": lambda library, to: Films(library).add(to / "film.mp4"),
    "film elsewhere": lambda library, to: Films(library).moved("FM-0001", to / "film.mp4"),
    "film with sound": lambda library, to: export_film(library, a_cue_sheet(library), to / "film.mp4"),
    "sound of a film": lambda library, to: export_soundtrack(library, a_cue_sheet(library), to / "film.wav"),
    "cue sheet": lambda library, to: print_sheet(library, a_cue_sheet(library), to / "cues.txt"),
    "two sounds": lambda library, to: print_comparison(library, two_pieces(library), to / "two.pdf"),
    "a file to compare": lambda library, to: HeardFiles(library).open(to / "film.wav"),
    "rhythm as a table": lambda library, to: rhythm_paper(library, start_named("march").pattern),
    "rhythm as a file": lambda library, to: export_bars(library, start_named("march").pattern, to / "r.wav"),
    "seal": lambda library, to: seal_bundle(library, to / "b.zip", FRAMEWORK),
    "issue": lambda library, to: issue_bundle(library, to / "b.zip", FRAMEWORK),
    "print a slip": lambda library, to: write_slip(library, "B-0001", to / "s.html"),
    "export": lambda library, to: takes.export(library, library.sound("S-0001"), to / "s.wav"),
    "export a picture": lambda library, to: save_picture(library, a_glance(), None, to / "s.png"),
    "export as MP3": lambda library, to: takes.export(library, library.sound("S-0001"), to / "s.mp3"),
    "give": lambda library, to: choose(library, [library.sound("S-0001")]),
    "open in Audacity": lambda library, to: open_in_audacity(library, library.sound("S-0001")),
    "say whose": lambda library, to: say_whose(library, library.sound("S-0001"), by="Y5-newt"),
    "say it was found": lambda library, to: say_whose(library, library.sound("S-0001"), credit="A film"),
    "fill a card": lambda library, to: fill_card(library, library.sound("S-0001"), author="Ann"),
    "back up": lambda library, to: back_up(library, to / "backups"),
    "back up daily": lambda library, to: BackupPlaces(library).back_up_daily(to / "backups"),
    "stop daily": lambda library, to: BackupPlaces(library).stop_daily(),
    "write a paper": lambda library, to: write_paper(library, "governors", to / "g.html", FRAMEWORK),
    "make a paper": lambda library, to: make_paper(library, "governors", FRAMEWORK),
    "release": lambda library, to: Releases(library).set(CODE, "website", "yes"),
    "see names": lambda library, to: Names(library).all(),
    "see a name": lambda library, to: Names(library).of(CODE),
    "write a name": lambda library, to: Names(library).set(CODE, "Sam"),
    "remove a name": lambda library, to: Names(library).remove(CODE),
    "make a way back": lambda library, to: library.adults.make_way_back(),
    "add people": lambda library, to: People(library).add("Y4"),
    "change roles": lambda library, to: People(library).set_roles(CODE, ["helper"]),
    "move up": lambda library, to: People(library).move_up(),
    "accept": lambda library, to: accept(library, ENTRY),
    "bin": lambda library, to: bin_entry(library, ENTRY),
    "put back": lambda library, to: put_back(library, ENTRY),
    "amend": lambda library, to: amend(library, ENTRY, framework=FRAMEWORK, title="Other"),
    "choose a key piece": lambda library, to: set_key(library, ENTRY, "MT1"),
    "withdraw": lambda library, to: withdraw(library, entry_id=ENTRY, framework=FRAMEWORK),
    "withdraw a person": lambda library, to: withdraw(library, code=CODE, framework=FRAMEWORK),
    "preview": lambda library, to: preview(library, entry_id=ENTRY),
    "carry on": lambda library, to: carry_on(library, FRAMEWORK),
    "review what is kept": lambda library, to: review_list(library),
    "audit": lambda library, to: Audits(library).start("baseline", view="school", framework=FRAMEWORK),
    "judge": lambda library, to: Audits(library).judge("MT1", "gold", view="school", framework=FRAMEWORK),
    "lock an audit": lambda library, to: Audits(library).lock(view="school", framework=FRAMEWORK.id),
    "aim": lambda library, to: Audits(library).set_target(
        "gold", by_date=date(2027, 7, 1), decided_by="lead", phase="primary", framework=FRAMEWORK
    ),
    "plan": lambda library, to: Plans(library).add_action(
        "Club", framework=FRAMEWORK, criteria=["MT3"], owner="lead"
    ),
    "set dates": lambda library, to: Plans(library).set_dates(
        "2026-autumn-1", date(2026, 9, 2), date(2026, 10, 20)
    ),
    "reflect": lambda library, to: Diary(library).reflect("Good."),
    "talk": lambda library, to: Diary(library).talk("hub", "Plans."),
    "train": lambda library, to: Diary(library).add_training("Course", by="lead", answers=()),
    "follow up": lambda library, to: Diary(library).follow_up("TR-0001", "Much."),
    "state": lambda library, to: Statements(library).add("We did."),
    "figure": lambda library, to: Figures(library).add(Claim.parse("C2:silver"), "", 13, framework=FRAMEWORK),
    "register": lambda library, to: RegisterLines(library).add("partners", {"name": "x"}),
    "write down a performance": lambda library, to: performed(library, Boards(library).ready()),
    "set the club up": lambda library, to: Clubs(library).set(name="Other"),
    "join the club": lambda library, to: Members(library).join(CODE),
    "leave the club": lambda library, to: Members(library).leave(CODE),
    "keep apart": lambda library, to: Aparts(library).add(CODE, "Y5-newt"),
    "see who is kept apart": lambda library, to: Aparts(library).all(),
    "plan the club": lambda library, to: Sessions(library).plan_term(),
    "change a session": lambda library, to: Sessions(library).edit("CS-0001", title="Other"),
    "call a session off": lambda library, to: Sessions(library).not_held("CS-0001", "Snow"),
    "nominate": lambda library, to: Nominations(library).nominate(CODE, "Kind."),
    "see nominations": lambda library, to: Nominations(library).all(),
    "see the fair chance": lambda library, to: Nominations(library).fair_chance(),
    "name Ambassadors": lambda library, to: name_ambassadors(library, [CODE]),
    "unname Ambassadors": lambda library, to: take_names_back(library, "OC-0001"),
    "publish a profile": lambda library, to: Profiles(library).publish(CODE),
    "tick a skill": lambda library, to: Skills(library).tick(CODE, "record"),
    "see how often a child came": lambda library, to: Attendance(library).of(CODE),
    "print a register": lambda library, to: write_register(library, to / "r.xlsx"),
    "print badges": lambda library, to: print_badges(library, to / "b.pdf"),
    "print certificates": lambda library, to: print_certificates(library, to / "c.pdf"),
    "print a display": lambda library, to: print_display(library, to / "d.pdf"),
    "report": lambda library, to: write_report(library, "coverage", to / "c.pdf", FRAMEWORK),
    "add a unit": lambda library, to: OwnUnits(library).keep(to / "our-lesson.toml"),
    "remove a unit": lambda library, to: OwnUnits(library).remove("OUR-LESSON"),
    "take back a lesson": lambda library, to: untaught(library, "OC-0001"),
    "put a unit back": lambda library, to: OwnUnits(library).put_back("OUR-LESSON"),
    "open judging": lambda library, to: Panel(library).open("CO-0001", ["Y6-fox"]),
    "change the panel": lambda library, to: Panel(library).change("CO-0001", ["Y6-fox"]),
    "say who is away": lambda library, to: Panel(library).away("CO-0001", "Y6-fox"),
    "let a judge back": lambda library, to: Panel(library).back("CO-0001", "Y6-fox"),
    "ask for one more round": lambda library, to: Panel(library).one_more_round("CO-0001"),
    "close judging": lambda library, to: Panel(library).close("CO-0001"),
    "give no award": lambda library, to: Panel(library).no_award("CO-0001", "Not yet."),
    "read what judges said": lambda library, to: Panel(library).told("CO-0001"),
    "close a competition": lambda library, to: Competitions(library).close("CO-0001"),
    "reopen a competition": lambda library, to: Competitions(library).reopen("CO-0001"),
    "cancel a competition": lambda library, to: Competitions(library).cancel("CO-0001", "Snow."),
    "bring a competition back": lambda library, to: Competitions(library).bring_back("CO-0001"),
    "move the closing date": lambda library, to: Competitions(library).move_closing(
        "CO-0001", date(2027, 1, 8), "Snow."
    ),
    "take an entry out": lambda library, to: Submissions(library).withdraw("SB-0001", "Asked for."),
    "take a brief out": lambda library, to: Briefs(library).strike("BF-0001"),
    "see bonds": lambda library, to: Bonds(library).all(),
    "add a bond": lambda library, to: Bonds(library).add([CODE, "Y6-fox"]),
    "strike a bond": lambda library, to: Bonds(library).strike("BD-0001"),
    "okay a reason": lambda library, to: Reasons(library, "CO-0001").okay("RE-0001"),
    "ask for another reason": lambda library, to: Reasons(library, "CO-0001").ask_again("RE-0001"),
    "announce": lambda library, to: announce(library, "CO-0001"),
    "take an announcement back": lambda library, to: take_announcement_back(library, "CO-0001"),
    "prepare an announcement": lambda library, to: announcement(library, "CO-0001"),
    "print minutes": lambda library, to: minutes(library, "CO-0001"),
    "choose the school's colours": lambda library, to: Looks(library).set("navy", "gold"),
    "print a poster": lambda library, to: poster(library, Poster(title="x", big="y"), to / "p.pdf"),
    "print steps": lambda library, to: steps_poster(library, "x", ["y"], to / "s.pdf"),
    "print a table": lambda library, to: rota_sheet(library, "x", ("a",), (("b",),), "", to / "r.pdf"),
    "join the team": lambda library, to: Team(library).join(CODE),
    "leave the team": lambda library, to: Team(library).leave(CODE),
    "tick a skill of the team": lambda library, to: Passports(library).tick(CODE, "cables"),
    "take a tick back": lambda library, to: Passports(library).untick(CODE, "cables"),
    "plan an event": lambda library, to: Events(library).add("assembly", date(2027, 7, 1)),
    "change an event": lambda library, to: Events(library).edit("AE-0001", title="x"),
    "cancel an event": lambda library, to: Events(library).cancel("AE-0001"),
    "put an event back": lambda library, to: Events(library).put_back("AE-0001"),
    "take an event back": lambda library, to: Events(library).take_back("AE-0001"),
    "draft a rota": lambda library, to: Rotas(library).draft(),
    "publish a rota": lambda library, to: Rotas(library).publish("RO-0001"),
    "unpublish a rota": lambda library, to: Rotas(library).unpublish("RO-0001"),
    "fill a rota": lambda library, to: Rotas(library).fill("RO-0001"),
    "undo in a rota": lambda library, to: Rotas(library).undo("RO-0001"),
    "swap": lambda library, to: Swaps(library).swap("RO-0001", "AE-0001", "sound", CODE),
    "answer a swap": lambda library, to: Swaps(library).answer("RO-0001", 1, yes=True),
    "print the rota": lambda library, to: print_rota(library, "RO-0001", to / "r.pdf"),
    "print a list": lambda library, to: print_list(library, "set-up", to / "l.pdf"),
    "print a tree": lambda library, to: print_tree(library, "T1", to / "t.pdf"),
    "print a card": lambda library, to: print_card(library, "volume", to / "c.pdf"),
    "change a list": lambda library, to: Checklists(library).set("set-up", "S1", words="x"),
    "undo in a list": lambda library, to: Checklists(library).undo("set-up"),
    "name an input": lambda library, to: Inputs(library).add("HDMI", "the laptop"),
    "sign as an adult": lambda library, to: Runs(library).sign("RN-0001", adult="staff"),
    "rename the school": lambda library, to: library.rename_school("Other"),
}


@pytest.fixture
def library(tmp_path: Path) -> Library:
    library = a_library(tmp_path)
    add_a_sound(library, by=CODE)
    library.add_entry(a_draft(people=(CODE,)))
    Competitions(library, chance=random.Random(1)).set("voice-of-a-villain")
    library.adults.set_pin("482913")
    library.adults.lock()
    return library


def test_each_is_refused_before_anything_is_touched(library, tmp_path):
    before = tree_of(tmp_path)
    for what, act in FORBIDDEN.items():
        with pytest.raises(AdultsOnly) as refused:
            act(library, tmp_path)
        assert refused.value.what.startswith("Only an adult can "), what
        assert refused.value.fix == "Enter the PIN first."
        assert tree_of(tmp_path) == before, what


def test_recording_and_shaping_go_on(library):
    sound = library.sound("S-0001")
    sound = takes.rename(library, sound, "Ours")
    sound = takes.unbin(library, takes.bin_sound(library, sound))
    made = make_evidence(
        library,
        title="Ours",
        criteria=[Claim.parse("MT1:silver")],
        year_groups=["Y4"],
        sounds=[takes.keep(library, sound)],
        framework=FRAMEWORK,
    )
    assert made.status == "proposed"
