"""Names that slipped into words."""

import pytest

from evidence.entry import Feedback
from evidence.library import Library
from evidence.safety.adults import AdultsOnly
from evidence.safety.named import Named, named
from evidence.safety.names import Names
from tests.evidence.given import a_draft, a_library, add_a_sound


@pytest.fixture
def library(tmp_path) -> Library:
    library = a_library(tmp_path)
    library.adults.set_pin("482913")
    Names(library).set("Y4-heron", "Zoë Ng")
    Names(library).set("Y4-otter", "Sam (S.) O'Hara")
    return library


def test_a_name_is_found_wherever_it_is_written(library):
    sound = add_a_sound(library, "ZOE\u0308 sings")
    entry = library.add_entry(a_draft("Club", happened="Then Zoë and O'Hara clapped."))
    other = library.add_entry(a_draft("Club", feedback=Feedback(works="sam's drums", next="More")))
    assert set(named(library)) == {
        Named(sound.id, "Y4-heron"),
        Named(entry.id, "Y4-heron"),
        Named(entry.id, "Y4-otter"),
        Named(other.id, "Y4-otter"),
    }


def test_a_part_of_another_word_or_two_letters_are_no_name(library):
    add_a_sound(library, "Samba in the zoo, ng")
    assert named(library) == ()


def test_without_names_nothing_is_sought(library):
    Names(library).remove("Y4-heron")
    Names(library).remove("Y4-otter")
    add_a_sound(library, "Sam")
    assert named(library) == ()


def test_pupils_do_not_learn_names_by_asking(library):
    library.adults.lock()
    with pytest.raises(AdultsOnly):
        named(library)
