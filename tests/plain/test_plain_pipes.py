"""Line mode as a program: lines in through a pipe, lines out, and no screen."""

import subprocess
import sys
from pathlib import Path

from tests.evidence.given import a_library
from tests.ui.fakes import a_sound

PROGRAM = [sys.executable, "-m", "studio", "--plain"]


def run(folder: Path, typed: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*PROGRAM, "--library", str(folder)],
        input=typed,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def test_lines_go_in_and_lines_come_out(tmp_path):
    library = a_library(tmp_path)
    a_sound(library, "Owl")
    done = run(library.folder, "list\ntidy\nkeep Barn “owl”\nleave\n")
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0] == "Soundingboard, Oakfield School. 1 sound."
    assert lines[1] == "Chosen: Owl, 3.0 seconds, kept."
    assert "1. Owl, 3.0 seconds, kept. Chosen." in lines
    assert "Kept: Barn “owl”." in lines
    assert lines[-1] == "Everything is kept. Goodbye."
    assert "\x1b" not in done.stdout
    assert library.sounds()[0].seconds_after < 2


def test_the_end_of_the_input_is_the_end_of_the_program(tmp_path):
    done = run(tmp_path / "new", "")
    assert done.returncode == 0
    assert done.stdout.splitlines()[-1] == "Everything is kept. Goodbye."


def test_no_screen_is_loaded(tmp_path):
    code = (
        "import sys, io; sys.stdin = io.StringIO('leave\\n'); from studio.__main__ import run; "
        f"run(['--plain', '--library', {str(tmp_path / 'library')!r}]); "
        "print([name for name in ('textual', 'numpy') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
