"""An app on a library of its own, with made-up sound devices and a clock that stands still."""

from pathlib import Path

import pytest

from evidence.library import Library
from studio.ui.app import StudioApp
from tests.ui.club import Clock, a_library
from tests.ui.fakes import FakeSoundIO


@pytest.fixture
def clock() -> Clock:
    """Stands still until it is put on."""
    return Clock()


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
