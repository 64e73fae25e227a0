"""What is built from a clean clone installs into an empty environment and does the main job there."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    clone = tmp_path_factory.mktemp("clone") / "soundingboard"
    if (ROOT / ".git").exists():
        subprocess.run(["git", "clone", "-q", ROOT, clone], check=True)
    else:
        shutil.copytree(ROOT, clone, ignore=shutil.ignore_patterns(".venv"))
    out = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--outdir", out, clone], check=True, capture_output=True
    )
    (built,) = out.glob("*.whl")
    return built


def test_the_wheel_has_every_file_of_the_five_folders(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    listed = subprocess.run(
        ["git", "ls-files", "studio", "evidence", "rubric", "lessons", "assets"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    committed = set(listed.stdout.split("\n")) - {""}
    assert any(name.startswith("assets/sounds/") for name in committed)
    assert committed <= names


def test_the_wheel_runs_the_demo_in_an_empty_environment(wheel, tmp_path):
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL_ENV"))}
    subprocess.run([sys.executable, "-m", "venv", tmp_path / "venv"], check=True)
    scripts = tmp_path / "venv" / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run([scripts / "python", "-m", "pip", "install", "-q", wheel], check=True, env=environment)
    done = subprocess.run(
        [scripts / "soundingboard", "demo", "--library", tmp_path / "library"],
        cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "Sealed and as it was" in done.stdout
