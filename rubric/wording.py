"""The award's official wording, laid over the short wording of our own."""

from dataclasses import replace

from rubric.framework import Criterion, Framework
from rubric.sheet import Row, sheet_text

COLUMNS = ("criterion", "level", "descriptor")
OPTIONAL = ("area", "title")
"""Columns of the wording's table; an empty area or title leaves ours."""

_LONGEST = 1500

Wording = dict[tuple[str, str], Row]
"""The row for each criterion and level that has one."""


def wording_of(rows: list[Row], framework: Framework) -> Wording:
    """The rows of a table by the criterion and level that they are for.

    Raises
    ------
    SheetFault
        If one is for something that the framework does not have, is empty, or is there twice.
    """
    codes = [criterion.code for criterion in framework.criteria]
    wording: Wording = {}
    for row in rows:
        key = (row.choice("criterion", codes), row.choice("level", framework.levels))
        row.text("descriptor", longest=_LONGEST)
        for column in OPTIONAL:
            if row.cell(column):
                row.text(column, longest=80)
        if key in wording:
            raise row.fault("level", f"{key[0]} has {key[1]} twice.", "Keep one of the two rows.")
        wording[key] = row
    return wording


def worded(framework: Framework, wording: Wording) -> Framework:
    """The framework in these words; where there are none, and in all else, it stays as it is."""
    areas = {area.code: area for area in framework.areas}
    criteria: list[Criterion] = []
    for criterion in framework.criteria:
        rows = [row for (code, _), row in wording.items() if code == criterion.code]
        area_title = next((row.cell("area") for row in rows if row.cell("area")), "")
        if area_title:
            areas[criterion.area.code] = replace(criterion.area, title=area_title)
        title = next((row.cell("title") for row in rows if row.cell("title")), criterion.title)
        criteria.append(_criterion(replace(criterion, title=title), wording))
    return replace(
        framework,
        areas=tuple(areas.values()),
        criteria=tuple(replace(criterion, area=areas[criterion.area.code]) for criterion in criteria),
    )


def wording_sheet(wording: Wording) -> bytes:
    """The table again, as it is kept."""
    columns = (*COLUMNS, *OPTIONAL)
    rows = (
        (code, level, *(row.cell(column) for column in columns[2:])) for (code, level), row in wording.items()
    )
    return sheet_text(columns, rows, delimiter="\t")


def _criterion(criterion: Criterion, wording: Wording) -> Criterion:
    descriptors = []
    for descriptor in criterion.descriptors:
        row = wording.get((criterion.code, descriptor.level))
        if row is not None:
            text = row.cell("descriptor")
            # A clause is told by its words: one that is worded otherwise here can no longer be pointed at.
            clauses = tuple(clause for clause in descriptor.clauses if clause.text in text)
            descriptor = replace(descriptor, text=text, clauses=clauses)
        descriptors.append(descriptor)
    return replace(criterion, descriptors=tuple(descriptors))
