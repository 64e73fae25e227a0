import pytest

from evidence.library import Library
from evidence.safety.adults import AdultsOnly
from studio.whose import fill_card, say_whose
from tests.evidence.given import a_library, add_a_sound


@pytest.fixture
def library(tmp_path) -> Library:
    """One that pupils use."""
    made = a_library(tmp_path)
    made.adults.set_pin("482913")
    made.adults.lock()
    return made


@pytest.mark.parametrize("given", [{"origin": "recorded"}, {"origin": "imported", "by": "Y4-heron"}])
def test_pupils_do_not_say_that_a_sound_of_theirs_was_found(library, given):
    sound = add_a_sound(library, **given)
    with pytest.raises(AdultsOnly):
        say_whose(library, sound, credit="A film")
    with pytest.raises(AdultsOnly):
        fill_card(library, sound, author="Ann", licence="CC0")
    assert library.sound(sound.id) == sound


def test_pupils_say_whom_to_thank_for_a_file_that_they_brought_in(library):
    sound = add_a_sound(library, origin="imported")
    said = say_whose(library, sound, credit="Ann, CC0")
    assert said.is_found
    filled = fill_card(library, said, author="Ann", licence="CC0")
    assert (filled.card.author, filled.credit) == ("Ann", "by Ann (CC0)")


def test_who_is_said_to_have_made_a_part_made_the_whole(library):
    part = add_a_sound(library)
    whole = add_a_sound(library, hertz=300, made_of=[part.id], by="Y5-newt")
    say_whose(library, part, by="Y4-heron")
    assert library.sound(whole.id).makers == ("Y5-newt", "Y4-heron")


def test_saying_the_same_again_changes_nothing(library):
    sound = say_whose(library, add_a_sound(library), by="Y4-heron")
    head = library.journal.head()
    assert say_whose(library, sound, by="Y4-heron") == sound
    assert library.journal.head() == head
