"""An app on a library of its own, with made-up sound devices and a clock that stands still."""

from pathlib import Path

import pytest

from evidence.library import Library
from studio.ui.app import StudioApp
from tests.ui.fakes import NOW, FakeSoundIO


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """An empty library."""
    return Library.open(tmp_path / "library", create=True, school="Oak School", clock=lambda: NOW)


@pytest.fixture
def sound_io() -> FakeSoundIO:
    """One microphone, one headset."""
    return FakeSoundIO()


@pytest.fixture
def app(library: Library, sound_io: FakeSoundIO) -> StudioApp:
    """The app, not yet running."""
    return StudioApp(library, sound_io=sound_io, clock=lambda: NOW)
