"""Two machines on one share, whose clock is not theirs."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from evidence.check import check_library
from evidence.library import Library
from tests.evidence.given import NOW, a_draft, a_library


@pytest.fixture(params=[-86_400.0, 0.0, 86_400.0], ids=["a day behind", "in time", "a day ahead"])
def share(request, tmp_path):
    """Two open libraries in one folder, and what the share's clock does to every file after a write.

    The clock stands still: all that is written falls into one tick of it.
    """
    first = a_library(tmp_path)
    second = Library.open(first.folder, clock=lambda: NOW)
    seconds = datetime.now(UTC).timestamp() + request.param

    def written() -> None:
        for path in first.folder.rglob("*"):
            os.utime(path, (seconds, seconds))

    written()
    return first, second, written


def test_each_sees_what_the_other_wrote_whatever_the_clock_says(share):
    first, second, written = share
    entry = first.add_entry(a_draft())
    written()
    assert second.entry(entry.id) == entry
    for number in range(12):
        writer, reader = (first, second) if number % 2 else (second, first)
        changed = writer.save_entry(_titled(writer, entry.id, f"Title {number:02d}"), "edited")
        written()
        assert reader.entry(entry.id).title == changed.title
        assert [each.title for each in reader.entries()] == [changed.title]
    assert check_library(first) == ()


def test_a_change_shows_even_where_a_share_gives_no_number_to_its_files(share, monkeypatch):
    first, second, written = share
    entry = first.add_entry(a_draft())
    real = Path.stat

    def without_number(path: Path, **options: bool) -> os.stat_result:
        status = list(real(path, **options))
        status[1] = 0
        return os.stat_result([*status[:10]], {"st_mtime_ns": int(status[8]) * 10**9})

    monkeypatch.setattr(Path, "stat", without_number)
    for number in range(6):
        first.save_entry(_titled(first, entry.id, f"Title {number}"), "edited")
        written()
        assert second.entry(entry.id).title == f"Title {number}"


def test_times_of_two_machines_in_two_zones_stay_in_order_of_the_log(tmp_path):
    here = a_library(tmp_path)
    there = Library.open(here.folder, clock=lambda: NOW - timedelta(hours=3))
    ids = [(here if number % 2 else there).add_entry(a_draft()).id for number in range(4)]
    assert [entry.id for entry in here.entries()] == ids
    assert [line.id for line in there.journal.lines()] == ids
    assert check_library(there) == ()


def _titled(library: Library, entry_id: str, title: str):
    from dataclasses import replace

    return replace(library.entry(entry_id), title=title)
