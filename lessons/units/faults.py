"""Every fault of a unit that somebody wrote, at once: nobody wants to be told of them one by one."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from assets import asset
from lessons.units.load import LARGEST_BYTES, UnitFault, parse_unit, unit_of
from rubric.line import with_line
from rubric.tables import Table, parse_table

_MOST = 20
_ADDED_UP = ("minutes", "spread")
"""Keys that must fit others, which says nothing while those have faults of their own."""


def faults_in(content: bytes, name: str) -> tuple[UnitFault, ...]:
    """What is wrong with a unit, each fault with its line; none when it can be used."""
    try:
        parse_unit(content, name)
    except UnitFault as fault:
        rest = () if not fault.key or len(content) > LARGEST_BYTES else _each(content, name)
        return tuple(rest) or (fault,)
    return ()


def _each(content: bytes, name: str) -> Iterator[UnitFault]:
    """One after the other: what is wrong is replaced by what ours has there, and all is read again."""
    values: dict[str, Any] = deepcopy(dict(parse_table(content, name, UnitFault).values))
    ours = _ours()
    seen: set[str] = set()
    while len(seen) < _MOST:
        try:
            unit_of(Table(values, file=name, place="", fault=UnitFault))
            return
        except UnitFault as fault:
            if fault.key in seen or (fault.key in _ADDED_UP and any(map(_counts, seen))):
                return
            yield with_line(fault, content)
            seen.add(fault.key)
            if not _mended(values, ours, fault.key.split(".")):
                return


def _counts(key: str) -> bool:
    return key.startswith("parts") or key in ("lessons", *_ADDED_UP)


def _mended(values: Any, ours: Any, path: list[str]) -> bool:
    """Put what ours has at a place of the file; what ours has not got there is taken out."""
    name, *rest = path
    if rest:
        return _mended(_inside(values, name), _inside(ours, name), rest)
    if not isinstance(values, dict) or not isinstance(ours, dict):
        return False
    if name in ours:
        values[name] = deepcopy(ours[name])
        return True
    return values.pop(name, None) is not None


def _inside(value: Any, name: str) -> Any:
    """The table of a name, or of a number in a list of tables."""
    if isinstance(value, dict):
        return value.get(name)
    at = int(name) - 1 if isinstance(value, list) and name.isdecimal() else -1
    return value[at] if 0 <= at < len(value) else None


def _ours() -> dict[str, Any]:
    file = asset("lessons", "units", "ey-a.toml")
    return dict(parse_table(file.read_bytes(), file.name, UnitFault).values)
