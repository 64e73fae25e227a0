import io
import zipfile
from datetime import UTC, datetime

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.award.audits import Audits
from evidence.award.plans import Plans
from evidence.bundle.award import award_of
from evidence.bundle.schema import Facts
from evidence.bundle.table import COLUMNS
from evidence.bundle.workbook import workbook_bytes
from evidence.entry import Entry
from rubric.load import shipped_framework
from tests.evidence.full_library import a_full_library
from tests.evidence.given import a_row_of_evidence as an_entry

FRAMEWORK = shipped_framework()
FACTS = Facts("oak_2026-07-10_v1", "Oak School", datetime(2026, 7, 10, 14, 30, 8, tzinfo=UTC), "0" * 64)


def opened(*entries: Entry, facts: Facts = FACTS) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(workbook_bytes(facts, FRAMEWORK, entries)))


def rows(book: openpyxl.Workbook, sheet: str) -> list[list[object]]:
    return [list(row) for row in book[sheet].iter_rows(values_only=True)]


def test_every_entry_has_a_row():
    book = opened(an_entry(), an_entry(id="EV-2026-0002", title="A dog"))
    assert book.sheetnames == ["Entries", "Matrix", "MT1 by year", "Tracker row", "MT1 by term"]
    table = rows(book, "Entries")
    assert table[0] == list(COLUMNS)
    assert [row[:3] for row in table[1:]] == [
        ["EV-2026-0001", "A cow", "2026-06-01"],
        ["EV-2026-0002", "A dog", "2026-06-01"],
    ]


def test_the_matrix_has_every_criterion_and_says_that_it_is_no_verdict():
    table = rows(opened(an_entry()), "Matrix")
    counts = {row[0]: row[3:] for row in table[1:30]}
    assert len(counts) == 29
    assert counts["MT1"] == counts["C6"] == [0, 1, 0]
    assert counts["MT2"] == [0, 0, 0]
    assert "award no level" in str(table[-1][0])


def test_the_year_groups_of_mt1_are_counted():
    table = rows(opened(an_entry(), an_entry(year_groups=("Y4", "Y9"))), "MT1 by year")
    counts = {row[0]: row[1:] for row in table[1:9]}
    assert (counts["Y3"], counts["Y4"], counts["Y9"], counts["Y1"]) == (
        [0, 1, 0],
        [0, 2, 0],
        [0, 1, 0],
        [0, 0, 0],
    )


def test_a_hub_can_copy_one_row():
    head, row = rows(opened(an_entry()), "Tracker row")
    told = dict(zip(head, row, strict=True))
    assert told["school"] == "Oak School"
    assert told["sealed"] == "2026-07-10"
    assert (told["pieces of evidence"], told["criteria with evidence"], told["silver (pieces)"]) == (1, 2, 2)
    assert told["MT1 silver: year groups"] == "Y3, Y4"


def test_mt1_is_counted_term_by_term():
    table = rows(opened(an_entry()), "MT1 by term")
    assert table[0] == ["school year", "year group", "term", "bronze", "silver", "gold"]
    found = {tuple(row[:3]): row[3:] for row in table[1:22]}
    assert found["2025 to 2026", "Y3", "Summer 2026"] == [0, 1, 0]
    assert sum(sum(counts) for counts in found.values()) == 2


def test_without_an_award_the_tracker_has_its_columns_and_they_are_blank():
    head, row = rows(opened(an_entry()), "Tracker row")
    told = dict(zip(head, row, strict=True))
    for column in ("target", "first audit: date", "newest audit: silver", "MT1 now", "statement by"):
        assert told[column] in ("", None)


def test_every_sheet_keeps_its_head_in_sight_and_prints_on_a4():
    for sheet in opened(an_entry()):
        assert sheet.freeze_panes
        assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
        assert sheet.print_title_rows == "$1:$1"


@pytest.mark.parametrize(
    "words", ['=HYPERLINK("http://x","y")', "@SUM(1)", "+1", "-1", "http://x", "{=1}", "1", "2026-01-01"]
)
def test_no_cell_is_a_formula_a_link_or_a_number_by_what_it_says(words):
    entries = [an_entry(title=words, happened=words, impact=words)]
    book = opened(*entries, facts=Facts(FACTS.name, words, FACTS.sealed, FACTS.head))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value == words]
    assert len(cells) == 4
    assert {(cell.data_type, cell.hyperlink) for cell in cells} == {("s", None)}
    with zipfile.ZipFile(io.BytesIO(workbook_bytes(FACTS, FRAMEWORK, entries))) as archive:
        sheets = b"".join(archive.read(name) for name in archive.namelist() if "sheet" in name)
    assert b"<f>" not in sheets
    assert b"hyperlink" not in sheets


def test_a_name_of_a_school_is_only_words_in_the_foot():
    facts = Facts(FACTS.name, "Oak & Ash &P &D", FACTS.sealed, FACTS.head)
    for sheet in opened(an_entry(), facts=facts):
        assert sheet.oddFooter.left.text == "Oak && Ash &&P &&D"


@pytest.mark.parametrize("words", ["=HYPERLINK(0)", "@SUM(1)", "+1", "x" * 10_000])
def test_no_words_of_the_award_are_worked_out(tmp_path, words):
    library = a_full_library(tmp_path)
    Plans(library).add_action(words[:200], framework=FRAMEWORK, criteria=["MT2"], owner="lead", success=words)
    audits = Audits(library)
    audits.start("review", view="school", framework=FRAMEWORK)
    audits.judge("MT1", "bronze", view="school", framework=FRAMEWORK, reason=words)
    award = award_of(library, FRAMEWORK)
    made = workbook_bytes(FACTS, FRAMEWORK, library.entries(), award)
    book = openpyxl.load_workbook(io.BytesIO(made))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert sum(cell.value in (words, words[:200]) for cell in cells) == 3
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert not any(cell.hyperlink for cell in cells)


@settings(deadline=None, max_examples=40)
@given(st.text(max_size=50))
def test_any_letters_can_be_in_a_cell(text):
    (table,) = (rows(opened(an_entry(happened=f"Words: {text}")), "Entries"),)
    assert str(table[1][6]).startswith("Words:")


def test_letters_of_any_script_are_kept():
    words = "Łódź 学校 العربية \U0001f600"
    assert rows(opened(an_entry(title=words)), "Entries")[1][1] == words


def test_the_same_evidence_gives_the_same_bytes():
    assert workbook_bytes(FACTS, FRAMEWORK, [an_entry()]) == workbook_bytes(FACTS, FRAMEWORK, [an_entry()])


def test_no_evidence_makes_a_workbook_too():
    assert len(rows(opened(), "Entries")) == 1
