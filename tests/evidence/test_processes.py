"""Several programs in one library, and programs that are killed while they write."""

import os
import random
import subprocess
import sys
from pathlib import Path

from evidence.check import check_library
from evidence.library import Library

PROJECT = Path(__file__).parents[2]
PROGRAM = PROJECT / "tests" / "evidence" / "adding.py"
KILLS = 12


def adding(folder: Path, name: str, count: int) -> subprocess.Popen[str]:
    command = [sys.executable, str(PROGRAM), str(folder), name, str(count)]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=PROJECT, env=_environment()
    )


def test_four_programs_at_once_lose_nothing(tmp_path):
    folder = tmp_path / "library"
    programs = [adding(folder, f"program {number}", 25) for number in range(4)]
    said = [program.communicate(timeout=120) for program in programs]
    assert [program.returncode for program in programs] == [0] * 4, said
    ids = [record_id for out, _ in said for record_id in out.split()[1:]]
    library = Library.open(folder)
    assert sorted(ids) == [entry.id for entry in library.entries()]
    assert len(set(ids)) == 100
    assert len({entry.title for entry in library.entries()}) == 100
    assert check_library(library) == ()
    assert library.journal.head().seq == 100


def test_programs_killed_while_they_write_lose_nothing_they_acknowledged(tmp_path):
    folder, chance = tmp_path / "library", random.Random(8493)
    acknowledged: list[str] = []
    for _ in range(KILLS):
        with adding(folder, "killed", 10_000) as program:
            for _ in range(chance.randint(1, 6)):
                acknowledged.append(program.stdout.readline().strip())
            try:
                program.wait(timeout=chance.uniform(0, 0.012))
            except subprocess.TimeoutExpired:
                program.kill()
            acknowledged += program.stdout.read().splitlines()
            assert "Traceback" not in program.stderr.read()
    library = Library.open(folder)
    ids = [entry.id for entry in library.entries()]
    assert set(acknowledged) - {"ready"} <= set(ids)
    assert ids == [f"EV-{library.now().year}-{number:04d}" for number in range(1, len(ids) + 1)]
    assert check_library(library) == ()


def _environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(PROJECT)}
