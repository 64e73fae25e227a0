import pytest

from evidence.library import Library
from tests.evidence.given import a_library


@pytest.fixture
def library(tmp_path) -> Library:
    return a_library(tmp_path)


@pytest.fixture
def pupils(library) -> Library:
    """The same in pupil mode."""
    library.adults.set_pin("482715")
    library.adults.lock()
    return library
