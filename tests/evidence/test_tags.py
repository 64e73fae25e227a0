"""Tags of other frameworks."""

import pytest

from evidence.tags import UnknownTag, known_tags, tag_titles
from tests.evidence.given import a_library


def test_the_areas_of_the_national_plan_are_tags(tmp_path):
    library = a_library(tmp_path)
    assert known_tags(library, ["cu1", "CU1 ", "co3"]) == ("CU1", "CO3")
    assert known_tags(library, []) == ()
    assert {"CU1", "CO3", "EX1"} <= set(tag_titles(library))
    assert "MT1" not in tag_titles(library)


def test_a_mistyped_tag_is_told(tmp_path):
    with pytest.raises(UnknownTag) as caught:
        known_tags(a_library(tmp_path), ["CU11"])
    assert "Did you mean CU1?" in caught.value.fix
