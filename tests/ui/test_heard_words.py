"""What is in a sound as lines for the screen."""

from studio.listening_words import Said
from studio.ui.heard_words import heard_in

SENTENCES = (
    Said("pitch", "Mostly one note, A."),
    Said("pitch", "The A is in tune."),
    Said("silence", "There is no gap in it."),
)
ASK = "Would a mouse make this sound, or a bear?"


def test_a_dimension_is_named_once_before_its_sentences():
    lines = heard_in(SENTENCES, 70, 2).plain.split("\n")
    assert [line.split()[0] for line in lines] == ["Pitch", "Silence"]
    assert lines[0].endswith("Mostly one note, A. The A is in tune.")


def test_with_room_there_are_empty_lines_and_with_more_the_lessons_questions():
    assert heard_in(SENTENCES, 70, 3).plain.split("\n")[1] == ""
    full = heard_in(SENTENCES, 70, 5).plain.split("\n")
    assert ASK in full[1]
    assert len(full) == 5


def test_what_has_no_room_in_a_line_goes_on_under_its_beginning():
    lines = heard_in(SENTENCES, 40, 1).plain.split("\n")
    assert lines[0].startswith("Pitch")
    assert lines[1].startswith(" " * 12)
    assert heard_in((), 40, 10).plain == ""
