"""Codes that are typed in commands: only of people whom the library knows."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evidence.library import Library


def known_codes(library: "Library", codes: Iterable[str]) -> tuple[str, ...]:
    """These codes as the library has them; UnknownPerson for one that nobody has.

    What a command writes down becomes evidence, and a slip of the finger must not become a child.
    """
    from evidence.safety.people import People

    people = People(library)
    return tuple(people.one(code).code for code in codes)


def known_code(library: "Library", code: str) -> str:
    """One code in the same way; an empty one stays empty."""
    return known_codes(library, [code])[0] if code else ""
