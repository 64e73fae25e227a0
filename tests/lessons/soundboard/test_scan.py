"""One switch: the mark walks at its pace, stands still while something sounds, and rests in the end."""

from hypothesis import given
from hypothesis import strategies as st

from lessons.soundboard.presses import HELD_SECONDS, Presses
from lessons.soundboard.scan import ROUNDS, Scan

MOMENTS = st.lists(st.floats(0, 0.9), min_size=1, max_size=60)


def test_it_walks_at_its_pace_round_and_round():
    scan = Scan(many=4, pace=2.0, at=0, since=0.0)
    places = []
    for moment in range(11):
        scan = scan.seen(float(moment), busy=False)
        places.append(scan.at)
    assert places == [0, 0, 1, 1, 2, 2, 3, 3, 0, 0, 1]


def test_while_something_sounds_its_time_stands_still():
    scan = Scan(many=4, pace=1.0, at=2, since=0.0)
    for moment in range(30):
        scan = scan.seen(float(moment), busy=True)
    assert scan.at == 2
    assert scan.seen(29.9, busy=False).at == 2
    assert scan.seen(30.0, busy=False).at == 3


def test_it_rests_after_three_rounds_and_a_press_wakes_it():
    scan = Scan(many=4, pace=1.0, at=0, since=0.0)
    for moment in range(100):
        scan = scan.seen(float(moment), busy=False)
    assert scan.rests
    assert (scan.at, scan.steps) == (0, ROUNDS * 4)
    woken = scan.pressed(100.0)
    assert not woken.rests
    assert woken.seen(101.0, busy=False).at == 1


@given(MOMENTS)
def test_however_often_one_looks_it_never_walks_faster_than_its_pace(waits):
    scan, now = Scan(many=5, pace=1.0, at=0, since=0.0), 0.0
    for wait in waits:
        now += wait
        scan = scan.seen(now, busy=False)
    assert scan.steps <= now


def test_without_a_pause_every_press_counts_but_those_of_a_held_key():
    presses = Presses(pause=0.0)
    assert [presses.counts(moment) for moment in (0.0, 0.2, 0.23, 0.26, 0.29, 0.5)] == [
        *(True, True, False, False, False, True)
    ]
    assert HELD_SECONDS < 0.1


def test_with_a_pause_a_press_counts_only_after_a_quiet_while():
    presses = Presses(pause=0.5)
    assert [presses.counts(moment) for moment in (0.0, 0.25, 0.5, 0.75, 1.25)] == [
        *(True, False, False, False, True)
    ]
