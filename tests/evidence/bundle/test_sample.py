from collections import Counter

from evidence.bundle.sample import sample
from evidence.receipt_words import word_list

IDS = tuple(f"EV-2026-{number:04d}" for number in range(1, 41))
WORDS = word_list()


def test_the_same_words_choose_the_same_entries_in_their_order():
    chosen = sample(WORDS[:8], IDS)
    assert chosen == sample(WORDS[:8], IDS)
    assert len(chosen) == 5
    assert list(chosen) == sorted(chosen)


def test_other_words_choose_others():
    assert sample(WORDS[:8], IDS) != sample(WORDS[8:16], IDS)


def test_a_small_bundle_is_asked_for_whole():
    assert sample(WORDS[:8], IDS[:3]) == IDS[:3]
    assert sample(WORDS[:8], ()) == ()


def test_every_entry_has_the_same_chance():
    drawn = Counter(entry for place in range(400) for entry in sample(WORDS[place : place + 8], IDS))
    assert set(drawn) == set(IDS)
    assert max(drawn.values()) < 3 * min(drawn.values())
