"""Content files: reading TOML into checked values, with each fault told by file, key and remedy."""

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeVar

from studio.disk import reason
from studio.errors import StudioError
from studio.wording import did_you_mean

Row = TypeVar("Row")

_LARGEST_BYTES = 4_000_000
_LARGEST_NUMBER = 1_000_000


class ContentFault(StudioError):
    """A content file that cannot be used as it stands."""

    def __init__(self, what: str, fix: str, *, file: str = "", key: str = "") -> None:
        super().__init__(what, fix)
        self.file = file
        self.key = key
        """Where in the file, such as `criteria.MT1.silver`; empty for the file as a whole."""


class Table:
    """One TOML table, asked for its values by name; remembers where it stands and what was asked."""

    def __init__(
        self, values: Mapping[str, object], *, file: str, place: str, fault: type[ContentFault]
    ) -> None:
        self.values = values
        self.file = file
        self.place = place
        self._fault = fault
        self._asked: set[str] = set()

    def fault(self, key: str, what: str, fix: str) -> ContentFault:
        """A fault of one key, ready to raise."""
        path = ".".join(filter(None, [self.place, key]))
        return self._fault(f"{self.file}, {path}: {what}", fix, file=self.file, key=path)

    def text(self, key: str, *, longest: int = 1000, pattern: str = "", example: str = "") -> str:
        """A text that must be there, its white space made single; `pattern` must match all of it."""
        value = self._get(key)
        if not isinstance(value, str):
            raise self.fault(key, f"a text is wanted, not {_kind(value)}.", f'Write {key} = "..." in quotes.')
        text = " ".join(value.split())
        if not text:
            raise self.fault(key, "the text is empty.", "Write the words between the quotes.")
        if not text.isprintable():
            raise self.fault(key, "the text has characters that cannot be shown.", "Type the words again.")
        if len(text) > longest:
            raise self.fault(key, f"the text has {len(text)} characters.", f"Use at most {longest}.")
        if pattern and not re.fullmatch(pattern, text):
            raise self.fault(key, f"“{text[:40]}” is not in the right form.", f"Write it like {example}.")
        return text

    def choice(self, key: str, choices: Iterable[str]) -> str:
        """A text that is one of a few."""
        choices = tuple(choices)
        text = self.text(key)
        if text not in choices:
            raise self.fault(key, f"“{text[:40]}” is not known here.", did_you_mean(text, choices))
        return text

    def texts(self, key: str, *, choices: Iterable[str] | None = None) -> tuple[str, ...]:
        """A list of texts, with at least one and none twice; each one of `choices` when they are given."""
        value = self._get(key)
        if not isinstance(value, list) or not value:
            raise self.fault(key, "a list of texts is wanted.", f'Write {key} = ["...", "..."].')
        items = [self._nested({key: item}).text(key) for item in value]
        if len(set(items)) < len(items):
            raise self.fault(key, "the list has the same text twice.", "Keep one of them.")
        if choices is not None:
            items = [self._nested({key: item}).choice(key, choices) for item in items]
        return tuple(items)

    def number(self, key: str) -> float:
        """A number from 0 to a million."""
        value = self._get(key)
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise self.fault(key, f"a number is wanted, not {_kind(value)}.", f"Write {key} = 6, no quotes.")
        if not 0 <= value <= _LARGEST_NUMBER:
            raise self.fault(key, "the number is out of range.", f"Give one from 0 to {_LARGEST_NUMBER}.")
        return float(value)

    def whole(self, key: str, *, least: int = 1, most: int) -> int:
        """A whole number in these bounds."""
        number = self.number(key)
        if not number.is_integer() or not least <= number <= most:
            raise self.fault(
                key, f"a whole number from {least} to {most} is wanted.", f"Write {key} = {min(most, 10)}."
            )
        return int(number)

    def truth(self, key: str) -> bool:
        """True or false."""
        value = self._get(key)
        if not isinstance(value, bool):
            raise self.fault(key, f"true or false is wanted, not {_kind(value)}.", f"Write {key} = true.")
        return value

    def tables(self, key: str) -> list["Table"]:
        """A list of tables, with at least one."""
        value = self.values[key] if self.has(key) else None
        if not isinstance(value, list) or not value or not all(isinstance(item, Mapping) for item in value):
            raise self.fault(key, "a list of tables is wanted.", f"Start each one with a line [[{key}]].")
        return [
            Table(item, file=self.file, place=self._place_of(key, index, item), fault=self._fault)
            for index, item in enumerate(value, start=1)
        ]

    def rows(
        self, key: str, make: Callable[["Table"], Row], *, named: Callable[[Row], str]
    ) -> tuple[Row, ...]:
        """What a list of tables says, one value a table, of which no two may have the same name."""
        rows = tuple(map(make, self.tables(key)))
        self.refuse_twins(key, map(named, rows))
        return rows

    def refuse_twins(self, key: str, ids: Iterable[str]) -> None:
        """Refuse an id that two of a list of tables have."""
        seen: set[str] = set()
        for each in ids:
            if each in seen:
                raise self.fault(key, f"“{each}” is there twice.", "Keep one of the two.")
            seen.add(each)

    def has(self, key: str) -> bool:
        """Whether a key that may be left out is there."""
        self._asked.add(key)
        return key in self.values

    def expect_nothing_else(self) -> None:
        """Refuse keys that were never asked for: most often a slip of spelling."""
        for key in self.values:
            if key not in self._asked:
                close = get_close_matches(key, sorted(self._asked), n=1)
                fix = f"Did you mean “{close[0]}”?" if close else "Take the key out."
                raise self.fault(_short(key), "this key is not known here.", fix)

    def _get(self, key: str) -> object:
        if not self.has(key):
            raise self.fault(key, "this is missing.", f"Add a line {key} = ...")
        return self.values[key]

    def _nested(self, values: Mapping[str, object]) -> "Table":
        return Table(values, file=self.file, place=self.place, fault=self._fault)

    def _place_of(self, key: str, index: int, item: Mapping[str, object]) -> str:
        name = next(
            (item[k] for k in ("code", "claim", "file", "id") if isinstance(item.get(k), str)), str(index)
        )
        return ".".join(filter(None, [self.place, key, _short(str(name))]))


def read_table(file: Path | Traversable, fault: type[ContentFault]) -> Table:
    """The whole of a TOML file as one table.

    Raises
    ------
    ContentFault
        Of the kind given, if the file cannot be read or is not TOML.
    """
    try:
        with file.open("rb") as opened:
            content = opened.read(_LARGEST_BYTES + 1)  # no more, however big the file is
    except OSError as error:
        raise fault(
            f"{file.name} cannot be read ({reason(error)}).",
            "Check that the file is there and may be opened.",
            file=file.name,
        ) from error
    return parse_table(content, file.name, fault)


def parse_table(content: bytes, name: str, fault: type[ContentFault]) -> Table:
    """The content of a TOML file as one table; see `read_table`."""
    if len(content) > _LARGEST_BYTES:
        raise fault(f"{name} is too big.", "Use a file of a few pages of text.", file=name)
    try:
        text = content.decode("utf-8-sig")  # Notepad puts a mark in front
    except UnicodeDecodeError as error:
        raise fault(
            f"{name} is not UTF-8 text.", "Save it again as “UTF-8” or “plain text”.", file=name
        ) from error
    try:
        values = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # ValueError: also numbers of thousands of digits
        why = str(error)[:120] if isinstance(error, tomllib.TOMLDecodeError) else "too deep or too long"
        raise fault(
            f"{name} is not right as TOML: {why}.",
            "Look at that line for a missing quote, bracket or equals sign.",
            file=name,
        ) from error
    return Table(values, file=name, place="", fault=fault)


def _short(key: str) -> str:
    return key[:40] if key.isprintable() else ascii(key)[:40]


def _kind(value: object) -> str:
    names = {bool: "true or false", int: "a number", float: "a number", str: "a text", list: "a list"}
    return names.get(type(value), "a table" if isinstance(value, Mapping) else "a date")
