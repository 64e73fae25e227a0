"""Sizes of reader: what a year group begins with, what is chosen for a class, and what is never lost."""

import pytest

from evidence.library import Library
from evidence.years import YEAR_GROUPS, UnknownYear
from lessons.readers import (
    LITTLE,
    MIDDLE,
    SIZES,
    STUDIO,
    Readers,
    SizeFault,
    UnknownSize,
    load_sizes,
    next_size,
    size_named,
    sizes,
)
from tests.evidence.given import a_library

TOML = """
[[sizes]]
id = "little"
title = "Little"
about = "Few."
years = ["EYFS", "Y1"]
not_shown = ["a.b"]
[[sizes]]
id = "middle"
title = "Middle"
about = "Some."
years = ["Y2", "Y4"]
not_shown = ["c.d"]
[[sizes]]
id = "studio"
title = "Studio"
about = "All."
years = ["Y5", "Y13"]
"""


@pytest.fixture
def library(tmp_path) -> Library:
    return a_library(tmp_path)


def test_each_year_group_begins_with_one_size():
    begins = {year: size.id for size in sizes() for year in size.years}
    assert list(begins) == list(YEAR_GROUPS)
    assert [begins[year] for year in ("EYFS", "Y1", "Y2", "Y4", "Y5", "Y13")] == [
        *(LITTLE, LITTLE, MIDDLE, MIDDLE, STUDIO, STUDIO)
    ]


def test_no_size_is_called_easy_and_the_largest_shows_every_key():
    assert not any("easy" in f"{size.title} {size.about}".lower() for size in sizes())
    assert size_named(STUDIO).not_shown == frozenset()
    assert size_named(LITTLE).not_shown >= size_named(MIDDLE).not_shown


def test_nobody_chose_and_every_key_is_shown(library):
    assert Readers(library).now().size == STUDIO


def test_a_class_comes_and_brings_its_size(library):
    readers = Readers(library)
    assert readers.come("y1").size == LITTLE
    assert readers.choose("Y1", "middle").size == MIDDLE
    assert readers.come("Y6").size == STUDIO
    assert Readers(Library.open(library.folder)).come("Y1").size == MIDDLE


def test_a_size_chosen_for_a_class_that_is_elsewhere_waits_for_it(library):
    readers = Readers(library)
    readers.come("Y6")
    assert readers.choose("Y3", LITTLE).size == STUDIO
    assert readers.come("Y3").size == LITTLE


def test_one_press_changes_it_for_whoever_is_here_and_no_class(library):
    readers = Readers(library)
    readers.come("Y6")
    assert readers.set_size(next_size(STUDIO)).size == LITTLE
    assert readers.now().size_of("Y6") == STUDIO
    assert [next_size(size) for size in SIZES] == [MIDDLE, STUDIO, LITTLE]


def test_each_change_is_one_line_of_the_log_and_goes_back(library):
    readers = Readers(library)
    before = readers.come("Y3")
    lines = library.journal.head().seq
    readers.choose("Y3", STUDIO)
    assert library.journal.head().seq == lines + 1
    readers.put_back(before)
    assert readers.now() == before


def test_what_is_no_size_or_year_is_refused_in_words(library):
    with pytest.raises(UnknownSize):
        Readers(library).set_size("easy")
    with pytest.raises(UnknownYear):
        Readers(library).come("Y99")


def test_a_smaller_size_leaves_out_what_a_larger_one_does(tmp_path):
    file = tmp_path / "sizes.toml"
    file.write_text(TOML)
    little, middle, _ = load_sizes(file)
    assert (little.not_shown, middle.not_shown) == (frozenset({"a.b", "c.d"}), frozenset({"c.d"}))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [('"Y5", "Y13"', '"Y6", "Y13"'), ('id = "little"', 'id = "studio"'), ("about", "abuot")],
)
def test_a_slip_in_the_file_of_the_sizes_is_told(tmp_path, right, wrong):
    file = tmp_path / "sizes.toml"
    file.write_text(TOML.replace(right, wrong, 1))
    with pytest.raises(SizeFault, match=r"sizes\.toml"):
        load_sizes(file)
