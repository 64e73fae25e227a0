import os
import sys
from pathlib import Path

import pytest

from studio.audio.live.quiet_stderr import quiet_stderr


def test_what_a_library_prints_goes_to_the_log_and_the_drawing_to_the_screen(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    screen = sys.__stderr__
    with quiet_stderr(tmp_path / "log"):
        os.write(2, b"Expression 'x' failed\n")
        assert sys.__stderr__ is not None
        sys.__stderr__.write("a picture: ●\n")
    os.write(2, b"after\n")
    assert capfd.readouterr().err.replace("\r", "") == "a picture: ●\nafter\n"
    assert (tmp_path / "log").read_text() == "Expression 'x' failed\n"
    assert sys.__stderr__ is screen


def test_without_a_log_it_goes_nowhere(capfd: pytest.CaptureFixture[str]) -> None:
    with quiet_stderr():
        os.write(2, b"noise\n")
    assert capfd.readouterr().err == ""


def test_an_error_inside_puts_all_back(capfd: pytest.CaptureFixture[str]) -> None:
    before = sys.stderr
    with pytest.raises(KeyError), quiet_stderr():
        raise KeyError
    assert sys.stderr is before
    os.write(2, b"heard\n")
    assert capfd.readouterr().err == "heard\n"


def test_a_program_without_a_screen_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(descriptor: int) -> int:
        raise OSError

    monkeypatch.setattr(os, "dup", refuse)
    with quiet_stderr():
        pass
