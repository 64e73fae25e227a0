"""Frameworks from TOML files, checked to the last key."""

from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import cast

from assets import asset
from rubric.framework import (
    LEVELS,
    PHASES,
    Area,
    Cite,
    Clause,
    Criterion,
    Descriptor,
    Framework,
    Measure,
    Mode,
)
from rubric.tables import ContentFault, Table, read_table

_CODE = r"[A-Z][A-Z0-9.-]{0,11}"
_MODES = ("best_fit", "cumulative")


class FrameworkFault(ContentFault):
    """A framework file that cannot be used as it stands."""


@cache
def shipped_framework() -> Framework:
    """The Quality Mark as it comes with the program."""
    return load_framework(asset("frameworks", "quality-mark.toml"))


def load_framework(file: Path | Traversable) -> Framework:
    """Read a framework.

    Raises
    ------
    FrameworkFault
        At the first thing that is missing, double, misspelt or of the wrong kind.
    """
    return framework_of(read_table(file, FrameworkFault))


def framework_of(table: Table) -> Framework:
    """A framework from a file's table; see `load_framework`."""
    about = {
        "id": table.text("id", pattern=r"[a-z0-9][a-z0-9-]{1,40}", example="lsms-mqm-2015"),
        "version": table.text("version", longest=20),
        "title": table.text("title", longest=80),
        "source": table.text("source"),
    }
    areas = tuple(_area(row) for row in table.tables("areas"))
    _refuse_twins(table, "areas", [area.code for area in areas])
    criteria = tuple(_criterion(row, areas) for row in table.tables("criteria"))
    codes = [criterion.code for criterion in criteria]
    _refuse_twins(table, "criteria", codes)
    cites = tuple(_cite(row, codes) for row in table.tables("cites")) if table.has("cites") else ()
    table.expect_nothing_else()
    return Framework(**about, areas=areas, criteria=criteria, cites=cites)


def _area(row: Table) -> Area:
    area = Area(row.text("code", pattern=_CODE, example="MT"), row.text("title", longest=80))
    row.expect_nothing_else()
    return area


def _criterion(row: Table, areas: tuple[Area, ...]) -> Criterion:
    code = row.text("code", pattern=_CODE, example="MT1")
    area = row.choice("area", [area.code for area in areas])
    texts = {level: row.text(level, longest=600) for level in LEVELS}
    measures = [_measure(part) for part in row.tables("measures")] if row.has("measures") else []
    clauses = [_clause(part, texts) for part in row.tables("clauses")] if row.has("clauses") else []
    criterion = Criterion(
        code=code,
        area=next(a for a in areas if a.code == area),
        title=row.text("title", longest=80),
        mode=cast(Mode, row.choice("mode", _MODES)),
        descriptors=tuple(
            Descriptor(
                level,
                text,
                measures=tuple(measure for of, measure in measures if of == level),
                clauses=tuple(clause for of, clause in clauses if of == level),
            )
            for level, text in texts.items()
        ),
        phases=_phases(row),
    )
    row.expect_nothing_else()
    return criterion


def _measure(row: Table) -> tuple[str, Measure]:
    bounds = {key: row.number(key) for key in ("at_least", "at_most") if row.has(key)}
    if not bounds:
        raise row.fault("at_least", "this or at_most is missing.", "Add a line such as at_least = 6.")
    level = row.choice("level", LEVELS)
    measure = Measure(
        name=row.text("name", longest=120),
        unit=row.text("unit", longest=60),
        at_least=bounds.get("at_least"),
        at_most=bounds.get("at_most"),
        about=row.truth("about") if row.has("about") else False,
        phases=_phases(row),
    )
    row.expect_nothing_else()
    return level, measure


def _clause(row: Table, texts: dict[str, str]) -> tuple[str, Clause]:
    level = row.choice("level", LEVELS)
    clause = Clause(row.text("text", longest=600), _phases(row))
    if clause.text not in texts[level]:
        raise row.fault("text", f"these words are not in the {level} text.", "Copy them from it exactly.")
    row.expect_nothing_else()
    return level, clause


def _cite(row: Table, codes: list[str]) -> Cite:
    cite = Cite(
        as_written=row.text("as_written"),
        note=row.text("note"),
        criteria=row.texts("criteria", choices=codes) if row.has("criteria") else (),
    )
    row.expect_nothing_else()
    return cite


def _phases(row: Table) -> tuple[str, ...]:
    return row.texts("phases", choices=PHASES) if row.has("phases") else PHASES


def _refuse_twins(table: Table, key: str, codes: list[str]) -> None:
    twins = sorted({code for code in codes if codes.count(code) > 1})
    if twins:
        raise table.fault(f"{key}.{twins[0]}", "this code is there twice.", "Give each its own code.")
