import subprocess
import sys
from pathlib import Path

import orjson
import pytest

from evidence import folder as library_folder
from evidence.records.disk_store import DiskStore
from evidence.records.lock import HOLDER, LibraryBusy, turn_in
from tests.evidence.given import NOW, a_draft, a_library, again

HOLDING = """
import sys
from datetime import datetime
from pathlib import Path
from evidence.records.lock import turn_in
with turn_in(Path(sys.argv[1]), patience=10, now=lambda: datetime(2026, 11, 21, 15, 30)):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def held(tmp_path):
    """A folder where another program has the turn."""
    program = subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[3],
    )
    assert program.stdout.readline() == "held\n"
    yield tmp_path, program
    program.kill()
    program.wait()
    program.stdin.close()
    program.stdout.close()


def test_a_turn_is_given_back_and_leaves_no_note(tmp_path):
    for _ in range(2):
        with turn_in(tmp_path, patience=0, now=lambda: NOW):
            assert orjson.loads((tmp_path / HOLDER).read_bytes())["since"] == "2026-11-21T15:30:00+00:00"
        assert not (tmp_path / HOLDER).exists()


def test_a_turn_is_given_back_after_an_error(tmp_path):
    with pytest.raises(RuntimeError), turn_in(tmp_path, patience=0, now=lambda: NOW):
        raise RuntimeError
    with turn_in(tmp_path, patience=0, now=lambda: NOW):
        pass


def test_a_note_that_cannot_be_written_or_taken_away_does_not_hold_the_turn(tmp_path):
    (tmp_path / HOLDER).mkdir()
    for _ in range(2):
        with turn_in(tmp_path, patience=0, now=lambda: NOW):
            pass


def test_who_has_the_turn_is_said(held):
    folder, program = held
    with pytest.raises(LibraryBusy) as busy, turn_in(folder, patience=0.05, now=lambda: NOW):
        pass
    assert f"number {program.pid} on " in busy.value.what
    assert "since 15:30)" in busy.value.what


@pytest.mark.parametrize("note", [b"", b"[]", b"{}", b"\xff"])
def test_a_note_that_cannot_be_read_does_no_harm(held, note):
    folder, _ = held
    (folder / HOLDER).write_bytes(note)
    with pytest.raises(LibraryBusy, match="another program"), turn_in(folder, patience=0, now=lambda: NOW):
        pass


def test_the_turn_of_a_killed_program_ends_with_it(held):
    folder, program = held
    program.kill()
    program.wait()
    with turn_in(folder, patience=5, now=lambda: NOW):
        pass


def test_a_library_whose_turn_is_taken_can_be_read_and_says_so_when_written(tmp_path, monkeypatch):
    library = a_library(tmp_path)
    library.add_entry(a_draft())
    with turn_in(library.folder, patience=0, now=lambda: NOW):
        opened = again(library)
        assert len(opened.entries()) == 1
        opened._store = DiskStore(opened.folder, opened.journal, now=lambda: NOW, patience=0)
        with pytest.raises(LibraryBusy):
            opened.add_entry(a_draft())
    opened.add_entry(a_draft())


def test_people_are_not_kept_waiting_for_long():
    assert library_folder.PATIENCE_SECONDS == 10
