"""Briefs: what a competition asks for, one card each, shipped or the school's own."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path

from assets import asset
from evidence.words import clean_line, clean_title
from evidence.years import YEAR_GROUPS, in_order
from rubric.tables import ContentFault, Table, read_table

MOST_QUESTIONS = 4
LONGEST_SECONDS = 600


class BriefFault(ContentFault):
    """A file of briefs that cannot be used as it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """One card: what to make, and what makes it right."""

    id: str
    title: str
    hook: str
    """One sentence that makes children want to do it."""
    make: str
    must: tuple[str, ...] = ()
    shortest: int
    """Seconds."""
    longest: int
    tools: tuple[str, ...] = ()
    years: tuple[str, ...] = YEAR_GROUPS
    """The year groups it is good for, youngest first."""
    tie_break: str = ""
    """A question that decides between two that fit as well."""
    purpose: str = ""
    mood: tuple[str, ...] = ()
    criteria: tuple[str, ...] = ()
    """Questions of its own, in child words; none for the usual ones."""
    struck: bool = False
    """Whether the school took its own card out again."""

    def __post_init__(self) -> None:
        tidy = {
            "title": clean_title(self.title),
            "hook": clean_line(self.hook, called="The hook"),
            "make": clean_line(self.make, called="What to make"),
            "must": _lines(self.must, "What it must have"),
            "tools": _lines(self.tools, "The tools"),
            "years": in_order(self.years),
            "tie_break": clean_line(self.tie_break, called="The tie-break"),
            "purpose": clean_line(self.purpose, called="The purpose"),
            "mood": _lines(self.mood, "The mood"),
            "criteria": _lines(self.criteria, "A question"),
        }
        for name, value in tidy.items():
            object.__setattr__(self, name, value)
        if not 0 < self.shortest <= self.longest <= LONGEST_SECONDS or not self.years:
            raise ValueError(f"no entry has {self.shortest} to {self.longest} seconds")

    @property
    def length(self) -> str:
        """Such as `20 to 40 seconds`."""
        return (
            f"{self.longest} seconds"
            if self.shortest == self.longest
            else f"{self.shortest} to {self.longest} seconds"
        )


def _lines(texts: Iterable[str], called: str) -> tuple[str, ...]:
    return tuple(filter(None, (clean_line(text, called=called) for text in texts)))


@cache
def shipped_briefs() -> tuple[Brief, ...]:
    """The cards that come with the program."""
    return load_briefs(asset("competitions", "briefs.toml"))


def load_briefs(file: Path | Traversable) -> tuple[Brief, ...]:
    """Read a file of briefs.

    Raises
    ------
    BriefFault
        At the first thing that is missing, misspelt or of the wrong kind.
    """
    return briefs_of(read_table(file, BriefFault))


def briefs_of(table: Table) -> tuple[Brief, ...]:
    """The briefs in a file's table; see `load_briefs`."""
    briefs = table.rows("briefs", _brief, named=lambda each: each.id)
    table.expect_nothing_else()
    return briefs


def _brief(row: Table) -> Brief:
    shortest, longest = _seconds(row)
    brief = Brief(
        id=row.text("id", pattern=r"[a-z0-9]+(-[a-z0-9]+)*", example="voice-of-a-villain", longest=40),
        title=row.text("title", longest=60),
        hook=row.text("hook", longest=120),
        make=row.text("make", longest=200),
        must=_some(row, "must"),
        shortest=shortest,
        longest=longest,
        tools=_some(row, "tools"),
        years=_years(row),
        tie_break=row.text("tie_break", longest=120) if row.has("tie_break") else "",
        purpose=row.text("purpose", longest=40) if row.has("purpose") else "",
        mood=_some(row, "mood"),
        criteria=_criteria(row),
    )
    row.expect_nothing_else()
    return brief


def _some(row: Table, key: str) -> tuple[str, ...]:
    return row.texts(key) if row.has(key) else ()


def _seconds(row: Table) -> tuple[int, int]:
    value = row.values["seconds"] if row.has("seconds") else None
    if not isinstance(value, list) or len(value) != 2 or not all(type(each) is int for each in value):
        raise row.fault(
            "seconds", "two whole numbers are wanted.", "Write seconds = [20, 40], shortest first."
        )
    shortest, longest = value
    if not 0 < shortest <= longest <= LONGEST_SECONDS:
        raise row.fault(
            "seconds", "these are no lengths.", f"Give the shorter first, up to {LONGEST_SECONDS}."
        )
    return shortest, longest


def _years(row: Table) -> tuple[str, ...]:
    first, *rest = row.texts("years", choices=YEAR_GROUPS)
    last = rest[-1] if rest else first
    begin, end = YEAR_GROUPS.index(first), YEAR_GROUPS.index(last)
    if len(rest) > 1 or end < begin:
        raise row.fault("years", "the first and the last year are wanted.", 'Write years = ["Y3", "Y6"].')
    return YEAR_GROUPS[begin : end + 1]


def _criteria(row: Table) -> tuple[str, ...]:
    questions = _some(row, "criteria")
    if len(questions) not in range(2, MOST_QUESTIONS + 1) and questions:
        raise row.fault("criteria", f"2 to {MOST_QUESTIONS} questions are wanted.", "Add or take out some.")
    return questions
