"""One school for all papers, since making it takes a second or two."""

import shutil

import pytest

from evidence.library import Library
from tests.evidence.given import NOW
from tests.evidence.papers.school import a_school, withdraw_a_bundle


@pytest.fixture(scope="session")
def school(tmp_path_factory) -> Library:
    """To read only; the hub should destroy one of its two bundles."""
    library = a_school(tmp_path_factory.mktemp("school"))
    withdraw_a_bundle(library)
    return library


@pytest.fixture
def own_school(school, tmp_path) -> Library:
    """The same, to change."""
    shutil.copytree(school.folder, tmp_path / "library")
    return Library.open(tmp_path / "library", clock=lambda: NOW)
