"""A school in the tests, whose year is played by commands."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.builders import a_sine, a_wav
from tests.cli.conftest import Shell

PROJECT = Path(__file__).parents[1]


@dataclass
class Year:
    """One school's year: its commands, its folder, its people, and what was made in it."""

    shell: Shell
    folder: Path
    monkeypatch: pytest.MonkeyPatch
    pupils: tuple[str, ...] = ()
    helper: str = ""
    action: str = ""
    group_piece: str = ""
    first_bundle: str = ""

    def __call__(self, *words: object) -> str:
        """Do a command that must work -> what it said."""
        assert self.shell(*words) == 0, (words, self.shell.err)
        return self.shell.out

    def json(self, *words: object):
        return self.shell.json(*words)

    def refuses(self, *words: object) -> str:
        return self.shell.refuses(*words)

    @property
    def library(self) -> Path:
        return self.folder / "library"

    def a_sound(self, title: str, hertz: float, by: str) -> str:
        """A pupil's recording, brought into the library."""
        wav = a_wav(self.folder / f"{hertz}.wav", a_sine(0.4, hertz=hertz))
        return self.json("sound", "add", wav, "--title", title, "--year", by[:2], "--by", by)["id"]

    def entries(self, **wanted: str) -> list[dict]:
        """Evidence, narrowed down."""
        options = [word for name, value in wanted.items() for word in (f"--{name}", value)]
        return self.json("evidence", "list", *options)


def stranger(bundle: object, *words: str) -> tuple[int, str]:
    """The hub officer's computer: another program, without a library or a PIN -> status and what was said."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("SOUNDINGBOARD")}
    done = subprocess.run(
        [sys.executable, "-m", "studio", "verify", str(bundle), *words],
        capture_output=True,
        cwd=PROJECT,
        env=environment,
    )
    assert b"Traceback" not in done.stderr
    return done.returncode, done.stdout.decode()


def text(path: Path) -> str:
    """What is in a file, whatever it is."""
    return path.read_bytes().decode("latin-1")
