from datetime import date

import pytest

from studio.wording import begun, count, date_in_words, did_you_mean, length_in_words, listed


def test_dates_are_read_the_same_everywhere():
    assert date_in_words(date(2026, 7, 1)) == "1 July 2026"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.0, "0.00 seconds"),
        (0.254, "0.25 seconds"),
        (3.44, "3.4 seconds"),
        (59.94, "59.9 seconds"),
        (59.96, "1 minute"),
        (61.2, "1 minute 1 second"),
        (125, "2 minutes 5 seconds"),
        (3600, "60 minutes"),
    ],
)
def test_lengths_are_said_in_words(seconds, words):
    assert length_in_words(seconds) == words


def test_numbers_agree_with_their_words():
    assert (count(1, "piece"), count(2, "piece")) == ("1 piece", "2 pieces")
    assert count(0, "criterion", "criteria") == "0 criteria"


@pytest.mark.parametrize(
    ("items", "words"),
    [([], ""), (["Y3"], "Y3"), (["Y3", "Y4"], "Y3 and Y4"), (["a", "b", "c"], "a, b and c")],
)
def test_lists_end_with_and(items, words):
    assert listed(items) == words


def test_a_sentence_begins_with_a_capital_and_keeps_its_others():
    assert begun("pupils choosing GCSE music") == "Pupils choosing GCSE music"
    assert begun("") == ""


def test_a_word_that_is_not_known_leads_to_the_nearest_or_to_all():
    assert did_you_mean("websit", ["class", "website"]) == "Did you mean “website”?"
    assert did_you_mean("zzz", ["class", "website"]) == "Use one of: class, website."
    assert did_you_mean("x" * 100_000, [f"word{n}" for n in range(90)]).count(",") == 39
