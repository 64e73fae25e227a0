"""Adult mode: what a PIN opens, and what closes it."""

import pytest

from evidence.adults import QUIET_SECONDS, Adults, AdultsOnly, WeakPin, WrongPin


@pytest.fixture
def clock():
    return [0.0]


@pytest.fixture
def adults(tmp_path, clock) -> Adults:
    return Adults(tmp_path, ticking=lambda: clock[0])


def test_without_a_pin_everything_is_open(adults):
    assert adults.is_adult
    adults.need("seal a bundle")


def test_the_pin_opens_and_five_quiet_minutes_close(adults, clock):
    adults.set_pin("482913")
    assert adults.is_adult
    clock[0] += QUIET_SECONDS - 1
    adults.touch()
    clock[0] += QUIET_SECONDS - 1
    assert adults.is_adult
    clock[0] += 1
    with pytest.raises(AdultsOnly, match="Only an adult can seal a bundle"):
        adults.need("seal a bundle")
    adults.touch()
    assert not adults.is_adult


def test_another_program_needs_the_pin_again(adults, tmp_path):
    adults.set_pin("River  tin Cloud")
    other = Adults(tmp_path)
    with pytest.raises(WrongPin):
        other.unlock("river tin crowd")
    assert not other.is_adult
    other.unlock("river tin cloud")
    assert other.is_adult
    other.lock()
    assert not other.is_adult


def test_changing_the_pin_needs_the_old_one(adults):
    adults.set_pin("482913")
    with pytest.raises(WrongPin):
        adults.set_pin("111222")
    adults.set_pin("111222", old="482913")
    adults.lock()
    adults.unlock("111222")


@pytest.mark.parametrize("pin", ["", "12345", "password", "two words"])
def test_an_easy_pin_is_refused(adults, pin):
    with pytest.raises(WeakPin):
        adults.set_pin(pin)
    assert not adults.has_pin


def test_the_pin_itself_is_not_kept(adults, tmp_path):
    adults.set_pin("482913")
    assert not [path for path in tmp_path.iterdir() if b"482913" in path.read_bytes()]
