"""Libraries as older programs left them, and libraries that may only be read."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
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
from evidence.backup.restore import restore
from evidence.bundle.record import SealedBundles
from evidence.bundle.seal import seal_bundle
from evidence.bundle.verify import verify_bundle
from evidence.card import Card
from evidence.check import check_library
from evidence.library import Library
from evidence.safety.people import People
from evidence.safety.releases import Releases
from evidence.views.coverage import coverage
from lessons.assembly.events import Events
from lessons.assembly.passport import Passports
from lessons.assembly.rotas import Rotas
from lessons.assembly.runs import Runs
from lessons.assembly.trouble import Troubles
from lessons.club.apart import Aparts
from lessons.club.club import Clubs
from lessons.club.profile import Profiles
from lessons.club.sessions import Sessions
from lessons.competitions.competitions import Competitions
from lessons.look import Looks
from lessons.occasion import Occasions
from rubric.load import shipped_framework
from tests.evidence.given import a_draft, tree_of

PROJECT = Path(__file__).parents[2]
GOLDEN = PROJECT / "tests" / "golden"
SCHEMAS = [int(path.name.partition("-")[2]) for path in sorted(GOLDEN.glob("library-*"))]


@pytest.fixture(params=SCHEMAS)
def golden(request, tmp_path) -> Library:
    return Library.open(shutil.copytree(GOLDEN / f"library-{request.param}", tmp_path / "library"))


def test_there_is_a_library_of_the_first_schema():
    assert SCHEMAS[0] == 1


def test_opening_an_old_library_changes_no_file_of_it(golden):
    files = {name: found for name, found in tree_of(golden.folder).items() if found}
    original = GOLDEN / f"library-{Card.load(golden.folder).schema}"
    assert files == {name: found for name, found in tree_of(original).items() if found}


def test_an_old_library_has_all_that_was_in_it(golden):
    assert golden.school == "Oakfield Škola 学校"
    cow, dog, *_ = golden.sounds()
    assert (cow.title, cow.year, cow.by, cow.kept, cow.binned) == ("A cow", "Y4", "Y4-heron", True, False)
    assert [str(step) for step in cow.recipe.steps] == [
        "trim 0.05",
        "reverse",
        "fade-out 0.05",
        "normalise -1",
    ]
    assert (dog.origin, dog.binned, dog.seconds, dog.samplerate) == ("imported", True, 0.1, 8000)
    robots, proposed = golden.entries()
    assert list(map(str, robots.criteria)) == ["MT1:gold", "C6:silver"]
    assert (robots.year_groups, robots.impact) == (("Y3", "Y4"), "They asked for more.")
    assert robots.amendments[0].earlier == {"impact": ""}
    assert golden.file_path(robots.files[0]).read_bytes() == b"We listened.\n"
    assert (proposed.title, proposed.status) == ("=Proposed", "proposed")
    assert "sealed" in [line.action for line in golden.journal.lines()]


@pytest.fixture
def second(tmp_path) -> Library:
    """A library of the second schema."""
    return Library.open(shutil.copytree(GOLDEN / "library-2", tmp_path / "second"))


def test_the_award_of_the_second_schema_is_there(second):
    framework = shipped_framework()
    audits, plans, diary = Audits(second), Plans(second), Diary(second)
    (baseline,) = audits.all()
    assert baseline.locked
    assert baseline.level("MT1") == "silver"
    assert audits.target(framework.id).level == "gold"
    (action,) = plans.actions()
    assert (action.title, action.cost_pence) == ("Buy microphones", 4000)
    assert plans.calendar().half_term("2026-autumn-1").first == date(2026, 9, 7)
    said = diary.reflections()[0].text, diary.conversations()[0].agreed, diary.trainings()[0].answers
    assert said == ("The robots worked.", "Six sessions.", ("All of it.", "", "A club."))
    assert [figure.value for figure in Figures(second).all()] == [6]
    assert Statements(second).newest().questions == ("What would gold need?",)
    assert RegisterLines(second).of("partners")[0].values == {"who": "Brass band", "cost": "12000"}
    robots = second.entries()[0]
    assert (robots.before, robots.subject, robots.tags) == ("It was quiet.", "Science", ("CU1",))
    assert (robots.key_for, robots.sensitivity, robots.action_id) == (("MT1",), "school", action.id)
    assert (robots.feedback.works, robots.type) == ("The end.", "edited-sound")


def test_the_people_of_the_second_schema_are_there(second):
    (person,) = People(second).all()
    assert (person.year, person.roles) == ("Y5", ("helper",))
    releases = Releases(second)
    assert releases.answer(person.code, "website") == "no"
    assert releases.of("EV-2026-0001")["newsletter"].until == date(2027, 7, 31)
    (club,) = Occasions(second).all()
    assert club.led_by == (person.code,)
    (bundle,) = SealedBundles(second).all()
    assert (bundle.version, bundle.entries) == (1, ("EV-2026-0001",))
    assert len(BackupPlaces(second).all()) == 1


@pytest.fixture
def third(tmp_path) -> Library:
    """A library of the third schema."""
    return Library.open(shutil.copytree(GOLDEN / "library-3", tmp_path / "third"))


def test_the_club_of_the_third_schema_is_there(third):
    assert Clubs(third).now().name == "Sound Lab"
    (session,) = Sessions(third).all()
    assert (session.status, len(session.here), len(session.seats)) == ("held", 3, 2)
    assert session.said[0].text == "It rings like a bell."
    (profile,) = Profiles(third).all()
    assert profile.instrument == "Cornet"
    assert len(Aparts(third).all()) == 1
    assert [each.unit for each in Occasions(third).all("lesson")] == ["Y3-B"]
    assert Looks(third).now().id == "LK-0001"


def test_the_competition_of_the_third_schema_can_be_worked_out_again(third):
    (made,) = Competitions(third).all()
    docket = Competitions(third).docket(made.id)
    assert (made.status, made.result.winners) == ("announced", docket.result().winners)
    assert docket.judgements[0].answers


def test_the_assembly_of_the_third_schema_is_there(third):
    (event,) = Events(third).all()
    (rota,) = Rotas(third).all()
    assert (event.status, rota.status) == ("done", "published")
    (run,) = Runs(third).of(event.id)
    assert (len(run.ticks), run.signed[-1].adult) == (1, "staff")
    assert [tip.tree for tip in Troubles(third).tips()] == ["T3"]
    assert Passports(third).all()


def test_a_library_of_the_first_schema_is_of_todays_after_its_first_change(tmp_path):
    library = Library.open(shutil.copytree(GOLDEN / "library-1", tmp_path / "library"))
    assert Card.load(library.folder).is_old
    library.add_entry(a_draft())
    assert not Card.load(library.folder).is_old
    assert check_library(Library.open(library.folder), contents=True) == ()


def test_an_old_library_is_whole_and_goes_on(golden):
    assert check_library(golden, contents=True) == ()
    assert golden.add_entry(a_draft()).id == "EV-2026-0003"
    assert check_library(golden, contents=True) == ()


def test_an_old_library_is_covered_sealed_and_verified(golden, tmp_path):
    framework = shipped_framework()
    counted = coverage(golden.entries(), framework)
    assert counted.criteria["MT1"] == {"bronze": 0, "silver": 0, "gold": 1}
    assert counted.mt1_year_groups["Y3"]["gold"] == 1
    sealed = seal_bundle(golden, tmp_path / "b.zip", framework)
    assert (sealed.entries, sealed.sounds) == (("EV-2026-0001",), 1)
    assert verify_bundle(sealed.path, receipt=" ".join(sealed.receipt_words)).faults == ()


def test_an_old_library_is_backed_up_and_restored(golden, tmp_path):
    made = back_up(golden, tmp_path / "backups")
    assert restore(made.path, tmp_path / "again").records() == golden.records()


def test_a_library_that_may_only_be_read_is_read_and_says_so_when_it_is_to_change():
    # Not in pytest's own folder, which only its owner may enter.
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        os.chmod(place, 0o755)
        folder = shutil.copytree(GOLDEN / "library-1", Path(place) / "library")
        Library.open(folder).note("looked", "library", "Oakfield")
        for path in [*folder.rglob("*"), folder]:
            path.chmod(0o555 if path.is_dir() else 0o444)
        before = tree_of(folder)
        try:
            told = read_as_nobody(folder)
            assert tree_of(folder) == before
        finally:
            for path in [folder, *folder.rglob("*")]:
                path.chmod(0o755)
    assert told["titles"] == ["Robots in Year 4", "=Proposed"]
    assert (told["frames"], told["gold"], told["faults"]) == (2000, 1, [])
    assert told["backed up"] == told["titles"]
    assert "could not be" in told["what"]
    assert "right to write" in told["fix"]


def read_as_nobody(folder: Path) -> dict[str, object]:
    done = subprocess.run(
        [sys.executable, PROJECT / "tests" / "evidence" / "reading_only.py", folder],
        capture_output=True,
        text=True,
        cwd=PROJECT,
        env=os.environ | {"PYTHONPATH": str(PROJECT)},
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
