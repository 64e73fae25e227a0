"""`summary.xlsx`: the evidence, the matrix, the year groups, and one row for a hub's tracker.

Every cell is a text or a number that was worked out here: whatever a title says, it is no formula
and no link. The workbook is packed again as the bundle is, so that its bytes do not depend on the machine.
"""

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC
from typing import TYPE_CHECKING

from evidence.bundle.archive import ArchiveWriter
from evidence.bundle.schema import Facts
from evidence.bundle.table import COLUMNS, row_of
from evidence.coverage import CLASSES_CRITERION, Coverage, coverage
from evidence.entry import Entry
from rubric.framework import LEVELS, Framework

if TYPE_CHECKING:
    from xlsxwriter import Workbook

Cell = str | int

_LONGEST_CELL = 32_000
"""Letters; a spreadsheet drops more than 32,767."""
_WIDTHS = {
    **{"id": 14, "title": 38, "area": 34, "criteria": 16, "what happened": 44, "impact": 44},
    **{"sounds": 24, "files": 24, "school": 24, "framework": 24, "bundle": 30},
}
_WIDTH, _LINE_HEIGHT, _TALLEST = 13, 15, 400
_NOTE = "Numbers of pieces of evidence, as the school judged them itself; they award no level."


def workbook_bytes(facts: Facts, framework: Framework, entries: Sequence[Entry]) -> bytes:
    """The workbook; the same bytes for the same evidence."""
    from xlsxwriter import Workbook  # 40 ms, which only sealing needs

    found = coverage(entries, framework)
    out = io.BytesIO()
    never = dict.fromkeys(("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False)
    with Workbook(out, {"in_memory": True, **never}) as book:
        sealed = facts.sealed.astimezone(UTC).replace(tzinfo=None)
        book.set_properties({"title": _plain(f"{facts.school}: music evidence"), "created": sealed})
        _add_sheet(book, "Entries", COLUMNS, map(row_of, entries))
        _add_sheet(book, "Matrix", ("criterion", "area", "title", *LEVELS), _matrix(framework, found), _NOTE)
        _add_sheet(book, f"{CLASSES_CRITERION} by year", ("year group", *LEVELS), _years(found), _NOTE)
        tracked = dict(_tracker(facts, framework, entries, found))
        _add_sheet(book, "Tracker row", tuple(tracked), [tuple(tracked.values())])
    return _packed_again(out, facts)


def _matrix(framework: Framework, found: Coverage) -> Iterator[tuple[Cell, ...]]:
    for area in framework.areas:
        for criterion in framework.criteria_of(area):
            counts = found.criteria[criterion.code]
            yield (criterion.code, area.title, criterion.title, *(counts[level] for level in LEVELS))


def _years(found: Coverage) -> Iterator[tuple[Cell, ...]]:
    for year, counts in found.mt1_year_groups.items():
        yield (year, *(counts[level] for level in LEVELS))


def _tracker(
    facts: Facts, framework: Framework, entries: Sequence[Entry], found: Coverage
) -> Iterator[tuple[str, Cell]]:
    """What a hub keeps of a school, a column each, to be copied into its own table."""
    days = [entry.date_happened for entry in entries]
    yield "school", facts.school
    yield "framework", framework.title
    yield "framework version", framework.version
    yield "bundle", facts.name
    yield "sealed", facts.sealed.date().isoformat()
    yield "first evidence", min(days).isoformat() if days else ""
    yield "last evidence", max(days).isoformat() if days else ""
    yield "pieces of evidence", len(entries)
    yield "sounds", sum(len(entry.sounds) for entry in entries)
    yield "criteria", len(found.criteria)
    yield "criteria with evidence", sum(any(counts.values()) for counts in found.criteria.values())
    for level in LEVELS:
        yield f"{level} (pieces)", sum(counts[level] for counts in found.criteria.values())
    for level in LEVELS:
        classes = [year for year, counts in found.mt1_year_groups.items() if counts[level]]
        yield f"{CLASSES_CRITERION} {level}: year groups", ", ".join(classes)


def _add_sheet(
    book: "Workbook", name: str, columns: Sequence[str], rows: Iterable[Sequence[Cell]], note: str = ""
) -> None:
    sheet = book.add_worksheet(name)
    wrapped = {"text_wrap": True, "valign": "top"}
    head, body = book.add_format(wrapped | {"bold": True, "bottom": 1}), book.add_format(wrapped)
    number = book.add_format({"valign": "top", "align": "left"})
    widths = [_WIDTHS.get(label, _WIDTH) for label in columns]
    for column, (label, width) in enumerate(zip(columns, widths, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, label, head)
    sheet.set_row(0, _height(columns, widths))
    last = 0
    for last, row in enumerate(rows, 1):
        sheet.set_row(last, _height(row, widths))
        for column, cell in enumerate(row):
            if isinstance(cell, int):
                sheet.write_number(last, column, cell, number)
            else:
                sheet.write_string(last, column, _plain(cell), body)
    if note:
        sheet.write_string(last + 2, 0, note)
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _height(row: Sequence[Cell], widths: Sequence[int]) -> int:
    """Enough for the longest cell: not every program works that out when it opens a workbook."""
    lines = (
        sum(1 + len(line) // width for line in str(cell).split("\n"))
        for cell, width in zip(row, widths, strict=True)
    )
    return min(_TALLEST, _LINE_HEIGHT * max(lines))


def _plain(text: str) -> str:
    """Only letters that a workbook's XML can hold; the others become a visible sign."""
    return "".join(letter if _is_xml(letter) else "\ufffd" for letter in text[:_LONGEST_CELL])


def _is_xml(letter: str) -> bool:
    code = ord(letter)
    return letter in "\t\n" or 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or code > 0xFFFF


def _packed_again(workbook: io.BytesIO, facts: Facts) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(workbook) as archive:
        writer = ArchiveWriter(out, facts.sealed)
        for name in sorted(archive.namelist()):
            writer.add(name, [archive.read(name)])
        writer.finish()
    return out.getvalue()
