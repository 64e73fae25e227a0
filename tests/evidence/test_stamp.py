import os
import time

from evidence.stamp import Stamp


def test_a_file_that_is_not_there_has_no_trusted_stamp(tmp_path):
    assert Stamp.of(tmp_path / "missing") == Stamp(0, 0, 0, False)


def test_a_young_file_is_not_trusted_and_an_old_one_is(tmp_path):
    place = tmp_path / "a"
    place.write_bytes(b"x")
    assert not Stamp.of(place).is_settled
    os.utime(place, (time.time() - 60, time.time() - 60))
    assert Stamp.of(place).is_settled


def test_a_file_from_the_future_is_not_trusted(tmp_path):
    place = tmp_path / "a"
    place.write_bytes(b"x")
    os.utime(place, (time.time() + 3600, time.time() + 3600))
    assert not Stamp.of(place).is_settled


def test_a_replaced_file_has_another_stamp(tmp_path):
    (tmp_path / "a").write_bytes(b"x")
    (tmp_path / "b").write_bytes(b"y")
    for name in "ab":
        os.utime(tmp_path / name, (1e9, 1e9))
    before = Stamp.of(tmp_path / "a")
    os.replace(tmp_path / "b", tmp_path / "a")
    assert Stamp.of(tmp_path / "a") != before
