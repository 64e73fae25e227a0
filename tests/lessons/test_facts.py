"""Reasons as sentences."""

from datetime import UTC, datetime

import pytest

from lessons.facts import OccasionFacts, sentence, years_of
from lessons.occasion import Occasion

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


@pytest.mark.parametrize(
    ("note", "said"), [("It went well", "It went well."), ("Louder!", "Louder!"), ("“Wow”", "“Wow”")]
)
def test_a_note_is_a_sentence_before_what_follows_it(note, said):
    made = datetime(2026, 11, 3, 15, 30, tzinfo=UTC)
    occasion = Occasion(
        id="OC-0001", kind="assembly", title="A", date=made.date(), note=note, tools="a mixer", made=made
    )
    assert OccasionFacts(occasion=occasion).drafted()["happened"] == f"{said}\nWith: a mixer."


def test_pupils_codes_say_their_year_groups_and_adults_have_none():
    assert years_of(["Y6-fox", "staff-1", "EYFS-duck", "Y6-otter"]) == ("EYFS", "Y6")
