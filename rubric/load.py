"""Frameworks from TOML files, checked to the last key."""

import re
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import cast

from assets import asset
from rubric.framework import (
    LEVELS,
    PHASES,
    AnyOf,
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

LONGEST_DESCRIPTOR = 600
"""Letters of one level's text: it must fit on a screen beside two others."""

CODE = r"[A-Z][A-Z0-9.-]{0,11}"
_LEVEL = r"[a-z][a-z-]{0,19}"
MOST_LEVELS = 6
MODES = ("best_fit", "cumulative")
_NO_LEVELS = ("code", "area", "title", "mode", "phases", "measures", "clauses", "not-yet", "does-not-apply")
"""Words that mean something else in a criterion or a judgement."""


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
    levels = _levels(table) if table.has("levels") else LEVELS
    criteria = tuple(_criterion(row, areas, levels) for row in table.tables("criteria"))
    codes = [criterion.code for criterion in criteria]
    _refuse_twins(table, "criteria", codes)
    cites = tuple(_cite(row, codes) for row in table.tables("cites")) if table.has("cites") else ()
    rules = tuple(_any_of(row, codes) for row in table.tables("any_of")) if table.has("any_of") else ()
    table.expect_nothing_else()
    return Framework(**about, areas=areas, criteria=criteria, cites=cites, levels=levels, rules=rules)


def _levels(table: Table) -> tuple[str, ...]:
    levels = table.texts("levels")
    if len(levels) > MOST_LEVELS:
        raise table.fault("levels", f"there are {len(levels)} levels.", f"Use at most {MOST_LEVELS}.")
    for level in levels:
        if not can_be_level(level):
            raise table.fault(
                "levels", f"“{level[:40]}” cannot be a level.", "Use one word in small letters, such as met."
            )
    return levels


def can_be_level(word: str) -> bool:
    """Whether a word can name a level of a framework."""
    return re.fullmatch(_LEVEL, word) is not None and word not in _NO_LEVELS


def _area(row: Table) -> Area:
    area = Area(row.text("code", pattern=CODE, example="MT"), row.text("title", longest=80))
    row.expect_nothing_else()
    return area


def _criterion(row: Table, areas: tuple[Area, ...], levels: tuple[str, ...]) -> Criterion:
    code = row.text("code", pattern=CODE, example="MT1")
    area = row.choice("area", [area.code for area in areas])
    texts = {level: row.text(level, longest=LONGEST_DESCRIPTOR) for level in levels}
    measures = [_measure(part, levels) for part in row.tables("measures")] if row.has("measures") else []
    clauses = [_clause(part, texts) for part in row.tables("clauses")] if row.has("clauses") else []
    criterion = Criterion(
        code=code,
        area=next(a for a in areas if a.code == area),
        title=row.text("title", longest=80),
        mode=cast(Mode, row.choice("mode", MODES)),
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


def _measure(row: Table, levels: tuple[str, ...]) -> tuple[str, Measure]:
    bounds = {key: row.number(key) for key in ("at_least", "at_most") if row.has(key)}
    if not bounds:
        raise row.fault("at_least", "this or at_most is missing.", "Add a line such as at_least = 6.")
    level = row.choice("level", levels)
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
    level = row.choice("level", texts)
    clause = Clause(row.text("text", longest=LONGEST_DESCRIPTOR), _phases(row))
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


def _any_of(row: Table, codes: list[str]) -> AnyOf:
    criteria = row.texts("criteria", choices=codes)
    at_least = row.number("at_least") if row.has("at_least") else 1.0
    if not at_least.is_integer() or not 1 <= at_least <= len(criteria):
        raise row.fault("at_least", "the rule cannot ask for so many.", f"Give 1 to {len(criteria)}.")
    rule = AnyOf(row.text("text", longest=300), criteria, int(at_least))
    row.expect_nothing_else()
    return rule


def _phases(row: Table) -> tuple[str, ...]:
    return row.texts("phases", choices=PHASES) if row.has("phases") else PHASES


def _refuse_twins(table: Table, key: str, codes: list[str]) -> None:
    twins = sorted({code for code in codes if codes.count(code) > 1})
    if twins:
        raise table.fault(f"{key}.{twins[0]}", "this code is there twice.", "Give each its own code.")
