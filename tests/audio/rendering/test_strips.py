import os

import pytest

from studio.audio.rendering.strips import in_strips


@pytest.mark.parametrize("processors", [1, 2, 8])
def test_every_frame_is_worked_on_once(monkeypatch, processors):
    monkeypatch.setattr(os, "cpu_count", lambda: processors)
    done, heard = [], []
    in_strips(103, 10, lambda: lambda start, stop: done.append((start, stop)), heard.append)
    assert sorted(done) == [(start, min(start + 10, 103)) for start in range(0, 103, 10)]
    assert heard == sorted(heard)
    assert heard[-1] == 1.0


def test_nothing_to_do_is_done_at_once():
    in_strips(0, 10, lambda: lambda start, stop: pytest.fail("there is no strip"))


def test_a_failure_in_any_thread_is_raised_and_stops_the_others(monkeypatch):
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    done = []

    def work(start, stop):
        if start >= 50:
            raise OSError("the disk is full")
        done.append(start)

    with pytest.raises(OSError, match="full"):
        in_strips(10_000, 10, lambda: work)
    assert sorted(done) == [0, 10, 20, 30, 40]
