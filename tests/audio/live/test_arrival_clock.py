import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.audio.live.arrival_clock import ArrivalClock

RATE = 48000
BLOCK = 480


class Arrivals:
    """Blocks that arrive in their time, and what goes wrong with them."""

    def __init__(self, *, speed: float = 1.0) -> None:
        self.clock = ArrivalClock(RATE)
        self.now = 50.0
        self.speed = speed

    def go_on(self, seconds: float, *, late: float = 0.0) -> None:
        for _ in range(round(seconds * RATE / BLOCK)):
            self.now += BLOCK / RATE / self.speed
            self.clock.add(BLOCK, self.now + late)

    def catch_up(self, seconds: float) -> None:
        for _ in range(round(seconds * RATE / BLOCK)):
            self.clock.add(BLOCK, self.now)


def test_blocks_in_their_time_lose_nothing() -> None:
    arrivals = Arrivals()
    arrivals.go_on(10)
    arrivals.clock.settle()
    assert arrivals.clock.lost_seconds == 0
    assert arrivals.clock.due(arrivals.now) == 10 * RATE
    assert arrivals.clock.due(arrivals.now + 0.5) == 10.5 * RATE


@settings(max_examples=20, deadline=None)
@given(st.floats(0.3, 30))
def test_a_standstill_that_is_caught_up_loses_nothing(seconds: float) -> None:
    arrivals = Arrivals()
    arrivals.go_on(3)
    arrivals.now += seconds
    arrivals.catch_up(seconds)
    arrivals.go_on(3)
    assert arrivals.clock.lost_seconds == 0


def test_a_standstill_that_is_partly_caught_up_loses_the_rest() -> None:
    arrivals = Arrivals()
    arrivals.go_on(3)
    arrivals.now += 30
    arrivals.catch_up(22)
    arrivals.go_on(3)
    assert arrivals.clock.lost_seconds == pytest.approx(8, abs=0.05)
    arrivals.now += 5
    arrivals.go_on(3)
    assert arrivals.clock.lost_seconds == pytest.approx(13, abs=0.05)


def test_a_loss_just_before_the_end_is_counted_when_asked() -> None:
    arrivals = Arrivals()
    arrivals.go_on(3)
    arrivals.now += 4
    arrivals.go_on(0.1)
    assert arrivals.clock.lost_seconds == 0
    arrivals.clock.settle()
    assert arrivals.clock.lost_seconds == pytest.approx(4, abs=0.01)


@pytest.mark.parametrize("speed", [0.9995, 1.0005])
def test_a_sound_card_that_counts_differently_loses_nothing(speed: float) -> None:
    arrivals = Arrivals(speed=speed)
    arrivals.go_on(120)
    arrivals.clock.settle()
    assert arrivals.clock.lost_seconds == 0


def test_late_blocks_are_no_loss() -> None:
    arrivals = Arrivals()
    for late in (0.0, 0.3, 0.15, 0.05) * 5:
        arrivals.go_on(0.2, late=late)
    assert arrivals.clock.lost_seconds == 0


def test_before_the_first_block_nothing_is_due() -> None:
    clock = ArrivalClock(RATE)
    clock.settle()
    assert (clock.due(99.0), clock.lost_seconds) == (0, 0)
