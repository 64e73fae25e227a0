"""Reasons as sentences."""

import pytest

from lessons.facts import sentence, years_of

WORDS = {
    "years": ["Y4"],
    "did": ["trimmed it", "faded it"],
    "leaders": ["Y6-fox and Y6-otter"],
    "count": ["6"],
}


@pytest.mark.parametrize(
    ("reasons", "said"),
    [
        ([], ""),
        (["{years} recorded this"], "Y4 recorded this."),
        (["{years} recorded this", "{years} {did}"], "Y4 recorded this, trimmed it and faded it."),
        (["{years} {did}"], "Y4 trimmed it and faded it."),
        (["the club met {count} times"], "The club met 6 times."),
        (
            ["the club met {count} times", "{leaders} helped", "{leaders} taught {years}"],
            "The club met 6 times; Y6-fox and Y6-otter helped and taught Y4.",
        ),
        (["this {did}"], "This trimmed it and faded it."),
    ],
)
def test_reasons_that_begin_alike_become_one_sentence(reasons, said):
    assert sentence(reasons, WORDS) == said


def test_pupils_codes_say_their_year_groups_and_adults_have_none():
    assert years_of(["Y6-fox", "staff-1", "EYFS-duck", "Y6-otter"]) == ("EYFS", "Y6")
