import numpy as np

from studio.audio.live.sound_trigger import DEAF_SECONDS
from studio.audio.live.take_gate import PRE_ROLL_SECONDS, TakeGate
from tests.sound_card import RATE, counter

BLOCK = 480


def passed_on(gate: TakeGate, sound: np.ndarray) -> np.ndarray:
    """What of a sound goes into the take."""
    frames = sound[:, None]
    taken = [
        piece
        for start in range(0, len(frames), BLOCK)
        for piece in gate.pass_on(frames[start : start + BLOCK])
    ]
    return np.concatenate([np.zeros((0, 1), dtype=np.float32), *taken])[:, 0]


def test_nothing_passes_before_it_is_opened() -> None:
    gate = TakeGate(RATE)
    assert not len(passed_on(gate, counter(0.1)))
    assert (gate.state, gate.taken, gate.left) == ("shut", 0, None)


def test_everything_passes_when_it_is_open() -> None:
    gate = TakeGate(RATE)
    gate.open()
    np.testing.assert_array_equal(passed_on(gate, counter(0.1)), counter(0.1))
    assert gate.taken == RATE // 10


def test_a_pause_leaves_no_gap() -> None:
    gate = TakeGate(RATE)
    sound = counter(0.3)
    gate.open()
    first = passed_on(gate, sound[:4800])
    gate.pause()
    assert gate.state == "paused"
    assert not len(passed_on(gate, sound[4800:9600]))
    gate.go_on()
    both = np.concatenate([first, passed_on(gate, sound[9600:])])
    np.testing.assert_array_equal(both, np.concatenate([sound[:4800], sound[9600:]]))
    assert gate.taken == len(both)


def test_only_an_open_gate_pauses_and_only_a_paused_one_goes_on() -> None:
    gate = TakeGate(RATE)
    gate.pause()
    gate.go_on()
    assert gate.state == "shut"


def test_the_longest_take_is_right_to_the_frame() -> None:
    gate = TakeGate(RATE, longest=1000)
    gate.open()
    np.testing.assert_array_equal(passed_on(gate, counter(0.1)), counter(0.1)[:1000])
    assert (gate.state, gate.taken, gate.left) == ("full", 1000, 0)


def test_a_take_may_be_made_longer() -> None:
    gate = TakeGate(RATE, longest=1000)
    gate.open()
    gate.longer(500 / RATE)
    assert len(passed_on(gate, counter(0.1))) == 1500
    endless = TakeGate(RATE)
    endless.longer(500)
    assert endless.left is None


def test_a_pause_does_not_count_towards_the_longest_take() -> None:
    gate = TakeGate(RATE, longest=1000)
    gate.open()
    passed_on(gate, counter(0.01))
    gate.pause()
    passed_on(gate, counter(1.0))
    assert gate.left == 520


def test_a_sound_opens_it_with_the_half_second_before() -> None:
    gate = TakeGate(RATE)
    gate.open(when_heard=True)
    sound = counter(2.0) / 8  # a ramp that is too faint to be a sound
    assert not len(passed_on(gate, sound))
    assert gate.state == "waiting"
    clap = np.full(BLOCK, 0.5, dtype=np.float32)
    taken = passed_on(gate, clap)
    before = taken[:-BLOCK]
    np.testing.assert_array_equal(taken[-BLOCK:], clap)
    np.testing.assert_array_equal(before, sound[-len(before) :])
    assert PRE_ROLL_SECONDS * RATE <= len(before) < PRE_ROLL_SECONDS * RATE + BLOCK
    assert gate.state == "open"
    np.testing.assert_array_equal(passed_on(gate, clap), clap)


def test_what_was_heard_while_it_was_deaf_is_not_in_the_take() -> None:
    gate = TakeGate(RATE)
    gate.open(when_heard=True)
    click = np.zeros(round(DEAF_SECONDS * RATE), dtype=np.float32)
    click[100] = 0.9
    assert not len(passed_on(gate, click))
    passed_on(gate, np.zeros(RATE // 4, dtype=np.float32))
    taken = passed_on(gate, np.full(BLOCK, 0.5, dtype=np.float32))
    assert np.abs(taken).max() == 0.5
    assert len(taken) == RATE // 4 + BLOCK


def test_the_half_second_before_counts_towards_the_longest_take() -> None:
    gate = TakeGate(RATE, longest=1000)
    gate.open(when_heard=True)
    passed_on(gate, np.zeros(RATE, dtype=np.float32))
    assert len(passed_on(gate, np.full(BLOCK, 0.5, dtype=np.float32))) == 1000
    assert gate.state == "full"
