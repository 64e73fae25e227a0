"""The frameworks that a library can use."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rubric.framework import Framework
from rubric.load import FrameworkFault, shipped_framework
from rubric.own import template
from rubric.sheet import SheetFault, parse_sheet
from rubric.shelf import (
    FRAMEWORKS,
    FrameworkExists,
    ShelfUnwritable,
    UnknownFramework,
    framework_named,
    frameworks,
    keep_own,
    keep_wording,
    quality_mark,
)
from rubric.wording import COLUMNS, OPTIONAL, wording_of


def keep(folder: Path, framework_id: str = "oak", **given: bool) -> Framework:
    sheet = folder / "oak.csv"
    sheet.write_bytes(template())
    return keep_own(sheet, folder, framework_id=framework_id, title="Oak", **given)


def test_a_new_library_has_the_shipped_ones_and_nothing_is_made_by_looking(tmp_path):
    assert [each.id for each in frameworks(tmp_path)] == [
        "lsms-mqm-2015", "music-mark-membership", "national-plan-areas", "three-i",
    ]  # fmt: skip
    assert quality_mark(tmp_path) is shipped_framework()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("framework_id", ["oak", "con", "nul", "2026-hub"])
def test_ones_own_framework_is_kept_under_a_name_that_every_system_allows(tmp_path, framework_id):
    kept = keep(tmp_path, framework_id)
    assert framework_named(framework_id.upper(), tmp_path) == kept
    assert [path.name for path in (tmp_path / FRAMEWORKS).iterdir()] == [f"own-{framework_id}.toml"]


@pytest.mark.parametrize("framework_id", ["", "x", "../oak", "Oak", "oak hub", "o" * 60])
def test_an_id_that_cannot_be_a_name_is_refused(tmp_path, framework_id):
    with pytest.raises(FrameworkFault):
        keep(tmp_path, framework_id)
    assert not (tmp_path / FRAMEWORKS).exists()


def test_a_name_that_is_taken_is_refused_unless_it_is_to_be_replaced(tmp_path):
    keep(tmp_path)
    with pytest.raises(FrameworkExists, match="--replace"):
        keep(tmp_path)
    assert keep(tmp_path, again=True).id == "oak"
    for shipped in ("three-i", "lsms-mqm-2015", "quality-mark"):
        with pytest.raises(FrameworkExists, match="comes with the program"):
            keep(tmp_path, shipped, again=True)


def test_an_unknown_framework_gets_a_suggestion(tmp_path):
    with pytest.raises(UnknownFramework, match="Did you mean three-i"):
        framework_named("three-e", tmp_path)
    with pytest.raises(UnknownFramework, match="There are: lsms-mqm-2015"):
        framework_named("?" * 99, tmp_path)


def test_a_damaged_file_of_ones_own_is_named_and_the_quality_mark_still_works(tmp_path):
    keep(tmp_path)
    (tmp_path / FRAMEWORKS / "own-oak.toml").write_text("id = ", encoding="utf-8")
    with pytest.raises(FrameworkFault, match=r"own-oak\.toml"):
        frameworks(tmp_path)
    assert framework_named("quality-mark", tmp_path) is shipped_framework()


def test_wording_that_was_damaged_is_named(tmp_path):
    table = tmp_path / "words.csv"
    table.write_text("criterion,level,descriptor\nMT1,gold,All edit.\n", encoding="utf-8")
    assert keep_wording(table, tmp_path) == 1
    assert quality_mark(tmp_path).criterion("MT1").descriptor("gold").text == "All edit."
    (tmp_path / FRAMEWORKS / "wording.tsv").write_bytes(b"\xff")
    with pytest.raises(SheetFault, match=r"wording\.tsv"):
        quality_mark(tmp_path)


def test_a_folder_that_cannot_be_written_is_said(tmp_path):
    (tmp_path / FRAMEWORKS).write_text("a file in its place", encoding="utf-8")
    with pytest.raises(ShelfUnwritable, match="could not be written"):
        keep(tmp_path)


def words_or_fault(content: bytes) -> dict[tuple[str, str], object] | SheetFault:
    try:
        return dict(
            wording_of(parse_sheet(content, "w.tsv", COLUMNS, optional=OPTIONAL), shipped_framework())
        )
    except SheetFault as fault:
        return fault


@given(st.text(max_size=120))
def test_any_table_of_wording_is_read_or_refused(text):
    content = f"criterion\tlevel\tdescriptor\nMT1\tgold\t{text}".encode("utf-8", "surrogatepass")
    outcome = words_or_fault(content)
    assert not isinstance(outcome, SheetFault) or str(outcome).isprintable()
