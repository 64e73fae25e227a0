"""An app on a library of its own, with made-up sound devices and a clock that stands still."""

from pathlib import Path

import pytest

from evidence.library import Library
from studio.audio.analysis.findings import Findings, HeardNote
from studio.ui.app import StudioApp
from tests.ui.club import Clock, a_library
from tests.ui.fakes import FakeSoundIO


@pytest.fixture
def clock() -> Clock:
    """Stands still until it is put on."""
    return Clock()


@pytest.fixture(autouse=True)
def no_listening_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is in a sound is known at once: librosa takes seconds, and tests of its own."""
    found = Findings(1.0, (69.0,) * 43, (HeardNote(0.0, 1.0, 69.0, True),), None)
    monkeypatch.setattr("studio.listening.listen", lambda library, sound, told: found)


@pytest.fixture
def library(tmp_path: Path, clock: Clock) -> Library:
    """An empty library."""
    return a_library(tmp_path, clock)


@pytest.fixture
def sound_io() -> FakeSoundIO:
    """One microphone, one headset."""
    return FakeSoundIO()


@pytest.fixture
def app(library: Library, sound_io: FakeSoundIO, clock: Clock) -> StudioApp:
    """The app, not yet running."""
    return StudioApp(library, sound_io=sound_io, clock=clock)
