import os
from pathlib import Path

import pytest

from studio.ui.typed_path import is_folder, typed_path


@pytest.mark.parametrize("text", ["/a/b.wav", ' "/a/b.wav" ', "'/a/b.wav'"])
def test_quotation_marks_and_blanks_around_a_path_do_not_count(text):
    assert typed_path(text) == Path("/a/b.wav")


def test_a_dropped_file_with_a_blank_in_its_name_is_found():
    # A Windows terminal puts quotation marks round it instead: there a backslash parts folders.
    assert str(typed_path("my\\ horn.wav")) == ("my horn.wav" if os.name == "posix" else "my\\ horn.wav")


def test_the_home_of_nobody_is_just_a_name():
    assert typed_path("~nobody-at-all/x.wav") == Path("~nobody-at-all/x.wav")


def test_a_name_that_no_disk_could_hold_is_no_folder(tmp_path):
    assert is_folder(tmp_path)
    assert not is_folder(tmp_path / ("x" * 5000))
    assert not is_folder(Path("a\0b"))
