"""Records of the award: each read once, and anew when it changed, whoever changed it."""

from evidence.safety.releases import Releases
from tests.evidence.given import a_library, again


def test_a_record_is_read_once_and_anew_when_another_program_changed_it(tmp_path):
    library = a_library(tmp_path)
    releases = Releases(library)
    releases.set("Y4-heron", "website", "yes")
    first, (same,) = releases.all()[0], Releases(library).all()
    assert same is first
    Releases(again(library)).set("Y4-heron", "website", "no")
    assert [each.answer for each in releases.all()] == ["yes", "no"]


def test_what_a_change_gives_is_what_is_read_afterwards(tmp_path):
    library = a_library(tmp_path)
    made = Releases(library).set("Y4-heron", "website", "yes")
    assert Releases(library).all() == (made,)
