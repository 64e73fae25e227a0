"""The rules of the house: who may name what, and what start-up may load."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("studio", "evidence", "rubric", "lessons", "assets")
OURS = [path for room in ROOMS for path in (ROOT / room).rglob("*.py")]


def imported(path: Path) -> set[str]:
    """Top-level names of every module a file imports, wherever in the file."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            names.add((node.module or "").partition(".")[0])
    return names


@pytest.mark.parametrize("library", ["tinydb", "sounddevice", "librosa"])
def test_one_file_names_it(library):
    assert len([path for path in OURS if library in imported(path)]) == 1


def test_only_the_screens_touch_textual():
    for path in OURS:
        if imported(path) & {"textual", "rich"}:
            assert path.is_relative_to(ROOT / "studio" / "ui")


def test_no_vague_names():
    vague = re.compile(r"util|helper|manager|misc|common", re.IGNORECASE)
    assert not [path for path in OURS if vague.search(path.stem)]


def test_opening_the_app_loads_nothing_heavy():
    program = "import studio.ui.app, sys; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=True
    )
    loaded = set(done.stdout.split())
    assert "textual.app" in loaded
    assert not loaded & {
        "numba",
        "scipy",
        "sklearn",
        "librosa",
        "av",
        "soundfile",
        "jinja2",
        "sounddevice",
        "fpdf",
        "xlsxwriter",
        "docx",
        "openpyxl",
        "uharfbuzz",
        "lxml",
    }


def test_every_error_for_people_is_two_sentences():
    """What an error is raised with, where it is plain text of several words, ends like a sentence."""
    for path in OURS:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and len(node.exc.args) == 2:
                texts = [
                    a.value for a in node.exc.args if isinstance(a, ast.Constant) and isinstance(a.value, str)
                ]
                for text in texts:
                    assert " " not in text or text.rstrip("”").endswith((".", "?")), (path, text)
