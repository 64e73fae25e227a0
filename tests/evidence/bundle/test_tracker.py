from evidence.bundle.award import award_of
from evidence.bundle.bundled import BundledEntry
from evidence.bundle.schema import Facts
from evidence.bundle.story import Story
from evidence.bundle.tracker import tracker_row
from rubric.load import shipped_framework
from tests.evidence.full_library import a_full_library
from tests.evidence.given import NOW, a_library

FRAMEWORK = shipped_framework()


def a_row(library):
    bundled = [BundledEntry(entry, [], []) for entry in library.entries()]
    facts = Facts("oak_2026-11-21_v1", library.school, NOW, "0" * 64)
    return tracker_row(Story(facts, FRAMEWORK, bundled, award_of(library, FRAMEWORK)))


def test_a_hub_gets_target_profile_and_the_levels_of_music_technology(tmp_path):
    row = a_row(a_full_library(tmp_path))
    assert (row["target"], row["target by"]) == ("gold", "2027-07-01")
    assert (row["first audit: not yet"], row["first audit: silver"]) == (1, 0)
    assert (row["newest audit: not yet"], row["newest audit: silver"]) == (0, 1)
    assert row["newest audit: not judged"] == 28
    assert (row["MT1 now"], row["MT2 now"], row["MT3 hub's view"]) == ("silver", "", "")
    assert (row["key pieces"], row["actions"], row["actions done"], row["questions"]) == (1, 1, 0, 1)
    assert (row["statement by"], row["statement on"]) == ("head", "2026-11-21")
    assert row["receipt (write the eight words here)"] == ""


def test_the_columns_are_the_same_for_every_school(tmp_path):
    (tmp_path / "one").mkdir()
    (tmp_path / "other").mkdir()
    assert list(a_row(a_library(tmp_path / "one"))) == list(a_row(a_full_library(tmp_path / "other")))
    assert list(a_row(a_library(tmp_path / "one")))[:5] == [
        *("school", "framework", "framework version", "bundle", "sealed")
    ]
