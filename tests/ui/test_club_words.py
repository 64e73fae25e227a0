"""What the club's screens say, without any screen."""

from lessons.club.session import Seat
from studio.ui.club_words import is_swapping, keys_holder, seats_content, swap_words
from studio.ui.seats_by_hand import moved
from studio.ui.session_clock import turn_at, until_swap

THREE = Seat(number=1, codes=("Y3-ant", "Y4-bee", "Y5-cat"))


def test_those_at_a_pc_have_the_keys_in_turn():
    held = [keys_holder(THREE, minutes * 60, 5) for minutes in (0, 4.9, 5, 10, 15)]
    assert held == ["Y3-ant", "Y3-ant", "Y4-bee", "Y5-cat", "Y3-ant"]
    assert keys_holder(Seat(number=2), 0.0, 5) == ""


def test_it_is_time_to_swap_for_half_a_minute_after_each_turn():
    assert [is_swapping(seconds, 5) for seconds in (0, 29, 299, 300, 329, 330, 600)] == [
        *(False, False, False),
        *(True, True, False, True),
    ]
    assert turn_at(-1.0, 5) == 0
    assert until_swap(299.0, 5) == 1.0


def test_the_swap_is_said_in_words():
    assert swap_words(0.0, 1, running=False) == "Swap every 1 minute. ■ has the keys."
    assert swap_words(61.0, 5, running=True) == "Swap in 3:59. ■ has the keys."
    assert swap_words(301.0, 5, running=True).startswith("SWAP PLACES NOW.")


def test_as_many_pcs_stand_beside_each_other_as_there_is_room_for():
    seats = [Seat(number=number, codes=("Y3-ant", "Y4-bee")) for number in range(1, 7)]
    assert seats_content(seats, 76, {}).plain.count("\n") == 1
    assert seats_content(seats, 20, {}).plain.count("\n") == 5
    assert "PC 2 Y3-ant ■Y4-bee" in seats_content(seats, 76, {2: "Y4-bee"}).plain
    assert seats_content([], 76, {}).plain == ""


def test_somebody_moved_leaves_no_empty_pc_behind():
    seats = (Seat(number=1, codes=("Y3-ant",)), Seat(number=2, codes=("Y4-bee", "Y5-cat")))
    assert moved(seats, "Y3-ant", 2) == (Seat(number=2, codes=("Y4-bee", "Y5-cat", "Y3-ant")),)
    assert moved(seats, "Y5-cat", 7)[-1] == Seat(number=7, codes=("Y5-cat",))
    assert moved(seats, "Y3-ant", 1) == seats
