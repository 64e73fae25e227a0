"""The letters of a text as they are printed: without what only steers or hides, or floods of marks."""

import re
import unicodedata

BOX = "\u25a1"
"""What is shown for a letter that no font has."""
JOINERS = "\u200c\u200d"
"""Marks inside words of many scripts, which say what joins and have no shape of their own."""
MOST_MARKS = 12
"""Marks on one letter; what nobody writes could fill a page."""

_BREAKS = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff]"
)
_HALF = re.compile("[\ud800-\udfff]")
_SYLLABLE = re.compile("[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?")
"""A Korean syllable in parts, as some computers write the names of files."""
_SET_APART = "\u0e30\u0e32\u0e33\u0e45\u0e46\u0e2f\u0eb0\u0eb2\u0eb3\u0ec6\u0eaf"
"""Vowels and signs of Thai and Lao that stand beside their letter and are never parted from it."""


def readable(text: str) -> str:
    """The text without what steers, hides or has no meaning; its lines are parted by line feeds alone."""
    if text.isascii() and text.isprintable():
        return text
    text = _HIDDEN.sub("", _BREAKS.sub("\n", text).replace("\t", " "))
    text = _SYLLABLE.sub(lambda found: unicodedata.normalize("NFC", found[0]), text)
    return _without_floods(_HALF.sub(BOX, text))


def belongs_before(letter: str) -> bool:
    """Whether a letter sits on the one before it or never leaves it."""
    return letter in JOINERS or letter in _SET_APART or unicodedata.category(letter) in ("Mn", "Mc", "Me")


def _without_floods(text: str) -> str:
    kept, marks = [], 0
    for letter in text:
        marks = marks + 1 if letter > "\u02ff" and belongs_before(letter) else 0
        if marks <= MOST_MARKS:
            kept.append(letter)
    return "".join(kept)
