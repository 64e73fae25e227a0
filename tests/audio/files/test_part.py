import errno
import os
from pathlib import Path

import pytest

from studio.audio.files.part import SaveFault, part_of


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_appears_when_the_block_ends_well(tmp_path):
    with part_of(tmp_path / "x") as part:
        part.write_text("new")
        assert names(tmp_path) == [part.name]
    assert names(tmp_path) == ["x"]
    assert (tmp_path / "x").read_text() == "new"


def test_an_older_file_gives_way(tmp_path):
    (tmp_path / "x").write_text("old")
    with part_of(tmp_path / "x") as part:
        part.write_text("new")
    assert (tmp_path / "x").read_text() == "new"


@pytest.mark.parametrize("stop", [ValueError, KeyboardInterrupt])
def test_a_block_that_fails_leaves_everything_as_it_was(tmp_path, stop):
    (tmp_path / "x").write_text("old")

    def write_half() -> None:
        with part_of(tmp_path / "x") as part:
            part.write_text("half")
            raise stop

    with pytest.raises(stop):
        write_half()
    assert names(tmp_path) == ["x"]
    assert (tmp_path / "x").read_text() == "old"


def test_what_a_killed_program_left_is_no_hindrance(tmp_path):
    (tmp_path / "x.0badcafe.part").write_text("left")
    with part_of(tmp_path / "x") as part, part.open("x") as file:
        file.write("new")
    assert (tmp_path / "x").read_text() == "new"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "The disk is full"),
        (errno.EACCES, "You are not allowed"),
        (errno.EIO, "could not be saved"),
    ],
)
def test_what_the_system_says_is_put_into_plain_words(tmp_path, number, words):
    with pytest.raises(SaveFault, match=words), part_of(tmp_path / "x"):
        raise OSError(number, os.strerror(number))
    assert names(tmp_path) == []


def test_a_missing_folder_and_a_folder_in_place_of_the_file_are_said(tmp_path):
    with pytest.raises(SaveFault, match="There is no folder"), part_of(tmp_path / "no" / "x"):
        pass
    with pytest.raises(SaveFault, match="is a folder"), part_of(tmp_path):
        pass
