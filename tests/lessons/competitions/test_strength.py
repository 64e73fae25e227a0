"""Strength from pairs."""

import math
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.competitions.strength import bradley_terry

NAMES = ("a", "b", "c", "d")
some_wins = st.dictionaries(
    st.sampled_from(list(permutations(NAMES, 2))), st.integers(1, 9).map(lambda halves: halves / 2)
)


def test_who_was_never_compared_is_as_strong_as_the_phantom():
    assert bradley_terry(["a", "b"], {}) == {"a": pytest.approx(1), "b": pytest.approx(1)}
    assert bradley_terry([], {}) == {}


def test_the_better_of_two_is_stronger_by_as_much_as_can_be_worked_out_by_hand():
    strengths = bradley_terry(["a", "b"], {("a", "b"): 3, ("b", "a"): 1})
    assert strengths["a"] * strengths["b"] == pytest.approx(1)
    p = strengths["a"]
    assert pytest.approx(4 * p / (p + 1 / p) + p / (p + 1)) == 3.5


def test_nobody_who_always_wins_is_without_limit():
    strengths = bradley_terry(NAMES, {("a", other): 100.0 for other in "bcd"})
    assert strengths["a"] > 1 > strengths["b"] == strengths["c"] == strengths["d"] > 0
    assert strengths["a"] < 10_000


def test_islands_that_never_met_are_held_together_by_the_phantom():
    strengths = bradley_terry(NAMES, {("a", "b"): 5.0, ("c", "d"): 1.0})
    assert strengths["a"] > strengths["c"] > 1 > strengths["d"] > strengths["b"]


@given(some_wins)
def test_expected_wins_are_the_wins(wins):
    strengths = bradley_terry(NAMES, wins)
    for name, p in strengths.items():
        won = 0.5 + sum(times for (better, _), times in wins.items() if better == name)
        expected = p / (p + 1)
        for (one, other), times in wins.items():
            if name in (one, other):
                q = strengths[other if name == one else one]
                expected += times * p / (p + q)
        assert won == pytest.approx(expected, rel=1e-6)


@given(some_wins, st.permutations(NAMES))
def test_names_and_their_order_make_no_difference(wins, others):
    called = dict(zip(NAMES, others, strict=True))
    before = bradley_terry(NAMES, wins)
    after = bradley_terry(others, {(called[one], called[other]): n for (one, other), n in wins.items()})
    for name in NAMES:
        assert math.log(after[called[name]]) == pytest.approx(math.log(before[name]), abs=1e-8)
