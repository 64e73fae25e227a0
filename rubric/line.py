"""The line of a content file that a fault is about, for people who look at it in an editor."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from rubric.tables import ContentFault

Fault = TypeVar("Fault", bound=ContentFault)

_TABLE = re.compile(r"\s*(\[\[?)\s*([\w.-]+)\s*\]\]?\s*(?:#.*)?")
_KEY = re.compile(r"\s*[\"']?([^\s\"'=#\[\]]+)[\"']?\s*=\s*(.*)")
_NAMING = ("code", "claim", "file", "id")
"""The keys that name a table in a fault; others are named by their number."""
_QUOTES = ('"""', "'''")


@dataclass(slots=True)
class _Place:
    """A table of the file, where it begins, and the line of each of its keys."""

    parts: tuple[tuple[str, int], ...]
    """Names from the outside in, each with its number in a list of tables; 0 for a table alone."""
    line: int
    keys: dict[str, int] = field(default_factory=dict)
    named: dict[str, str] = field(default_factory=dict)

    def called(self) -> str:
        """What a fault calls it; empty when that is only its number."""
        return next((self.named[key] for key in _NAMING if key in self.named), "")


def line_of(text: str, key: str) -> int | None:
    """The line, counted from 1, of a key such as `parts.2.say`; of its table when the key is not there."""
    best, depth = None, -1
    for path, line in _paths(_places(text)):
        if len(path) > depth and (key == path or key.startswith(f"{path}.")):
            best, depth = line, len(path)
    return best


def with_line(fault: Fault, content: bytes) -> Fault:
    """The same fault, saying its line as well where there is one."""
    line = line_of(content.decode("utf-8-sig", "replace"), fault.key) if fault.key else None
    if line is None or not fault.what.startswith(f"{fault.file}, "):
        return fault
    rest = fault.what.removeprefix(f"{fault.file}, ")
    return type(fault)(f"{fault.file}, line {line}, {rest}", fault.fix, file=fault.file, key=fault.key)


def _paths(places: list[_Place]) -> Iterator[tuple[str, int]]:
    """Every way that a fault may write a place or a key, with its line."""
    called = {place.parts: place.called() for place in places}
    for place in places:
        start = ""
        for depth, (name, number) in enumerate(place.parts, start=1):
            number_or_name = called.get(place.parts[:depth], "") or str(number)
            start += f".{name}.{number_or_name}" if number else f".{name}"
        start = start.removeprefix(".")
        if start:
            yield start, place.line
        for key, line in place.keys.items():
            yield f"{start}.{key}".removeprefix("."), line


def _places(text: str) -> list[_Place]:
    places = [_Place((), 1)]
    counted: dict[tuple[tuple[tuple[str, int], ...], str], int] = {}
    inside = ""  # the quotes of a text over several lines
    for number, line in enumerate(text.split("\n"), start=1):
        if inside:
            inside = "" if line.count(inside) % 2 else inside
            continue
        if table := _TABLE.fullmatch(line):
            places.append(_begun(table[2].split("."), number, counted, is_list=table[1] == "[["))
        elif key := _KEY.match(line):
            places[-1].keys.setdefault(key[1], number)
            if key[1] in _NAMING:
                places[-1].named.setdefault(key[1], key[2].split("#")[0].strip().strip("\"'")[:40])
        inside = next((quotes for quotes in _QUOTES if line.count(quotes) % 2), "")
    return places


def _begun(
    names: list[str],
    line: int,
    counted: dict[tuple[tuple[tuple[str, int], ...], str], int],
    *,
    is_list: bool,
) -> _Place:
    """A table that begins here, inside the newest of those that it names."""
    parts: tuple[tuple[str, int], ...] = ()
    for name in names[:-1]:
        parts = (*parts, (name, counted.get((parts, name), 0)))
    at = (parts, names[-1])
    if is_list:
        counted[at] = counted.get(at, 0) + 1
    return _Place((*parts, (names[-1], counted[at] if is_list else 0)), line)
