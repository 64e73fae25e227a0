"""Duties spread over people, compared with every way there is."""

import random
from collections import Counter
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from lessons.assembly.spread import Place, spread

CODES = ("Y4-wren", "Y5-fox", "Y5-newt", "Y6-otter")


@st.composite
def small_ones(draw):
    """Up to six places at up to three events, and who fits them."""
    sizes = draw(st.lists(st.integers(1, 2), min_size=1, max_size=3))
    places = [Place(f"E{e}", f"role-{n}") for e, size in enumerate(sizes) for n in range(size)]
    fits = {
        code: sorted(draw(st.sets(st.integers(0, len(places) - 1))))
        for code in CODES[: draw(st.integers(1, 4))]
    }
    return places, fits


def every_way(places, fits):
    """Every allowed way to take places, by plain search."""
    choices = [[None, *(code for code in fits if n in fits[code])] for n in range(len(places))]
    for picked in product(*choices):
        at = [(places[n].event, code) for n, code in enumerate(picked) if code]
        if len(at) == len(set(at)):
            yield {n: code for n, code in enumerate(picked) if code}


def evenness(taken, fits):
    """Smaller is better: rather more places taken, then the most even."""
    counts = Counter(taken.values())
    return -len(taken), sorted((counts[code] for code in fits), reverse=True)


@settings(max_examples=150, deadline=None)
@given(small_ones(), st.integers(0, 5))
def test_no_way_takes_more_or_is_more_even(case, seed):
    places, fits = case
    taken = spread(places, fits, before={}, chance=random.Random(seed))
    assert all(n in fits[code] for n, code in taken.items())
    at = [(places[n].event, code) for n, code in taken.items()]
    assert len(at) == len(set(at))
    best = min(evenness(each, fits) for each in every_way(places, fits))
    assert evenness(taken, fits) == best


@settings(max_examples=100, deadline=None)
@given(small_ones(), st.integers(0, 5), st.data())
def test_what_is_kept_stays_and_the_rest_is_as_even_as_it_can_be(case, seed, data):
    places, fits = case
    before = data.draw(st.sampled_from(list(every_way(places, fits))[:40]))
    taken = spread(places, fits, before={}, chance=random.Random(seed), kept=before)
    assert before.items() <= taken.items()
    ways = [each for each in every_way(places, fits) if before.items() <= each.items()]
    assert evenness(taken, fits) == min(evenness(each, fits) for each in ways)


@settings(max_examples=100, deadline=None)
@given(small_ones(), st.dictionaries(st.sampled_from(CODES), st.integers(0, 3)), st.integers(0, 5))
def test_who_had_fewer_before_gets_the_one_that_is_over(case, before, seed):
    places, fits = case
    taken = spread(places, fits, before=before, chance=random.Random(seed))
    best = min(
        (*evenness(each, fits), sum(before.get(code, 0) for code in each.values()))
        for each in every_way(places, fits)
    )
    assert (*evenness(taken, fits), sum(before.get(code, 0) for code in taken.values())) == best


def test_a_long_chain_of_moves_is_found():
    places = [Place(f"E{n}", "sound") for n in range(4)]
    fits = {"Y4-wren": [0, 1], "Y5-fox": [1, 2], "Y5-newt": [2, 3], "Y6-otter": [0]}
    for seed in range(20):
        taken = spread(places, fits, before={}, chance=random.Random(seed))
        assert taken == {0: "Y6-otter", 1: "Y4-wren", 2: "Y5-fox", 3: "Y5-newt"}


def test_nobody_and_nothing_are_no_trouble():
    assert spread([], {}, before={}, chance=random.Random(1)) == {}
    assert spread([Place("E1", "sound")], {}, before={}, chance=random.Random(1)) == {}
    assert spread([], {"Y5-fox": []}, before={}, chance=random.Random(1)) == {}


def test_everybody_has_both_jobs_where_there_is_a_choice():
    places = [Place(f"E{n}", role) for n in range(8) for role in ("sound", "picture")]
    everybody = {code: list(range(16)) for code in CODES}
    for seed in range(5):
        taken = spread(places, everybody, before={}, chance=random.Random(seed))
        for code in CODES:
            assert {places[n].role for n, who in taken.items() if who == code} == {"sound", "picture"}
