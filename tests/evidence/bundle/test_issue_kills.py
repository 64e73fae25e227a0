"""What a kill or a full disk leaves while a bundle is sealed in parts: real processes, really ended."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from evidence.bundle.issue import issue_bundle
from evidence.bundle.record import SealedBundles
from evidence.bundle.verify import verify_bundle
from evidence.bundle.verify_parts import verify_parts
from evidence.check import check_library
from evidence.entry import Draft
from evidence.library import Library
from rubric.framework import Claim
from rubric.load import shipped_framework

FRAMEWORK = shipped_framework()
MEGA = 1_000_000
LARGEST = 3 * MEGA

SEAL = """
import os, resource, shutil, sys
from pathlib import Path
import evidence.bundle.seal, fpdf, xlsxwriter, jinja2
from evidence.bundle.issue import issue_bundle
from evidence.library import Library
from rubric.load import shipped_framework
from studio.errors import StudioError

first, place, largest = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])

def seal(folder):
    library = Library.open(folder / "library")
    issue_bundle(library, folder / "oak.zip", shipped_framework(), largest=largest, split=True)

def end_at(number):
    left = [number]
    def watched(step):
        def run(*given, **named):
            left[0] -= 1
            if not left[0]:
                os._exit(9)
            return step(*given, **named)
        return run
    for name in ("fsync", "replace", "mkdir", "unlink"):
        setattr(os, name, watched(getattr(os, name)))
"""

KILL = (
    SEAL
    + """
number, ended = 0, 9
while ended == 9:
    number += 1
    folder = place / f"kill-{number:03d}"
    shutil.copytree(first, folder)
    pid = os.fork()
    if not pid:
        end_at(number)
        seal(folder)
        os._exit(0)
    ended = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
assert ended == 0, ended
"""
)

FILL = (
    SEAL
    + """
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[4]), resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
try:
    seal(place)
except StudioError as error:
    print(type(error).__name__, error)
"""
)


@pytest.fixture(scope="module")
def first(tmp_path_factory) -> Path:
    """A folder with a library of two entries, each with a film, that do not fit into one part."""
    folder = tmp_path_factory.mktemp("first")
    library = Library.open(folder / "library", create=True, school="Oak School")
    for number, criterion in enumerate(("MT1", "C2"), 1):
        (film := folder / "film.mp4").write_bytes(bytes([number]) * 2 * MEGA)
        library.add_entry(
            Draft(
                title=f"Piece {number}",
                criteria=(Claim(criterion, "gold"),),
                date_happened=date(2026, 7, number),
                files=(library.add_file(film),),
            )
        )
    film.unlink()
    return folder


@pytest.fixture(scope="module")
def killed(first, tmp_path_factory) -> list[Path]:
    """Copies of it, each with what a sealing left that was killed one step later than the one before."""
    place = tmp_path_factory.mktemp("killed")
    run(KILL, first, place, LARGEST)
    return sorted(place.glob("kill-*"))


def run(script: str, *given: object) -> str:
    done = subprocess.run(
        [sys.executable, "-c", script, *map(str, given)], capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def out_there(folder: Path) -> dict[str, str]:
    """The zips that can be found, each whole, with its receipt."""
    found = {}
    for path in sorted(folder.glob("*.zip")):
        verdict = verify_bundle(path)
        assert verdict.faults == ()
        found[str(path)] = " ".join(verdict.receipt)
    return found


def test_whenever_it_is_killed_what_is_out_there_is_whole_and_known(killed):
    assert len(killed) > 15
    seen = []
    for folder in killed:
        library = Library.open(folder / "library")
        known = {record.path: record.receipt for record in SealedBundles(library).all()}
        there = out_there(folder)
        assert there.items() <= known.items()
        if (folder / "oak_parts.txt").exists():
            assert verify_parts(folder / "oak_parts.txt").valid
        assert check_library(library) == ()
        seen.append(len(there))
    assert sorted(set(seen)) == [0, 1, 2], "kills before, between and after the parts were put into place"


def test_the_next_sealing_clears_what_a_kill_left(killed):
    left = 0
    for folder in killed[5::9]:
        for hidden in folder.glob(".soundingboard-*"):
            left += 1
            os.utime(hidden, (1, 1))
        library = Library.open(folder / "library")
        issue_bundle(library, folder / "oak.zip", FRAMEWORK, largest=LARGEST, split=True, overwrite=True)
        assert sorted(path.name for path in folder.iterdir()) == [
            "library",
            "oak_part1.zip",
            "oak_part2.zip",
            "oak_parts.txt",
        ]
        assert verify_parts(folder / "oak_parts.txt").valid
    assert left > 1


@pytest.mark.parametrize("most", [100_000, 1_900_000])
def test_a_disk_that_is_full_leaves_nothing_and_says_so(first, most):
    said = run(FILL, first, first, LARGEST, most)
    assert said.startswith("BundleNotWritten")
    assert [path.name for path in first.iterdir()] == ["library"]
    assert SealedBundles(Library.open(first / "library")).all() == ()
