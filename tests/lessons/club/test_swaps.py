from collections import Counter

import pytest

from lessons.club.session import Seat
from lessons.club.swaps import room_words, turns

PAIR = Seat(number=1, codes=("Y4-ant", "Y4-bee"))
FOUR = Seat(number=1, codes=("Y4-ant", "Y4-bee", "Y4-cat", "Y4-dog"))


def test_two_swap_and_each_has_the_keys_as_often():
    found = turns(PAIR, minutes=20, swap_minutes=5)
    assert [(turn.minute, turn.keys, turn.ears) for turn in found[:2]] == [
        (0, "Y4-ant", "Y4-bee"),
        (5, "Y4-bee", "Y4-ant"),
    ]
    assert Counter(turn.keys for turn in found) == {"Y4-ant": 2, "Y4-bee": 2}


def test_four_take_turns_at_the_keys_the_headphones_and_the_paper():
    found = turns(FOUR, minutes=40, swap_minutes=5)
    assert (found[0].keys, found[0].ears, found[0].paper) == ("Y4-ant", "Y4-bee", ("Y4-cat", "Y4-dog"))
    assert set(Counter(turn.keys for turn in found).values()) == {2}
    for turn in found:
        assert {turn.keys, turn.ears, *turn.paper} == set(FOUR.codes)


def test_one_alone_keeps_the_keys_and_an_empty_seat_has_no_turns():
    alone = turns(Seat(number=1, codes=("Y4-ant",)), minutes=10, swap_minutes=5)
    assert {(turn.keys, turn.ears, turn.paper) for turn in alone} == {("Y4-ant", "", ())}
    assert turns(Seat(number=1), minutes=10, swap_minutes=5) == ()
    assert len(turns(PAIR, minutes=3, swap_minutes=5)) == 1
    with pytest.raises(ValueError, match="a minute"):
        turns(PAIR, minutes=10, swap_minutes=0)


def test_a_room_with_too_few_pcs_is_told_what_to_do():
    seats = [
        Seat(number=n, codes=tuple(f"Y{n}-{w}" for w in ("ant", "bee", "cat", "dog"))) for n in (4, 5, 6)
    ]
    assert room_words(seats, pcs=3, swap_minutes=5) == (
        "There are only 3 PCs for 12 children.",
        "Four share a PC: one has the keys, one listens, the rest plan on paper.",
        "Swap every 5 minutes.",
    )
    assert room_words(seats[:1], pcs=1, swap_minutes=1)[0] == "There is only 1 PC for 4 children."
    assert room_words(seats[:1], pcs=1, swap_minutes=1)[-1] == "Swap every 1 minute."


def test_pairs_and_one_alone_are_told_too():
    alone = Seat(number=2, codes=("Y4-cat",))
    assert room_words([PAIR, alone], pcs=6, swap_minutes=5) == (
        "Two share a PC and listen with a headphone splitter.",
        "Swap every 5 minutes.",
        "Y4-cat sits alone today: visit another PC to listen.",
    )
    assert room_words([], pcs=6, swap_minutes=5) == ("Nobody is here yet.",)
    eight = Seat(number=1, codes=tuple(f"Y4-{word}" for word in ("a" * n for n in range(3, 11))))
    assert room_words([eight], pcs=1, swap_minutes=5)[1].startswith("Up to 8 share a PC")
