"""Who hears which pair, and which of them first."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from lessons.competitions.playoff import duels

IDS = ["SB-0001", "SB-0002", "SB-0003", "SB-0004", "SB-0005", "SB-0006"]
JUDGES = ["Y5-bat", "Y5-yak", "Y6-elk", "Y6-fox", "Y6-owl"]
may_hear = st.dictionaries(st.sampled_from(JUDGES), st.lists(st.sampled_from(IDS), unique=True), min_size=1)


def sets(found):
    return {code: [frozenset((duel.left, duel.right)) for duel in of] for code, of in found.items()}


def test_three_finalists_are_compared_each_with_each_by_everybody():
    found = duels(IDS[:3], dict.fromkeys(JUDGES, IDS), seed=1, number=1)
    for pairs in sets(found).values():
        assert len(pairs) == len(set(pairs)) == 3


def test_of_four_everybody_hears_each_twice_and_all_pairs_come():
    found = duels(IDS[:4], dict.fromkeys(JUDGES[:3], IDS), seed=1, number=1)
    for pairs in sets(found).values():
        assert Counter(entry for pair in pairs for entry in pair) == dict.fromkeys(IDS[:4], 2)
    assert len({pair for pairs in sets(found).values() for pair in pairs}) == 6


def test_the_same_pair_stands_the_other_way_round_for_every_second_judge():
    found = duels(IDS[:2], dict.fromkeys(JUDGES[:4], IDS), seed=3, number=1)
    assert Counter(duel.left for of in found.values() for duel in of) == {IDS[0]: 2, IDS[1]: 2}


def test_one_more_round_turns_the_pair_for_each_judge():
    first = duels(IDS[:2], {"Y6-fox": IDS}, seed=3, number=1)["Y6-fox"][0]
    second = duels(IDS[:2], {"Y6-fox": IDS}, seed=3, number=2)["Y6-fox"][0]
    assert (first.left, first.right) == (second.right, second.left)


@given(st.sets(st.sampled_from(IDS)), may_hear, st.integers(0, 99))
def test_nobody_meets_what_they_may_not_hear_and_each_as_often(finalists, allowed, seed):
    found = duels(finalists, allowed, seed=seed, number=1)
    assert found == duels(
        sorted(finalists, reverse=True), dict(reversed(allowed.items())), seed=seed, number=1
    )
    for code, of in found.items():
        heard = Counter(entry for duel in of for entry in (duel.left, duel.right))
        assert set(heard) <= finalists.intersection(allowed[code])
        assert len(set(heard.values())) <= 1
