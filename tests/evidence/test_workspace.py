import os
import time

import pytest

from evidence.records.store import LibraryUnwritable
from evidence.workspace import workspace


@pytest.mark.parametrize("stop", [None, KeyboardInterrupt])
def test_it_is_gone_when_the_work_is_done_or_stopped(tmp_path, stop):
    def work() -> None:
        with workspace(tmp_path) as place:
            (place / "sound.wav").write_bytes(b"half")
            assert place.parent == tmp_path
            if stop:
                raise stop

    if stop:
        with pytest.raises(stop):
            work()
    else:
        work()
    assert list(tmp_path.iterdir()) == []


def test_what_a_kill_left_goes_after_a_day(tmp_path):
    for name, age in ((".import-old", 2 * 86_400), (".import-young", 60), ("mine", 2 * 86_400)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "sound.wav").write_bytes(b"half")
        os.utime(tmp_path / name, (time.time() - age, time.time() - age))
    with workspace(tmp_path):
        pass
    assert sorted(path.name for path in tmp_path.iterdir()) == [".import-young", "mine"]


def test_where_there_can_be_none_it_is_said(tmp_path):
    with pytest.raises(LibraryUnwritable, match="Nothing can be taken in"), workspace(tmp_path / "gone"):
        pass
