"""Questions for lessons with sound: what to ask to find out what pupils hear, and to take them further."""

from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path

from assets import asset
from rubric.tables import ContentFault, read_table


class QuestionFault(ContentFault):
    """A file of questions that cannot be used as it stands."""


@dataclass(frozen=True, slots=True)
class Topic:
    """Questions about one thing."""

    title: str
    criteria: tuple[str, ...]
    find_out: tuple[str, ...]
    """They show what pupils hear and understand."""
    go_deeper: tuple[str, ...]
    """They lead on from a good answer."""


def questions_for(criterion_code: str) -> tuple[Topic, ...]:
    """The topics that help with a criterion."""
    wanted = criterion_code.strip().upper()
    return tuple(topic for topic in shipped_questions() if wanted in topic.criteria)


@cache
def shipped_questions() -> tuple[Topic, ...]:
    """The questions that come with the program."""
    return load_questions(asset("lessons", "questions.toml"))


def load_questions(file: Path | Traversable) -> tuple[Topic, ...]:
    """Read a file of questions.

    Raises
    ------
    QuestionFault
        At the first thing that is missing, misspelt or of the wrong kind.
    """
    table = read_table(file, QuestionFault)
    found = []
    for row in table.tables("topics"):
        found.append(
            Topic(
                title=row.text("title", longest=60),
                criteria=row.texts("criteria"),
                find_out=row.texts("find_out"),
                go_deeper=row.texts("go_deeper"),
            )
        )
        row.expect_nothing_else()
    table.expect_nothing_else()
    return tuple(found)
