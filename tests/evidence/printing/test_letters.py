import pytest

from evidence.printing.letters import MOST_MARKS, readable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("A cow", "A cow"),
        ("a\tb\x00c\x7f", "a bc"),
        ("a\r\nb\rc\u2028d\x0be", "a\nb\nc\nd\ne"),
        ("in\u00advisible\u200b\ufeff", "invisible"),
        ("\u202eevil\u2066\u200f", "evil"),
        ("half \ud800", "half □"),
        ("\u1112\u1161\u11ab", "한"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("e\u0301", "e\u0301"),
    ],
)
def test_a_text_is_shown_without_what_only_steers_or_hides(text, shown):
    assert readable(text) == shown


def test_a_flood_of_marks_is_cut_and_the_letters_stay():
    assert readable("e" + "\u0301" * 5000 + "nd") == "e" + "\u0301" * MOST_MARKS + "nd"
