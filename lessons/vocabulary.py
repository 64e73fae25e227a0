"""The words that lessons with sound use: what to listen for, and what the curriculum asks for."""

from dataclasses import asdict, dataclass
from functools import cache
from typing import Any

from assets import asset
from rubric.tables import ContentFault, Table, read_table


class VocabularyFault(ContentFault):
    """A file of words that cannot be used as it stands."""


@dataclass(frozen=True, slots=True)
class Dimension:
    """One of the dimensions of music, in words that a child knows."""

    id: str
    title: str
    say: str
    ask: str
    screen: str
    """Where in the program it can be seen or changed."""

    def as_dict(self) -> dict[str, Any]:
        """Its words as plain values, for JSON."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class CurriculumKey:
    """Something that the curriculum wants pupils to learn, in our own words."""

    id: str
    stage: str
    words: str


@cache
def dimensions() -> tuple[Dimension, ...]:
    """What to listen for, in the order to teach it in."""
    return dimensions_of(read_table(asset("lessons", "words.toml"), VocabularyFault))


def dimensions_of(table: Table) -> tuple[Dimension, ...]:
    """The dimensions in a file's table.

    Raises
    ------
    VocabularyFault
        At the first thing that is missing, double, misspelt or of the wrong kind.
    """
    found = table.rows("dimensions", _dimension, named=lambda each: each.id)
    table.expect_nothing_else()
    return found


@cache
def curriculum_keys() -> tuple[CurriculumKey, ...]:
    """What the curriculum asks for, youngest first."""
    return curriculum_keys_of(read_table(asset("lessons", "curriculum.toml"), VocabularyFault))


def curriculum_keys_of(table: Table) -> tuple[CurriculumKey, ...]:
    """The keys in a file's table; see `dimensions_of`."""
    found = table.rows("keys", _key, named=lambda each: each.id)
    table.expect_nothing_else()
    return found


def dimension_titles(ids: tuple[str, ...]) -> list[str]:
    """What the dimensions of some ids are called inside a sentence."""
    titles = {each.id: each.title.partition(" (")[0].lower() for each in dimensions()}
    return [titles[each] for each in ids]


def _dimension(row: Table) -> Dimension:
    found = Dimension(
        id=row.text("id", pattern=r"[a-z]{2,20}", example="pitch"),
        title=row.text("title", longest=60),
        say=row.text("say", longest=200),
        ask=row.text("ask", longest=200),
        screen=row.text("screen", longest=200),
    )
    row.expect_nothing_else()
    return found


def _key(row: Table) -> CurriculumKey:
    found = CurriculumKey(
        id=row.text("id", pattern=r"[A-Z][A-Za-z0-9]{1,7}", example="K2c"),
        stage=row.text("stage", longest=40),
        words=row.text("words", longest=300),
    )
    row.expect_nothing_else()
    return found
