"""Libraries as older programs left them, and libraries that may only be read."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from evidence.backup import back_up
from evidence.bundle.seal import seal_bundle
from evidence.bundle.verify import verify_bundle
from evidence.check import check_library
from evidence.coverage import coverage
from evidence.library import Library
from evidence.restore import restore
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
    (original,) = [path for path in GOLDEN.glob("library-1")]
    assert files == {name: found for name, found in tree_of(original).items() if found}


def test_an_old_library_has_all_that_was_in_it(golden):
    assert golden.school == "Oakfield Škola 学校"
    cow, dog = golden.sounds()
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
    assert [line.action for line in golden.journal.lines()][-1] == "sealed"


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
