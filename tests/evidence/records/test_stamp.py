import os

from evidence.records.stamp import Stamp


def test_a_file_that_is_not_there_has_a_stamp_of_zeros(tmp_path):
    assert Stamp.of(tmp_path / "missing") == Stamp(0, 0, 0)


def test_a_file_is_older_only_when_the_disks_clock_has_surely_gone_on(tmp_path):
    for name, seconds in (("a", 1e9), ("b", 1e9 + 2), ("c", 1e9 + 3)):
        (tmp_path / name).write_bytes(b"x")
        os.utime(tmp_path / name, (seconds, seconds))
    a, b, c = (Stamp.of(tmp_path / name) for name in "abc")
    assert a.is_older_than(c)
    assert not a.is_older_than(b)
    assert not c.is_older_than(a)


def test_a_replaced_file_has_another_stamp(tmp_path):
    (tmp_path / "a").write_bytes(b"x")
    (tmp_path / "b").write_bytes(b"y")
    for name in "ab":
        os.utime(tmp_path / name, (1e9, 1e9))
    before = Stamp.of(tmp_path / "a")
    os.replace(tmp_path / "b", tmp_path / "a")
    assert Stamp.of(tmp_path / "a") != before
