"""Adult mode: what a PIN opens, what closes it, and that trying many gains nothing."""

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.records.store import LibraryUnwritable
from evidence.safety.adults import (
    PIN_FILE,
    QUIET_SECONDS,
    UNCOUNTED_SECONDS,
    Adults,
    AdultsOnly,
    NoPin,
    PinFileDamaged,
    TooSoon,
    WeakPin,
    WrongPin,
)
from evidence.safety.pin import LONGEST_WAIT, Lock

PIN = "482913"
ROOT = Path(__file__).parents[3]


@pytest.fixture
def ticks() -> list[float]:
    return [0.0]


@pytest.fixture
def clock() -> list[float]:
    return [1_000_000.0]


@pytest.fixture
def adults(tmp_path, ticks, clock) -> Adults:
    return Adults(tmp_path, ticking=lambda: ticks[0], clock=lambda: clock[0])


@pytest.fixture
def other(tmp_path, clock) -> Adults:
    """Another program, or the same after a restart."""
    return Adults(tmp_path, ticking=lambda: 0.0, clock=lambda: clock[0])


def kept(folder: Path) -> dict:
    return json.loads((folder / PIN_FILE).read_text())


def test_without_a_pin_everything_is_open(adults):
    assert adults.is_adult
    adults.need("seal a bundle")
    adults.unlock("anything")


def test_the_pin_opens_and_five_quiet_minutes_close(adults, ticks):
    adults.set_pin(PIN)
    assert adults.is_adult
    ticks[0] += QUIET_SECONDS - 1
    adults.touch()
    ticks[0] += QUIET_SECONDS - 1
    assert adults.is_adult
    ticks[0] += 1
    with pytest.raises(AdultsOnly, match="Only an adult can seal a bundle"):
        adults.need("seal a bundle")
    adults.touch()
    assert not adults.is_adult


def test_what_an_adult_began_goes_on_in_its_thread_and_nowhere_else(adults, ticks):
    adults.set_pin(PIN)
    with adults.staying():
        ticks[0] += QUIET_SECONDS
        adults.need("seal a bundle")
        with ThreadPoolExecutor() as pool:
            assert not pool.submit(lambda: adults.is_adult).result()
    assert not adults.is_adult
    with adults.staying():
        assert not adults.is_adult


def test_another_program_needs_the_pin_again(adults, other, clock):
    adults.set_pin("River  tin Cloud")
    with pytest.raises(WrongPin):
        other.unlock("river tin crowd")
    assert not other.is_adult
    clock[0] += 1
    other.unlock("river tin cloud")
    assert other.is_adult
    other.lock()
    assert not other.is_adult


def test_changing_the_pin_needs_the_old_one(adults, clock):
    adults.set_pin(PIN)
    for old in (None, ""):
        with pytest.raises(WrongPin, match="old PIN is missing"):
            adults.set_pin("111222", old=old)
    with pytest.raises(WrongPin):
        adults.set_pin("111222", old="999888")
    clock[0] += 1
    adults.set_pin("111222", old=PIN)
    adults.lock()
    adults.unlock("111222")


@pytest.mark.parametrize(
    "pin",
    [
        "",
        " ",
        "12345",
        "password",
        "two words",
        "a b c",
        "tin tin tin",
        "111111",
        "123456",
        "987654",
        "x" * 201,
    ],
)
def test_an_easy_pin_is_refused(adults, pin):
    with pytest.raises(WeakPin):
        adults.set_pin(pin)
    assert not adults.has_pin


def test_the_pin_itself_is_not_kept(adults, tmp_path):
    adults.set_pin(PIN)
    assert not [path for path in tmp_path.iterdir() if PIN.encode() in path.read_bytes()]


def test_the_same_pin_is_kept_differently_each_time():
    assert Lock.of(PIN).hash != Lock.of(PIN).hash


@settings(deadline=None, max_examples=25)
@given(st.text(max_size=300))
def test_any_text_can_be_tried(tmp_path_factory, text):
    cheap = Lock(salt="00" * 16, hash="00" * 64, n=1 << 14)
    assert not cheap.opens_with(text)


def test_each_failure_doubles_the_pause_up_to_a_minute(adults, other, clock):
    adults.set_pin(PIN)
    pauses = []
    for _ in range(9):
        with pytest.raises(WrongPin):
            other.unlock("999888")
        with pytest.raises(TooSoon) as soon:
            other.unlock(PIN)
        pauses.append(soon.value.seconds)
        clock[0] += soon.value.seconds
    assert pauses == [1, 2, 4, 8, 16, 32, 60, 60, 60]
    other.unlock(PIN)
    with pytest.raises(WrongPin):
        other.unlock("999888")
    clock[0] += 1
    other.unlock(PIN)


def test_the_pause_survives_a_restart(adults, tmp_path, clock):
    adults.set_pin(PIN)
    for _ in range(3):
        with pytest.raises(WrongPin):
            Adults(tmp_path, clock=lambda: clock[0]).unlock("999888")
        clock[0] += 2.0 ** (kept(tmp_path)["failures"] - 1)
    clock[0] -= 1
    with pytest.raises(TooSoon, match=r"Wait 1 second, then"):
        Adults(tmp_path, clock=lambda: clock[0]).unlock(PIN)


def test_a_right_pin_in_the_pause_is_not_even_looked_at(adults, other, monkeypatch):
    adults.set_pin(PIN)
    with pytest.raises(WrongPin):
        other.unlock("999888")
    monkeypatch.setattr(Lock, "worked_out", None)
    with pytest.raises(TooSoon):
        other.unlock(PIN)


def test_the_failure_is_on_the_disk_before_the_pin_is_looked_at(adults, other, tmp_path, monkeypatch):
    adults.set_pin(PIN)
    seen = []
    monkeypatch.setattr(Lock, "opens_with", lambda lock, pin: seen.append(kept(tmp_path)["failures"]))
    with pytest.raises(WrongPin):
        other.unlock(PIN)
    assert seen == [1]


def test_killing_the_program_while_it_looks_gains_nothing(adults, tmp_path, clock):
    adults.set_pin(PIN)
    program = (
        "import os, sys; from pathlib import Path; from evidence.safety.adults import Adults;"
        "from evidence.safety.pin import Lock;"
        "Lock.opens_with = lambda lock, pin: os._exit(9); Adults(Path(sys.argv[1])).unlock('999888')"
    )
    done = subprocess.run([sys.executable, "-c", program, str(tmp_path)], cwd=ROOT, check=False)
    assert done.returncode == 9
    assert kept(tmp_path)["failures"] == 1
    with pytest.raises(TooSoon):
        Adults(tmp_path).unlock(PIN)


def test_programs_that_try_at_once_take_turns(adults, tmp_path):
    adults.set_pin(PIN)
    program = (
        "import sys; from pathlib import Path; from evidence.safety.adults import *\n"
        "try: Adults(Path(sys.argv[1])).unlock('999888')\n"
        "except WrongPin: sys.exit(3)\n"
        "except TooSoon: sys.exit(4)\n"
    )
    tries = [subprocess.Popen([sys.executable, "-c", program, str(tmp_path)], cwd=ROOT) for _ in range(4)]
    ends = sorted(each.wait() for each in tries)
    # Each that looked at a PIN was counted; the others were sent away.
    assert set(ends) <= {3, 4}
    assert kept(tmp_path)["failures"] == ends.count(3)


def test_a_clock_set_back_neither_frees_nor_locks_for_long(adults, other, clock, tmp_path):
    adults.set_pin(PIN)
    for _ in range(7):
        with pytest.raises(WrongPin):
            other.unlock("999888")
        clock[0] += LONGEST_WAIT
    with pytest.raises(WrongPin):
        other.unlock("999888")
    clock[0] -= 500_000.0
    with pytest.raises(TooSoon) as soon:
        other.unlock(PIN)
    assert soon.value.seconds == LONGEST_WAIT
    clock[0] += LONGEST_WAIT
    other.unlock(PIN)


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{}",
        b"[1]",
        b"null",
        b"\xff\xfe",
        b'{"salt": "00", "hash": "00"}',
        json.dumps({"salt": "00" * 16, "hash": "00" * 64, "n": 1 << 40}).encode(),
        json.dumps({"salt": "00" * 16, "hash": "00" * 64, "failures": "x"}).encode(),
        json.dumps({"salt": "00" * 16, "hash": "00" * 64, "failures": -1}).encode(),
        json.dumps({"salt": "00" * 16, "hash": "00" * 64, "tried": None}).encode(),
        json.dumps({"salt": "00" * 16, "hash": "00" * 64, "more": 1}).encode(),
        json.dumps({"salt": 3, "hash": "00" * 64}).encode(),
        b"[" * 5000,
    ],
    ids=range(13),
)
def test_a_damaged_file_keeps_adult_mode_shut_and_says_what_to_do(adults, tmp_path, damage):
    (tmp_path / PIN_FILE).write_bytes(damage)
    assert not adults.is_adult
    for action in (lambda: adults.unlock(PIN), lambda: adults.set_pin("736201", old=PIN)):
        with pytest.raises(PinFileDamaged, match="Move that file out"):
            action()


def test_failures_beyond_counting_still_wait_a_minute(tmp_path):
    lock = Lock(salt="00" * 16, hash="00" * 64, failures=10**9, tried=100.0)
    assert lock.wait(100.0) == LONGEST_WAIT
    assert lock.wait(float("inf")) == 0.0


def test_where_no_failure_can_be_written_down_every_try_takes_long(adults, tmp_path, clock, monkeypatch):
    adults.set_pin(PIN)
    pauses: list[float] = []
    other = Adults(tmp_path, ticking=lambda: 0.0, clock=lambda: clock[0], pause=pauses.append)

    def refuse(path: Path, data: bytes) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("evidence.safety.pin.write_whole", refuse)
    with pytest.raises(WrongPin):
        other.unlock("111111")
    assert not other.is_adult
    other.unlock(PIN)
    assert other.is_adult
    assert pauses == [UNCOUNTED_SECONDS] * 2
    with pytest.raises(LibraryUnwritable, match="permission denied"):
        other.set_pin("736201", old=PIN)


def test_a_pause_that_was_written_down_before_holds_where_nothing_can_be_written(
    adults, tmp_path, clock, monkeypatch
):
    adults.set_pin(PIN)
    with pytest.raises(WrongPin):
        adults.unlock("111111")

    def refuse(path: Path, data: bytes) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("evidence.safety.pin.write_whole", refuse)
    other = Adults(tmp_path, clock=lambda: clock[0], pause=lambda seconds: None)
    with pytest.raises(TooSoon):
        other.unlock(PIN)


def test_a_forgotten_pin_is_replaced_with_the_words_of_the_way_back(adults):
    adults.set_pin(PIN)
    words = adults.make_way_back()
    assert len(words.split()) == 6
    adults.lock()
    adults.unlock(words.upper())
    assert adults.is_adult
    adults.set_pin("736201", old=words)
    adults.lock()
    with pytest.raises(WrongPin, match="six words"):
        adults.unlock(PIN)


def test_the_way_back_outlives_the_pin_and_ends_with_the_next_one(adults, clock):
    adults.set_pin(PIN)
    first = adults.make_way_back()
    adults.set_pin("736201", old=PIN)
    adults.unlock(first)
    second = adults.make_way_back()
    assert second != first
    with pytest.raises(WrongPin):
        adults.unlock(first)
    clock[0] += 100
    adults.unlock(second)


def test_the_words_are_not_in_the_file(adults, tmp_path):
    adults.set_pin(PIN)
    words = adults.make_way_back().split()
    kept = (tmp_path / PIN_FILE).read_text(encoding="utf-8")
    assert not any(f'"{word}"' in kept or f" {word} " in kept for word in words)


def test_a_way_back_is_for_adults_and_needs_a_pin(adults):
    with pytest.raises(NoPin):
        adults.make_way_back()
    adults.set_pin(PIN)
    adults.lock()
    with pytest.raises(AdultsOnly):
        adults.make_way_back()
