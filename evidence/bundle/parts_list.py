"""The list of a bundle's parts: one page of plain text that names each part with its receipt.

The list has eight words of its own, worked out from its text, so that they stand for all the parts.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from evidence.bundle.names import fault_in_path
from evidence.bundle.receipt import BLANK, WORDS, words_for, words_in_slip
from evidence.bundle.verdict import ReadingFault
from evidence.receipt_words import word_list

_HEADING = "The parts of one sealed bundle"
_PART = re.compile(
    r"^Part \d+: [^\n]*\n    file     ([^\n]+)\n    bytes    (\d{1,12})\n    receipt  ([a-z ]+)$",
    re.MULTILINE,
)
_TEXT = """\
{heading}

{school}
Sealed at {sealed}, in {count} parts.

    {words}

These eight words stand for all the parts together. Keep them somewhere else than the
parts: in the letter that goes with them, in the minutes of a meeting, on paper.

{parts}
How to check them
Put this list and all the parts into one folder, then:

    soundingboard verify {name}

It says whether each part is the one that is named here, whole and as it was sealed.
Without the program, VERIFY.txt inside each part tells how to check that part.
"""


@dataclass(frozen=True, slots=True)
class ListedPart:
    """One part, as the list names it."""

    title: str
    file: str
    size: int
    receipt: tuple[str, ...]


def list_text(
    name: str, school: str, sealed: datetime, parts: Sequence[ListedPart]
) -> tuple[bytes, tuple[str, ...]]:
    """The list, to be written as a file called `name`, and its eight words."""
    rows = [
        f"Part {number}: {' '.join(part.title.split())}\n    file     {part.file}\n"
        f"    bytes    {part.size}\n    receipt  {' '.join(part.receipt)}\n"
        for number, part in enumerate(parts, 1)
    ]
    text = _TEXT.format(
        heading=_HEADING,
        school=" ".join(school.split()),
        sealed=sealed.isoformat(),
        count=len(parts),
        words=BLANK,
        parts="\n".join(rows),
        name=name,
    ).encode("utf-8", "replace")
    words = words_for(text)
    return text.replace(BLANK.encode(), " ".join(words).encode()), words


def read_list(data: bytes) -> tuple[tuple[ListedPart, ...], tuple[str, ...]]:
    """The parts that a list names, and the words worked out from its text.

    Raises
    ------
    ReadingFault
        If it is no such list, was changed, or names files that no bundle is called.
    """
    data = data.replace(b"\r\n", b"\n")  # some mail programs write the ends of lines their own way
    if not data.startswith(_HEADING.encode()):
        raise ReadingFault("unreadable", "It is not the list of a bundle's parts.")
    shown = words_in_slip(data)
    words = words_for(data.replace(" ".join(shown).encode(), BLANK.encode())) if shown else ()
    if not shown or shown != words:
        raise ReadingFault("changed", "Its eight words do not belong to its text: the list was changed.")
    parts = tuple(_read_part(found) for found in _PART.finditer(data.decode("utf-8", "replace")))
    if len({part.file for part in parts}) < len(parts) or not parts:
        raise ReadingFault("changed", "It does not name its parts as it was written.")
    return parts, words


def _read_part(found: re.Match[str]) -> ListedPart:
    file, receipt = found[1], tuple(found[3].split())
    if fault_in_path(file) or "/" in file or not file.lower().endswith(".zip"):
        raise ReadingFault("unsafe", "It names a file that is no part of a bundle.")
    if len(receipt) != WORDS or not set(receipt) <= set(word_list()):
        raise ReadingFault("changed", "It names a part without its eight words.")
    title = found[0].split("\n", 1)[0].partition(": ")[2]
    return ListedPart(title, file, int(found[2]), receipt)
