"""Names that slipped into words: records in which somebody's name from the key is written out."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from evidence.library import Library
from evidence.safety.names import Names

_SHORTEST = 3
"""Letters of a part of a name; shorter ones are in too many words."""


@dataclass(frozen=True, slots=True)
class Named:
    """A record that may say a name; it does not repeat it."""

    id: str
    code: str
    """Whose name it may be."""


def named(library: Library) -> tuple[Named, ...]:
    """Every record with a name, or a part of one, as a whole word.

    Many names are words too, so a person must look at each.

    Raises
    ------
    AdultsOnly, PinMissing, NamesDamaged
    """
    codes: dict[str, list[str]] = {}
    for code, name in Names(library).all().items():
        for part in {_plain(name), *_plain(name).split()}:
            if len(part) >= _SHORTEST:
                codes.setdefault(part, []).append(code)
    if not codes:
        return ()
    # The longest first, so that a whole name is found before a part of it.
    parts = sorted(codes, key=len, reverse=True)
    sought = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, parts))})(?!\w)")
    found: dict[Named, None] = {}
    for record in library.records():
        for text in _texts(record.fields):
            for part in sought.findall(_plain(text)):
                found |= {Named(record.id, code): None for code in codes[part]}
    return tuple(found)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
