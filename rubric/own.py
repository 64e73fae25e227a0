"""A school's or hub's own framework: from a spreadsheet, to one, and as a TOML file."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, cast

from rubric.framework import LEVELS, PHASES, Area, Criterion, Descriptor, Framework, Mode
from rubric.load import CODE, LONGEST_DESCRIPTOR, MODES, MOST_LEVELS, can_be_level
from rubric.sheet import Row, sheet_text
from rubric.workbook import workbook_of

COLUMNS = ("criterion", "area", "title", "mode", "level", "descriptor")
"""One row a level of a criterion. Area, title and mode may be left empty after a criterion's first row."""

_SHEETS: dict[str, Callable[[Sequence[str], Iterable[Sequence[str]]], bytes]] = {
    ".csv": sheet_text,
    ".xlsx": workbook_of,
}
FORMS = tuple(_SHEETS)

_TEMPLATE = (
    ("ST1", "Our studio", "Recording every week", "cumulative", "bronze", "One class records each week."),
    ("ST1", "", "", "", "silver", "Half the classes record each week."),
    ("ST1", "", "", "", "gold", "Every class records each week and keeps its best sounds."),
    ("ST2", "Our studio", "Listening together", "best_fit", "bronze", "Recordings are played now and then."),
    ("ST2", "", "", "", "silver", "Each recording is played to the class and talked about."),
    ("ST2", "", "", "", "gold", "Pupils lead the listening and say what they would change."),
)


def template(form: str = ".csv") -> bytes:
    """A spreadsheet to write one's own framework in, as `.csv` or `.xlsx`: an example to type over."""
    return _SHEETS[form](COLUMNS, _TEMPLATE)


def framework_sheet(framework: Framework, form: str = ".csv") -> bytes:
    """A framework as such a spreadsheet; measures, clauses, cites and rules have no place in one."""
    return _SHEETS[form](
        COLUMNS,
        [
            (c.code, c.area.title, c.title, c.mode, descriptor.level, descriptor.text)
            for c in framework.criteria
            for descriptor in c.descriptors
        ],
    )


def framework_from_rows(rows: list[Row], *, framework_id: str, title: str, source: str) -> Framework:
    """A framework from the rows of a spreadsheet.

    Raises
    ------
    SheetFault
        At the first cell that does not fit.
    """
    levels = _levels(rows)
    criteria: list[Criterion] = []
    areas: dict[str, Area] = {}
    for together in _by_criterion(rows):
        first = together[0]
        name = first.text("area", longest=80)
        area = areas.setdefault(name, Area(_area_code(first.cell("criterion").upper(), areas.values()), name))
        criteria.append(_criterion(together, area, levels))
    return Framework(framework_id, "1", title, source, tuple(areas.values()), tuple(criteria), levels=levels)


def framework_toml(framework: Framework) -> str:
    """A framework as a file that `load_framework` reads, and a person can edit."""
    head = {name: getattr(framework, name) for name in ("id", "version", "title", "source")}
    lines = [*_lines(head | {"levels": framework.levels})]
    for area in framework.areas:
        lines += ["", "[[areas]]", *_lines({"code": area.code, "title": area.title})]
    for criterion in framework.criteria:
        lines += ["", "[[criteria]]", *_criterion_lines(criterion)]
    for rule in framework.rules:
        about = {"text": rule.text, "criteria": rule.criteria, "at_least": rule.at_least}
        lines += ["", "[[any_of]]", *_lines(about)]
    for cite in framework.cites:
        about = {"as_written": cite.as_written, "note": cite.note, "criteria": cite.criteria}
        lines += ["", "[[cites]]", *_lines(about)]
    return "\n".join(lines) + "\n"


def _criterion_lines(criterion: Criterion) -> Iterator[str]:
    about = {"code": criterion.code, "area": criterion.area.code, "title": criterion.title}
    yield from _lines(about | {"mode": criterion.mode, "phases": _phases(criterion.phases)})
    yield from _lines({descriptor.level: descriptor.text for descriptor in criterion.descriptors})
    for descriptor in criterion.descriptors:
        for measure in descriptor.measures:
            yield from ("", "[[criteria.measures]]")
            facts = {"level": descriptor.level, "name": measure.name, "unit": measure.unit}
            bounds = {"at_least": measure.at_least, "at_most": measure.at_most, "about": measure.about}
            yield from _lines(facts | bounds | {"phases": _phases(measure.phases)})
        for clause in descriptor.clauses:
            yield from ("", "[[criteria.clauses]]")
            yield from _lines({"level": descriptor.level, "text": clause.text, "phases": clause.phases})


def _lines(values: dict[str, Any]) -> Iterator[str]:
    for key, value in values.items():
        if value not in (None, ()):
            # JSON's texts, lists, numbers and truths are TOML's as well.
            yield f"{key} = {json.dumps(value, ensure_ascii=False)}"


def _phases(phases: tuple[str, ...]) -> tuple[str, ...]:
    return () if phases == PHASES else phases


def _levels(rows: list[Row]) -> tuple[str, ...]:
    first = rows[0].cell("criterion").upper()
    levels: list[str] = []
    for row in rows:
        if row.cell("criterion").upper() != first:
            break
        level = row.text("level", longest=40).lower()
        if not can_be_level(level):
            raise row.fault("level", f"“{level}” cannot be a level.", "Use one word, such as met or gold.")
        if level in levels:
            raise row.fault("level", f"{first} has “{level}” twice.", "Keep one of the two rows.")
        if len(levels) == MOST_LEVELS:
            raise row.fault("level", f"{first} has too many levels.", f"Use at most {MOST_LEVELS}.")
        levels.append(level)
    return LEVELS if set(levels) == set(LEVELS) else tuple(levels)


def _by_criterion(rows: list[Row]) -> Iterator[list[Row]]:
    done: set[str] = set()
    together: list[Row] = []
    for row in rows:
        code = row.text("criterion", longest=40).upper()
        if not re.fullmatch(CODE, code):
            raise row.fault("criterion", f"“{code}” cannot be a code.", "Use letters and numbers, like ST1.")
        if together and code != together[0].cell("criterion").upper():
            done.add(together[0].cell("criterion").upper())
            yield together
            together = []
        if code in done:
            raise row.fault("criterion", f"{code} has rows further up.", "Put them all together.")
        together.append(row)
    yield together


def _criterion(rows: list[Row], area: Area, levels: tuple[str, ...]) -> Criterion:
    first = rows[0]
    texts: dict[str, str] = {}
    for row in rows:
        for column in ("area", "title", "mode"):
            if row.cell(column) not in ("", first.cell(column)):
                raise row.fault(column, "this differs from the criterion's first row.", "Make them the same.")
        level = row.choice("level", levels)
        if level in texts:
            raise row.fault("level", f"“{level}” is there twice.", "Keep one of the two rows.")
        texts[level] = row.text("descriptor", longest=LONGEST_DESCRIPTOR)
    missing = [level for level in levels if level not in texts]
    if missing:
        raise rows[-1].fault("level", f"there is no row for {missing[0]}.", "Add one below this line.")
    mode = first.choice("mode", MODES) if first.cell("mode") else MODES[0]
    return Criterion(
        code=first.cell("criterion").upper(),
        area=area,
        title=first.text("title", longest=80),
        mode=cast(Mode, mode),
        descriptors=tuple(Descriptor(level, texts[level]) for level in levels),
    )


def _area_code(criterion: str, taken: Iterable[Area]) -> str:
    codes = {area.code for area in taken}
    prefix = re.match("[A-Z]+", criterion)
    letters = prefix[0][:8] if prefix else "A"
    return next(c for c in (letters, *(f"{letters}{n}" for n in range(2, 9999))) if c not in codes)
