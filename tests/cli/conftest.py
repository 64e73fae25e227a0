import json
from pathlib import Path

import pytest

from studio.__main__ import run
from studio.audio.analysis.findings import Findings, HeardNote


class Shell:
    """Runs commands in this process, on a library of its own."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys
        self.out = self.err = ""

    def __call__(self, *words: object) -> int:
        self.capsys.readouterr()
        status = run([str(word) for word in words])
        self.out, self.err = self.capsys.readouterr()
        return status

    def json(self, *words: object):
        assert self(*words, "--json") == 0, self.err
        return json.loads(self.out)

    def refuses(self, *words: object) -> str:
        """The command fails with status 1 and one line of plain sentences on standard error only."""
        assert self(*words) == 1
        assert self.out == ""
        assert "Traceback" not in self.err
        assert "inside Soundingboard" not in self.err
        assert self.err.count("\n") == 1
        assert self.err.rstrip().endswith((".", "?"))
        return self.err


@pytest.fixture(autouse=True)
def no_listening_process(monkeypatch) -> None:
    """What is in a sound is known at once: librosa takes seconds, and has tests of its own."""
    note = HeardNote(0.0, 1.0, 69.0, True)
    found = Findings(1.0, (69.0,) * 43, (note,), None)
    monkeypatch.setattr("studio.audio.analysis.apart.listen_apart", lambda path, recipe, told: found)


@pytest.fixture
def shell(capsys, tmp_path: Path, monkeypatch) -> Shell:
    monkeypatch.setenv("SOUNDINGBOARD_LIBRARY", str(tmp_path / "library"))
    return Shell(capsys)
