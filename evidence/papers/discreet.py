"""People's words without what tells who somebody is: never a name, and no code where none belongs."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from assets import asset
from evidence.codes import ROLES
from evidence.entry import Entry
from evidence.library import Library
from evidence.papers.wording import words
from evidence.safety.names import Names
from evidence.years import YEAR_GROUPS

_CODE = re.compile(
    rf"(?<![\w-])({'|'.join(reversed(YEAR_GROUPS))})-([a-z]{{3,12}}[0-9]{{0,2}})(?![\w-])", re.ASCII | re.I
)
_ADULT = re.compile(rf"(?<![\w-])({'|'.join(ROLES)})-[0-9]{{1,3}}(?![\w-])", re.ASCII | re.I)
_SHORTEST_NAME = 3


@dataclass(frozen=True, slots=True)
class Discreet:
    """What to take out, and of which library."""

    keeps_codes: bool
    codes: frozenset[str]
    """Codes that the library's evidence names, in small letters."""
    names: re.Pattern[str] | None
    """Names that the key to the codes holds."""

    def __call__(self, text: str) -> str:
        """The text without them."""
        shared = words("shared")
        if self.names:
            text = self.names.sub(shared("name_gone"), text)
        if self.keeps_codes:
            return text
        return _ADULT.sub(shared("adult"), _CODE.sub(self._without_code, text))

    def _without_code(self, found: re.Match[str]) -> str:
        code, word = found[0].lower(), found[2].lower().rstrip("0123456789")
        if code in self.codes or word in _code_words():  # “Y6-led” is neither
            return words("shared")("pupil", year=found[1].upper())
        return found[0]


def discreet(library: Library, entries: Iterable[Entry], *, keeps_codes: bool) -> Discreet:
    """For the papers of one library; a library without a PIN has no names."""
    codes = (code for entry in entries for code in (*entry.heard, entry.by) if code)
    kept = Names(library).all().values() if library.adults.has_pin else ()
    return Discreet(keeps_codes, frozenset(code.lower() for code in codes), _pattern(kept))


def _pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    """Whole names and first names, as they are written."""
    wanted = {word for name in names for word in (name, name.split()[0]) if len(word) >= _SHORTEST_NAME}
    if not wanted:
        return None
    longest_first = sorted(wanted, key=lambda word: (-len(word), word))
    return re.compile(rf"(?<!\w)({'|'.join(map(re.escape, longest_first))})(?!\w)")


@cache
def _code_words() -> frozenset[str]:
    return frozenset(asset("code-words.txt").read_text(encoding="utf-8").split())
