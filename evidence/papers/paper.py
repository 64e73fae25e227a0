"""A paper before it is a file: its title, and blocks that a Word file and a page show alike."""

import re
from dataclasses import dataclass
from datetime import datetime

_NOT_SHOWN = re.compile(
    "[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"  # what no XML file may hold
    "|[\u202a-\u202e\u2066-\u2069]"  # turns the words around it about; single marks stay
)

_WIDE = 7
"""Columns of a table that needs a page that lies on its long side."""
_LARGE = 1.7
"""17 points, where other papers have 10."""


def shown(text: str) -> str:
    """The text as any paper can hold it."""
    return _NOT_SHOWN.sub("", text)


@dataclass(frozen=True, slots=True)
class Heading:
    """Words over what follows; rank 2 is a part of the paper, rank 3 a part of that."""

    text: str
    rank: int = 2


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph."""

    text: str
    soft: bool = False
    """Small print."""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Somebody's own words."""

    text: str
    said_by: str
    """Never a name."""


@dataclass(frozen=True, slots=True)
class ToFillIn:
    """What only the school can say: a visible gap in the paper."""

    text: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; the first column says what each row is about."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    """Shares of the line."""


@dataclass(frozen=True, slots=True)
class WriteIn:
    """Empty lines to write on, in columns with heads."""

    caption: str
    head: tuple[str, ...]
    widths: tuple[int, ...]
    lines: int = 4
    grows: bool = False
    """Whether it takes what room the page has left."""


@dataclass(frozen=True, slots=True)
class PageEnd:
    """What follows begins a new page."""


Block = Heading | Text | Bullets | Quotation | ToFillIn | Grid | WriteIn | PageEnd


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """All that is in the file."""

    over: str
    """One line over the title: what kind of paper it is."""
    title: str
    school: str
    made: datetime
    foot: str
    blocks: tuple[Block, ...]
    pages: int | None = None
    """How many pages it has at most; `None` for as many as it takes."""
    large: bool = False
    """Whether it is set in large print, to read aloud from or to read with weak eyes."""
    landscape: bool = False
    """Whether its pages lie on their long side; those with a wide table do anyway."""
    about: tuple[str, ...] = ()
    """Ids of sounds that it tells of, by which a withdrawal finds a PDF of it."""

    @property
    def lies(self) -> bool:
        """Whether its pages lie on their long side."""
        wide = (block for block in self.blocks if isinstance(block, Grid | WriteIn))
        return self.landscape or any(len(block.head) >= _WIDE for block in wide)

    @property
    def scale(self) -> float:
        """How much larger than usual its type is."""
        return _LARGE if self.large else 1.0
