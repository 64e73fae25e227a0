from pathlib import Path

import pytest

from tests.lessons.club.a_club import School


@pytest.fixture
def school(tmp_path: Path) -> School:
    return School(tmp_path)
