"""Reading units of work: those that come with the program, and any that somebody writes like them."""

import re
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path

from assets import asset
from evidence.years import YEAR_GROUPS, in_order
from lessons.part_names import PARTS
from lessons.units.unit import LookFors, Part, Unit, Word
from lessons.vocabulary import curriculum_keys, dimensions
from rubric.framework import Claim, ClaimFault
from rubric.line import with_line
from rubric.tables import ContentFault, Table, parse_table
from studio.disk import reason

LARGEST_BYTES = 200_000
_MOST, _MOST_MINUTES, _MOST_LESSONS = 30, 180, 20
_LONGEST_PART = 90
"""Minutes; the timer of the class screen has two figures for them."""
_ID = r"[A-Z][A-Z0-9]{0,11}(-[A-Z0-9]{1,12}){1,2}"
_KIT = r"[a-z][a-z -]{1,23}"


class UnitFault(ContentFault):
    """A unit of work that cannot be used as it stands."""


@cache
def shipped_units() -> tuple[Unit, ...]:
    """The units that come with the program, youngest first."""
    files = asset("lessons", "units").iterdir()
    units = [read_unit(file) for file in files if file.name.endswith(".toml")]
    return tuple(sorted(units, key=by_year))


def by_year(unit: Unit) -> tuple[int, int, str]:
    """Where a unit stands in a list: by its first year group; those for one year come first."""
    return YEAR_GROUPS.index(unit.year_groups[0]), len(unit.year_groups), unit.id


def read_unit(file: Path | Traversable, *, is_own: bool = False) -> Unit:
    """Read one file.

    Raises
    ------
    UnitFault
        At the first thing that is missing, misspelt or of the wrong kind, with its line.
    """
    return parse_unit(content_of(file), file.name, is_own=is_own)


def content_of(file: Path | Traversable) -> bytes:
    """The bytes of such a file; never much more than one can have."""
    try:
        with file.open("rb") as opened:
            return opened.read(LARGEST_BYTES + 1)
    except OSError as error:
        raise UnitFault(
            f"{file.name[:60]} cannot be read ({reason(error)}).",
            "Check that the file is there and may be opened.",
            file=file.name,
        ) from error


def parse_unit(content: bytes, name: str, *, is_own: bool = False) -> Unit:
    """A unit from the content of a file; see `read_unit`."""
    if len(content) > LARGEST_BYTES:
        raise UnitFault(f"{name} is too big.", "Use a file of a few pages of text.", file=name)
    table = parse_table(content, name, UnitFault)
    try:
        return unit_of(table, is_own=is_own)
    except UnitFault as fault:
        raise with_line(fault, content) from fault


def unit_of(table: Table, *, is_own: bool = False) -> Unit:
    """A unit from the table of a file; its faults name keys, not lines."""
    unit = Unit(
        id=table.text("id", pattern=_ID, example="OUR-BELLS"),
        title=table.text("title", longest=60),
        year_groups=in_order(table.texts("year_groups", choices=YEAR_GROUPS)),
        shows=_claims(table),
        subjects=_lines(table, "subjects", longest=60),
        curriculum=_keys(table, "curriculum", tuple(each.id for each in curriculum_keys())),
        dimensions=_keys(table, "dimensions", tuple(each.id for each in dimensions())),
        minutes=table.whole("minutes", most=_MOST_MINUTES),
        lessons=table.whole("lessons", most=_MOST_LESSONS),
        idea=table.text("idea", longest=300),
        you_need=_lines(table, "you_need"),
        kit=_kit(table),
        prepare=_lines(table, "prepare", may_be_empty=True),
        words=_words(table),
        parts=_parts(table),
        look_fors=_look_fors(table),
        everyone_in=_lines(table, "everyone_in"),
        safety=_lines(table, "safety", may_be_empty=True),
        evidence=_lines(table, "evidence"),
        spread=_lines(table, "spread", may_be_empty=True),
        is_own=is_own,
    )
    table.expect_nothing_else()
    _add_up(table, unit)
    return unit


def _add_up(table: Table, unit: Unit) -> None:
    """The parts and the lines for each lesson must fit the lengths that the unit gives."""
    minutes = sum(part.minutes for part in unit.parts)
    if minutes != unit.minutes:
        raise table.fault(
            "minutes",
            f"the five parts take {minutes} minutes together, not {unit.minutes}.",
            f"Write minutes = {minutes}, or change the minutes of a part.",
        )
    if unit.spread and len(unit.spread) != unit.lessons:
        raise table.fault(
            "spread",
            f"there are {len(unit.spread)} lines for {unit.lessons} lessons.",
            "Write one line a lesson.",
        )


def _claims(table: Table) -> tuple[Claim, ...]:
    try:
        return tuple(map(Claim.parse, table.texts("shows")))
    except ClaimFault as error:
        raise table.fault("shows", error.what, error.fix) from error


def _lines(table: Table, key: str, *, longest: int = 400, may_be_empty: bool = False) -> tuple[str, ...]:
    if may_be_empty and _is_empty(table, key):
        return ()
    lines = table.texts(key)
    if len(lines) > _MOST:
        raise table.fault(key, f"the list has {len(lines)} texts.", f"Use at most {_MOST}.")
    for line in lines:
        if len(line) > longest:
            raise table.fault(key, f"“{line[:30]}...” is too long.", f"Use at most {longest} characters.")
    return lines


def _is_empty(table: Table, key: str) -> bool:
    return not table.has(key) or table.values[key] == []


def _keys(table: Table, key: str, known: tuple[str, ...]) -> tuple[str, ...]:
    return () if _is_empty(table, key) else table.texts(key, choices=known)


def _kit(table: Table) -> tuple[str, ...]:
    tags = _lines(table, "kit", longest=24)
    for tag in tags:
        if not re.fullmatch(_KIT, tag):
            raise table.fault("kit", f"“{tag}” is not in the right form.", "Write it like “microphone”.")
    if "none" in tags and len(tags) > 1:
        raise table.fault("kit", "“none” stands beside other things.", "Take “none” out, or all the others.")
    return tags


def _words(table: Table) -> tuple[Word, ...]:
    if _is_empty(table, "words"):
        return ()
    pairs = table.values["words"]
    if not isinstance(pairs, list) or len(pairs) > _MOST:
        raise table.fault(
            "words", f"a list of up to {_MOST} pairs is wanted.", 'Write words = [["word", "means"]].'
        )
    found = [_word(table, pair) for pair in pairs]
    table.refuse_twins("words", (each.word for each in found))
    return tuple(found)


def _word(table: Table, pair: object) -> Word:
    if not isinstance(pair, list) or len(pair) != 2:
        raise table.fault(
            "words", "one of them is no pair.", 'Write each as ["echo", "a sound that comes back"].'
        )
    word, means = (
        Table({"words": each}, file=table.file, place=table.place, fault=UnitFault).text(
            "words", longest=longest
        )
        for each, longest in zip(pair, (40, 200), strict=True)
    )
    return Word(word, means)


def _parts(table: Table) -> tuple[Part, ...]:
    rows = table.tables("parts")
    if len(rows) != len(PARTS):
        raise table.fault("parts", f"there are {len(rows)} parts.", f"Write five: {', '.join(PARTS)}.")
    return tuple(_part(row, name) for row, name in zip(rows, PARTS, strict=True))


def _part(row: Table, name: str) -> Part:
    if row.choice("name", PARTS) != name:
        raise row.fault("name", f"{name} comes here.", f"Put the parts in this order: {', '.join(PARTS)}.")
    part = Part(
        name=name,
        minutes=row.whole("minutes", most=_LONGEST_PART),
        do=_lines(row, "do"),
        say=row.text("say"),
        ask=row.text("ask", longest=300) if row.has("ask") else "",
    )
    row.expect_nothing_else()
    return part


def _look_fors(table: Table) -> LookFors:
    values = table.values["look_fors"] if table.has("look_fors") else None
    if not isinstance(values, dict):
        raise table.fault("look_fors", "this table is missing.", "Start it with a line [look_fors].")
    row = Table(values, file=table.file, place="look_fors", fault=UnitFault)
    found = LookFors(*(row.text(key, longest=400) for key in ("working", "expected", "deeper")))
    row.expect_nothing_else()
    return found
